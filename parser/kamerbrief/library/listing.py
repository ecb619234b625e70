"""What is told about a library and the letters in it."""

from __future__ import annotations

from typing import NamedTuple


class ListedLetter(NamedTuple):
    """One letter in a list of the library's letters."""

    sha256: str
    id: str
    """The shortest start of the hash, of at least eight characters, that no other letter here has."""
    path: str
    """The first path (in alphabetical order) where the file still is, else where it was."""
    vanished: bool
    """Whether the file is gone from every path where it was seen."""
    genre: str
    chamber: str | None
    date: str | None
    subject: str | None
    pages: int | None
    """None if the file does not show its pages."""
    exchanges: int
    """How many exchanges the letter has."""
    added: str
    """When it was added, in UTC (ISO 8601)."""


class LibraryInfo(NamedTuple):
    """The counts of a whole library."""

    path: str
    size: int
    """Bytes of the file."""
    letters: int
    exchanges: int
    pages: int
    first: str | None
    last: str | None
    """The dates of the oldest and the newest letter (ISO 8601)."""
    vanished: int
    """How many letters have no file any more."""
    failures: int
    """How many files could not be read."""
    genres: dict[str, int]
    """How many letters there are of each genre."""


class Failure(NamedTuple):
    """A file that could not be read, with the reason."""

    path: str
    reason: str
