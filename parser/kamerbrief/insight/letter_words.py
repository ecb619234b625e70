"""The weights of the words of a letter, which several stages need."""

from __future__ import annotations

from functools import lru_cache

from kamerbrief.insight.located_sentences import located_sentences
from kamerbrief.insight.shared_words import WordWeights
from kamerbrief.model import Letter, Part


def word_weights(letter: Letter) -> WordWeights:
    """Return how much each word says in a letter: its exchanges are the texts."""
    return _weights(tuple((one.question, one.answer) for one in letter.exchanges))


@lru_cache(maxsize=1)
def _weights(exchanges: tuple[tuple[Part, Part], ...]) -> WordWeights:
    """The weights for these questions and answers; kept, since stages after each other ask for the same."""
    return WordWeights.of([one.text for part in parts for one in located_sentences(part)] for parts in exchanges)
