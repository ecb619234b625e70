"""The command `cite`: print a reference to a letter, or to an answer in it."""

from __future__ import annotations

from typing import Annotated

import typer

from kamerbrief_cli.loading import LetterSource
from kamerbrief_cli.option_groups import ReadingOptions

EXAMPLES = """\b
Examples:
  kamerbrief cite letter.pdf 14
  kamerbrief cite kamervragen.pdf --bibtex
  kamerbrief cite 8febcc8c 3 --csl > reference.json"""

Number = Annotated[
    int | None, typer.Argument(metavar="EXCHANGE", help="The number of the exchange; without it, the whole letter.")
]
AsBibtex = Annotated[bool, typer.Option("--bibtex", help="Print an entry for BibTeX.")]
AsCsl = Annotated[bool, typer.Option("--csl", help="Print CSL-JSON, which reference managers and pandoc read.")]


def cite(
    source: LetterSource,
    exchange: Number = None,
    *,
    bibtex: AsBibtex = False,
    csl: AsCsl = False,
    _options: ReadingOptions,
) -> None:
    """Print a reference to a letter, or to one answer in it, as a Dutch official writes it.

    It has the minister, what kind of letter it is, the date, the reference and the page; for a letter that was
    published as a Kamerstuk or in the Aanhangsel, the number of that publication. Pages count the sheets of the
    file.
    """
    from kamerbrief_cli.reference_printer import print_reference

    print_reference(source.read(), exchange, "bibtex" if bibtex else "csl" if csl else "dutch")
