"""Whether a block goes on with the words of the block before it, or with those of the block after it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

CONTENT = re.compile(r"[^\W\d_]{5,}")
"""Words long enough to carry a topic; Dutch function words are shorter."""

STEM = 10
"""Letters of a word that are compared."""


def cohesion(texts: Sequence[str]) -> list[float]:
    """For each text, how much more it shares with the text before than with the one after: -1 to 1."""
    bags = [_bag(text) for text in texts]
    rarity = _rarity(bags)
    alike = [_alike(a, b, rarity) for a, b in pairwise(bags)]
    return [a - b for a, b in zip([0.0, *alike], [*alike, 0.0], strict=True)][: len(bags)]


def likeness(some: Sequence[str], others: Sequence[str]) -> list[list[float]]:
    """How much each of some texts shares with each of the others: 0 to 1, a row for each of the first."""
    left, right = [_bag(text) for text in some], [_bag(text) for text in others]
    rarity = _rarity([*left, *right])
    return [[_alike(a, b, rarity) for b in right] for a in left]


def _bag(text: str) -> set[str]:
    """The words that carry a topic, cut to where inflection starts."""
    return {word.casefold()[:STEM] for word in CONTENT.findall(text)}


def _rarity(bags: Sequence[set[str]]) -> dict[str, float]:
    seen = Counter(word for bag in bags for word in bag)
    return {word: math.log(1 + len(bags) / count) for word, count in seen.items()}


def _alike(a: set[str], b: set[str], rarity: dict[str, float]) -> float:
    """The share of the lesser text's words, by weight, that the other has too."""
    least = min(sum(rarity[w] for w in a), sum(rarity[w] for w in b))
    return sum(rarity[w] for w in a & b) / least if least else 0.0
