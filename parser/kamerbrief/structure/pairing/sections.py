"""Make the sections of the letter from drafts: each exchange gets who asks it, its notes and its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kamerbrief.factions import named_in
from kamerbrief.layout.list_items import is_bulleted, item_of
from kamerbrief.model import Block, Exchange, Footnote, ItemMark, Listing, Paragraph, Part, Section, Table
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.header.askers import Askers, askers_in
from kamerbrief.structure.pairing.asking_factions import askers_of
from kamerbrief.structure.pairing.drafts import ExchangeDraft, HeadingDraft
from kamerbrief.structure.pairing.heading_levels import parents_of


@dataclass(slots=True)
class NoteAssigner:
    """Gives each footnote to the text with its marker.

    It takes a note at the foot of the pages of the text; else one from behind the whole text; else the next with the
    marker on a later page.
    """

    waiting: list[Footnote]
    behind: list[Footnote] = field(default_factory=list)
    """Endnotes that are not handed out yet."""
    pageless: bool = False
    """The file does not say on which page a note stands, as Word files: then endnotes come first, then any note."""
    missing: list[tuple[str, int]] = field(default_factory=list)
    """Markers to which there was no note, with their page."""

    def of(self, blocks: Sequence[MarkedBlock]) -> tuple[Footnote, ...]:
        """The notes whose markers stand in these blocks."""
        return tuple(self._note(mark.marker, block) for block in blocks for mark in block.text.notes)

    def _note(self, marker: str, block: MarkedBlock) -> Footnote:
        same = [
            note for note in self.waiting if note.marker == marker and ((note.page or 0) >= block.page or self.pageless)
        ]
        near = [note for note in same if (note.page or 0) <= block.end_page]
        last = [note for note in self.behind if note.marker == marker]
        ordered = (last, near) if self.pageless else (near, last)
        found = ordered[0] or ordered[1] or sorted(same, key=lambda note: note.page or 0)
        if not found:
            self.missing.append((marker, block.page))
            return Footnote(marker=marker, text=None, page=block.page)
        (self.behind if found is last else self.waiting).remove(found[0])
        return found[0]

    @property
    def left(self) -> tuple[Footnote, ...]:
        """The notes that no text has a marker for."""
        return (*self.waiting, *self.behind)


def sections(found: Sequence[HeadingDraft], notes: NoteAssigner, askers: Askers = Askers()) -> tuple[Section, ...]:  # noqa: B008
    """The sections of the letter, in printed order, with exchanges numbered from 1 over the whole letter.

    `askers`: who asks where neither a heading nor a question says so.
    """
    numbers = iter(range(1, sum(len(heading.drafts) for heading in found) + 1))
    sections = []
    before: tuple[str, ...] = ()
    for heading, above in zip(found, parents_of(found), strict=True):
        if heading.blocks or heading.drafts:
            section = _section(heading, numbers, notes, askers, above, before)
            sections.append(section)
            before = section.exchanges[-1].factions if section.exchanges else section.factions or before
    return tuple(sections)


def _section(
    heading: HeadingDraft,
    numbers: Iterator[int],
    notes: NoteAssigner,
    askers: Askers,
    parents: tuple[str, ...],
    before: tuple[str, ...],
) -> Section:
    """One section; `before` are the factions that asked last before it."""
    factions = named_in(heading.text)
    of_heading = factions or next((names for text in reversed(parents) if (names := named_in(text))), ())
    exchanges = []
    inherited = of_heading or before
    for draft in heading.drafts:
        own = askers_in(draft.who) if draft.who else askers
        if not own.members:
            question, answer = ([block.text.text for block in side] for side in (draft.question, draft.answer[:1]))
            inherited = askers_of(question, "".join(answer), of_heading=of_heading, inherited=inherited)
            own = Askers((), inherited)
        if draft.factions:
            own, inherited = Askers(own.members, draft.factions), draft.factions
        exchanges.append(_exchange(draft, next(numbers), own, notes))
    first = heading.blocks[0] if heading.blocks else heading.drafts[0].first
    return Section(
        heading=heading.text, parents=parents, factions=factions, page=first.page, exchanges=tuple(exchanges)
    )


def _exchange(draft: ExchangeDraft, number: int, askers: Askers, notes: NoteAssigner) -> Exchange:
    blocks = [*draft.question, *draft.answer]
    return Exchange(
        number=number,
        labels=tuple(draft.labels),
        factions=askers.factions,
        members=askers.members,
        question=_part(draft.question),
        answer=_part(draft.answer),
        footnotes=notes.of(blocks),
        pages=(blocks[0].page, max(block.end_page for block in blocks)),
    )


def _part(blocks: Sequence[MarkedBlock]) -> Part:
    """Make a question or an answer of blocks: tables, paragraphs, and lists of items in a row.

    One item alone is a list where it has a bullet; a dash or a letter may be the text's own.
    """
    found: list[Block] = []
    n = 0
    while n < len(blocks):
        end = n
        while end < len(blocks) and not blocks[end].rows and item_of(blocks[end].text.text):
            end += 1
        if end - n > 1 or (end > n and is_bulleted(blocks[n].text.text)):
            found.append(_listing(blocks[n:end]))
        else:
            end = n + 1
            found.append(_plain(blocks[n]))
        n = end
    return Part(blocks=tuple(found))


def _listing(blocks: Sequence[MarkedBlock]) -> Listing:
    items = [item_of(block.text.text) or ("", block.text.text) for block in blocks]
    starts = [len(block.text.text) - len(text) for block, (_, text) in zip(blocks, items, strict=True)]
    return Listing(
        items=tuple(text for _, text in items),
        page=blocks[0].page,
        markers=tuple(marker for marker, _ in items),
        notes=tuple(
            ItemMark(item=n, offset=mark.offset - starts[n], marker=mark.marker)
            for n, block in enumerate(blocks)
            for mark in block.text.notes
        ),
    )


def _plain(block: MarkedBlock) -> Table | Paragraph:
    if block.rows:
        return Table(rows=block.rows, page=block.page)
    text = block.text
    return Paragraph(text=text.text, page=block.page, notes=text.notes, turns=text.turns)
