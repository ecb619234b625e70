"""How alike questions are: by the words that they share, of which rare ones count for more."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kamerbrief.insight.located_sentences import text_of
from kamerbrief.model import Part
from kamerbrief.patterns import pattern

WORD = pattern(r"\w{3,}", hits=("weg", "2021"), misses=("in",))
"""A word that may tell questions apart."""
ALIKE = 0.45
"""From this likeness on, questions are alike; 1 is the same words."""
SHARED_BY_MOST = 50
"""A word that more questions have than this brings none of them together."""


def squashed(text: str) -> str:
    """Return a text without case, white space and punctuation, by which two printings of it are equal."""
    return re.sub(r"\W", "", text.casefold())


class QuestionIndex:
    """The questions to compare, with the weight of every word."""

    def __init__(self, questions: Sequence[Part]) -> None:
        """Weigh the words of these questions: a word that only few of them have weighs more."""
        self.texts = [text_of(one) for one in questions]
        self.words = [frozenset(WORD.findall(text.casefold())) for text in self.texts]
        self.holders: dict[str, list[int]] = {}
        for at, words in enumerate(self.words):
            for word in words:
                self.holders.setdefault(word, []).append(at)
        self.weights = {
            word: math.log(1 + len(questions) / len(holders)) ** 2 for word, holders in self.holders.items()
        }
        self.norms = [math.sqrt(sum(self.weights[word] for word in words)) for words in self.words]

    def likeness(self, one: int, other: int) -> float:
        """Return how alike two questions are, by their places in the list: 0 for no word in common, 1 for the same."""
        shared = sum(self.weights[word] for word in self.words[one] & self.words[other])
        return shared / (self.norms[one] * self.norms[other]) if shared else 0.0

    def is_same(self, one: int, other: int) -> bool:
        """Whether two questions are the same, letter for letter, spaces and punctuation aside."""
        return squashed(self.texts[one]) == squashed(self.texts[other])

    def candidates(self, one: int) -> Iterator[int]:
        """Yield the questions after this one in the list that share at least two words that not too many have."""
        shared = Counter(
            other
            for word in self.words[one]
            if len(self.holders[word]) <= SHARED_BY_MOST
            for other in self.holders[word]
            if other > one
        )
        return (other for other, count in shared.items() if count > 1)


def best_pairs(scored: Sequence[tuple[float, int, int]]) -> list[tuple[float, int, int]]:
    """Return pairs of alike questions, the most alike first, in which no question stands twice."""
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for likeness, one, other in sorted(scored, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if likeness >= ALIKE and one not in taken[0] and other not in taken[1]:
            taken[0].add(one)
            taken[1].add(other)
            pairs.append((likeness, one, other))
    return pairs
