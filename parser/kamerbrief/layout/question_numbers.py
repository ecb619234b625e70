"""Numbers alone on their line that are the marks of questions, and no page numbers or note numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from kamerbrief.layout.columns import Sheet
from kamerbrief.printed_marks import NUMBERS, mark_of, numbers_in
from kamerbrief.reading.page_lines import Line

NUMBER = re.compile(rf"{NUMBERS}[.)]?", re.X | re.I)
LEAST = 3
"""Numbers in a row that make a numbering."""


def label_questions(sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """The sheets, the lines that number questions told apart from other numbers (`Line.label`)."""
    labels = label_lines(sheets)
    if not labels:
        return sheets
    return tuple(
        replace(s, body=tuple(replace(line, label=True) if id(line) in labels else line for line in s.body))
        for s in sheets
    )


def label_lines(sheets: Sequence[Sheet]) -> set[int]:
    """The ids of the lines that number the questions of a document; none where words mark its questions.

    They count on from 1, start at one place of the column, are as large as the text, and two stand on one page.
    """
    lines = [(sheet, line) for sheet in sheets for line in sheet.body]
    marked = (line for _, line in lines if (mark := mark_of(line.plain)) and mark.side == "question" and mark.numbers)
    if len(list(islice(marked, LEAST))) == LEAST:
        return set()
    figured = [(sheet, line) for sheet, line in lines if line.plain[:1].isdigit()]
    alone = [line for sheet, line in figured if NUMBER.fullmatch(line.plain) and line.size > 0.95 * sheet.frame.size]
    rows = [_row(line for line in alone if abs(line.x0 - at) < 3) for at in {round(line.x0) for line in alone}]
    best = max(rows, key=len, default=[])
    together = any(a.page == b.page for a, b in pairwise(best))
    return {id(line) for line in best} if len(best) >= LEAST and together else set()


def _row(lines: Iterable[Line]) -> list[Line]:
    """The lines that count on from 1; where a number is printed nowhere, on from the next."""
    counted = [(line, [int(n) for n in numbers_in(line.plain) if n.isdigit()]) for line in lines]
    first = {numbers[0] for _, numbers in counted if numbers}
    row: list[Line] = []
    last = 0
    for line, numbers in counted:
        if numbers and (numbers[0] == last + 1 or (numbers[0] > last and last + 1 not in first and row)):
            row.append(line)
            last = numbers[-1]
    return row
