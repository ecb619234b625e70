"""Turn gathered lines into blocks: mend broken words, cut out footnote markers, set notes at the end apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.layout.body import LayoutBlock
from kamerbrief.layout.endnotes import bracketed_in, find_endnotes, note_text, unbracket
from kamerbrief.layout.glued_markers import unglue
from kamerbrief.layout.note_lines import Note
from kamerbrief.layout.paragraph_builder import Gathered
from kamerbrief.layout.sheet import Frame
from kamerbrief.layout.table_grid import running
from kamerbrief.layout.vocabulary import Vocabulary
from kamerbrief.layout.word_repair import Mender
from kamerbrief.model import Footnote
from kamerbrief.reading.page_lines import Line

NO_FRAME = Frame(0, 0, 1, 1)
"""For lines whose place says nothing."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of a document and its notes, on their way through the steps of layout."""

    blocks: tuple[LayoutBlock, ...]
    notes: tuple[Footnote, ...]
    endnotes: tuple[Footnote, ...] = ()


def mend(gathered: Sequence[Gathered], notes: Sequence[Note], *, thorough: bool) -> Blocks:
    """Make blocks and notes of gathered lines, and mend the words that line ends and extraction broke.

    The words of the whole document are the evidence; `thorough` also asks a word list about every rare pair.
    """
    lines = (line.plain for g in gathered for part in _parts(g) for line in part.lines)
    mender = Mender(Vocabulary.of(lines, thorough=thorough))
    return Blocks(tuple(_mended(g, mender) for g in gathered), tuple(_footnote(note, mender) for note in notes))


def _parts(gathered: Gathered) -> Iterable[Gathered]:
    """The running text of gathered lines: themselves, or the paragraphs in the cells of a table."""
    return (part for row in gathered.cells for cell in row for part in cell) if gathered.rows else [gathered]


def _footnote(note: Note, mender: Mender) -> Footnote:
    text = mender.mend(Gathered(note.lines, NO_FRAME).text(mender.vocabulary))
    return Footnote(marker=note.marker, text=text.text, page=note.page)


def _mended(gathered: Gathered, mender: Mender) -> LayoutBlock:
    first, frame = gathered.lines[0], gathered.frame
    block = LayoutBlock(
        text=mender.mend(gathered.text(mender.vocabulary)),
        page=first.page,
        end_page=gathered.lines[-1].page,
        bold=_throughout(gathered.lines, attrgetter("bold")),
        italic=_throughout(gathered.lines, attrgetter("italic")),
        underlined=_throughout(gathered.lines, attrgetter("underlined")),
        size=first.size / frame.size,
        indent=first.x0 - frame.left,
        gap=gathered.gap / frame.leading,
        loose=gathered.loose,
        lines=gathered.lines,
    )
    if not gathered.rows:
        return block
    cells = tuple(tuple(tuple(_mended(one, mender) for one in cell) for cell in row) for row in gathered.cells)
    return replace(block, rows=running(gathered.rows, mender.vocabulary), cells=cells)


def _throughout(lines: Sequence[Line], has_look: Callable[[Line], bool]) -> bool:
    """Whether all lines that have letters have a look, such as being bold."""
    return any(map(has_look, lines)) and all(has_look(line) or not any(map(str.isalnum, line.text)) for line in lines)


def cut_out_glued_markers(blocks: Blocks) -> Blocks:
    """The blocks with those markers of notes cut out that text extraction glued to words."""
    texts = [block.text for block in blocks.blocks]
    glued = [(note.marker, note.page or 0) for note in _unmarked_notes(blocks)]
    return replace(blocks, blocks=_with_texts(blocks.blocks, unglue(texts, [b.page for b in blocks.blocks], glued)))


def cut_out_bracketed_markers(blocks: Blocks) -> Blocks:
    """The blocks with those markers of footnotes cut out that stand in the text in brackets: "bericht[1]"."""
    markers = {note.marker for note in _unmarked_notes(blocks)}
    if not markers or not markers <= bracketed_in(block.words for block in blocks.blocks):
        return blocks
    return replace(blocks, blocks=tuple(_unmarked(block, markers) for block in blocks.blocks))


def _unmarked_notes(blocks: Blocks) -> list[Footnote]:
    """The footnotes whose marker no text has yet."""
    known = {mark.marker for block in blocks.blocks for mark in block.text.notes}
    return [note for note in blocks.notes if note.marker not in known]


def set_endnotes_apart(blocks: Blocks) -> Blocks:
    """The blocks without the notes at the end of the text, and with the markers cut out that refer to them."""
    texts = [AnnotatedText(block.words) if block.rows else block.text for block in blocks.blocks]
    found = find_endnotes(texts)
    if not found:
        return blocks
    markers, taken = {marker for marker, _ in found}, {n for _, where in found for n in where}
    endnotes = tuple(
        Footnote(marker=marker, text=note_text([texts[n] for n in where]), page=blocks.blocks[where[0]].page)
        for marker, where in found
    )
    rest = tuple(_unmarked(block, markers) for n, block in enumerate(blocks.blocks) if n not in taken)
    return replace(blocks, blocks=rest, endnotes=endnotes)


def _unmarked(block: LayoutBlock, markers: set[str]) -> LayoutBlock:
    """A block with these markers of notes cut out, also those in the cells of a table."""
    cells = tuple(tuple(tuple(_unmarked(part, markers) for part in cell) for cell in row) for row in block.cells)
    return replace(block, text=unbracket(block.text, markers), cells=cells)


def empty_tables(blocks: Blocks) -> Blocks:
    """The blocks with no running text in tables, whose text stands in their cells."""
    return replace(blocks, blocks=tuple(replace(b, text=AnnotatedText("")) if b.rows else b for b in blocks.blocks))


def _with_texts(blocks: Sequence[LayoutBlock], texts: Sequence[AnnotatedText]) -> tuple[LayoutBlock, ...]:
    return tuple(
        block if text is block.text else replace(block, text=text) for block, text in zip(blocks, texts, strict=True)
    )
