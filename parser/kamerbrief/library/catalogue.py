"""A library read: its letters found by short id, listed, counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kamerbrief.errors import UnknownId
from kamerbrief.library.connection import open_to_read, row_of, told
from kamerbrief.library.location import library_file

if TYPE_CHECKING:
    import apsw

    from kamerbrief.model import Letter

SHORTEST, SHOWN = 4, 8
"""Characters of an id: at least that many are typed, and that many are shown."""
ID = re.compile(r"[0-9a-f]{4,64}", re.IGNORECASE)
PLACES = """SELECT letter, min(CASE WHEN vanished IS NULL THEN '0' ELSE '1' END || path) FROM place GROUP BY letter"""
LISTED = """SELECT id, sha256, name, genre, chamber, date, subject, pages, exchanges, added FROM letter"""


class ListedLetter(NamedTuple):
    """A letter in a list."""

    sha256: str
    id: str
    """As many characters of the hash as tell it from all others here."""
    path: str
    """Where it was seen first, of the places where it still is."""
    vanished: bool
    """No file has it any more."""
    genre: str
    chamber: str | None
    date: str | None
    subject: str | None
    pages: int
    exchanges: int
    added: str


class LibraryInfo(NamedTuple):
    """What a library holds."""

    path: str
    size: int
    letters: int
    exchanges: int
    pages: int
    first: str | None
    last: str | None
    vanished: int
    failures: int
    genres: dict[str, int]


class Failure(NamedTuple):
    """A file that could not be read, and why."""

    path: str
    reason: str


class Library:
    """The letters of one file, read only. All methods raise LibraryError where the file is damaged.

    >>> from tempfile import mkdtemp
    >>> from kamerbrief import Library, Store, read_letter
    >>> file = mkdtemp() + "/letters.sqlite"
    >>> with Store(file) as store:
    ...     store.add("samples/fietspont.pdf", read_letter("samples/fietspont.pdf"))
    >>> [letter.date for letter in Library(file).letters()]
    ['2024-05-14']
    """

    def __init__(self, path: str | Path | None = None) -> None:
        """Open it, the user's own where no path is given.

        Raises LibraryError where there is none, or it is damaged, newer or something else.
        """
        self.path = library_file() if path is None else Path(path)
        self.db: apsw.Connection = open_to_read(self.path)

    def letter(self, short: str) -> Letter:
        """The letter with an id that starts like this. Raises UnknownId where none does, or several do."""
        from kamerbrief.library.records import letter_of

        (data,) = self._one("SELECT json FROM letter WHERE sha256 = ?", self.sha256(short))
        return letter_of(data)

    def sha256(self, short: str) -> str:
        """The whole id. Raises UnknownId where no letter's, or several letters', start like this."""
        low = short.lower()
        with told(self.path):
            asked = "SELECT sha256 FROM letter WHERE sha256 >= ? AND sha256 < ? LIMIT 4"
            found = [sha for (sha,) in self.db.execute(asked, (low, low + "g"))] if ID.fullmatch(low) else []
        if len(found) == 1:
            return str(found[0])
        if found:
            raise UnknownId(f"{short}: several letters' ids start like this ({self._some(found)}); type more of it")
        raise UnknownId(f"{short}: no letter in the library has this id; kamerbrief library list shows all")

    def _some(self, ids: list[str]) -> str:
        return ", ".join(self.shown(sha) for sha in ids[:3]) + (", ..." if len(ids) > 3 else "")

    def shown(self, sha256: str) -> str:
        """The shortest id of a letter that no other has, of at least eight characters."""
        ids = self._sorted_ids
        from bisect import bisect_left

        at = bisect_left(ids, sha256)
        near = [*ids[max(0, at - 1) : at], *ids[at + 1 : at + 2]]
        return sha256[: max([SHOWN, *(_common(sha256, other) + 1 for other in near)])]

    @cached_property
    def _sorted_ids(self) -> list[str]:
        with told(self.path):
            return [sha for (sha,) in self.db.execute("SELECT sha256 FROM letter ORDER BY sha256")]

    def ids(self, start: str) -> list[str]:
        """The short ids that start like this."""
        return [self.shown(sha) for sha in self._sorted_ids if sha.startswith(start.lower())]

    def paths(self) -> dict[int, tuple[str, bool]]:
        """Of each letter (by row) the first path where it still is, else was, and whether it has vanished."""
        with told(self.path):
            return {letter: (path[1:], path[0] == "1") for letter, path in self.db.execute(PLACES)}

    def listed(self) -> Iterator[ListedLetter]:
        """All letters, the oldest first."""
        paths = self.paths()
        with told(self.path):
            for row, sha256, name, *rest in self.db.execute(f"{LISTED} ORDER BY date, sha256"):
                yield ListedLetter(sha256, self.shown(sha256), *paths.get(row, (name, True)), *rest)

    def places(self, sha256: str) -> list[tuple[str, str, str | None]]:
        """Where a letter was seen: path, when last, and since when it has vanished."""
        asked = "SELECT path, seen, vanished FROM place WHERE letter = (SELECT id FROM letter WHERE sha256 = ?)"
        with told(self.path):
            return list(self.db.execute(f"{asked} ORDER BY path", (sha256,)))

    def failures(self) -> list[Failure]:
        """What could not be read."""
        with told(self.path):
            return [Failure(*row) for row in self.db.execute("SELECT path, reason FROM failure ORDER BY path")]

    def letters(self) -> Iterator[Letter]:
        """All letters whole, in the order of `listed`."""
        from kamerbrief.library.records import letter_of

        with told(self.path):
            for (data,) in self.db.execute("SELECT json FROM letter ORDER BY date, sha256"):
                yield letter_of(data)

    def info(self) -> LibraryInfo:
        """What the library holds, counted."""
        sums = "SELECT count(*), ifnull(sum(exchanges), 0), ifnull(sum(pages), 0), min(date), max(date) FROM letter"
        with told(self.path):
            genres = dict(self.db.execute("SELECT genre, count(*) FROM letter GROUP BY genre ORDER BY 2 DESC, 1"))
        letters, exchanges, pages, first, last = self._one(sums)
        return LibraryInfo(
            path=str(self.path),
            size=self.path.stat().st_size,
            letters=letters,
            exchanges=exchanges,
            pages=pages,
            first=first,
            last=last,
            vanished=sum(vanished for _, vanished in self.paths().values()),
            failures=self._one("SELECT count(*) FROM failure")[0],
            genres=genres,
        )

    def _one(self, asked: str, *values: str) -> tuple[Any, ...]:
        with told(self.path):
            return row_of(self.db, asked, values)


def _common(one: str, other: str) -> int:
    """How many characters two ids start with alike."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b), len(one))
