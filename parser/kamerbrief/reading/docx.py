"""DOCX -> paragraphs, tables, footnotes and what stands beside them, with python-docx.

A Word file has no lines and no places; it has paragraphs, and where Word last turned its pages.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from kamerbrief.errors import DamagedFile, KamerbriefError
from kamerbrief.reading.docx_numbering import Numbering
from kamerbrief.reading.normalise import plain
from kamerbrief.reading.page_lines import Cells, Document, FlowItem, Line, Page, ParagraphFlow, Span

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SIZE = 10.0
LIMIT, XML_LIMIT = 200 * 2**20, 40 * 2**20
"""Bytes that a file may unpack to, pictures included, and its text with all marks."""
SKIPPED = {qn(f"w:{name}") for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr")}
SKIPPED.add("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")


def read_docx(data: bytes) -> Document:
    """The paragraphs of a Word file. Raises DamagedFile where it is none or broken."""
    try:
        _check_size(data)
        word = docx.Document(io.BytesIO(data))
        reader = _Reader(Numbering.of(word), word._body)
        blocks = tuple(reader.blocks(word.element.body))
        flow = ParagraphFlow(blocks, tuple(_notes(word, reader)), tuple(_beside(word, reader)))
    except KamerbriefError:
        raise
    except Exception as error:  # python-docx, zipfile, zlib and lxml each have their own for a broken file
        raise DamagedFile("the Word file is broken and cannot be read; get a fresh copy of it") from error
    return Document(MEDIA_TYPE, _pages(flow, reader.page), measured=False, paged=reader.page > 1, flow=flow)


def _check_size(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        text = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels")))
        if text > XML_LIMIT or sum(part.file_size for part in parts) > LIMIT:
            raise DamagedFile("the Word file holds far more than a letter does (made to harm?); it is not read")


@dataclass(slots=True)
class _Reader:
    """Walks the body in order and keeps the page and the notes met so far."""

    numbering: Numbering
    body: Any
    """Whose styles the paragraphs have."""
    page: int = 1
    height: float = 0.0
    marks: list[tuple[str, str]] = field(default_factory=list)
    """Footnote and endnote references in order: kind and id."""
    boxes: list[Any] = field(default_factory=list)
    """Text boxes met on the way."""

    def blocks(self, parent: Any) -> Iterator[FlowItem]:
        for child in parent:
            if child.tag == qn("w:p"):
                yield from self.paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield from self.table(child)
            elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:smartTag")):
                yield from self.blocks(child)

    def paragraph(self, element: Any) -> Iterator[tuple[Line, ...]]:
        """The paragraph; its parts, where lines are broken by hand inside it."""
        label = self.numbering.label(element)
        lines: list[Line] = []
        spans = [Span(f"{label} ")] if label else []
        paragraph = WordParagraph(element, self.body)
        for kind, text, look in self.pieces(element, paragraph):
            if kind == "text":
                spans.append(Span(text, *look))
            elif kind == "note":
                spans.append(Span(text, *look, True))
            elif kind == "page":
                lines += self.line(spans)
                spans = []
                self.page += 1
            elif _line_ends(spans):
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
        """A line of these spans on the current page; none where they hold nothing."""
        self.height += 12
        text = "".join(span.text for span in spans)
        if not text.strip():
            return []
        return [Line(self.page, 0, len(text) * SIZE / 2, self.height, SIZE, tuple(spans))]

    def pieces(self, element: Any, paragraph: Any) -> Iterator[tuple[str, str, tuple[bool, bool]]]:
        """Text, note references, line and page breaks, each with its look, in order."""
        for child in element:
            if child.tag in SKIPPED:
                continue
            if child.tag == qn("w:txbxContent"):
                self.boxes.append(child)
            elif child.tag == qn("w:r"):
                yield from self.run(child, paragraph)
            else:
                yield from self.pieces(child, paragraph)

    def run(self, element: Any, paragraph: Any) -> Iterator[tuple[str, str, tuple[bool, bool]]]:
        run = Run(element, paragraph)
        if run.font.hidden:
            return
        look = (_is(run, paragraph, "bold"), _is(run, paragraph, "italic"))
        for child in element:
            name = child.tag.rpartition("}")[2]
            if name == "t":
                yield "text", plain(child.text or "").replace("\u00ad", ""), look
            elif name in ("tab", "noBreakHyphen"):
                yield "text", " " if name == "tab" else "-", look
            elif name in ("footnoteReference", "endnoteReference"):
                self.marks.append((name.removesuffix("Reference"), child.get(qn("w:id"))))
                yield "note", str(len(self.marks)), look
            elif name == "lastRenderedPageBreak" or (name == "br" and child.get(qn("w:type")) == "page"):
                yield "page", "", look
            elif name in ("br", "cr"):
                yield "line", "", look
            elif child.tag not in SKIPPED:
                yield from self.pieces(child, paragraph)

    def table(self, element: Any) -> Iterator[FlowItem]:
        """A table of data as one; the cells of one that only arranges the page, one after the other."""
        rows = [[list(self.blocks(cell)) for cell in _own(row, "w:tc")] for row in _own(element, "w:tr")]
        texts = tuple(tuple(_text(cell) for cell in row) for row in rows)
        if _is_data(texts) and not list(element.iter(qn("w:txbxContent"))):
            yield Cells(self.page, tuple(row for row in texts if any(row)))
        else:
            for row in rows:
                for cell in row:
                    yield from cell


def _own(parent: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, not those of a table inside it."""
    for found in parent.iter(qn(name)):
        if next(found.iterancestors(parent.tag)) is parent:
            yield found


