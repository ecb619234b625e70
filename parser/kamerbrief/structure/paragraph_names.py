"""Name a paragraph by the words with which it begins, so that the name still fits when numbers have changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kamerbrief.structure.evidence.marked_blocks import MarkedBlock

WORDS = 8
"""Words that name a paragraph, where no other begins with the same."""
MOST_WORDS = 24
"""Words of a name at most; paragraphs that begin with the same are counted."""


def letters_of(text: str) -> str:
    """The letters and digits of a text in one case: spaces, hyphens and punctuation are read differently over time."""
    return re.sub(r"[\W_]+", "", text.casefold())


def begins_with(block: MarkedBlock, words: str) -> bool:
    """Tell whether a paragraph begins with these words."""
    name = letters_of(words)
    return bool(name) and letters_of(block.words[: 2 * len(words) + 200]).startswith(name)


def paragraphs_named(words: str, blocks: Sequence[MarkedBlock]) -> list[MarkedBlock]:
    """The paragraphs that begin with these words."""
    return [block for block in blocks if begins_with(block, words)]


def find_paragraph(words: str, nth: int, blocks: Sequence[MarkedBlock]) -> MarkedBlock | None:
    """The paragraph with this name: the nth, from 1, of those that begin with these words."""
    found = paragraphs_named(words, blocks)
    return found[nth - 1] if 0 < nth <= len(found) else None


def name_of(block: MarkedBlock, blocks: Sequence[MarkedBlock]) -> tuple[str, int]:
    """The name of a paragraph: the words with which it alone begins, else words and which of those that begin so."""
    words = block.words.split()
    most = min(MOST_WORDS, len(words))
    names = [" ".join(words[:count]) for count in range(min(WORDS, most), most + 1)]
    name = next((name for name in names if len(paragraphs_named(name, blocks)) == 1), names[-1])
    return name, next((n for n, other in enumerate(paragraphs_named(name, blocks), 1) if other is block), 1)
