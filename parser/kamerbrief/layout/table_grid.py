"""Tables: rows of cells, and the lines that they took from the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamerbrief.layout.line_sets import without
from kamerbrief.layout.vocabulary import Vocabulary
from kamerbrief.reading.page_lines import Line

SMALL = 0.9
"""Type of less than this share of the body's size is small."""
Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows of cells (the lines of a cell parted by newlines), and the lines that it took from the page."""

    rows: Rows
    lines: tuple[Line, ...]

    @property
    def first(self) -> Line:
        """The topmost line, where the table stands in the flow."""
        return self.lines[0]


def cell(lines: Sequence[Line]) -> str:
    """The text of one cell: its lines from top to bottom, parted by newlines."""
    ordered = sorted(lines, key=lambda line: (round(line.y), line.x0))
    return "\n".join(text for line in ordered if (text := line.plain.strip()))


def running(rows: Rows, vocabulary: Vocabulary) -> Rows:
    """The rows, with the lines of each cell joined."""
    return tuple(tuple(_running(text, vocabulary) for text in row) for row in rows)


def _running(text: str, vocabulary: Vocabulary) -> str:
    first, *rest = text.split("\n")
    for line in rest:
        first, joint = vocabulary.joint(first, line)
        first += joint + line
    return first


def continued(rows: Rows, more: Rows) -> Rows | None:
    """A table with the rows of the next page, without its repeated head; None where those are another table."""
    if len(rows[0]) != len(more[0]) or (len(more) == 1 and more[0] == rows[0]):
        return None
    return (*rows, *(more[1:] if more[0] == rows[0] else more))


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
    blank = [""] * (len(grid.rows[0]) - 1)
    return Grid(((cell(above), *blank), *grid.rows), (*above[::-1], *grid.lines))


def rest_of(lines: Sequence[Line], grids: Sequence[Grid]) -> list[Line]:
    """The lines that no table took."""
    return without(lines, [line for grid in grids for line in grid.lines])
