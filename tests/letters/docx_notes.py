"""Real footnotes in a DOCX, which python-docx does not make by itself."""

from __future__ import annotations

from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


class Notes:
    """The footnotes of a document: markers in its text, bodies in a part of their own."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.bodies: list[str] = []

    def add(self, paragraph: Paragraph, number: str, text: str) -> None:
        """A marker at the end of a paragraph so far, and the body that it points at."""
        run = paragraph.add_run()
        run.font.superscript = True
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), number)
        run._r.append(reference)
        mark = "<w:r><w:footnoteRef/></w:r>"
        body = f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r>'
        self.bodies.append(f'<w:footnote w:id="{number}"><w:p>{mark}{body}</w:p></w:footnote>')

    def close(self) -> None:
        """Put the bodies into the document."""
        if not self.bodies:
            return
        xml = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes xmlns:w="{W}">{"".join(self.bodies)}</w:footnotes>'
        package = self.document.part.package
        part = Part(PackURI("/word/footnotes.xml"), TYPE, xml.encode(), package)
        self.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
