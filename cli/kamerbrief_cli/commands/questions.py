"""`questions`: what is asked, a line each."""

from __future__ import annotations

from kamerbrief_cli.options import (
    AsJson,
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
  kamerbrief questions letter.pdf
  kamerbrief questions letter.pdf --party christenunie
  kamerbrief questions kamervragen.pdf --label 3-5
  kamerbrief questions letter.pdf --json"""


def questions(
    letter: LetterPath,
    party: Party = None,
    member: Member = None,
    label: Label = None,
    theme: Theme = None,
    genre: Genre = None,
    json: AsJson = False,
    password: Password = None,
    _library: LibraryFile = None,
    _no_cache: NoCache = False,
    _no_color: NoColor = False,
) -> None:
    """List what is asked, one line an exchange.

    Each line is the last sentence with a question mark, or the last sentence where none has one. On a
    terminal it is cut at the edge; in a pipe it is whole.
    """
    from kamerbrief_cli.exchange_choice import ExchangeChoice
    from kamerbrief_cli.loading import read
    from kamerbrief_cli.terminal import emit, on_terminal, write
    from kamerbrief_cli.views.questions import questions_json, questions_view

    chosen = ExchangeChoice(party, member, None, label, theme).of(read(letter, password, genre))
    if json:
        write(questions_json(chosen))
    else:
        emit(questions_view(chosen, cut=on_terminal()), whole_lines=not on_terminal())
