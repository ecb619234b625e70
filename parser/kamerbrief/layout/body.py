"""What layout hands on: the blocks of a document, its notes, and what stood beside the text."""

from __future__ import annotations

from dataclasses import dataclass

from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.layout.sheet import AsideLine
from kamerbrief.model import Footnote
from kamerbrief.reading.page_lines import Line


@dataclass(frozen=True, slots=True)
class LayoutBlock:
    """A paragraph, an item of a list, or a table, with how it looks on the page."""

    text: AnnotatedText
    page: int
    end_page: int
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    size: float = 1.0
    """Its type size, divided by that of the body."""
    indent: float = 0.0
    """Points from the left edge of the column."""
    gap: float = 0.0
    """Blank height above it, in lines."""
    loose: bool = False
    """Whether it may go on from the block before, over a page turn."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells, where it is a table."""
    cells: tuple[tuple[tuple[LayoutBlock, ...], ...], ...] = ()
    """The paragraphs in each cell, where they are known."""
    lines: tuple[Line, ...] = ()
    """Its lines as printed."""

    @property
    def words(self) -> str:
        """All its text; of a table, that of the cells row by row."""
        return "\n".join(" ".join(row) for row in self.rows) if self.rows else self.text.text


@dataclass(frozen=True, slots=True)
class Body:
    """A document as laid out."""

    blocks: tuple[LayoutBlock, ...]
    notes: tuple[Footnote, ...]
    """The notes at the foot of their page."""
    kept: tuple[AsideLine, ...]
    """The lines taken out of the running text."""
    paged: bool = True
    """Whether the file shows where its pages start."""
    endnotes: tuple[Footnote, ...] = ()
    """The notes behind the text."""
    pageless: bool = False
    """Whether its notes have no page of their own."""
