"""`show`: a letter to read."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from kamerbrief_cli.options import LetterPath, LibraryFile, NoCache, NoColor, Party, Password

EXAMPLES = """\b
Examples:
  kamerbrief show letter.pdf
  kamerbrief show letter.pdf --party d66 --party gl
  kamerbrief show letter.pdf --exchange 3-5 --only answers
  pdftotext letter.pdf - | kamerbrief show -"""

Exchanges = Annotated[
    list[str] | None,
    typer.Option(
        "--exchange",
        "-e",
        metavar="N|N-M",
        help="Only the exchange with this number, or these; may be repeated.",
    ),
]
Only = Annotated[Literal["questions", "answers"] | None, typer.Option("--only", help="Only one side of each exchange.")]
Pager = Annotated[bool, typer.Option(help="On a terminal, page what does not fit (PAGER, else less).")]


def show(
    letter: LetterPath,
    party: Party = None,
    exchange: Exchanges = None,
    only: Only = None,
    password: Password = None,
    pager: Pager = True,
    _library: LibraryFile = None,
    _no_cache: NoCache = False,
    _no_color: NoColor = False,
) -> None:
    """Show a letter, or part of it, by faction and exchange.

    Page numbers stand beside each exchange and, as [p. 3], where the text turns to a next page; footnotes
    stand under the exchange that has their marker. On a terminal a pager opens; in a pipe the text is plain.
    """
    from kamerbrief_cli.party import choose
    from kamerbrief_cli.ranges import chosen
    from kamerbrief_cli.reading import read
    from kamerbrief_cli.terminal import emit
    from kamerbrief_cli.views.letter import letter_view

    numbers = chosen(exchange)
    whole = read(letter, password)
    emit(letter_view(choose(whole, party, numbers), of=whole, only=only), pager=pager)
