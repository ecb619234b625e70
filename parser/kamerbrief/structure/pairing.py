"""Blocks with roles -> sections of exchanges, each with its factions, its notes and its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kamerbrief.factions import named_in
from kamerbrief.layout import Block
from kamerbrief.layout.marks import Marked
from kamerbrief.layout.paragraphs import item_of
from kamerbrief.model import Block as LetterBlock
from kamerbrief.model import Exchange, Footnote, ItemMark, Listing, PageTurn, Paragraph, Part, Section, Table
from kamerbrief.structure.segment import Role

ALONG = ("sluiten zich aan", "sluit zich aan", "sluiten zich graag aan", "mede namens")
"""What a faction says that joins another's question."""


@dataclass(slots=True)
class Draft:
    """An exchange under construction."""

    question: list[Block] = field(default_factory=list)
    answer: list[Block] = field(default_factory=list)
    margin: float = float("inf")
    """How sure its first boundary is."""


@dataclass(slots=True)
class Heading:
    """A printed heading, with the exchanges under it."""

    blocks: list[Block] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(block.words for block in self.blocks)


def headings(blocks: Sequence[Block], roles: Sequence[Role]) -> list[Heading]:
    """The headings in order, each with its exchanges; exchanges before any have an empty one."""
    found: list[Heading] = []
    before = ""
    for block, role in zip(blocks, roles, strict=True):
        if role.name == "heading":
            _add_heading(found, block, joined=before == "heading")
        elif role.name == "question":
            current = found[-1] if found else _opened(found)
            if before != "question" or not current.drafts:
                margin = role.margin if before == "answer" else float("inf")
                current.drafts.append(Draft(margin=margin))
            _append(current.drafts[-1].question, block)
        elif role.name == "answer":
            _append(found[-1].drafts[-1].answer, block)
        before = role.name
    return found


def _opened(found: list[Heading]) -> Heading:
    found.append(Heading())
    return found[-1]


def _add_heading(found: list[Heading], block: Block, *, joined: bool) -> None:
    """A new heading, or the second line of the one before."""
    text = block.text.text
    if joined and found and (text[:1].islower() or found[-1].text.endswith((" en", " de", " van", ","))):
        found[-1].blocks.append(block)
    else:
        found.append(Heading([block]))


def _append(blocks: list[Block], block: Block) -> None:
    """Put a block behind the others; one that goes on over a page turn is joined to its beginning."""
    last = blocks[-1] if blocks else None
    if last and block.loose and not (last.rows or block.rows):
        blocks[-1] = replace(last, text=joined(last.text, block.text, block.page), end_page=block.end_page)
    else:
        blocks.append(block)


def joined(first: Marked, second: Marked, page: int) -> Marked:
    """Two texts as one, a space and a page turn between them."""
    shift = len(first.text) + 1
    return Marked(
        f"{first.text} {second.text}",
        (*first.notes, *(type(n)(offset=n.offset + shift, marker=n.marker) for n in second.notes)),
        (
            *first.turns,
            PageTurn(offset=shift, page=page),
            *(type(t)(offset=t.offset + shift, page=t.page) for t in second.turns),
        ),
    )


@dataclass(slots=True)
class Notes:
    """Hands each footnote to the text that has its marker, the nearest page first."""

    waiting: list[Footnote]
    missing: list[tuple[str, int]] = field(default_factory=list)
    """Markers without a note, with the page each stands on."""

    def of(self, blocks: Sequence[Block]) -> tuple[Footnote, ...]:
        """The notes whose markers stand in these blocks."""
        return tuple(self._note(mark.marker, block) for block in blocks for mark in block.text.notes)

    def _note(self, marker: str, block: Block) -> Footnote:
        same = [note for note in self.waiting if note.marker == marker and note.page >= block.page]
        if not same:
            self.missing.append((marker, block.page))
            return Footnote(marker=marker, text=None, page=block.page)
        note = min(same, key=lambda note: note.page)
        self.waiting.remove(note)
        return note


def sections(found: Sequence[Heading], notes: Notes) -> tuple[Section, ...]:
    """The sections of the letter; exchanges are numbered through."""
    numbers = iter(range(1, sum(len(heading.drafts) for heading in found) + 1))
    return tuple(_section(heading, numbers, notes) for heading in found)


def _section(heading: Heading, numbers: Iterator[int], notes: Notes) -> Section:
    factions = named_in(heading.text)
    exchanges = []
    inherited = factions
    for draft in heading.drafts:
        inherited = _factions(draft, factions, inherited)
        exchanges.append(_exchange(draft, next(numbers), inherited, notes))
    first = heading.blocks[0] if heading.blocks else heading.drafts[0].question[0]
    return Section(heading=heading.text, factions=factions, page=first.page, exchanges=tuple(exchanges))


def _factions(draft: Draft, of_heading: tuple[str, ...], inherited: tuple[str, ...]) -> tuple[str, ...]:
    """Who asks: the heading's factions and who joins in; without these who the question names first."""
    text = " ".join(block.text.text for block in draft.question)
    along = [s for s in text.split(". ") if any(phrase in s for phrase in ALONG)]
    if of_heading:
        joining = [name for s in along for name in named_in(s.split("aan bij")[0])]
        return tuple(dict.fromkeys((*of_heading, *joining)))
    first = next((names for s in text.split(". ") if (names := named_in(s))), ())
    return first or inherited


def _exchange(draft: Draft, number: int, factions: tuple[str, ...], notes: Notes) -> Exchange:
    return Exchange(
        number=number,
        factions=factions,
        question=_part(draft.question),
        answer=_part(draft.answer),
        footnotes=notes.of([*draft.question, *draft.answer]),
        pages=(draft.question[0].page, (draft.answer or draft.question)[-1].end_page),
    )


def _part(blocks: Sequence[Block]) -> Part:
    """Blocks as the model has them; items under each other as one list."""
    found: list[LetterBlock] = []
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


def _listing(blocks: Sequence[Block]) -> Listing:
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


def _plain(block: Block) -> Table | Paragraph:
    if block.rows:
        return Table(rows=block.rows, page=block.page)
    text = block.text
    return Paragraph(text=text.text, page=block.page, notes=text.notes, turns=text.turns)
