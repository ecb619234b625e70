"""Measure whether a block shares its words with the block before it or with the block after it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from kamerbrief.patterns import pattern

CONTENT = pattern(r"[^\W\d_]{5,}", hits=("zwembad", "reëel", "het sluisje"), misses=("brug", "12345", "op de dijk"))
"""Words long enough to carry a topic; Dutch function words are shorter."""

STEM = 10
"""Letters at the start of a word by which it is compared, since inflection changes its end."""


def cohesion(texts: Sequence[str]) -> list[float]:
    """For each text, how much more it shares with the text before than with the one after: -1 to 1."""
    bags = _weighed(texts)
    alike = [_alike(a, b) for a, b in pairwise(bags)]
    return [a - b for a, b in zip([0.0, *alike], [*alike, 0.0], strict=True)][: len(bags)]


def containment(some: Sequence[str], others: Sequence[str]) -> list[list[float]]:
    """For each of some texts, the share of its words that each of the others has: 0 to 1, rare words counting more."""
    bags = _weighed([*some, *others])
    return [[_shared(a, b) / a.weight if a.weight else 0.0 for b in bags[len(some) :]] for a in bags[: len(some)]]


class _Bag(NamedTuple):
    """The words of a text, each with its weight."""

    words: dict[str, float]
    weight: float


def _weighed(texts: Sequence[str]) -> list[_Bag]:
    """The words of each text that carry a topic, cut off at STEM letters; words in few of these texts weigh more."""
    bags = [{word[:STEM] for word in CONTENT.findall(text.casefold())} for text in texts]
    seen = Counter(chain.from_iterable(bags))
    rarity = {word: math.log(1 + len(bags) / count) for word, count in seen.items()}
    weighed = [{word: rarity[word] for word in bag} for bag in bags]
    return [_Bag(words, sum(words.values())) for words in weighed]


def _alike(a: _Bag, b: _Bag) -> float:
    """The share of the lesser text's words, by weight, that the other has too."""
    least = min(a.weight, b.weight)
    return _shared(a, b) / least if least else 0.0


def _shared(a: _Bag, b: _Bag) -> float:
    """The weight of the words that two texts have in common."""
    return sum(a.words[word] for word in a.words.keys() & b.words.keys())
