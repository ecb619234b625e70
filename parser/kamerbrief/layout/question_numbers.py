"""Find the numbers of questions that stand alone on a line, and tell them from page numbers and numbers of notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice, pairwise
from typing import NamedTuple

from kamerbrief.layout.footnotes import glued_in
from kamerbrief.layout.landmarks import Landmarks
from kamerbrief.layout.line_sets import Place, place_of
from kamerbrief.layout.sheet import Sheets
from kamerbrief.reading.page_lines import Line

LEAST = 3
"""So many numbers in a row make a numbering."""


class _Numbered(NamedTuple):
    """A line that holds nothing but numbers."""

    line: Line
    numbers: tuple[int, ...]


def find_numbering(document: Sheets, landmarks: Landmarks) -> Sheets:
    """The document, with the lines marked that are the number of a question (`Sheet.numbering`)."""
    numbering = numbering_of(document, landmarks)
    if not numbering:
        return document
    return document.with_sheets(replace(sheet, numbering=numbering) for sheet in document.sheets)


def numbering_of(document: Sheets, landmarks: Landmarks) -> frozenset[Place]:
    """The places of the lines that number the questions; none where words mark questions ("Vraag 3").

    They count on from 1, start at one place of the column and are as large as the text; at least two stand on one page.
    """
    lines = [(sheet, line) for sheet in document.sheets for line in sheet.body]
    marked = (line for _, line in lines if landmarks.marks_question(line.plain))
    if len(list(islice(marked, LEAST))) == LEAST:
        return frozenset()
    alone = [
        _Numbered(line, numbers)
        for sheet, line in lines
        if (numbers := landmarks.numbers_alone(line.plain)) and line.size > 0.95 * sheet.frame.size
    ]
    places = {round(number.line.x0) for number in alone}
    rows = [_row(number for number in alone if abs(number.line.x0 - at) < 3) for at in places]
    best = max(rows, key=len, default=[])
    together = any(a.page == b.page for a, b in pairwise(best))
    if not document.measured and {number.plain.strip() for number in best} <= glued_in(line.text for _, line in lines):
        return frozenset()  # a text shows no sizes: these are the numbers of notes, whose markers it has
    return frozenset(map(place_of, best)) if len(best) >= LEAST and together else frozenset()


def _row(numbers: Iterable[_Numbered]) -> list[Line]:
    """The lines that count on from 1; where a number is printed nowhere, on from the next."""
    numbers = list(numbers)
    printed = {number.numbers[0] for number in numbers}
    row: list[Line] = []
    last = 0
    for line, (first, *more) in numbers:
        if first == last + 1 or (first > last and last + 1 not in printed and row):
            row.append(line)
            last = more[-1] if more else first
    return row
