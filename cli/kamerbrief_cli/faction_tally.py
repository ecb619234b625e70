"""How much each faction asks, and how much it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kamerbrief.model import Block, Exchange, Letter, Listing, Paragraph, Part


class Tally(NamedTuple):
    """The counts of one faction in one letter."""

    faction: str | None
    """None for exchanges that no faction is named for."""
    exchanges: int
    questions: int
    words_asked: int
    words_answered: int
    pages: tuple[int, ...] | None
    """None where the file does not show its pages."""


def tallies(letter: Letter) -> tuple[Tally, ...]:
    """A tally per faction, in order of first appearance; a joint exchange counts for each of its factions."""
    by_faction: dict[str | None, list[Exchange]] = {}
    for exchange in letter.exchanges:
        for faction in exchange.factions or (None,):
            by_faction.setdefault(faction, []).append(exchange)
    return tuple(tally(faction, exchanges) for faction, exchanges in by_faction.items())


def tally(faction: str | None, exchanges: Sequence[Exchange]) -> Tally:
    """The counts of these exchanges together."""
    return Tally(
        faction=faction,
        exchanges=len(exchanges),
        questions=sum(question_count(exchange) for exchange in exchanges),
        words_asked=sum(word_count(exchange.question) for exchange in exchanges),
        words_answered=sum(word_count(exchange.answer) for exchange in exchanges),
        pages=pages(exchanges),
    )


def question_count(exchange: Exchange) -> int:
    """Sentences with a question mark; one where none has it, since something is asked all the same."""
    from kamerbrief.sentences import questions

    return max(1, len(questions(exchange.question)))


def word_count(part: Part) -> int:
    """Words of a part: what stands between spaces and holds a letter or a digit."""
    words = (word for text in texts(part) for word in text.split())
    return sum(any(character.isalnum() for character in word) for word in words)


def pages(exchanges: Sequence[Exchange]) -> tuple[int, ...] | None:
    """Every page that an exchange stands on, in order; None where no page is known."""
    spans = [one.pages for one in exchanges if one.pages]
    return tuple(sorted({page for first, last in spans for page in range(first, last + 1)})) or None


def texts(part: Part) -> Iterator[str]:
    """All text of a part, piece by piece."""
    for block in part.blocks:
        yield from pieces(block)


def pieces(block: Block) -> tuple[str, ...]:
    """A paragraph, the items of a list, or the cells of a table."""
    if isinstance(block, Paragraph):
        return (block.text,)
    if isinstance(block, Listing):
        return block.items
    return tuple(cell for row in block.rows for cell in row)


def own_question(exchange: Exchange) -> str:
    """The sentence that an exchange is about: its last with a question mark that stands alone, else its last."""
    from kamerbrief.sentences import is_follow_up, questions, split

    asked = questions(exchange.question)
    if asked:
        return next((one for one in reversed(asked) if not is_follow_up(one)), asked[-1])
    last = next((text for text in reversed(list(texts(exchange.question))) if text.strip()), "")
    spans = split(last)
    return last[spans[-1].start : spans[-1].end] if spans else last
