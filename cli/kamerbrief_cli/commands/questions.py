"""The command `questions`: list what is asked, one line for each exchange."""

from __future__ import annotations

from kamerbrief_cli.exchange_choice import ExchangeChoice
from kamerbrief_cli.loading import LetterSource
from kamerbrief_cli.option_groups import ReadingOptions
from kamerbrief_cli.options import AsJson

EXAMPLES = """\b
Examples:
  kamerbrief questions letter.pdf
  kamerbrief questions letter.pdf --party christenunie
  kamerbrief questions kamervragen.pdf --label 3-5
  kamerbrief questions letter.pdf --json"""


def questions(choice: ExchangeChoice, *, json: AsJson = False, source: LetterSource, _options: ReadingOptions) -> None:
    """List the questions, one line for each exchange.

    A line shows the last question of the exchange that can be understood by itself, or its last sentence if it
    has no question mark. On a terminal long lines are cut off; in a pipe they are complete.
    """
    from kamerbrief_cli.terminal import emit, on_terminal, write
    from kamerbrief_cli.views.questions import questions_json, questions_view

    letter = choice.select_from(source.read())
    if json:
        write(questions_json(letter))
    else:
        emit(questions_view(letter, cut=on_terminal()), whole_lines=not on_terminal())
