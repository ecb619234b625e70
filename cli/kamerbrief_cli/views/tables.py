"""A letter's table: numbers to the right, every word shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from kamerbrief.model import Table
from kamerbrief_cli.views.measured_lines import Hanging
from kamerbrief_cli.views.safe_text import clean
from kamerbrief_cli.views.styles import HEADING, QUIET

if TYPE_CHECKING:
    from rich.table import Table as RichTable

BETWEEN = 3
"""Columns that padding and edges take beside each column."""

NUMERIC = frozenset("0123456789.,-–−+%‰€$£()*/ \N{NO-BREAK SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}")
"""What a cell with a number is made of; a dash alone stands for no number."""

BLANK = frozenset("-–−— ")


class TableView:
    """A table as columns where its words fit, else as one labelled line a cell."""

    def __init__(self, table: Table) -> None:
        width = max((len(row) for row in table.rows), default=0)
        even = ((*row, *[""] * (width - len(row))) for row in table.rows)
        self.rows = [[clean(cell).strip() for cell in row] for row in even]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        columns = list(zip(*self.rows, strict=True))
        least = [narrowest(column) for column in columns]
        spare = options.max_width - sum(least) - BETWEEN * len(columns)
        if spare >= 0:
            yield as_columns(self.rows, widened(least, [widest(column) for column in columns], spare))
        else:
            yield from as_lines(self.rows)


def narrowest(column: tuple[str, ...]) -> int:
    """The widest thing in a column that may not be broken: a word, or a number with its spaces."""
    if is_numeric(column):
        return max(cell_len(cell) for cell in (*column[1:], *column[0].split()))
    return max((cell_len(word) for cell in column for word in cell.split()), default=0)


def widest(column: tuple[str, ...]) -> int:
    """As wide as a column needs to be for nothing in it to wrap."""
    return max(cell_len(cell) for cell in column)


def widened(least: Sequence[int], most: Sequence[int], spare: int) -> list[int]:
    """The least widths with what can be spared on top: even shares, and to none more than it can use."""
    widths = list(least)
    short = sorted(range(len(least)), key=lambda at: most[at] - least[at])
    for left, at in zip(range(len(short), 0, -1), short, strict=True):
        more = min(most[at] - least[at], spare // left)
        widths[at] += more
        spare -= more
    return widths


def as_columns(rows: list[list[str]], widths: Sequence[int]) -> RichTable:
    """The table with its first row as head."""
    from rich import box
    from rich.table import Table as RichTable

    view = RichTable(box=box.SIMPLE_HEAD, header_style=HEADING, pad_edge=False, show_edge=False)
    for column, width in zip(zip(*rows, strict=True), widths, strict=True):
        # Rich keeps to a width but not to a least width, and then drops characters.
        justify: Literal["left", "right"] = "right" if is_numeric(column) else "left"
        view.add_column(Text(column[0]), justify=justify, overflow="fold", width=max(width, 1))
    for row in rows[1:]:
        view.add_row(*(Text(cell) for cell in row))
    return view


def as_lines(rows: list[list[str]]) -> list[Hanging]:
    """A table that is too wide: for each row its cells under each other, with the column's head."""
    head, *body = rows
    return [
        Hanging(labelled(label, cell), Text("- " if at == 0 else "  "), Text("  "))
        for row in body or [head]
        for at, (label, cell) in enumerate(zip(head, row, strict=True))
    ]


def labelled(label: str, cell: str) -> Text:
    """A cell behind the head of its column, if that has one."""
    return Text.assemble((f"{label}: " if label else "", QUIET), cell)


def is_numeric(column: tuple[str, ...]) -> bool:
    """Whether the cells below the head are numbers, empty ones and dashes aside."""
    cells = [cell for cell in column[1:] if cell and not set(cell) <= BLANK]
    return bool(cells) and all(is_number(cell) for cell in cells)


def is_number(cell: str) -> bool:
    """Digits, with the signs that stand in and around numbers."""
    return set(cell) <= NUMERIC and any(character.isdigit() for character in cell)
