"""The passages of an exchange: sentences, a table's rows, the items of a list, footnotes; what a search finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from kamerbrief.model import Block, Exchange, Paragraph, Part
    from kamerbrief.sentences import SentenceSpan

Side = Literal["question", "answer", "footnote"]


class Passage(NamedTuple):
    """A sentence, row, item or footnote."""

    page: int | None
    """The page on which it starts."""
    text: str


END = "\n"
"""Stands after each passage where they are one text."""

Sides = Sequence[Sequence[Passage]]
"""The question, its footnotes, the answer, its footnotes."""
SIDES: tuple[tuple[Side, str], ...] = (
    ("question", "questions"),
    ("footnote", "questions"),
    ("answer", "answers"),
    ("footnote", "answers"),
)
"""What each side's hits are called, and the half that it goes with."""


class Searched(NamedTuple):
    """An exchange as its passages."""

    number: int
    factions: tuple[str, ...]
    sides: Sides


Spot = tuple[int, tuple[str, ...], int, int | None, str]
"""A passage that matches: number and factions of its exchange, which of SIDES, page, text."""


class Candidate(NamedTuple):
    """A passage that may match, with where it stands."""

    number: int
    factions: tuple[str, ...]
    side: int
    """Which of SIDES."""
    position: int
    page: int | None
    text: str
    around: Sequence[Passage]
    """All passages of its side."""


def candidates(exchanges: Iterable[Searched]) -> Iterator[Candidate]:
    """All passages of exchanges."""
    for number, factions, sides in exchanges:
        for n, side in enumerate(sides):
            for position, (page, text) in enumerate(side):
                yield Candidate(number, factions, n, position, page, text, side)


def searched_of(exchange: Exchange) -> Searched:
    """The passages of an exchange of a letter."""
    return Searched(exchange.number, exchange.factions, sides_of(exchange))


def sides_of(exchange: Exchange) -> Sides:
    """The passages of each side; a footnote goes with the half that has its marker."""
    asked = _markers(exchange.question)
    notes: tuple[list[Passage], list[Passage]] = ([], [])
    for note in exchange.footnotes:
        if note.text:
            notes[note.marker not in asked].append(Passage(note.page, note.text))
    return [*passages(exchange.question)], notes[0], [*passages(exchange.answer)], notes[1]


def _markers(part: Part) -> set[str]:
    from kamerbrief.model import Table

    return {mark.marker for block in part.blocks if not isinstance(block, Table) for mark in block.notes}


def passages(part: Part) -> Iterator[Passage]:
    """Each sentence, table row or list item of a part."""
    for block in part.blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Passage]:
    from kamerbrief.model import Listing, Paragraph, Table
    from kamerbrief.sentences import split

    match block:
        case Paragraph():
            for span in split(block.text):
                yield Passage(page_at(block, span), block.text[span.start : span.end])
        case Table():
            for row in block.rows:
                yield Passage(block.page, " | ".join(row))
        case Listing():
            for item in block.items:
                yield Passage(block.page, item)


def page_at(paragraph: Paragraph, span: SentenceSpan) -> int | None:
    """The page on which a stretch of a paragraph starts."""
    return max((turn.page for turn in paragraph.turns if turn.offset <= span.start), default=paragraph.page)