def _is(run: Any, paragraph: Any, look: str) -> bool:
    """Whether a run is bold or italic: by itself, its style, or its paragraph's style."""
    own = getattr(run, look)
    if own is not None:
        return bool(own)
    for style in (run._element.rPr is not None and _style(run), _style(paragraph)):
        while style:
            value = getattr(style.font, look)
            if value is not None:
                return bool(value)
            style = style.base_style
    return False


def _style(of: Any) -> Any:
    try:
        return of.style
    except (AttributeError, KeyError):
        return None


def _line_ends(spans: list[Span]) -> bool:
    """Whether a line broken by hand ends a block: after a sentence, or where it is no longer than a label."""
    text = "".join(span.text for span in spans).strip()
    return not text or text[-1] in ".?!:;,”’" or len(text) < 60


def _text(cell: list[FlowItem]) -> str:
    blocks = (" ".join(line.plain for line in block) for block in cell if not isinstance(block, Cells))
    return "\n".join(text for block in blocks if (text := " ".join(block.split())))


def _is_data(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a table holds data: rows of the same short cells, and figures or a head among them."""
    widths = {len(row) for row in rows if any(row)}
    cells = [cell for row in rows for cell in row]
    filled = [cell for cell in cells if cell]
    if len(widths) != 1 or max(widths) < 2 or sum(any(row) for row in rows) < 2 or len(filled) < 0.6 * len(cells):
        return False
    figures = sum(any(map(str.isdigit, cell)) for cell in filled)
    return sum(map(len, filled)) / len(filled) < 120 and (figures > 0.2 * len(filled) or len(rows) > 2)


def _notes(word: Any, reader: _Reader) -> Iterator[tuple[str, Line]]:
    """The notes in the order of their references, those of both kinds numbered through."""
    texts: dict[tuple[str, str], Line] = {}
    for kind, relation in (("footnote", RT.FOOTNOTES), ("endnote", RT.ENDNOTES)):
        for part in _related(word, relation):
            for note in parse_xml(part.blob).findall(qn(f"w:{kind}")):
                lines = [line for block in reader.blocks(note) if not isinstance(block, Cells) for line in block]
                spans = tuple(span for line in lines for span in (*line.spans, Span(" ")))
                texts[kind, note.get(qn("w:id"))] = Line(1, 0, 0, 0, SIZE, spans)
    for number, mark in enumerate(reader.marks, 1):
        if mark in texts and texts[mark].text.strip():
            yield str(number), texts[mark]


def _beside(word: Any, reader: _Reader) -> Iterator[Line]:
    """The lines of text boxes, headers and footers; a part that pages share only once."""
    boxes = list(reader.boxes)
    for box in boxes:
        yield from _lines(box, reader)
    for relation in (RT.HEADER, RT.FOOTER):
        for part in _related(word, relation):
            reader.boxes.clear()
            yield from _lines(part.element, reader)
            for box in reader.boxes:
                yield from _lines(box, reader)


def _lines(element: Any, reader: _Reader) -> Iterator[Line]:
    for block in reader.blocks(element):
        if not isinstance(block, Cells):
            yield from block


def _related(word: Any, relation: str) -> list[Any]:
    return [rel.target_part for rel in word.part.rels.values() if rel.reltype == relation and not rel.is_external]


def _pages(flow: ParagraphFlow, last: int) -> tuple[Page, ...]:
    """All lines by their page, for whoever counts words."""
    lines: dict[int, list[Line]] = {number: [] for number in range(1, last + 1)}
    for block in flow.blocks:
        if isinstance(block, Cells):
            spans = (Span("\n".join(" ".join(row) for row in block.rows)),)
            lines[block.page].append(Line(block.page, 0, 0, 0, SIZE, spans))
        else:
            for line in block:
                lines[line.page].append(line)
    lines[1] += [*flow.beside, *(_numbered(marker, line) for marker, line in flow.notes)]
    return tuple(Page(number, 595, 842, tuple(found)) for number, found in lines.items())


def _numbered(marker: str, line: Line) -> Line:
    return Line(line.page, 0, 0, 0, SIZE, (Span(f"{marker} "), *line.spans))
