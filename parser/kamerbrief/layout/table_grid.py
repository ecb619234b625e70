"""A table found on a page: its rows of cells, and the lines of text that they were made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kamerbrief.layout.line_sets import without
from kamerbrief.layout.vocabulary import Vocabulary
from kamerbrief.reading.page_lines import Line

SMALL = 0.9
"""Type of less than this share of the body's size is small."""
Rows = tuple[tuple[str, ...], ...]
CellLines = tuple[tuple[tuple[Line, ...], ...], ...]
"""The lines of each cell, row by row."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows of cells (the lines of a cell parted by newlines), and the lines that it took from the page."""

    rows: Rows
    lines: tuple[Line, ...]
    cells: CellLines = ()
    """The lines of each cell; none where the words of a line are cells of their own."""
    repeated: tuple[Line, ...] = ()
    """The lines of its head where it is printed again on a next page; no row holds them."""

    @property
    def first(self) -> Line:
        """The topmost line, where the table stands in the flow."""
        return self.lines[0]


def grid_of(cells: Iterable[Iterable[Sequence[Line]]], lines: Sequence[Line]) -> Grid:
    """The table with these lines in its cells, without rows that are empty."""
    ordered = (tuple(tuple(sorted(cell, key=_reading_order)) for cell in row) for row in cells)
    kept = tuple(row for row in ordered if any(row))
    return Grid(tuple(tuple(map(_text, row)) for row in kept), tuple(lines), kept)


def _reading_order(line: Line) -> tuple[int, float]:
    return round(line.y), line.x0


def _text(lines: Iterable[Line]) -> str:
    return "\n".join(text for line in lines if (text := line.plain.strip()))


def running(rows: Rows, vocabulary: Vocabulary) -> Rows:
    """The rows, with the lines of each cell joined."""
    return tuple(tuple(_running(text, vocabulary) for text in row) for row in rows)


def _running(text: str, vocabulary: Vocabulary) -> str:
    first, *rest = text.split("\n")
    for line in rest:
        first, joint = vocabulary.joint(first, line)
        first += joint + line
    return first


def continued(table: Grid, more: Grid) -> Grid | None:
    """A table with the rows of the next page, its repeated head apart; None where those are another table.

    A row that has no first cell, though all others have one, goes on from the last row of the page before.
    """
    if len(table.rows[0]) != len(more.rows[0]) or (len(more.rows) == 1 and more.rows[0] == table.rows[0]):
        return None
    again = more.rows[0] == table.rows[0]
    rows, cells = more.rows[again:], more.cells[again:]
    lines = (*table.lines, *more.lines)
    repeated = (*table.repeated, *more.repeated, *(_head(more) if again else ()))
    if not rows[0][0] and all(row[0] for row in (*table.rows, *rows[1:])):
        joined = tuple("\n".join(filter(None, pair)) for pair in zip(table.rows[-1], rows[0], strict=True))
        joined_cells = (
            [(*a, *b) for a, b in zip(table.cells[-1], cells[0], strict=True)] if table.cells and cells else []
        )
        return Grid(
            (*table.rows[:-1], joined, *rows[1:]),
            lines,
            (*table.cells[:-1], tuple(joined_cells), *cells[1:]) if joined_cells else (),
            repeated,
        )
    return Grid((*table.rows, *rows), lines, (*table.cells, *cells) if table.cells and cells else (), repeated)


def _head(table: Grid) -> tuple[Line, ...]:
    """The lines of the first row."""
    if table.cells:
        return tuple(line for cell in table.cells[0] for line in cell)
    return tuple(line for line in table.lines if line.y == table.first.y)


def captioned(grid: Grid, lines: Sequence[Line], size: float) -> Grid:
    """A table set in small type, with its caption as its first row: the lines in that type right above it.

    `lines` are the lines around the table, `size` is the type size of the body.
    """
    top = min(line.y for line in grid.lines)
    above: list[Line] = []
    for line in sorted((line for line in lines if line.y < top), key=lambda line: -line.y):
        last = above[-1].y if above else top
        if grid.first.size > SMALL * size or abs(line.size - grid.first.size) > 0.3 or last - line.y > 2 * line.size:
            break
        above.append(line)
    if not above:
        return grid
    lines = (*above[::-1], *grid.lines)
    if grid.cells:
        return grid_of(((above, *[()] * (len(grid.rows[0]) - 1)), *grid.cells), lines)
    return Grid(((_text(above[::-1]), *[""] * (len(grid.rows[0]) - 1)), *grid.rows), lines)


def rest_of(lines: Sequence[Line], grids: Sequence[Grid]) -> list[Line]:
    """The lines that no table took."""
    return without(lines, [line for grid in grids for line in grid.lines])
