"""Lay a document out: turn pages of lines into blocks in reading order, notes, and what stood beside the text.

The order of the steps stands here. Each takes what the one before it gave, and changes nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import reduce

from kamerbrief.layout.blocks import (
    NO_FRAME,
    Blocks,
    cut_out_bracketed_markers,
    cut_out_glued_markers,
    empty_tables,
    mend,
    set_endnotes_apart,
)
from kamerbrief.layout.body import Body, LayoutBlock
from kamerbrief.layout.columns import sheets
from kamerbrief.layout.footnotes import strip_footnotes
from kamerbrief.layout.gathering import gather
from kamerbrief.layout.landmarks import Landmarks
from kamerbrief.layout.note_lines import Note
from kamerbrief.layout.page_furniture import aside_of, strip_furniture
from kamerbrief.layout.paragraph_builder import Gathered
from kamerbrief.layout.question_numbers import find_numbering
from kamerbrief.layout.repeated_lines import strip_repeated_lines
from kamerbrief.layout.sheet import AsideLine, Sheets
from kamerbrief.layout.sidebars import strip_sidebars
from kamerbrief.layout.table_detection import set_tables_apart
from kamerbrief.reading.page_lines import Cells, Document, Line, ParagraphFlow, Span

__all__ = ["AsideLine", "Body", "LayoutBlock", "lay_out"]

STEPS_OF_PAGES: tuple[Callable[[Sheets], Sheets], ...] = (
    set_tables_apart,  # before the footnotes: by its place a table in small type is told from a run of notes
    strip_footnotes,
)
"""What is taken off the pages of a file that shows where its lines stand."""
STEPS_OF_TEXT: tuple[Callable[[Sheets], Sheets], ...] = (
    strip_sidebars,
    strip_footnotes,
    set_tables_apart,
)
"""What is taken off the pages of a plain text."""
STEPS_OF_BLOCKS: tuple[Callable[[Blocks], Blocks], ...] = (
    cut_out_bracketed_markers,
    cut_out_glued_markers,
    set_endnotes_apart,
    empty_tables,
)
"""What is done to blocks, whatever file they come from."""


def lay_out(document: Document, landmarks: Landmarks) -> Body:
    """The blocks of a document in reading order, its notes, and what stood beside the text.

    `landmarks` tells the lines that open or close a block by their wording.
    """
    if document.flow is not None:
        return _lay_out_flow(document.flow, document)
    bare = find_numbering(Sheets(sheets(document), document.measured), landmarks)
    bare = bare if document.measured else strip_repeated_lines(bare, landmarks)
    bare = strip_furniture(bare, landmarks)
    bare = reduce(lambda pages, step: step(pages), STEPS_OF_PAGES if document.measured else STEPS_OF_TEXT, bare)
    gathered = gather(bare, landmarks)
    heads = [aside_of(line, "running-head") for part in gathered for line in part.repeated]
    blocks = mend(gathered, bare.notes, thorough=not document.measured)
    return _body(blocks, (*bare.asides, *heads), document)


def _lay_out_flow(flow: ParagraphFlow, document: Document) -> Body:
    """Lay out a file that keeps its paragraphs whole, as Word files do: only its words need mending."""
    gathered = [
        _gathered_table(block) if isinstance(block, Cells) else Gathered(block, NO_FRAME) for block in flow.blocks
    ]
    notes = [Note(marker, (line,)) for marker, line in flow.notes]
    asides = tuple(aside_of(line, "sidebar") for line in flow.beside)
    return _body(mend(gathered, notes, thorough=False), asides, document)


def _gathered_table(table: Cells) -> Gathered:
    """A table that the file itself says is one."""

    def paragraph(text: str) -> Gathered:
        return Gathered((Line(table.page, 0, 0, 0, 1, (Span(text),)),), NO_FRAME)

    rows = tuple(tuple(cell.replace("\n", " ") for cell in row) for row in table.rows)
    cells = tuple(tuple(tuple(map(paragraph, filter(None, cell.split("\n")))) for cell in row) for row in table.rows)
    return replace(paragraph(""), rows=rows, cells=cells)


def _body(blocks: Blocks, asides: tuple[AsideLine, ...], document: Document) -> Body:
    done = reduce(lambda found, step: step(found), STEPS_OF_BLOCKS, blocks)
    return Body(done.blocks, done.notes, asides, document.paged, done.endnotes, pageless=document.flow is not None)
