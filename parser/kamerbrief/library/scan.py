"""A regular expression over a whole library; the trigram index tells which exchanges cannot match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kamerbrief.library.connecting import row_of, told
from kamerbrief.library.grams import to_query
from kamerbrief.library.grep import CompiledQuery, Hit, hits_in
from kamerbrief.library.joinable import joinable
from kamerbrief.library.laid import searched, touched
from kamerbrief.library.literals import required
from kamerbrief.library.passages import Candidate, candidates
from kamerbrief.library.reading import Library

CANDIDATES = "SELECT rowid FROM grams WHERE grams MATCH ?"
TEXT = "SELECT text, layout FROM letter WHERE id = ?"


class Place(NamedTuple):
    """A letter of the library: its row, its file's name, and the path that it is shown by."""

    letter: int
    name: str
    path: str


def scan(library: Library, compiled: CompiledQuery, *, pruned: bool = True) -> Iterator[tuple[str, Iterator[Hit]]]:
    """The path of every letter with its hits, in the order in which a search of the files goes.

    Not `pruned`, it looks at every passage; what it finds is the same.
    """
    pruned = pruned and not compiled.query.invert
    candidates = _candidates(library, compiled) if pruned else None
    at_once = compiled.regex if pruned and joinable(compiled.regex) else None
    for place in places(library):
        wanted = candidates is None or place.letter in candidates
        passages = _passages(library, place.letter, at_once) if wanted else ()
        yield place.path, hits_in(place.name, passages, compiled)


def _candidates(library: Library, compiled: CompiledQuery) -> set[int] | None:
    """The letters that may match, by the trigrams that a match must have; None where that rules nothing out."""
    asked = to_query(required(compiled.regex))
    with told(library.path):
        return {letter for (letter,) in library.db.execute(CANDIDATES, (asked,))} if asked else None


def _passages(library: Library, letter: int, at_once: re.Pattern[str] | None) -> Iterator[Candidate]:
    """The passages of a letter; with an expression that may be run over all of it at once, those it touches."""
    with told(library.path):
        text, layout = row_of(library.db, TEXT, (letter,))
    if at_once is None:
        return candidates(searched(text, layout))
    return touched(text, layout, at_once.finditer(text)) if at_once.search(text) else iter(())


def places(library: Library) -> list[Place]:
    """All letters, in the order in which folders are walked: the files of one, then the folders in it."""
    paths = library.paths()
    with told(library.path):
        found = [Place(row, name, paths.get(row, (name, True))[0]) for row, name in _names(library)]
    return sorted(found, key=lambda place: walked(place.path))


def _names(library: Library) -> Iterator[tuple[int, str]]:
    return library.db.execute("SELECT id, name FROM letter")


def walked(path: str) -> tuple[list[tuple[int, str]], str]:
    """Sorts paths as folders are walked."""
    *folders, name = path.replace("\\", "/").split("/")
    return [*((1, folder) for folder in folders), (0, name)], path
