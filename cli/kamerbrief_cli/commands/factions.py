"""`factions`: who asks how much, and gets how much."""

from __future__ import annotations

from kamerbrief_cli.options import AsJson, Genre, LetterPath, LibraryFile, NoCache, NoColor, Password

EXAMPLES = """\b
Examples:
  kamerbrief factions letter.pdf
  kamerbrief factions letter.pdf --json"""


def factions(
    letter: LetterPath,
    json: AsJson = False,
    genre: Genre = None,
    password: Password = None,
    _library: LibraryFile = None,
    _no_cache: NoCache = False,
    _no_color: NoColor = False,
) -> None:
    """Count exchanges, questions, words and pages per faction.

    Questions are sentences with a question mark; an exchange without any counts as one. An exchange that
    factions ask together counts for each of them.
    """
    from kamerbrief_cli.faction_tally import tallies
    from kamerbrief_cli.loading import read
    from kamerbrief_cli.terminal import emit, write
    from kamerbrief_cli.views.factions import factions_json, factions_view

    read_letter = read(letter, password, genre)
    rows = tallies(read_letter)
    if json:
        write(factions_json(rows))
    else:
        emit(factions_view(rows, read_letter))
