"""Read a Word file into paragraphs, tables, footnotes and what stands beside them, with python-docx."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from kamerbrief.errors import DamagedFile, KamerbriefError
from kamerbrief.reading.docx_body import SIZE, BodyReader
from kamerbrief.reading.docx_numbering import Numbering
from kamerbrief.reading.docx_package import TooMuch, unpacked
from kamerbrief.reading.docx_runs import RunReader
from kamerbrief.reading.docx_styles import Styles
from kamerbrief.reading.page_lines import Cells, Document, Line, Page, ParagraphFlow, Span

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WIDTH, HEIGHT = 595, 842
"""Points: A4, which every page is said to be."""
ENTITY = "text is missing where an entity of XML stands for it; save the file with Word again"
"""What is said of a page with an entity in it."""


def read_docx(data: bytes) -> Document:
    """Read the paragraphs of a Word file.

    The document is `paged` where the file shows a page break. Raises DamagedFile where the file is broken or unpacks
    to far more than a letter.
    """
    try:
        word = docx.Document(unpacked(data))
        reader = BodyReader(Numbering.of(word), RunReader(Styles.of(word)))
        blocks = tuple(reader.blocks(word.element.body))
        last = reader.runs.page
        flow = ParagraphFlow(blocks, tuple(_notes(word, reader)), tuple(_beside(word, reader)))
    except KamerbriefError:
        raise
    except (TooMuch, MemoryError) as error:
        raise DamagedFile("the Word file holds far more than a letter does (made to harm?); it is not read") from error
    except Exception as error:  # python-docx, zipfile, zlib and lxml each have their own for a broken file
        raise DamagedFile("the Word file is broken and cannot be read; get a fresh copy of it") from error
    missing = tuple((page if last > 1 else None, ENTITY) for page in reader.runs.unresolved)
    return Document(MEDIA_TYPE, _pages(flow, last), measured=False, paged=last > 1, flow=flow, missing=missing)


def _notes(word: Any, reader: BodyReader) -> Iterator[tuple[str, Line]]:
    """The notes in the order of their references, footnotes and endnotes numbered as one series from 1.

    Each stands on the page of its reference.
    """
    texts: dict[tuple[str, str], tuple[Span, ...]] = {}
    references = tuple(reader.runs.references)
    for kind, relation in (("footnote", RT.FOOTNOTES), ("endnote", RT.ENDNOTES)):
        for part in _related(word, relation):
            for note in parse_xml(part.blob).findall(qn(f"w:{kind}")):
                spans = tuple(span for line in reader.lines(note) for span in (*line.spans, Span(" ")))
                texts[kind, note.get(qn("w:id"))] = spans
    for number, reference in enumerate(references, 1):
        line = Line(reference.page, 0, 0, 0, SIZE, texts.pop((reference.kind, reference.id), ()))
        if line.text.strip():
            yield str(number), line


def _beside(word: Any, reader: BodyReader) -> Iterator[Line]:
    """The lines of text boxes, headers and footers; a part that several pages have is read once."""
    yield from _boxes(reader)
    for relation in (RT.HEADER, RT.FOOTER):
        for part in _related(word, relation):
            yield from reader.lines(part.element)
            yield from _boxes(reader)


def _boxes(reader: BodyReader) -> Iterator[Line]:
    """The lines of the text boxes met so far, and of those in them."""
    for box in reader.runs.boxes:  # grows while it is read
        yield from reader.lines(box)
    reader.runs.boxes.clear()


def _related(word: Any, relation: str) -> list[Any]:
    """The parts of a file with this relation to its main part, each once."""
    found = (rel.target_part for rel in word.part.rels.values() if rel.reltype == relation and not rel.is_external)
    return list({id(part): part for part in found}.values())


def _pages(flow: ParagraphFlow, last: int) -> tuple[Page, ...]:
    """All lines by their page, to count words by; what stands beside the text is put on the first."""
    lines: dict[int, list[Line]] = {number: [] for number in range(1, last + 1)}
    for block in flow.blocks:
        if isinstance(block, Cells):
            spans = (Span("\n".join(" ".join(row) for row in block.rows)),)
            lines[block.page].append(Line(block.page, 0, 0, 0, SIZE, spans))
        else:
            for line in block:
                lines[line.page].append(line)
    lines[1] += flow.beside
    for marker, line in flow.notes:
        lines[line.page].append(Line(line.page, 0, 0, 0, SIZE, (Span(f"{marker} "), *line.spans)))
    return tuple(Page(number, WIDTH, HEIGHT, tuple(found)) for number, found in lines.items())
