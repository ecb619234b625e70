"""Split an exchange into passages, the units that a search finds: sentences, table rows, list items and footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from kamerbrief.model import Block, Exchange, Part

Side = Literal["question", "answer", "footnote"]
"""What kind of text a passage is from."""


class Passage(NamedTuple):
    """A sentence, a table row, a list item or a footnote."""

    page: int | None
    """The page on which it starts."""
    text: str


END = "\n"
"""What follows each passage where a letter's passages are joined into one text."""

Sides = Sequence[Sequence[Passage]]
"""The passages of an exchange in four lists: the question, its footnotes, the answer, its footnotes."""
SIDES: tuple[tuple[Side, str], ...] = (
    ("question", "questions"),
    ("footnote", "questions"),
    ("answer", "answers"),
    ("footnote", "answers"),
)
"""For each of the four lists: the kind of text, and the half of the exchange it belongs to."""


class ExchangePassages(NamedTuple):
    """The passages of one exchange, with its number and factions."""

    number: int
    factions: tuple[str, ...]
    sides: Sides


MatchedPassage = tuple[int, tuple[str, ...], int, int | None, str]
"""A passage that matches: number and factions of its exchange, index in SIDES, page, text."""


class Candidate(NamedTuple):
    """A passage that may match, with its place."""

    number: int
    factions: tuple[str, ...]
    side: int
    """The index in SIDES."""
    position: int
    """The index of the passage in its side, from 0."""
    page: int | None
    text: str
    around: Sequence[Passage]
    """All passages of its side, for context."""


def candidates(exchanges: Iterable[ExchangePassages]) -> Iterator[Candidate]:
    """Iterate over all passages of some exchanges, in order."""
    for number, factions, sides in exchanges:
        for n, side in enumerate(sides):
            for position, (page, text) in enumerate(side):
                yield Candidate(number, factions, n, position, page, text, side)


def exchange_passages(exchange: Exchange) -> ExchangePassages:
    """Split an exchange of a letter into its passages."""
    return ExchangePassages(exchange.number, exchange.factions, sides_of(exchange))


def sides_of(exchange: Exchange) -> Sides:
    """Return the four lists of passages of an exchange. A footnote belongs to the half that has its marker."""
    question_markers = _markers(exchange.question)
    notes: tuple[list[Passage], list[Passage]] = ([], [])
    for note in exchange.footnotes:
        if note.text:
            notes[note.marker not in question_markers].append(Passage(note.page, note.text))
    return [*passages(exchange.question)], notes[0], [*passages(exchange.answer)], notes[1]


def _markers(part: Part) -> set[str]:
    """Return the footnote markers in a part."""
    from kamerbrief.model import Table

    return {mark.marker for block in part.blocks if not isinstance(block, Table) for mark in block.notes}


def passages(part: Part) -> Iterator[Passage]:
    """Iterate over the sentences, table rows and list items of a part."""
    for block in part.blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Passage]:
    from kamerbrief.model import Listing, Paragraph, Table
    from kamerbrief.sentences import split

    match block:
        case Paragraph():
            for span in split(block.text):
                yield Passage(block.page_at(span.start), block.text[span.start : span.end])
        case Table():
            for row in block.rows:
                yield Passage(block.page, " | ".join(row))
        case Listing():
            for item in block.items:
                yield Passage(block.page, item)
