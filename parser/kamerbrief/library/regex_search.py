"""Search a whole library with a regular expression. The trigram index rules out letters that cannot match."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from typing import NamedTuple

import apsw
import msgspec

from kamerbrief.library.catalogue import Library
from kamerbrief.library.connection import fetch_row, snapshot
from kamerbrief.library.damage import letter_rows
from kamerbrief.library.grep import CompiledQuery, Hit, hits_in, select_matched
from kamerbrief.library.match_limit import MatchLimit, MatchTooLong
from kamerbrief.library.passage_offsets import matched_passages, overlapped_passages, stored_exchanges
from kamerbrief.library.passages import Candidate, MatchedPassage, candidates
from kamerbrief.library.regex_prefilter.joined_matching import joinable
from kamerbrief.library.regex_prefilter.literals import required
from kamerbrief.library.regex_prefilter.trigram_query import to_query
from kamerbrief.library.sqlite_errors import sqlite_errors_explained

CANDIDATES = "SELECT rowid FROM grams WHERE grams MATCH ?"
"""The letters whose trigrams match a query."""
TEXT = "SELECT text, layout FROM letter WHERE id = ?"


class StoredLetter(NamedTuple):
    """A letter in the library: its row number, the name of its file, and the path to show."""

    letter: int
    name: str
    path: str


class LetterHits(msgspec.Struct, frozen=True):
    """The hits in one letter of the library, searched for when they are iterated over."""

    library: Library
    stored: StoredLetter
    compiled: CompiledQuery
    possible: bool
    """Whether the letter has the trigrams that every match must have."""
    joined: bool
    """Whether the expression may be run over all passages of the letter at once."""

    def __iter__(self) -> Iterator[Hit]:
        with self._reading():
            yield from hits_in(self.stored.name, self._candidates(), self.compiled)

    def matched_passages(self) -> Iterator[MatchedPassage] | None:
        """Return only the place and text of each hit, which is much faster; None if the query needs more."""
        query = self.compiled.query
        if query.before or query.after or not self.joined:
            return None
        if not self.possible:
            return iter(())
        found = self._matched_passages()
        return None if found is None else iter(found)

    def _matched_passages(self) -> list[MatchedPassage] | None:
        """Return the passages that match; None if it takes too long, so that each must be searched by itself."""
        query, regex = self.compiled.query, self.compiled.regex
        with self._reading():
            text, layout = self._row()
            try:
                with MatchLimit():
                    if regex.search(text):
                        return list(select_matched(matched_passages(text, layout, regex), query))
            except MatchTooLong:
                return None
        return []

    def _reading(self) -> AbstractContextManager[None]:
        return self.library.damage.reading(f"letter {self.stored.path}")

    def _candidates(self) -> Iterator[Candidate]:
        """Return the passages that may match: all, or those that a match in the joined text overlaps."""
        if not self.possible:
            return iter(())
        text, layout = self._row()
        overlapped = self._overlapped(text, layout) if self.joined else None
        return candidates(stored_exchanges(text, layout)) if overlapped is None else iter(overlapped)

    def _overlapped(self, text: str, layout: bytes) -> list[Candidate] | None:
        """Return the passages that a match in the joined text overlaps; None if that takes too long to find out."""
        regex = self.compiled.regex
        try:
            with MatchLimit():
                found = overlapped_passages(text, layout, regex.finditer(text)) if regex.search(text) else ()
                return list(found)
        except MatchTooLong:
            return None

    def _row(self) -> tuple[str, bytes]:
        return msgspec.convert(fetch_row(self.library.db, TEXT, (self.stored.letter,)), tuple[str, bytes])


def scan(library: Library, compiled: CompiledQuery, *, pruned: bool = True) -> Iterator[tuple[str, LetterHits]]:
    """Yield each letter's path with its hits, in the order in which a search of the files would visit them.

    With `pruned` false every passage is searched, without the indexes; the hits are the same.
    """
    pruned = pruned and not compiled.query.invert
    possible = _candidates(library, compiled) if pruned else None
    joined = pruned and joinable(compiled.regex)
    with snapshot(library.db):
        for stored in stored_letters(library):
            is_possible = possible is None or stored.letter in possible
            yield stored.path, LetterHits(library, stored, compiled, is_possible, joined)


def _candidates(library: Library, compiled: CompiledQuery) -> set[int] | None:
    """Return the rows of the letters that may match, or None if the trigrams rule nothing out."""
    trigram_query = to_query(required(compiled.regex))
    if not trigram_query:
        return None
    with sqlite_errors_explained(library.path), suppress(apsw.SQLError):  # more brackets than FTS5 can read
        return {letter for (letter,) in library.db.execute(CANDIDATES, (trigram_query,))}
    return None


def stored_letters(library: Library) -> list[StoredLetter]:
    """Return all letters in the order in which folders are walked: the files of a folder, then its subfolders."""
    paths = library.paths()
    rows = letter_rows(library.db, library.damage, "id, name")
    found = [StoredLetter(row, str(name), paths.get(row, (str(name), True))[0]) for _, _, row, name in rows]
    return sorted(found, key=lambda stored: folder_walk_order(stored.path))


def folder_walk_order(path: str) -> tuple[list[tuple[int, str]], str]:
    """Return a sort key that puts paths in the order in which folders are walked."""
    *folders, name = path.replace("\\", "/").split("/")
    return [*((1, folder) for folder in folders), (0, name)], path
