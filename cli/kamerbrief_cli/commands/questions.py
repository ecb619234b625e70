"""The command `questions`: list what is asked, one line for each question."""

from __future__ import annotations

from typing import Annotated

import typer

from kamerbrief_cli.exchange_choice import ExchangeChoice
from kamerbrief_cli.option_groups import ReadingOptions
from kamerbrief_cli.options import AsJson, Genre, Password, Places

EXAMPLES = """\b
Examples:
  kamerbrief questions letter.pdf
  kamerbrief questions letter.pdf --party christenunie
  kamerbrief questions kamervragen.pdf --label 3-5
  kamerbrief questions letters/ --unanswered
  kamerbrief questions letter.pdf --json"""

Unanswered = Annotated[
    bool,
    typer.Option("--unanswered", help="Only questions to which no answer was found, or that were declined."),
]


def questions(
    letters: Places = None,
    *,
    choice: ExchangeChoice,
    unanswered: Unanswered = False,
    json: AsJson = False,
    genre: Genre = None,
    password: Password = None,
    _options: ReadingOptions,
) -> None:
    """List the questions, one line for each that can be answered separately.

    A line shows the number of the exchange and of the question in it, who asks, the page, and the question; with
    several letters, the letter in front. An exchange in which no question was found has a line with its last
    sentence. --unanswered also lists questions that still wait for an answer. On a terminal long lines are cut
    off; in a pipe they are complete. With --unanswered the exit code is 1 if there are none, and 2 after an error.
    """
    from kamerbrief_cli.letter_sources import is_single
    from kamerbrief_cli.questions_runner import QuestionsRun
    from kamerbrief_cli.terminal import emit, on_terminal, write
    from kamerbrief_cli.views.questions import questions_json, questions_view

    run = QuestionsRun(choice, unanswered, password, genre)
    places = letters or []
    found = False
    if json:
        rows = [row for rows in run.rows(places) for row in rows]
        write(questions_json(rows))
        found = bool(rows)
    else:
        for rows in run.rows(places):
            found = True
            view = questions_view(rows, cut=on_terminal(), named=not is_single(places))
            emit(view, whole_lines=not on_terminal())
    raise typer.Exit(run.exit_code(found=found))
