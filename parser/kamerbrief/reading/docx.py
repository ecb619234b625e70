"""Read a Word file into paragraphs, tables, footnotes and what stands beside them, with python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from kamerbrief.errors import DamagedFile, KamerbriefError
from kamerbrief.reading.docx_body import SIZE, BodyReader
from kamerbrief.reading.docx_numbering import Numbering
from kamerbrief.reading.page_lines import Cells, Document, Line, Page, ParagraphFlow, Span

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LARGEST = 200 * 2**20
"""The most bytes that a file may unpack to, pictures included."""
LARGEST_XML = 40 * 2**20
"""The most bytes that the XML of a file may unpack to."""
CONTENT_TYPES = "[Content_Types].xml"
OTHER_KINDS = re.compile(
    rb"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled(?:Template)?"
    rb"|openxmlformats-officedocument\.wordprocessingml\.template)\.main\+xml"
)
"""How files with macros and templates declare their main part."""
MAIN_PART = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WIDTH, HEIGHT = 595, 842
"""Points: A4, which every page is said to be."""


def read_docx(data: bytes) -> Document:
    """Read the paragraphs of a Word file.

    The document is `paged` where the file shows a page break. Raises DamagedFile where the file is broken or unpacks
    to far more than a letter.
    """
    try:
        _check_size(data)
        word = docx.Document(io.BytesIO(_as_document(data)))
        reader = BodyReader(Numbering.of(word), word)
        blocks = tuple(reader.blocks(word.element.body))
        last = reader.page
        flow = ParagraphFlow(blocks, tuple(_notes(word, reader)), tuple(_beside(word, reader)))
    except KamerbriefError:
        raise
    except Exception as error:  # python-docx, zipfile, zlib and lxml each have their own for a broken file
        raise DamagedFile("the Word file is broken and cannot be read; get a fresh copy of it") from error
    return Document(MEDIA_TYPE, _pages(flow, last), measured=False, paged=last > 1, flow=flow)


def _as_document(data: bytes) -> bytes:
    """The file with its main part declared as that of a plain document; python-docx refuses files with macros.

    Nothing of a macro is read. Files of other kinds (.docm, .dotx, .dotm) have the same parts as a .docx.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read(CONTENT_TYPES)
        plain = OTHER_KINDS.sub(MAIN_PART, types)
        if plain == types:
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as copy:
            for part in archive.infolist():
                copy.writestr(part.filename, plain if part.filename == CONTENT_TYPES else archive.read(part))
    return out.getvalue()


def _check_size(data: bytes) -> None:
    """Raise DamagedFile where a file says that it unpacks to too much."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        text = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels")))
        if text > LARGEST_XML or sum(part.file_size for part in parts) > LARGEST:
            raise DamagedFile("the Word file holds far more than a letter does (made to harm?); it is not read")


def _notes(word: Any, reader: BodyReader) -> Iterator[tuple[str, Line]]:
    """The notes in the order of their references, footnotes and endnotes numbered as one series from 1.

    Each stands on the page of its reference.
    """
    texts: dict[tuple[str, str], tuple[Span, ...]] = {}
    references = tuple(reader.references)
    for kind, relation in (("footnote", RT.FOOTNOTES), ("endnote", RT.ENDNOTES)):
        for part in _related(word, relation):
            for note in parse_xml(part.blob).findall(qn(f"w:{kind}")):
                spans = tuple(span for line in reader.lines(note) for span in (*line.spans, Span(" ")))
                texts[kind, note.get(qn("w:id"))] = spans
    for number, reference in enumerate(references, 1):
        line = Line(reference.page, 0, 0, 0, SIZE, texts.get((reference.kind, reference.id), ()))
        if line.text.strip():
            yield str(number), line


def _beside(word: Any, reader: BodyReader) -> Iterator[Line]:
    """The lines of text boxes, headers and footers; a part that several pages have is read once."""
    for box in list(reader.boxes):
        yield from reader.lines(box)
    for relation in (RT.HEADER, RT.FOOTER):
        for part in _related(word, relation):
            reader.boxes.clear()
            yield from reader.lines(part.element)
            for box in reader.boxes:
                yield from reader.lines(box)


def _related(word: Any, relation: str) -> list[Any]:
    """The parts of a file with this relation to its main part."""
    return [rel.target_part for rel in word.part.rels.values() if rel.reltype == relation and not rel.is_external]


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
