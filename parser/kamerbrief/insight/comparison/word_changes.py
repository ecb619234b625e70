"""What changed between two texts, word by word."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Operation = Literal["equal", "delete", "insert", "replace"]
"""What was done with some words."""
LONG = 2_000
"""From how many words on, words that stand everywhere are passed over in the search for what is equal."""


class WordChange(NamedTuple):
    """A run of words that is equal in both texts, or that differs."""

    operation: Operation
    before: str
    """The words in the first text; empty where words were inserted."""
    after: str
    """The words in the second text; empty where words were deleted."""


def word_changes(before: str, after: str) -> tuple[WordChange, ...]:
    """Return the runs of words that make the second text out of the first.

    >>> [tuple(one) for one in word_changes("Dat kan niet.", "Dat kan wel.")]
    [('equal', 'Dat kan', 'Dat kan'), ('replace', 'niet.', 'wel.')]
    """
    old, new = before.split(), after.split()
    matcher = SequenceMatcher(None, old, new, autojunk=max(len(old), len(new)) > LONG)
    return tuple(
        WordChange(operation, " ".join(old[a:b]), " ".join(new[c:d])) for operation, a, b, c, d in matcher.get_opcodes()
    )
