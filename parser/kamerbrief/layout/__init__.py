"""Pages of lines -> the body's blocks in reading order, its notes, and what stood beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter

from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.layout.columns import Frame, Sheet, sheets
from kamerbrief.layout.endnotes import find_endnotes, note_text, unbracket
from kamerbrief.layout.footnotes import strip_footnotes
from kamerbrief.layout.glued_markers import unglue
from kamerbrief.layout.note_lines import Note
from kamerbrief.layout.page_furniture import AsideLine, is_page_number, strip_furniture
from kamerbrief.layout.paragraph_builder import ParagraphBuilder, texts
from kamerbrief.layout.paragraphs import ParagraphAssembler
from kamerbrief.layout.question_numbers import label_questions
from kamerbrief.layout.sidebars import strip_sidebars
from kamerbrief.layout.table_detection import without_tables
from kamerbrief.layout.table_grid import Grid, running
from kamerbrief.layout.vocabulary import Vocabulary
from kamerbrief.layout.word_repair import Mender
from kamerbrief.model import Footnote
from kamerbrief.printed_marks import Mark
from kamerbrief.reading.page_lines import Cells, Document, Line, ParagraphFlow

_NO_FRAME = Frame(0, 0, 1, 1)


@dataclass(frozen=True, slots=True)
class LayoutBlock:
    """A paragraph, an item of a list, or a table, with how it looks on the page."""

    text: AnnotatedText
    page: int
    end_page: int
    bold: bool = False
    italic: bool = False
    size: float = 1.0
    """Its type size over the body's."""
    indent: float = 0.0
    """Points from the column's left edge."""
    gap: float = 0.0
    """Blank height above it, in lines."""
    loose: bool = False
    """It may go on from the block before, over a page turn."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells, where it is a table."""
    lines: tuple[Line, ...] = ()
    """As printed."""
    mark: Mark | None = None
    """The printed mark of a question or an answer that it is, once structure has told."""

    @property
    def words(self) -> str:
        """All that stands in it, the cells of a table row by row."""
        return "\n".join(" ".join(row) for row in self.rows) if self.rows else self.text.text


@dataclass(frozen=True, slots=True)
class Body:
    """A document as laid out."""

    blocks: tuple[LayoutBlock, ...]
    notes: tuple[Footnote, ...]
    kept: tuple[AsideLine, ...]
    paged: bool = True
    """Whether the file shows where its pages start."""
    endnotes: tuple[Footnote, ...] = ()
    """Notes behind the text; `notes` stand at the foot of their page."""
    pageless: bool = False
    """Whether its notes have no page of their own."""


def lay_out(document: Document) -> Body:
    """Undo the page: columns, furniture, footnotes, tables, paragraphs, words, in this order."""
    if document.flow is not None:
        return _lay_out_flow(document.flow, document)
    bare, kept = strip_furniture(label_questions(sheets(document)), measured=document.measured)
    if not document.measured:
        bare, asides = strip_sidebars(bare)
        kept += asides
    if document.measured:
        # by their places tables are told first: one in small type is no run of notes
        tabled = [without_tables(sheet) for sheet in bare]
        bare, notes = strip_footnotes(tuple(sheet for sheet, _ in tabled), measured=True)
        tabled = [(sheet, grids) for sheet, (_, grids) in zip(bare, tabled, strict=True)]
    else:
        bare, notes = strip_footnotes(bare, measured=False)
        tabled = [without_tables(sheet) for sheet in bare]
    drafts = _drafts(tabled, measured=document.measured)
    return _body(drafts, notes, kept, document)


def _lay_out_flow(flow: ParagraphFlow, document: Document) -> Body:
    """A file that keeps its paragraphs whole needs only its words looked at."""
    drafts = [
        ParagraphBuilder([Line(block.page, 0, 0, 0, 1, ())], _NO_FRAME, rows=block.rows)
        if isinstance(block, Cells)
        else ParagraphBuilder(list(block), _NO_FRAME)
        for block in flow.blocks
    ]
    notes = [Note(marker, (line,)) for marker, line in flow.notes]
    kept = [AsideLine("page-number" if is_page_number(line.text) else "sidebar", line) for line in flow.beside]
    return _body(drafts, notes, kept, document)


