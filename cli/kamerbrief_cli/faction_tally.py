"""Count how much each faction asks in a letter, and how much it is answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kamerbrief.model import Block, Exchange, Letter, Listing, Paragraph, Part


class Tally(NamedTuple):
    """The counts of one faction in one letter."""

    faction: str | None
    """None for exchanges in which no faction is named."""
    exchanges: int
    questions: int
    words_asked: int
    words_answered: int
    pages: tuple[int, ...] | None
    """Every page on which one of its exchanges stands; None if the file does not show its pages."""


def tallies(letter: Letter) -> tuple[Tally, ...]:
    """Return a tally for each faction, in order of first appearance.

    A joint exchange counts for each of its factions.
    """
    by_faction: dict[str | None, list[Exchange]] = {}
    for exchange in letter.exchanges:
        for faction in exchange.factions or (None,):
            by_faction.setdefault(faction, []).append(exchange)
    return tuple(tally(faction, exchanges) for faction, exchanges in by_faction.items())


def tally(faction: str | None, exchanges: Sequence[Exchange]) -> Tally:
    """Return the counts of these exchanges together."""
    return Tally(
        faction=faction,
        exchanges=len(exchanges),
        questions=sum(question_count(exchange) for exchange in exchanges),
        words_asked=sum(word_count(exchange.question) for exchange in exchanges),
        words_answered=sum(word_count(exchange.answer) for exchange in exchanges),
        pages=pages(exchanges),
    )


def question_count(exchange: Exchange) -> int:
    """Count the subquestions; at least one, because every exchange asks something.

    In a letter without findings, as an earlier version stored it, these are the sentences with a question mark.
    """
    if exchange.subquestions is not None:
        return max(1, len(exchange.subquestions))
    from kamerbrief.sentences import questions

    return max(1, len(questions(exchange.question)))


def word_count(part: Part) -> int:
    """Count the words of a part: runs of characters between spaces that have a letter or a digit."""
    words = (word for text in texts(part) for word in text.split())
    return sum(any(character.isalnum() for character in word) for word in words)


def pages(exchanges: Sequence[Exchange]) -> tuple[int, ...] | None:
    """Return every page on which one of these exchanges stands, in order; None if no page is known."""
    spans = [one.pages for one in exchanges if one.pages]
    return tuple(sorted({page for first, last in spans for page in range(first, last + 1)})) or None


def texts(part: Part) -> Iterator[str]:
    """Yield all text of a part, piece by piece."""
    for block in part.blocks:
        yield from pieces(block)


def pieces(block: Block) -> tuple[str, ...]:
    """Return the text of a block: a paragraph, the items of a list, or the cells of a table."""
    if isinstance(block, Paragraph):
        return (block.text,)
    if isinstance(block, Listing):
        return block.items
    return tuple(cell for row in block.rows for cell in row)


def own_question(exchange: Exchange) -> str:
    """Return the last question of an exchange that can be understood by itself, else its last question or sentence."""
    from kamerbrief.sentences import is_follow_up, questions, split

    found = questions(exchange.question)
    if found:
        return next((one for one in reversed(found) if not is_follow_up(one)), found[-1])
    last = next((text for text in reversed(list(texts(exchange.question))) if text.strip()), "")
    spans = split(last)
    return last[spans[-1].start : spans[-1].end] if spans else last
