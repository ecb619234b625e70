"""`show`: a letter to read."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from kamerbrief_cli.options import (
    Genre,
    Label,
    LetterPath,
    LibraryFile,
    Member,
    NoCache,
    NoColor,
    Party,
    Password,
    Theme,
)

EXAMPLES = """\b
Examples:
  kamerbrief show letter.pdf
  kamerbrief show letter.pdf --party d66 --party gl
  kamerbrief show letter.pdf --exchange 3-5 --only answers
  kamerbrief show kamervragen.pdf --label 12 --member "Van Nispen"
  kamerbrief show nota.pdf --theme financ
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
    member: Member = None,
    exchange: Exchanges = None,
    label: Label = None,
    theme: Theme = None,
    only: Only = None,
    genre: Genre = None,
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
    from kamerbrief_cli.exchange_choice import ExchangeChoice
    from kamerbrief_cli.loading import read
    from kamerbrief_cli.terminal import emit
    from kamerbrief_cli.views.letter import letter_view

    whole = read(letter, password, genre)
    part = ExchangeChoice(party, member, exchange, label, theme).of(whole)
    emit(letter_view(part, of=whole, only=only), pager=pager)
