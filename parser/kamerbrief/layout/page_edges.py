"""Take small type off the edges of pages: page numbers, and lines that most pages print at one height."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kamerbrief.layout.line_sets import without
from kamerbrief.layout.sheet import Sheet
from kamerbrief.layout.unruled_tables import Row, rows_of
from kamerbrief.patterns import pattern
from kamerbrief.reading.page_lines import Line

PAGE_NUMBER = pattern(
    r"""
    (?: (?:\d{1,3}\s*)?p\s?agina\s*\d+(?:\s*(?:van|/)\s*\d+)?  # Pagina 3 van 15, P agina 3, 1Pagina1van2
      | [-–—]?\s*\d{1,4}\s*[-–—]?            # 3, - 3 -
      | \d+\s*(?:/|van)\s*\d+ )              # 3/15
    """,
    re.X | re.I,
    how="fullmatch",
    hits=("Pagina 3 van 15", "P agina 3", "1Pagina1van2", "- 3 -", "3/15"),
    misses=("Pagina 3 van het rapport", "3.", "20018 EA"),
)
"""A line that says which page it is on, and nothing else."""
SMALL = 0.9
"""Type of less than this share of the body's size is small."""
OUTERMOST = 3
"""A head or a foot has at most so many rows."""

Key = tuple[str, int]
"""What a line says, and about how high it stands."""


def is_page_number(text: str) -> bool:
    """Whether a line says nothing but which page it is on."""
    return PAGE_NUMBER.fullmatch(text.strip()) is not None


def without_small_edges(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The sheets without the small type at their edges that is no text of theirs, however close to the text it stands.

    That is a page number, or a line that comes back at one height on half of the other pages.
    """
    edges = [{_key(line) for row in _outermost(sheet.body) for line in row} for sheet in sheets]
    pages = Counter(key for keys in edges for key in keys)
    usual = {key for key, count in pages.items() if count >= max(2, len(sheets) / 2)}
    return tuple(replace(sheet, body=tuple(_inner(sheet, usual))) for sheet in sheets)


def _key(line: Line) -> Key:
    return line.text.strip(), round(line.y / 8)


def _outermost(lines: Sequence[Line]) -> list[Row]:
    """The first rows and the last."""
    rows = rows_of(list(lines))
    return [*rows[:OUTERMOST], *rows[-OUTERMOST:]]


def _inner(sheet: Sheet, usual: set[Key]) -> list[Line]:
    """The lines of a sheet inside its small edges."""
    rows = _outermost(sheet.body)
    found: list[Line] = []
    for side in (rows[:OUTERMOST], rows[::-1][:OUTERMOST]):
        for row in side:
            if not all(_is_small(line, sheet) and (_key(line) in usual or _counts(line)) for line in row):
                break
            found += row
    return without(sheet.body, found)


def _is_small(line: Line, sheet: Sheet) -> bool:
    return line.size < SMALL * sheet.frame.size


def _counts(line: Line) -> bool:
    """Whether a line is a page number; a bare number is one if it is that of this sheet."""
    text = line.text.strip()
    return is_page_number(text) and (not text.isdecimal() or int(text) == line.page) and not line.spans[0].raised
