"""Show a table of a letter: numbers aligned to the right, no word cut off."""

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
"""Columns that padding and edges take for each column."""

NUMERIC = frozenset("0123456789.,-–−+%‰€$£()*/ \N{NO-BREAK SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}")
"""The characters of a cell with a number. A cell with only dashes is not a number."""

BLANK = frozenset("-–−— ")
"""The characters of a cell that stands for nothing."""


class TableView:
    """A table in columns if its words fit, else one labelled line for each cell."""

    def __init__(self, table: Table) -> None:
        width = max((len(row) for row in table.rows), default=0)
        even = ((*row, *[""] * (width - len(row))) for row in table.rows)
        self.rows = [[clean(cell).strip() for cell in row] for row in even]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        columns = list(zip(*self.rows, strict=True))
        least = [narrowest(column) for column in columns]
        free = options.max_width - sum(least) - BETWEEN * len(columns)
        if free >= 0:
            yield as_columns(self.rows, share_width(least, [widest(column) for column in columns], free))
        else:
            yield from as_labelled_lines(self.rows)


def narrowest(column: tuple[str, ...]) -> int:
    """Return the width of the widest part of a column that may not be broken: a word, or a number with its spaces."""
    if is_numeric(column):
        return max(cell_len(cell) for cell in (*column[1:], *column[0].split()))
    return max((cell_len(word) for cell in column for word in cell.split()), default=0)


def widest(column: tuple[str, ...]) -> int:
    """Return the width at which nothing in a column wraps."""
    return max(cell_len(cell) for cell in column)


def share_width(least: Sequence[int], most: Sequence[int], free: int) -> list[int]:
    """Return the least widths plus equal shares of the free width; no column gets more than it can use."""
    widths = list(least)
    columns = sorted(range(len(least)), key=lambda at: most[at] - least[at])
    for left, at in zip(range(len(columns), 0, -1), columns, strict=True):
        more = min(most[at] - least[at], free // left)
        widths[at] += more
        free -= more
    return widths


def as_columns(rows: list[list[str]], widths: Sequence[int]) -> RichTable:
    """Return the table as columns, with its first row as header."""
    from rich import box
    from rich.table import Table as RichTable

    view = RichTable(box=box.SIMPLE_HEAD, header_style=HEADING, pad_edge=False, show_edge=False)
    for column, width in zip(zip(*rows, strict=True), widths, strict=True):
        # A fixed width: below a minimum width Rich drops characters.
        justify: Literal["left", "right"] = "right" if is_numeric(column) else "left"
        view.add_column(Text(column[0]), justify=justify, overflow="fold", width=max(width, 1))
    for row in rows[1:]:
        view.add_row(*(Text(cell) for cell in row))
    return view


def as_labelled_lines(rows: list[list[str]]) -> list[Hanging]:
    """Return a table that is too wide as lines: the cells of each row below each other, after the column's header."""
    head, *body = rows
    return [
        Hanging(labelled(label, cell), Text("- " if at == 0 else "  "), Text("  "))
        for row in body or [head]
        for at, (label, cell) in enumerate(zip(head, row, strict=True))
    ]


def labelled(label: str, cell: str) -> Text:
    """Return a cell after the header of its column, if there is one."""
    return Text.assemble((f"{label}: " if label else "", QUIET), cell)


def is_numeric(column: tuple[str, ...]) -> bool:
    """Tell whether the cells below the header are numbers; empty cells and dashes are ignored."""
    cells = [cell for cell in column[1:] if cell and not set(cell) <= BLANK]
    return bool(cells) and all(is_number(cell) for cell in cells)


def is_number(cell: str) -> bool:
    """Tell whether a cell is digits, with the signs that stand in and around numbers."""
    return set(cell) <= NUMERIC and any(character.isdigit() for character in cell)
