"""Did you mean: the word of the library that is nearest to one that it does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kamerbrief.case_folding import plain
from kamerbrief.library.word_tokens import EXACT, stem

if TYPE_CHECKING:
    import apsw

LETTERS = "abcdefghijklmnopqrstuvwxyz"
KNOWN = "SELECT doc FROM vocabulary WHERE term = ?"
ALIKE = "SELECT term FROM vocabulary WHERE term >= ? AND term < ? ORDER BY doc DESC LIMIT 3000"
NEAR = 0.75
"""How like a word must be to be meant, from 0 to 1."""


def suggestions(db: apsw.Connection, words: Iterable[str]) -> dict[str, str]:
    """For each word of which the library has no form, the one that was probably meant, if there is one."""
    unknown = [word for word in dict.fromkeys(words) if not _count(db, stem(word))]
    meant = {word: _nearest(db, plain(word)) for word in unknown}
    return {word: found for word, found in meant.items() if found}


def _count(db: apsw.Connection, term: str) -> int:
    found = db.execute(KNOWN, (term,)).fetchone()
    return int(found[0]) if found else 0


def _nearest(db: apsw.Connection, word: str) -> str | None:
    """The most common word that one slip makes this one of, else the one that is most like it."""
    counted = {slip: count for slip in {*_slips(word)} if (count := _count(db, EXACT + slip))}
    if counted:
        return max(sorted(counted), key=lambda slip: counted[slip])
    start = EXACT + word[:2]
    alike = [term[len(EXACT) :] for (term,) in db.execute(ALIKE, (start, start + "\N{REPLACEMENT CHARACTER}"))]
    return next(iter(get_close_matches(word, alike, n=1, cutoff=NEAR)), None)


def _slips(word: str) -> Iterator[str]:
    """All words that one letter less, more, other or moved makes of a word."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        for letter in LETTERS:
            yield before + letter + after
            yield before + letter + after[1:]
