"""Compare two letters, or what a faction asked in many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kamerbrief.insight.comparison.alike_questions import ALIKE, QuestionIndex, best_pairs
from kamerbrief.insight.comparison.word_changes import WordChange, word_changes
from kamerbrief.insight.located_sentences import text_of
from kamerbrief.model import Exchange, Letter


class ComparedExchange(NamedTuple):
    """An exchange of a letter, for a comparison."""

    name: str
    """How the letter is called: its path, or its id in the library."""
    letter: Letter
    exchange: Exchange


class ComparedPair(NamedTuple):
    """Two exchanges whose questions are the same or alike."""

    first: ComparedExchange
    second: ComparedExchange
    likeness: float
    """From 0 to 1."""
    same: bool
    """Whether the questions are the same, letter for letter."""
    changes: tuple[WordChange, ...]
    """What makes the second answer out of the first."""


class Comparison(NamedTuple):
    """Two letters beside each other."""

    pairs: tuple[ComparedPair, ...]
    """In the order of the first letter."""
    only_first: tuple[ComparedExchange, ...]
    only_second: tuple[ComparedExchange, ...]
    """The exchanges that only one of the letters has."""


def compare_letters(first: Sequence[ComparedExchange], second: Sequence[ComparedExchange]) -> Comparison:
    """Pair the exchanges of two letters whose questions are alike; no exchange is in two pairs."""
    index = QuestionIndex([one.exchange.question for one in (*first, *second)])
    places = range(len(first), len(first) + len(second))
    scored = [(index.likeness(one, other), one, other) for one in range(len(first)) for other in places]
    found = sorted(best_pairs(scored), key=lambda pair: pair[1])
    pairs = tuple(_pair(index, likeness, one, other, [*first, *second]) for likeness, one, other in found)
    paired = {at for _, one, other in found for at in (one, other)}
    return Comparison(
        pairs,
        tuple(one for at, one in enumerate(first) if at not in paired),
        tuple(one for at, one in zip(places, second, strict=True) if at not in paired),
    )


def alike_across(exchanges: Sequence[ComparedExchange], limit: int) -> list[ComparedPair]:
    """Return the pairs of exchanges of different letters whose questions are most alike, the oldest letter first."""
    ordered = sorted(exchanges, key=lambda one: (one.letter.date or "", one.name, one.exchange.number))
    index = QuestionIndex([one.exchange.question for one in ordered])
    scored = [
        (index.likeness(one, other), one, other)
        for one in range(len(ordered))
        for other in index.candidates(one)
        if ordered[one].letter.source.sha256 != ordered[other].letter.source.sha256
    ]
    alike = sorted((pair for pair in scored if pair[0] >= ALIKE), key=lambda pair: (-pair[0], pair[1], pair[2]))
    return [_pair(index, likeness, one, other, ordered) for likeness, one, other in alike[:limit]]


def _pair(
    index: QuestionIndex, likeness: float, one: int, other: int, exchanges: Sequence[ComparedExchange]
) -> ComparedPair:
    """Return a pair with what changed between its answers."""
    before, after = exchanges[one], exchanges[other]
    changes = word_changes(text_of(before.exchange.answer), text_of(after.exchange.answer))
    return ComparedPair(before, after, round(likeness, 3), index.is_same(one, other), changes)
