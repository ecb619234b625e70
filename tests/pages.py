"""Makes lines and documents for tests, as a reader would hand them on."""

from __future__ import annotations

from kamerbrief.layout import Body, LayoutBlock, lay_out
from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.reading.page_lines import Document, Line, Page, Rule, Span
from kamerbrief.structure.evidence import letter_landmarks


def line(text: str, *, x0: float = 80, y: float = 100, size: float = 10, page: int = 1, bold: bool = False) -> Line:
    """A line whose letters are all half an em wide."""
    return Line(page, x0, x0 + len(text) * size / 2, y, size, (Span(text, bold),))


def page_of(*lines: Line, number: int = 1, rules: tuple[Rule, ...] = ()) -> Page:
    """A sheet of A4."""
    return Page(number, 595, 842, tuple(sorted(lines, key=lambda line: (line.y, line.x0))), rules)


def document_of(*pages: Page) -> Document:
    """A measured document."""
    return Document("application/pdf", pages)


def column(*texts: str, y: float = 100, leading: float = 12, page: int = 1, size: float = 10) -> list[Line]:
    """Lines under each other in the body column."""
    return [line(text, y=y + n * leading, page=page, size=size) for n, text in enumerate(texts)]


def block(text: str, *, page: int = 1, bold: bool = False, italic: bool = False, loose: bool = False) -> LayoutBlock:
    """A paragraph as laid out."""
    return LayoutBlock(AnnotatedText(text), page, page, bold=bold, italic=italic, loose=loose)


def laid_out(document: Document) -> Body:
    """A document, laid out with the landmarks of a letter."""
    return lay_out(document, letter_landmarks)
