"""Whether a block goes on with the words of the block before it, or with those of the block after it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

CONTENT = re.compile(r"[^\W\d_]{5,}")
"""Words long enough to carry a topic; Dutch function words are shorter."""


def cohesion(texts: Sequence[str]) -> list[float]:
    """For each text, how much more it shares with the text before than with the one after: -1 to 1."""
    bags = [{word.casefold()[:10] for word in CONTENT.findall(text)} for text in texts]
    seen = Counter(word for bag in bags for word in bag)
    rarity = {word: math.log(1 + len(bags) / count) for word, count in seen.items()}
    alike = [_alike(a, b, rarity) for a, b in pairwise(bags)]
    return [a - b for a, b in zip([0.0, *alike], [*alike, 0.0], strict=True)][: len(bags)]


def _alike(a: set[str], b: set[str], rarity: dict[str, float]) -> float:
    """The share of the lesser text's words, by weight, that the other has too."""
    least = min(sum(rarity[w] for w in a), sum(rarity[w] for w in b))
    return sum(rarity[w] for w in a & b) / least if least else 0.0
