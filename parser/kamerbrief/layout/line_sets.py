"""Take lines out of a list of lines, and name the place of a line in the document."""

from __future__ import annotations

from collections.abc import Sequence

from kamerbrief.reading.page_lines import Line

Place = tuple[int, float, float]
"""Page, height and left edge, which no two lines of a document share."""


def place_of(line: Line) -> Place:
    """Where a line stands."""
    return line.page, line.y, line.x0


def without(lines: Sequence[Line], taken: Sequence[Line]) -> list[Line]:
    """The lines that were not taken; a line is told by its identity, since two lines may say the same."""
    gone = set(map(id, taken))
    return [line for line in lines if id(line) not in gone] if gone else list(lines)
