"""Find tables in text whose cells extraction put below each other: row by row, or column by column."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from kamerbrief.layout.header_fields import labelled
from kamerbrief.layout.paragraph_builder import MARK_AT_END
from kamerbrief.layout.sheet import Frame
from kamerbrief.layout.table_grid import Grid, grid_of
from kamerbrief.layout.unruled_tables import NUMBER
from kamerbrief.patterns import pattern
from kamerbrief.reading.page_lines import Line
from kamerbrief.sentences import ends_clause

YEAR = pattern(r"(?:19|20)\d\d(?!\d)", how="match", hits=("2022", "2017–2020"), misses=("1.250", "20231"))
"""A year, or the first of several."""
SHORT = 0.7
"""A line of a cell is no longer than this share of the body's width."""
BLANK = 1.35
"""A step of more than so many leadings is a blank."""
MOST_LINES = 3
"""A cell that stands between blanks has at most so many lines."""
MOST_CELLS = 240
WIDEST = 8
"""A table has at most so many columns."""
LEAST = 3
"""A table has at least so many rows, its head among them."""

Cell = tuple[Line, ...]
Rows = list[tuple[Cell, ...]]


def by_cells(lines: Sequence[Line], frame: Frame) -> list[Grid]:
    """The tables whose cells stand below each other, with blanks between the cells or between the columns."""
    groups = _groups(lines, frame)
    found: list[Grid] = []
    n = 0
    while n < len(groups):
        rows, end = _at(groups, n, frame)
        if rows:
            cells = [line for row in rows for cell in row for line in cell]
            found.append(grid_of(rows, sorted(cells, key=lambda line: line.y)))
        n = end
    return found


def _groups(lines: Sequence[Line], frame: Frame) -> list[Cell]:
    """The lines between two blanks, as groups."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and line.y - groups[-1][-1].y <= BLANK * frame.leading:
            groups[-1].append(line)
        else:
            groups.append([line])
    return list(map(tuple, groups))


def _at(groups: Sequence[Cell], n: int, frame: Frame) -> tuple[Rows, int]:
    """The rows of the table that starts in a group, and the number of the group behind it.

    The first cell, or the first column, may stand right below a sentence, without a blank.
    """
    tail = _tail(groups[n], frame)
    if not tail:
        return [], n + 1
    columns = list(takewhile(lambda group: len(group) == len(groups[n + 1]), groups[n + 1 : n + WIDEST]))
    rows = _by_column(tail, [group for group in columns if _is_short(group, frame)])
    if rows:
        return rows, n + len(rows[0])
    if len(groups[n]) > MOST_LINES and len(tail) == len(groups[n]):
        return [], n + 1
    first = groups[n] if len(tail) == len(groups[n]) else tail[:1] if len(tail) == 1 else ()
    rest = takewhile(lambda group: _is_cell(group, frame), groups[n + 1 : n + MOST_CELLS])
    cells = [first, *rest] if first else []
    rows = max((_by_row(some, width) for some in (cells, [(), *cells]) for width in range(2, WIDEST + 1)), key=_size)
    return (rows, n + _size(rows)) if rows else ([], n + 1)


def _size(rows: Rows) -> int:
    """How many cells that are not empty a table has."""
    return sum(bool(cell) for row in rows for cell in row)


def _tail(group: Cell, frame: Frame) -> Cell:
    """The short lines at the end of a group, if they are all of it or stand below the end of a sentence."""
    tail = tuple(takewhile(lambda line: _is_short((line,), frame), reversed(group)))[::-1]
    above = group[: len(group) - len(tail)]
    return tail if not above or ends_clause(MARK_AT_END.sub("", above[-1].plain)) else ()


def _is_short(cell: Cell, frame: Frame) -> bool:
    """Whether lines may be of cells: they are short, and end no sentence."""
    right = frame.left + SHORT * frame.width
    return all(line.x1 < right and (_is_figure((line,)) or not _ends(line)) for line in cell)


def _ends(line: Line) -> bool:
    return line.text.rstrip().endswith((".", "?", "!", ":", ";")) or labelled(line.text) is not None


def _is_cell(group: Cell, frame: Frame) -> bool:
    return len(group) <= MOST_LINES and _is_short(group, frame)


def _is_figure(cell: Cell) -> bool:
    return len(cell) == 1 and NUMBER.fullmatch(cell[0].plain.strip()) is not None


def _by_column(first: Cell, columns: Sequence[Cell]) -> Rows:
    """The rows of a table of which each group is a column; none where they are none.

    The first column may have no head.
    """
    height = len(columns[0]) if columns else 0
    if height < LEAST or len(first) not in (height, height - 1):
        return []
    lead = [(line,) for line in first]
    cells = [[(), *lead][-height:], *([(line,) for line in column] for column in columns)]
    rows: Rows = list(zip(*cells, strict=True))
    return rows if _has_figures(rows) else []


def _by_row(cells: Sequence[Cell], width: int) -> Rows:
    """The rows of a table of which each group is a cell; none where cells so wide apart are not alike.

    It ends before the first row that differs from those above it.
    """
    rows: Rows = [tuple(cells[n : n + width]) for n in range(0, len(cells) - width + 1, width)]
    while len(rows) >= LEAST and not _has_figures(rows):
        rows.pop()
    return rows if len(rows) >= LEAST else []


def _has_figures(rows: Rows) -> bool:
    """Whether a column behind the first holds figures, and the first either none or only years.

    Where the first column has no head, it has no figures.
    """
    first, *others = zip(*rows[1:], strict=True)
    figures = any(map(_are_figures, others))
    head = rows[0][0]
    years = bool(head) and all(cell and YEAR.match(cell[0].plain) for cell in first)
    return figures and (years or not any(map(_is_figure, first))) and not _is_figure(head)


def _are_figures(column: Sequence[Cell]) -> bool:
    """Whether most cells are figures, and the others have some: "0 tot 3"."""
    told = sum(map(_is_figure, column)) > len(column) / 2 and any(map(_has_digit, column))
    return told and all(_is_figure(cell) or _has_digit(cell) for cell in column)


def _has_digit(cell: Cell) -> bool:
    return any(letter.isdecimal() for line in cell for letter in line.plain)
