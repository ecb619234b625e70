"""The command `show`: print a letter, or part of it, for reading."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from kamerbrief_cli.exchange_choice import ExchangeChoice
from kamerbrief_cli.loading import LetterSource
from kamerbrief_cli.option_groups import ReadingOptions

EXAMPLES = """\b
Examples:
  kamerbrief show letter.pdf
  kamerbrief show letter.pdf --party d66 --party gl
  kamerbrief show letter.pdf --exchange 3-5 --only answers
  kamerbrief show kamervragen.pdf --label 12 --member "Van Nispen"
  kamerbrief show nota.pdf --theme financ
  kamerbrief show letter.pdf --exchange 15 --follow
  pdftotext letter.pdf - | kamerbrief show -"""

Only = Annotated[
    Literal["questions", "answers"] | None, typer.Option("--only", help="Show only one half of each exchange.")
]
Follow = Annotated[
    bool, typer.Option("--follow", help="Beneath an answer that points to others in the letter, show those too.")
]
Refers = Annotated[bool, typer.Option("--refers", help="Show only answers that do nothing but point to other answers.")]
Unanswered = Annotated[
    bool,
    typer.Option("--unanswered", help="Show only exchanges with a question to which no answer was found, or declined."),
]
Pager = Annotated[bool, typer.Option(help="On a terminal, use a pager (PAGER, else less) for a long text.")]


def show(
    choice: ExchangeChoice,
    *,
    only: Only = None,
    follow: Follow = False,
    refers: Refers = False,
    unanswered: Unanswered = False,
    pager: Pager = True,
    source: LetterSource,
    _options: ReadingOptions,
) -> None:
    """Show a letter, or part of it.

    The options select exchanges; an exchange must meet all of them. Each exchange has its page numbers beside
    it, [p. 3] marks where the text continues on a next page, and footnotes stand under the exchange that refers
    to them. What --refers, --follow and --unanswered find is told by rules, which may miss something; docs/INSIGHT.md
    says how sure they are. On a terminal a long letter opens in a pager; in a pipe the text is plain.
    """
    from kamerbrief_cli.findings_choice import FindingsChoice
    from kamerbrief_cli.terminal import emit
    from kamerbrief_cli.views.letter import letter_view

    letter = source.read()
    findings = FindingsChoice(follow=follow, refers=refers, unanswered=unanswered)
    letter = findings.prepare(letter)
    chosen = findings.select_from(choice.select_from(letter))
    emit(letter_view(chosen, of=letter, only=only, beneath=findings.beneath(letter)), pager=pager)
