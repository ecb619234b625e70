"""Walk through the body of a Word file and read its paragraphs and tables.

Elements are those of WordprocessingML (ECMA-376, part 1, 17), as lxml gives them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from docx.oxml.ns import qn

from kamerbrief.reading.bullets import spans_with_bullet
from kamerbrief.reading.docx_numbering import Numbering
from kamerbrief.reading.docx_runs import RunReader, is_entity
from kamerbrief.reading.docx_styles import PARAGRAPH, value_of
from kamerbrief.reading.docx_tables import cell_text, is_data, own
from kamerbrief.reading.page_lines import Cells, FlowItem, Line, Span

SIZE = 10.0
"""The type size that every line is given, in points."""
LEADING = 12.0
"""Points from one line to the next."""
LABEL = 60
"""Characters: text up to a line break that is shorter may be a label, and stands alone."""
P, TABLE, ROW, CELL, PROPERTIES, STYLE = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "pPr", "pStyle"))
WRAPPERS = {qn(f"w:{name}") for name in ("sdt", "sdtContent", "ins", "smartTag")}
"""Elements around paragraphs and tables."""


@dataclass(slots=True)
class LineDraft:
    """The spans of a line so far, and what is known of its text without white space at its ends."""

    spans: list[Span] = field(default_factory=list)
    length: int = 0
    """The characters of all spans."""
    start: int | None = None
    """Where the first character stands that is not white space; None where there is none."""
    end: int = 0
    """Where the last one ends."""
    last: str = ""
    """The last one."""

    def add(self, span: Span) -> None:
        """Put a span at the end."""
        self.spans.append(span)
        if bare := span.text.strip():
            if self.start is None:
                self.start = self.length + len(span.text) - len(span.text.lstrip())
            self.end, self.last = self.length + len(span.text.rstrip()), bare[-1]
        self.length += len(span.text)

    def ends_block(self) -> bool:
        """Whether a line that was broken by hand ends a block: after a sentence, or where it is as short as a label."""
        return self.start is None or self.last in ".?!:;,”’" or self.end - self.start < LABEL

    def joined(self) -> list[Span]:
        """The spans, those that follow each other in one style as one; markers of notes stay apart."""
        found: list[Span] = []
        for (bold, italic, raised), run in groupby(self.spans, key=lambda span: span[1:]):
            texts = [span.text for span in run]
            found += [Span(text, bold, italic, raised) for text in (texts if raised else ["".join(texts)])]
        return found


@dataclass(slots=True)
class BodyReader:
    """Reads paragraphs and tables in the order of the text."""

    numbering: Numbering
    runs: RunReader
    height: float = 0.0

    def blocks(self, parent: Any) -> Iterator[FlowItem]:
        """The paragraphs and tables in an element, in order."""
        for child in parent:
            if child.tag == P:
                yield from self.paragraph(child)
            elif child.tag == TABLE:
                yield from self.table(child)
            elif child.tag in WRAPPERS:
                yield from self.blocks(child)
            elif is_entity(child):
                self.runs.unresolved[self.runs.page] = None

    def lines(self, parent: Any) -> Iterator[Line]:
        """The lines of the paragraphs in an element; tables of data are left out."""
        for block in self.blocks(parent):
            if not isinstance(block, Cells):
                yield from block

    def paragraph(self, element: Any) -> Iterator[tuple[Line, ...]]:
        """A paragraph as one line for each page; several blocks where lines were broken by hand inside it."""
        properties = element.find(PROPERTIES)
        label = "" if properties is None else self.numbering.label(properties)
        style = None if properties is None else value_of(properties.find(STYLE))
        lines: list[Line] = []
        draft = LineDraft()
        if label:
            draft.add(Span(f"{label} "))
        for kind, text, bold, italic in self.runs.pieces(element, self.runs.styles.look(style, PARAGRAPH)):
            if kind in ("text", "note"):
                draft.add(Span(text, bold, italic, kind == "note"))
            elif kind == "page":
                lines += self.line(draft)
                draft = LineDraft()
                self.runs.turn()
            elif draft.ends_block():
                lines += self.line(draft)
                draft = LineDraft()
                if lines:
                    yield tuple(lines)
                lines = []
            else:
                draft.add(Span(" "))
        lines += self.line(draft)
        if lines:
            yield tuple(lines)

    def line(self, draft: LineDraft) -> list[Line]:
        """The line on the current page; none where it holds no text."""
        self.height += LEADING
        underlined, self.runs.bare = not self.runs.bare, False
        if draft.start is None:
            return []
        width, spans = draft.length * SIZE / 2, spans_with_bullet(draft.joined())
        return [Line(self.runs.page, 0, width, self.height, SIZE, spans, underlined=underlined)]

    def table(self, element: Any) -> Iterator[FlowItem]:
        """A table of data as one block; the paragraphs of a table that only arranges the page."""
        first, boxes = self.runs.page, len(self.runs.boxes)
        rows = [self._row(row) for row in own(element, ROW)]
        texts = tuple(tuple(cell_text(cell) for cell in row) for row in rows)
        if is_data(texts) and len(self.runs.boxes) == boxes:
            yield Cells(first, tuple(row for row in texts if any(row)))
        else:
            for row in rows:
                for cell in row:
                    yield from cell

    def _row(self, element: Any) -> list[list[FlowItem]]:
        """The blocks of each cell of a row. Cells stand side by side, so that each starts on the row's page."""
        first = last = self.runs.page
        cells = []
        for cell in own(element, CELL):
            self.runs.page = first
            cells.append(list(self.blocks(cell)))
            last = max(last, self.runs.page)
        self.runs.page = last
        return cells
