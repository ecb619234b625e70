"""The command `citations`: list the official documents that letters point to."""

from __future__ import annotations

from typing import Annotated

import typer

from kamerbrief_cli.option_groups import ReadingOptions
from kamerbrief_cli.options import AsJson, Password, Places

EXAMPLES = """\b
Examples:
  kamerbrief citations letter.pdf
  kamerbrief citations letters/ --json | jq -r '.[].address'
  kamerbrief citations letter.pdf --held
  kamerbrief citations --citing 8febcc8c
  kamerbrief citations --citing kst-29338-278"""

Held = Annotated[
    bool, typer.Option("--held", help="Only citations of letters that the library has, with their ids, to follow them.")
]
Citing = Annotated[
    str | None,
    typer.Option(
        "--citing",
        metavar="LETTER|IDENTIFIER",
        help="Only citations of this letter, or of the document with this identifier (kst-29338-278).",
    ),
]


def citations(
    places: Places = None,
    *,
    held: Held = False,
    citing: Citing = None,
    json: AsJson = False,
    password: Password = None,
    _options: ReadingOptions,
) -> None:
    """List the Kamerstukken, gazettes, judgments and European acts that letters cite.

    Each has its exchange and page, the citation in one form, and the address of the official publication, which
    is never fetched. Footnotes and the introduction count too. Between letters of the library, --held follows
    citations to the letters they point to, and --citing finds the letters that point to one. The exit code is 1
    if nothing is found, and 2 after an error.
    """
    from kamerbrief_cli.citation_list import CitationList

    found = CitationList(held_only=held, citing=citing, password=password)
    raise typer.Exit(found.run(places, json=json))
