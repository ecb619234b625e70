"""Tell whether a table in a Word file holds data, or only arranges the page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from kamerbrief.reading.page_lines import Cells, FlowItem

LEAST = 2
"""Rows that a numbered table has at least, its head among them."""


def own(parent: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, without those of a table inside it."""
    for child in parent:
        if child.tag == name:
            yield child
        else:
            yield from own(child, name)


def cell_text(cell: list[FlowItem]) -> str:
    """The text of a cell, its paragraphs parted by newlines."""
    blocks = (" ".join(line.plain for line in block) for block in cell if not isinstance(block, Cells))
    return "\n".join(text for block in blocks if (text := " ".join(block.split())))


def is_data(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a table holds data: rows of equally many short cells, and figures or a head among them."""
    widths = {len(row) for row in rows if any(row)}
    cells = [cell for row in rows for cell in row]
    filled = [cell for cell in cells if cell]
    if _is_numbered(rows):
        return True
    if len(widths) != 1 or max(widths) < 2 or sum(any(row) for row in rows) < 2 or len(filled) < 0.6 * len(cells):
        return False
    figures = sum(any(map(str.isdigit, cell)) for cell in filled)
    return sum(map(len, filled)) / len(filled) < 120 and (figures > 0.2 * len(filled) or len(rows) > 2)


def _is_numbered(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the rows are numbered on below a head, in a column of their own, with text in the other columns.

    The numbers may start anywhere: a list may have a table for each theme.
    """
    filled = [row for row in rows if any(row)]
    numbers = [row[0].strip(" .") for row in filled[1:]]
    texts = all(sum(map(bool, row[1:])) > 1 for row in filled)
    if len(filled) < LEAST or not texts or not all(map(str.isdecimal, numbers)):
        return False
    return all(int(after) == int(before) + 1 for before, after in pairwise(numbers))
