"""Find tables without ruled lines whose rows are numbered, and whose cells start right under those of a head."""

from __future__ import annotations

from collections.abc import Sequence

from kamerbrief.layout.sheet import Frame
from kamerbrief.layout.table_grid import Grid, grid_of
from kamerbrief.layout.unruled_tables import FURTHEST, Row, rows_of
from kamerbrief.patterns import pattern
from kamerbrief.reading.page_lines import Line

NUMBER = pattern(
    r"\d{1,3}(?:\s?(?:,|en|t/m|tot en met|-|–)\s?\d{1,3}){0,9}[.)]?",
    how="fullmatch",
    hits=("12", "3.", "9, 10", "4 t/m 6", "5, 6 en 7"),
    misses=("2024", "3 leden", "a.", "12,"),
)
"""What stands in the first column: the number of a question, or those of several that are answered together."""
SLACK = 3.0
"""A cell starts within so many points of its column's head."""
LEAST_COLUMNS = 3
MOST_WORDS = 3
"""A cell of the head has at most so many words."""

Starts = tuple[float, ...]
"""The left edges of the columns of a table."""


def by_numbers(lines: Sequence[Line], frame: Frame, open_table: Starts = ()) -> list[tuple[Grid, Starts]]:
    """The numbered tables among the lines of a page, each with the left edges of its columns.

    `open_table` are those of a table that reached the end of the page before, and may go on at the top of this one.
    """
    rows = rows_of(list(lines))
    found: list[tuple[Grid, Starts]] = []
    n = 0
    if open_table and (end := _end_of(rows, 0, open_table, frame)):
        found.append((_grid(rows[:end], open_table), open_table))
        n = end
    while n < len(rows):
        starts = _head(rows[n])
        end = _end_of(rows, n + 1, starts, frame) if starts else n
        if starts and _is_numbered(rows[n + 1 : end], starts):
            found.append((_grid(rows[n:end], starts), starts))
            n = end
        else:
            n += 1
    return found


def _head(row: Row) -> Starts:
    """The left edges of the columns that a row is the head of; none where it is no head."""
    if len(row) < LEAST_COLUMNS:
        return ()
    short = all(len(line.plain.split()) <= MOST_WORDS and not NUMBER.fullmatch(line.plain.strip()) for line in row)
    return tuple(line.x0 for line in row) if short else ()


def _column(line: Line, starts: Starts) -> int | None:
    """The column at whose edge a line starts; None where it starts at none."""
    return next((n for n, start in enumerate(starts) if abs(line.x0 - start) < SLACK), None)


def _end_of(rows: Sequence[Row], first: int, starts: Starts, frame: Frame) -> int:
    """Where a table ends: at a line that starts at none of its columns, or in the first and is no number."""
    for n in range(first, len(rows)):
        opening = rows[n][0]
        column = _column(opening, starts)
        own = column is not None and (column > 0 or NUMBER.fullmatch(_cells(opening, starts)[0].plain.strip()))
        far = n > first and opening.y - rows[n - 1][0].y > FURTHEST * frame.leading
        if not own or far:
            return n
    return len(rows)


def _is_numbered(rows: Sequence[Row], starts: Starts) -> bool:
    """Whether rows start with a number, and have text in two more columns at least."""
    filled = {_column(cell, starts) for row in rows for line in row for cell in _cells(line, starts)} - {None}
    return bool(rows) and _column(rows[0][0], starts) == 0 and len(filled) >= LEAST_COLUMNS


def _grid(rows: Sequence[Row], starts: Starts) -> Grid:
    cells: list[list[Row]] = []
    column = 0
    for n, row in enumerate(rows):
        if n == 0 or _column(row[0], starts) == 0:
            cells.append([[] for _ in starts])
        for piece in (piece for line in row for piece in _cells(line, starts)):
            # a piece that starts at no column comes after a wide space in a justified line
            at = _column(piece, starts)
            column = column if at is None else at
            cells[-1][column].append(piece)
    return grid_of(cells, [line for row in rows for line in row])


def _cells(line: Line, starts: Starts) -> list[Line]:
    """A line, cut at its gaps before the edge of a column."""
    found = line
    cut: list[Line] = []
    for gap in reversed(line.gaps):
        if any(abs(gap.x1 - start) < SLACK for start in starts):
            found, right = found.parted(gap)
            cut.append(right)
    return [found, *reversed(cut)]
