"""Drafts -> sections of exchanges, each with who asks, its notes and its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kamerbrief.factions import named_in
from kamerbrief.layout import LayoutBlock
from kamerbrief.layout.paragraphs import item_of
from kamerbrief.model import Block, Exchange, Footnote, ItemMark, Listing, Paragraph, Part, Section, Table
from kamerbrief.structure.evidence.wording import ASKING, JOINS, MEMBERS_PRINTED, SENTENCE_BREAK
from kamerbrief.structure.header.askers import Askers, askers_in
from kamerbrief.structure.pairing.exchange_builder import ExchangeBuilder, HeadingBuilder
from kamerbrief.structure.pairing.heading_levels import parents_of

ALONG = re.compile(rf"{JOINS.pattern}|\bmede namens\b", re.I)
"""What a faction says that joins another's question."""
THESE = re.compile(r"deze|genoemde|voornoemde|dezelfde|laatstgenoemde|de aan het woord", re.I)
"""How members are called that were named before."""
FOREMOST = 5
"""Words that may stand before the subject of a sentence: "Tot slot vragen de leden van ..."."""
OF_OTHERS = re.compile(r"\b(?:aan )?bij de (?:vra(?:ag|gen)|opmerkingen|inbreng) van\b", re.I)
"""Behind it stand the factions whose question is joined."""


@dataclass(slots=True)
class NoteAssigner:
    """Hands each note to the text with its marker: one at the foot of its pages, one behind the text, the next one."""

    waiting: list[Footnote]
    behind: list[Footnote] = field(default_factory=list)
    """Notes behind the text; they wait too."""
    pageless: bool = False
    """The file keeps its notes apart from its pages, as Word does: any that is left will do."""
    missing: list[tuple[str, int]] = field(default_factory=list)
    """Markers without a note, with the page each stands on."""

    def of(self, blocks: Sequence[LayoutBlock]) -> tuple[Footnote, ...]:
        """The notes whose markers stand in these blocks."""
        return tuple(self._note(mark.marker, block) for block in blocks for mark in block.text.notes)

    def _note(self, marker: str, block: LayoutBlock) -> Footnote:
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
        """Notes to which no marker was found."""
        return (*self.waiting, *self.behind)


def sections(found: Sequence[HeadingBuilder], notes: NoteAssigner, askers: Askers = Askers()) -> tuple[Section, ...]:  # noqa: B008
    """The sections of the letter; exchanges are numbered through.

    `askers`: who asks where neither a heading nor a question says so.
    """
    numbers = iter(range(1, sum(len(heading.drafts) for heading in found) + 1))
    parents = parents_of(found)
    return tuple(
        _section(heading, numbers, notes, askers, above)
        for heading, above in zip(found, parents, strict=True)
        if heading.blocks or heading.drafts
    )


def _section(
    heading: HeadingBuilder, numbers: Iterator[int], notes: NoteAssigner, askers: Askers, parents: tuple[str, ...]
) -> Section:
    factions = named_in(heading.text)
    above = next((names for text in reversed(parents) if (names := named_in(text))), ())
    exchanges = []
    inherited = factions or above
    for draft in heading.drafts:
        own = askers_in(draft.who) if draft.who else askers
        if not own.members:
            inherited = _factions(draft, factions or above, inherited)
            own = Askers((), inherited)
        exchanges.append(_exchange(draft, next(numbers), own, notes))
    first = heading.blocks[0] if heading.blocks else heading.drafts[0].first
    return Section(
        heading=heading.text, parents=parents, factions=factions, page=first.page, exchanges=tuple(exchanges)
    )


def _factions(draft: ExchangeBuilder, of_heading: tuple[str, ...], inherited: tuple[str, ...]) -> tuple[str, ...]:
    """Who asks: the heading's factions and who joins in; without these whom the question names as asking."""
    if of_heading:
        text = " ".join(block.text.text for block in draft.question)
        joining = [name for s in text.split(". ") if ALONG.search(s) for name in named_in(OF_OTHERS.split(s)[0])]
        return tuple(dict.fromkeys((*of_heading, *joining)))
    text = " ".join(block.text.text for block in draft.question)
    return _asking(text, inherited) or _first_named(text) or inherited


def _asking(text: str, inherited: tuple[str, ...]) -> tuple[str, ...]:
    """The factions that are the subject of a sentence; "deze leden" before any are those who asked before."""
    found: dict[str, None] = {}
    for sentence in SENTENCE_BREAK.split(text):
        members = MEMBERS_PRINTED.search(sentence)
        if members is None or len(sentence[: members.start()].split()) > FOREMOST:
            continue
        verb = ASKING.search(sentence, members.end())
        names = named_in(sentence[members.start() : verb.start() if verb else None])
        before = inherited if not found and THESE.match(members.group()) else ()
        found |= dict.fromkeys(names or before)
    return tuple(found)


def _first_named(text: str) -> tuple[str, ...]:
    """The factions of the first sentence in which some ask, else of the first that names any."""
    named = [s for s in SENTENCE_BREAK.split(text) if named_in(s)]
    first = next((s for s in named if MEMBERS_PRINTED.search(s) and (ASKING.search(s) or ALONG.search(s))), None)
    return named_in(OF_OTHERS.split(first or (named[0] if named else ""))[0])


def _exchange(draft: ExchangeBuilder, number: int, askers: Askers, notes: NoteAssigner) -> Exchange:
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


def _part(blocks: Sequence[LayoutBlock]) -> Part:
    """Blocks as the model has them; items under each other as one list."""
    found: list[Block] = []
    n = 0
    while n < len(blocks):
        end = n
        while end < len(blocks) and not blocks[end].rows and item_of(blocks[end].text.text):
            end += 1
        if end - n > 1:
            found.append(_listing(blocks[n:end]))
        else:
            end = n + 1
            found.append(_plain(blocks[n]))
        n = end
    return Part(blocks=tuple(found))


def _listing(blocks: Sequence[LayoutBlock]) -> Listing:
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


def _plain(block: LayoutBlock) -> Table | Paragraph:
    if block.rows:
        return Table(rows=block.rows, page=block.page)
    text = block.text
    return Paragraph(text=text.text, page=block.page, notes=text.notes, turns=text.turns)