def _body(drafts: list[ParagraphBuilder], notes: list[Note], kept: list[AsideLine], document: Document) -> Body:
    """The blocks' text, put together with the words of all of them in view."""
    plain = (line.plain for draft in drafts if not draft.rows for line in draft.lines)
    vocabulary = Vocabulary.of(plain, thorough=not document.measured and document.flow is None)
    mender = Mender(vocabulary)
    marked = list(texts(drafts, mender))
    footnotes = _footnotes(notes, mender)
    raised = {mark.marker for text in marked for mark in text.notes}
    glued = [(note.marker, note.page or 0) for note in footnotes if note.marker not in raised]
    marked = unglue(marked, [draft.first.page for draft in drafts], glued)
    ends = find_endnotes(marked)
    last = tuple(
        Footnote(marker=marker, text=note_text([marked[n] for n in where]), page=drafts[where[0]].first.page)
        for marker, where in ends
    )
    taken = {n for _, where in ends for n in where}
    marked = [unbracket(text, {marker for marker, _ in ends}) for text in marked] if ends else marked
    blocks = tuple(_block(drafts[n], text, vocabulary) for n, text in enumerate(marked) if n not in taken)
    return Body(blocks, footnotes, tuple(kept), document.paged, last, document.flow is not None)


def _drafts(tabled: Sequence[tuple[Sheet, list[Grid]]], *, measured: bool) -> list[ParagraphBuilder]:
    bare = [sheet for sheet, _ in tabled]
    flow = ParagraphAssembler(measured, gapless=not measured and _gapless(bare), indents=measured and _indents(bare))
    for sheet, grids in tabled:
        waiting = list(grids)
        for line in sheet.body:
            while waiting and waiting[0].first.y < line.y:
                grid = waiting.pop(0)
                flow.table(grid.rows, grid.lines, sheet.frame)
            flow.line(line, sheet.frame)
        for grid in waiting:
            flow.table(grid.rows, grid.lines, sheet.frame)
    return flow.drafts


def _gapless(bare: Sequence[Sheet]) -> bool:
    """Whether blank lines are too few to be what parts the paragraphs."""
    steps = [(b.y - a.y) / s.frame.leading for s in bare for a, b in pairwise(s.body)]
    return sum(step > 1.35 for step in steps) < len(steps) / 12


def _indents(bare: Sequence[Sheet]) -> bool:
    """Whether paragraphs start with an indent: single lines that stand in while their neighbours do not."""
    lines = [(line, sheet.frame) for sheet in bare for line in sheet.body]
    inward = [(line.x0 - frame.left) / frame.size for line, frame in lines]
    single = [b for a, b, c in zip(inward, inward[1:], inward[2:], strict=False) if a < 0.2 and c < 0.2 and b > 0.8]
    return sum(b < 5 for b in single) > max(2, len(lines) / 40)


def _footnotes(notes: list[Note], mender: Mender) -> tuple[Footnote, ...]:
    found = []
    for note in notes:
        (text,) = texts([ParagraphBuilder(list(note.lines), _NO_FRAME)], mender)
        found.append(Footnote(marker=note.marker, text=text.text, page=note.page))
    return tuple(found)


def _block(draft: ParagraphBuilder, text: AnnotatedText, vocabulary: Vocabulary) -> LayoutBlock:
    block = LayoutBlock(
        text=text,
        page=draft.first.page,
        end_page=draft.last.page,
        bold=_throughout(draft.lines, attrgetter("bold")),
        italic=_throughout(draft.lines, attrgetter("italic")),
        size=draft.first.size / draft.frame.size,
        indent=draft.first.x0 - draft.frame.left,
        gap=draft.gap / draft.frame.leading,
        loose=draft.loose,
        lines=tuple(draft.lines),
    )
    return replace(block, text=AnnotatedText(""), rows=running(draft.rows, vocabulary)) if draft.rows else block


def _throughout(lines: Sequence[Line], look: Callable[[Line], bool]) -> bool:
    """Whether all lines that have letters are in a look; a line without any is in none."""
    return any(map(look, lines)) and all(look(line) or not any(map(str.isalnum, line.text)) for line in lines)
