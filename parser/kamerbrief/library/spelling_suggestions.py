"""Suggest the word of the library that is nearest to a word that it does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING

from kamerbrief.case_folding import plain
from kamerbrief.library.word_tokens import EXACT, MAX_LENGTH, stem

if TYPE_CHECKING:
    import apsw

LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""The letters that a misspelling may have added or replaced."""
COUNT_TERM = "SELECT doc FROM vocabulary WHERE term = ?"
"""In how many exchanges a term occurs."""
SIMILAR_TERMS = "SELECT term FROM vocabulary WHERE term >= ? AND term < ? ORDER BY doc DESC LIMIT 3000"
"""The most common terms between two others in the alphabet."""
MOST = 10
"""How many words get a suggestion: for each of them thousands of spellings are tried."""
MIN_SIMILARITY = 0.75
"""How similar a suggestion must be to the word, from 0 to 1."""


def suggestions(db: apsw.Connection, words: Iterable[str]) -> dict[str, str]:
    """Map each word of which the library has no form to the word that was probably meant, if there is one.

    Only the first few such words are looked up, and none that is longer than a word can be.
    """
    short = (word for word in dict.fromkeys(words) if len(word) <= MAX_LENGTH)
    unknown = list(islice((word for word in short if not _count(db, stem(word))), MOST))
    nearest = {word: _nearest(db, plain(word)) for word in unknown}
    return {word: found for word, found in nearest.items() if found}


def _count(db: apsw.Connection, term: str) -> int:
    """Count the exchanges in which a term occurs."""
    found = db.execute(COUNT_TERM, (term,)).fetchone()
    return int(found[0]) if found else 0


def _nearest(db: apsw.Connection, word: str) -> str | None:
    """Return the most common word that is one edit away, else the most similar word with the same first two letters."""
    counted = {spelling: count for spelling in {*_misspellings(word)} if (count := _count(db, EXACT + spelling))}
    if counted:
        return max(sorted(counted), key=lambda spelling: counted[spelling])
    start = EXACT + word[:2]
    similar = [
        term[len(EXACT) :] for (term,) in db.execute(SIMILAR_TERMS, (start, start + "\N{REPLACEMENT CHARACTER}"))
    ]
    return next(iter(get_close_matches(word, similar, n=1, cutoff=MIN_SIMILARITY)), None)


def _misspellings(word: str) -> Iterator[str]:
    """Yield all words that are one deletion, swap, insertion or replacement of a letter away."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        for letter in LETTERS:
            yield before + letter + after
            yield before + letter + after[1:]
