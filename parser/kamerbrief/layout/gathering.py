"""Gather the lines of a document into paragraphs and tables, also those inside the cells of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kamerbrief.layout.landmarks import Landmarks
from kamerbrief.layout.paragraph_builder import Gathered
from kamerbrief.layout.paragraphs import BLANK, ParagraphAssembler
from kamerbrief.layout.sheet import Frame, Sheet, Sheets
from kamerbrief.layout.table_grid import Grid, rest_of
from kamerbrief.layout.unruled_tables import by_place
from kamerbrief.reading.page_lines import Line

SMALLEST_BLANK = 1.15
"""No smaller step is a blank, in leadings."""


def gather(document: Sheets, landmarks: Landmarks) -> tuple[Gathered, ...]:
    """The paragraphs and tables of a document, in reading order."""
    sheets, measured = document.sheets, document.measured
    assembler = ParagraphAssembler(
        measured,
        landmarks,
        blank=_blank(sheets) if measured else BLANK,
        gapless=not measured and _gapless(sheets),
        indents=measured and _indents(sheets),
        numbering=sheets[0].numbering if sheets else frozenset(),
    )
    assembler.sheets(sheets)
    return tuple(
        replace(builder.gathered(), cells=_gather_cells(builder.table, document, landmarks))
        if builder.table
        else builder.gathered()
        for builder in assembler.found
    )


def _gather_cells(table: Grid, document: Sheets, landmarks: Landmarks) -> tuple[tuple[tuple[Gathered, ...], ...], ...]:
    """The paragraphs and tables in each cell of a table."""
    frames = [_frame_of_column(table, n) for n in range(len(table.rows[0]))] if table.cells else []
    return tuple(
        tuple(_gather_cell(cell, frame, document, landmarks) for cell, frame in zip(row, frames, strict=True))
        for row in table.cells
    )


def _gather_cell(lines: Sequence[Line], frame: Frame, document: Sheets, landmarks: Landmarks) -> tuple[Gathered, ...]:
    """The paragraphs and tables in a cell, which is a column of its own on each page on which it stands."""
    assembler = ParagraphAssembler(document.measured, landmarks, blank=SMALLEST_BLANK if document.measured else BLANK)
    for page in sorted({line.page for line in lines}):
        own = [line for line in lines if line.page == page]
        tables = by_place(own, frame)
        sheet = next(sheet for sheet in document.sheets if sheet.page.number == page)
        body = tuple(rest_of(own, tables))
        assembler.sheets((replace(sheet, frame=frame, body=body, side=(), tables=tuple(tables)),))
    return tuple(builder.gathered() for builder in assembler.found)


def _frame_of_column(table: Grid, n: int) -> Frame:
    """Where the text of a column stands."""
    lines = [line for row in table.cells for line in row[n]] or table.lines
    size = lines[0].size
    steps = [
        b.y - a.y for row in table.cells for a, b in pairwise(row[n]) if a.page == b.page and b.y - a.y > 0.8 * size
    ]
    return Frame(
        min(line.x0 for line in lines),
        max(line.x1 for line in lines),
        size,
        min(steps, default=1.2 * size),
        ragged=True,
    )


def _blank(sheets: Sequence[Sheet]) -> float:
    """How many leadings a step must exceed to part paragraphs: less where a smaller one comes back again and again."""
    steps = [(b.y - a.y) / s.frame.leading for s in sheets for a, b in pairwise(s.body) if abs(a.size - b.size) < 0.5]
    counts = Counter(round(step, 2) for step in steps)
    usual = sum(count for step, count in counts.items() if abs(step - 1) < 0.03)
    small = [
        step for step, count in counts.items() if SMALLEST_BLANK < step < BLANK and count > max(3, len(steps) / 50)
    ]
    return min(small) - 0.03 if small and usual > 0.5 * len(steps) else BLANK


def _gapless(sheets: Sequence[Sheet]) -> bool:
    """Whether there are too few blank lines for them to be what parts the paragraphs."""
    steps = [(b.y - a.y) / s.frame.leading for s in sheets for a, b in pairwise(s.body)]
    return sum(step > BLANK for step in steps) < len(steps) / 12


def _indents(sheets: Sequence[Sheet]) -> bool:
    """Whether paragraphs start with an indent: single lines stand further in than their neighbours."""
    lines = [(line, sheet.frame) for sheet in sheets for line in sheet.body]
    inward = [(line.x0 - frame.left) / frame.size for line, frame in lines]
    single = [b for a, b, c in zip(inward, inward[1:], inward[2:], strict=False) if a < 0.2 and c < 0.2 and b > 0.8]
    return sum(b < 5 for b in single) > max(2, len(lines) / 40)
