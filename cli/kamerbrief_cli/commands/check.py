"""The command `check`: list what is uncertain in the parse of letters, and keep what a person decides about it."""

from __future__ import annotations

from typing import Annotated

import typer

from kamerbrief_cli.options import AsJson, Genre, NoColor, Password

EXAMPLES = """\b
Examples:
  kamerbrief check letter.pdf
  kamerbrief check letters/ --json
  kamerbrief check letter.pdf --set 7:split --set 8:factions=D66,GL
  kamerbrief check letter.pdf --set 'Het kabinet deelt:answer'
  kamerbrief check letter.pdf --gold > letter.gold.json

\b
What --set takes, where 7 is an exchange and 7.q2 and 7.a1 are paragraphs of its question
and its answer; instead of a number, the first words of a paragraph will do:
  7.q2:split      an exchange starts here   7:join          7 belongs to the one before
  7.q1:answer     it belongs to an answer   7.a1:question   it belongs to a question
  7.a1:heading    it is a heading           7.a1:aside      it is none of these
  7.a1:to=8       it belongs to exchange 8  7:factions=D66  who asks it
  genre=GENRE     the genre of the letter   form=other      read it all in the other form"""

Places = Annotated[
    list[str], typer.Argument(metavar="LETTER|FOLDER", help="Letters, and folders with letters; - is standard input.")
]
Choices = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="DECISION", help="Decide something about the letter; may be repeated."),
]
Gold = Annotated[bool, typer.Option("--gold", help="Print the letter as gold JSON: what a right parse of it is.")]


def check(
    letters: Places,
    *,
    choices: Choices = None,
    gold: Gold = False,
    json: AsJson = False,
    genre: Genre = None,
    password: Password = None,
    _no_color: NoColor = False,
) -> None:
    """List what is uncertain in the parse of a letter, the least sure first.

    Each has its page, how it was read, how else it may be read, and what to type to decide it. --set keeps decisions
    in a small file beside the letter, such as letter.pdf.decisions.toml, which every later parse of that content
    keeps to; a library takes them over with `library add --again`. Remove the file to undo them. The exit code is
    1 if something is uncertain, 0 if nothing is or after --set and --gold, and 2 after an error in one of several
    letters.
    """
    from kamerbrief_cli.check_runner import CheckRun
    from kamerbrief_cli.terminal import emit, on_terminal, write
    from kamerbrief_cli.views.check import check_json, check_view

    run = CheckRun(password, genre)
    if gold:
        write(run.gold(letters, choices or ()))
        return
    reviews = list(run.reviews(letters, choices or ()))
    if json:
        write(check_json(reviews))
    else:
        emit(check_view(reviews), whole_lines=not on_terminal())
    raise typer.Exit(0 if choices else run.exit_code(reviews))
