"""Show the tallies of factions as a table or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kamerbrief_cli.faction_tally import Tally
from kamerbrief_cli.number_ranges import format_ranges
from kamerbrief_cli.views.safe_text import json_text

if TYPE_CHECKING:
    from rich.console import Group

    from kamerbrief.model import Letter

COLUMNS = ("Faction", "Exchanges", "Questions", "Words asked", "Words answered", "Pages")
"""The headings of the table."""


def factions_view(rows: Sequence[Tally], letter: Letter) -> Group:
    """Return a table with a row for each faction, and a caption about its sums."""
    from rich.console import Group
    from rich.text import Text

    from kamerbrief.model import Table
    from kamerbrief_cli.views.measured_lines import Hanging
    from kamerbrief_cli.views.styles import QUIET
    from kamerbrief_cli.views.tables import TableView

    table = TableView(Table(rows=(COLUMNS, *map(cells, rows)), page=1))
    return Group(table, Text(""), Hanging(Text(caption(letter), style=QUIET), Text("")))


def cells(row: Tally) -> tuple[str, ...]:
    """Return the cells of one row."""
    counts = (row.exchanges, row.questions, row.words_asked, row.words_answered)
    return (row.faction or "(none named)", *map(str, counts), format_ranges(row.pages or ()))


def caption(letter: Letter) -> str:
    """Say how many exchanges there are, and why the column may add up to more."""
    total = len(letter.exchanges)
    joint = sum(len(exchange.factions) > 1 for exchange in letter.exchanges)
    count = f"The letter has {total} exchange{'' if total == 1 else 's'}"
    return f"{count}; {joint} asked jointly, counted for each of the factions." if joint else f"{count}."


def factions_json(rows: Sequence[Tally]) -> str:
    """Return a JSON array with an object for each faction."""
    return json_text([row._asdict() for row in rows], indent=1) + "\n"
