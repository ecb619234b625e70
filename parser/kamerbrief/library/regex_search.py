"""A regular expression over a whole library; the trigram index tells which exchanges cannot match."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from kamerbrief.library.catalogue import Library
from kamerbrief.library.connection import row_of, told
from kamerbrief.library.grep import CompiledQuery, Hit, hits_in, spots_in
from kamerbrief.library.passage_offsets import searched, spots, touched
from kamerbrief.library.passages import Candidate, Spot, candidates
from kamerbrief.library.regex_prefilter.joined_matching import joinable
from kamerbrief.library.regex_prefilter.literals import required
from kamerbrief.library.regex_prefilter.trigram_query import to_query

CANDIDATES = "SELECT rowid FROM grams WHERE grams MATCH ?"
TEXT = "SELECT text, layout FROM letter WHERE id = ?"


class StoredLetter(NamedTuple):
    """A letter of the library: its row, its file's name, and the path that it is shown by."""

    letter: int
    name: str
    path: str


class LetterHits(msgspec.Struct, frozen=True):
    """The hits of one letter, found when they are asked for."""

    library: Library
    place: StoredLetter
    compiled: CompiledQuery
    possible: bool
    """Whether the trigrams that a match must have are in it."""
    joined: bool
    """Whether the expression may be run over all its passages at once."""

    def __iter__(self) -> Iterator[Hit]:
        return hits_in(self.place.name, self._candidates(), self.compiled)

    def spots(self) -> Iterator[Spot] | None:
        """Only where the hits stand, with their texts, which is far sooner; None where there is no such way."""
        query, regex = self.compiled.query, self.compiled.regex
        if query.before or query.after or not self.joined:
            return None
        text, layout = self._row() if self.possible else ("", b"")
        return spots_in(spots(text, layout, regex), query) if regex.search(text) else iter(())

    def _candidates(self) -> Iterator[Candidate]:
        """The passages of the letter; with an expression that may be run over all of it at once, those it touches."""
        if not self.possible:
            return iter(())
        text, layout = self._row()
        regex = self.compiled.regex
        if not self.joined:
            return candidates(searched(text, layout))
        return touched(text, layout, regex.finditer(text)) if regex.search(text) else iter(())

    def _row(self) -> tuple[str, bytes]:
        with told(self.library.path):
            text, layout = row_of(self.library.db, TEXT, (self.place.letter,))
        return text, layout


def scan(library: Library, compiled: CompiledQuery, *, pruned: bool = True) -> Iterator[tuple[str, LetterHits]]:
    """The path of every letter with its hits, in the order in which a search of the files goes.

    Not `pruned`, it looks at every passage; what it finds is the same.
    """
    pruned = pruned and not compiled.query.invert
    wanted = _candidates(library, compiled) if pruned else None
    joined = pruned and joinable(compiled.regex)
    for place in places(library):
        yield place.path, LetterHits(library, place, compiled, wanted is None or place.letter in wanted, joined)


def _candidates(library: Library, compiled: CompiledQuery) -> set[int] | None:
    """The letters that may match, by the trigrams that a match must have; None where that rules nothing out."""
    asked = to_query(required(compiled.regex))
    with told(library.path):
        return {letter for (letter,) in library.db.execute(CANDIDATES, (asked,))} if asked else None


def places(library: Library) -> list[StoredLetter]:
    """All letters, in the order in which folders are walked: the files of one, then the folders in it."""
    paths = library.paths()
    with told(library.path):
        found = [StoredLetter(row, name, paths.get(row, (name, True))[0]) for row, name in _names(library)]
    return sorted(found, key=lambda place: walked(place.path))


def _names(library: Library) -> Iterator[tuple[int, str]]:
    return library.db.execute("SELECT id, name FROM letter")


def walked(path: str) -> tuple[list[tuple[int, str]], str]:
    """Sorts paths as folders are walked."""
    *folders, name = path.replace("\\", "/").split("/")
    return [*((1, folder) for folder in folders), (0, name)], path
