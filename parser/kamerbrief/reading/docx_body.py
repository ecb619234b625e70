"""Walk through the body of a Word file and read its paragraphs and tables.

Elements are those of WordprocessingML (ECMA-376, part 1, 17), as python-docx gives them. Word keeps no pages; it
notes where a page started when it last showed the file (`w:lastRenderedPageBreak`), and where its writer asked for a
new one (a hard page break, `w:br w:type="page"`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from kamerbrief.reading.bullets import spans_with_bullet
from kamerbrief.reading.docx_numbering import Numbering
from kamerbrief.reading.docx_tables import cell_text, is_data, own
from kamerbrief.reading.normalise import plain
from kamerbrief.reading.page_lines import Cells, FlowItem, Line, Span

SIZE = 10.0
"""The type size that every line is given, in points."""
LEADING = 12.0
"""Points from one line to the next."""
LABEL = 60
"""Characters: text up to a line break that is shorter may be a label, and stands alone."""
SKIPPED = {qn(f"w:{name}") for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr")}
SKIPPED.add("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
"""Elements whose text does not show."""
WRAPPERS = {qn(f"w:{name}") for name in ("sdt", "sdtContent", "ins", "smartTag")}
"""Elements around paragraphs and tables."""


class NoteReference(NamedTuple):
    """Where the text refers to a note."""

    kind: str
    """footnote or endnote."""
    id: str
    page: int


Piece = tuple[str, str, tuple[bool, bool]]
"""A part of a paragraph: its kind (text, note, page or line, the last two for breaks), its text, bold and italic."""


@dataclass(slots=True)
class BodyReader:
    """Reads elements in the order of the text and keeps count of pages and notes."""

    numbering: Numbering
    word: Any
    """The python-docx document, which has the styles."""
    page: int = 1
    """The page of what is read now."""
    broken: bool = False
    """Whether a hard page break was read last, and no text since."""
    height: float = 0.0
    bare: bool = False
    """Whether the line that is being read has text that is not underlined."""
    references: list[NoteReference] = field(default_factory=list)
    """The references to notes met so far, in order."""
    boxes: list[Any] = field(default_factory=list)
    """The text boxes met so far."""

    def blocks(self, parent: Any) -> Iterator[FlowItem]:
        """The paragraphs and tables in an element, in order."""
        for child in parent:
            if child.tag == qn("w:p"):
                yield from self.paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield from self.table(child)
            elif child.tag in WRAPPERS:
                yield from self.blocks(child)

    def lines(self, parent: Any) -> Iterator[Line]:
        """The lines of the paragraphs in an element; tables of data are left out."""
        for block in self.blocks(parent):
            if not isinstance(block, Cells):
                yield from block

    def paragraph(self, element: Any) -> Iterator[tuple[Line, ...]]:
        """A paragraph as one line for each page; several blocks where lines were broken by hand inside it."""
        label = self.numbering.label(element)
        lines: list[Line] = []
        spans = [Span(f"{label} ")] if label else []
        paragraph = WordParagraph(element, self.word)
        for kind, text, style in self.pieces(element, paragraph):
            if kind == "text":
                spans.append(Span(text, *style))
            elif kind == "note":
                spans.append(Span(text, *style, True))
            elif kind == "page":
                lines += self.line(spans)
                spans = []
                self.page += 1
            elif _ends_block(spans):
                lines += self.line(spans)
                spans = []
                if lines:
                    yield tuple(lines)
                lines = []
            else:
                spans.append(Span(" "))
        lines += self.line(spans)
        if lines:
            yield tuple(lines)

    def line(self, spans: list[Span]) -> list[Line]:
        """A line of these spans on the current page; none where they hold no text."""
        self.height += LEADING
        underlined, self.bare = not self.bare, False
        text = "".join(span.text for span in spans)
        if not text.strip():
            return []
        return [
            Line(self.page, 0, len(text) * SIZE / 2, self.height, SIZE, spans_with_bullet(spans), underlined=underlined)
        ]

    def pieces(self, element: Any, paragraph: Any) -> Iterator[Piece]:
        """The pieces of an element of a paragraph, in order; keeps the text boxes in it apart."""
        for child in element:
            if child.tag in SKIPPED:
                continue
            if child.tag == qn("w:txbxContent"):
                self.boxes.append(child)
            elif child.tag == qn("w:r"):
                yield from self.run(child, paragraph)
            else:
                yield from self.pieces(child, paragraph)

    def run(self, element: Any, paragraph: Any) -> Iterator[Piece]:
        """The pieces of a run, which is text in one style; none of a hidden run."""
        run = Run(element, paragraph)
        if run.font.hidden:
            return
        styled = [_style(run), _style(paragraph)] if element.rPr is not None else [_style(paragraph)]
        style = (_is(run, styled, "bold"), _is(run, styled, "italic"))
        underlined = bool(run.font.underline)
        for child in element:
            name = child.tag.rpartition("}")[2]
            if name == "t":
                text = plain(child.text or "").replace("\u00ad", "")
                self.broken = self.broken and not text.strip()
                self.bare = self.bare or not (underlined or not text.strip())
                yield "text", text, style
            elif name in ("tab", "noBreakHyphen"):
                yield "text", " " if name == "tab" else "-", style
            elif name in ("footnoteReference", "endnoteReference"):
                self.references.append(NoteReference(name.removesuffix("Reference"), child.get(qn("w:id")), self.page))
                yield "note", str(len(self.references)), style
            elif name == "lastRenderedPageBreak" or (name == "br" and child.get(qn("w:type")) == "page"):
                if self._turns(hard=name == "br"):
                    yield "page", "", style
            elif name in ("br", "cr"):
                yield "line", "", style
            elif child.tag not in SKIPPED:
                yield from self.pieces(child, paragraph)

    def _turns(self, *, hard: bool) -> bool:
        """Whether a page break starts a page: not one that Word rendered for the hard break just before it."""
        turns = hard or not self.broken
        self.broken = hard
        return turns

    def table(self, element: Any) -> Iterator[FlowItem]:
        """A table of data as one block; the paragraphs of a table that only arranges the page."""
        first = self.page
        rows = [self._row(row) for row in own(element, "w:tr")]
        texts = tuple(tuple(cell_text(cell) for cell in row) for row in rows)
        if is_data(texts) and not list(element.iter(qn("w:txbxContent"))):
            yield Cells(first, tuple(row for row in texts if any(row)))
        else:
            for row in rows:
                for cell in row:
                    yield from cell

    def _row(self, element: Any) -> list[list[FlowItem]]:
        """The blocks of each cell of a row. Cells stand side by side, so that each starts on the row's page."""
        first = last = self.page
        cells = []
        for cell in own(element, "w:tc"):
            self.page = first
            cells.append(list(self.blocks(cell)))
            last = max(last, self.page)
        self.page = last
        return cells


def _is(run: Any, styles: list[Any], look: str) -> bool:
    """Whether a run is bold or italic: by itself, or by one of the styles or what that is based on."""
    own = getattr(run, look)
    if own is not None:
        return bool(own)
    for style in styles:
        while style:
            value = getattr(style.font, look)
            if value is not None:
                return bool(value)
            style = style.base_style
    return False


def _style(of: Any) -> Any:
    """The style of a run or a paragraph; None where the file does not have it."""
    try:
        return of.style
    except (AttributeError, KeyError):
        return None


def _ends_block(spans: list[Span]) -> bool:
    """Whether a line that was broken by hand ends a block: after a sentence, or where it is as short as a label."""
    text = "".join(span.text for span in spans).strip()
    return not text or text[-1] in ".?!:;,”’" or len(text) < LABEL
