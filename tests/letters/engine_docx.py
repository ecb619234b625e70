"""Sets a letter as DOCX, with python-docx: real styles, tables and footnotes, the stationery in header and footer."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from letters.content import NOTE, Content
from letters.docx_notes import Notes
from letters.look import gap_before, indented, size_of, style_of
from letters.pages import mark_text
from letters.script import Piece
from letters.stationery import opening_of


def docx_of(content: Content, pieces: list[Piece]) -> bytes:
    """The letter as DOCX."""
    document = docx.Document()
    writer = Writer(content, document)
    writer.front()
    before: Piece | None = None
    for piece in pieces:
        writer.add(piece, gap_before(content.form, piece, before))
        before = piece
    if content.form["carrier"] in ("letter", "kamerstuk"):
        writer.signature()
    writer.notes.close()
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


class Writer:
    """Writes pieces into a document, in their order."""

    def __init__(self, content: Content, document: Document) -> None:
        self.content, self.form, self.document = content, content.form, document
        self.size = size_of(self.form)
        self.notes = Notes(document)
        self.grid: Any = None
        normal = document.styles["Normal"]
        assert isinstance(normal, ParagraphStyle)
        font = normal.font
        font.name = "Times New Roman" if self.form["family"] == "serif" else "Verdana"
        font.size = Pt(self.size)

    def front(self) -> None:
        """The head of the letter and the words before the questions."""
        head, carrier = self.content.head, self.form["carrier"]
        if carrier in ("letter", "annex"):
            self._letterhead()
        else:
            for label in opening_of(self.content):
                self._paragraph(label.text, "B" if "B" in label.style else "")
        salute = ["Geachte voorzitter,"] if carrier in ("letter", "annex") else []
        for text in [*salute, *self.content.introduction]:
            self._paragraph(text, "", 1.0)
        if carrier == "annex":
            self.signature()
            self.document.add_page_break()  # type: ignore[no-untyped-call]
        section = self.document.sections[0]
        section.footer.paragraphs[0].text = f"{head['ministry']} {head['date']}"

    def _letterhead(self) -> None:
        head = self.content.head
        lines = [head["ministry"], "De Voorzitter van de", f"{head['chamber']} der Staten-Generaal", "Postbus 20018"]
        for text in [*lines, "2500 EA DEN HAAG"]:
            self._paragraph(text, "")
        for label, value in [("Datum", "date"), ("Ons kenmerk", "reference"), ("Betreft", "subject")]:
            self._paragraph(f"{label}\t{head[value]}", "")

    def signature(self) -> None:
        """Who signs."""
        self._paragraph(f"De {self.content.head['office']},", "", 1.0)
        self._paragraph(self.content.head["signer"], "", 1.0)

    def add(self, piece: Piece, gap: float) -> None:
        """A piece at the end of the document."""
        if piece.kind == "grid":
            self._grid_row(piece)
            return
        self.grid = None
        if piece.kind == "table":
            self._table(piece)
        elif piece.kind == "notes":
            for key, text in self.content.notes.items():
                self._paragraph(f"[{key}] {text}", "")
        else:
            self._styled(piece, gap)

    def _styled(self, piece: Piece, gap: float) -> None:
        bullet, _, text = piece.text.rpartition("\t")
        listed = piece.kind == "item" and bullet in ("•", "\uf0b7")
        whole = text if listed or not bullet else f"{bullet}\t{text}"
        paragraph = self._paragraph(whole, style_of(self.form, piece), gap, "List Bullet" if listed else None)
        if indented(self.form, piece):
            paragraph.paragraph_format.first_line_indent = Pt(14)
        if piece.kind == "quote":
            paragraph.paragraph_format.left_indent = Pt(28)

    def _paragraph(self, text: str, style: str, gap: float = 0.0, name: str | None = None) -> Paragraph:
        """A paragraph in a type, its notes as real ones."""
        paragraph = self.document.add_paragraph(style=name)
        self._format(paragraph, gap)
        self._write(paragraph, text, style)
        return paragraph

    def _format(self, paragraph: Paragraph, gap: float) -> None:
        paragraph.paragraph_format.space_before = Pt(gap * self.size * 1.2)
        paragraph.paragraph_format.space_after = Pt(0)
        if self.form["align"] == "justified":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    def _write(self, paragraph: Paragraph, text: str, style: str) -> None:
        text = mark_text(self.content, text)
        for n, part in enumerate(NOTE.split(text)):
            if n % 2:
                self.notes.add(paragraph, part, self.content.notes[part])
            elif part:
                run = paragraph.add_run(part)
                run.bold, run.italic, run.underline = "B" in style or None, "I" in style or None, "U" in style or None

    def _table(self, piece: Piece) -> None:
        table = self.document.add_table(len(piece.rows), len(piece.rows[0]))
        table.style = "Table Grid" if self.form["tables"] == "ruled" else "Normal Table"
        for row, cells in zip(table.rows, piece.rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text

    def _grid_row(self, piece: Piece) -> None:
        """A row of a table of questions and answers."""
        bold = "B" if self.grid is None else ""
        if self.grid is None:
            self.grid = self.document.add_table(0, 3)
            self.grid.style = "Table Grid"
        for cell, pieces in zip(self.grid.add_row().cells, piece.cells, strict=True):
            for n, one in enumerate(pieces):
                paragraph = cell.add_paragraph() if n else cell.paragraphs[0]
                self._write(paragraph, one.text.replace("\t", " "), bold)
