"""The command `factions`: count how much each faction asks and how much it is answered."""

from __future__ import annotations

from kamerbrief_cli.loading import LetterSource
from kamerbrief_cli.option_groups import ReadingOptions
from kamerbrief_cli.options import AsJson

EXAMPLES = """\b
Examples:
  kamerbrief factions letter.pdf
  kamerbrief factions letter.pdf --json"""


def factions(*, json: AsJson = False, source: LetterSource, _options: ReadingOptions) -> None:
    """Count exchanges, questions, words and pages for each faction.

    A question is a sentence with a question mark; an exchange without any counts as one question. An exchange
    that several factions ask together counts for each of them.
    """
    from kamerbrief_cli.faction_tally import tallies
    from kamerbrief_cli.terminal import emit, write
    from kamerbrief_cli.views.factions import factions_json, factions_view

    letter = source.read()
    rows = tallies(letter)
    if json:
        write(factions_json(rows))
    else:
        emit(factions_view(rows, letter))
