"""Read a library: find a letter by its id, list the letters, count them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kamerbrief.errors import LibraryError, UnknownId
from kamerbrief.library.connection import fetch_row, open_to_read, snapshot
from kamerbrief.library.damage import DamageReport, all_hashes, letter_rows, raise_it
from kamerbrief.library.listing import Failure, LibraryInfo, ListedLetter
from kamerbrief.library.location import library_file, library_path
from kamerbrief.library.sqlite_errors import letter_errors_explained, sqlite_errors_explained

if TYPE_CHECKING:
    import apsw

    from kamerbrief.model import Letter

MIN_TYPED, MIN_SHOWN = 4, 8
"""Characters of an id: the fewest a user must type, and the fewest that are shown."""
ID = re.compile(r"[0-9a-f]{4,64}", re.IGNORECASE)
"""The start of a letter's id, which is the SHA-256 of its file in hexadecimal."""
PLACES = """SELECT letter, CAST(min(CASE WHEN vanished IS NULL THEN '0' ELSE '1' END || path) AS BLOB)
    FROM place GROUP BY letter"""
"""One path of each letter: one where the file still is, if any. The first character is 0 for such a path, else 1."""
LISTED = "id, name, genre, chamber, date, subject, nullif(pages, 0), exchanges, added"
"""The columns that a list of letters needs, apart from the hash."""


class Library:
    """A library opened for reading. Every method raises LibraryError if the file is damaged.

    If only some letters are damaged, methods that read many report these and go on.

    >>> from tempfile import mkdtemp
    >>> from kamerbrief import Library, Store, read_letter
    >>> file = mkdtemp() + "/letters.sqlite"
    >>> with Store(file) as store:
    ...     store.add("samples/fietspont.pdf", read_letter("samples/fietspont.pdf"))
    >>> [letter.date for letter in Library(file).letters()]
    ['2024-05-14']
    """

    def __init__(self, path: str | Path | None = None, on_damage: Callable[[LibraryError], None] = raise_it) -> None:
        """Open the library at a path, or the user's own.

        `on_damage` is called with an error for each letter that cannot be read; it may raise it, as is done if none is
        given. Raises LibraryError if the file is missing, damaged, from a newer version, or another kind of file.
        """
        self.path = library_file() if path is None else library_path(path)
        self.damage = DamageReport(self.path, on_damage)
        self.db: apsw.Connection = open_to_read(self.path)

    def letter(self, id_start: str) -> Letter:
        """Return the letter whose id starts with `id_start`. Raises UnknownId if none does, or several do."""
        sha256 = self.sha256(id_start)
        with letter_errors_explained(self.path, f"letter {sha256[:MIN_SHOWN]}"):
            return self._letter(sha256)

    def _letter(self, sha256: str) -> Letter:
        from msgspec import convert

        from kamerbrief.library.records import letter_of

        row = fetch_row(self.db, "SELECT json FROM letter WHERE sha256 = ?", (sha256,))
        return letter_of(*convert(row, tuple[bytes]))

    def sha256(self, id_start: str) -> str:
        """Return the whole id that starts with `id_start`. Raises UnknownId if none does, or several do."""
        lowered = id_start.lower()
        with sqlite_errors_explained(self.path):
            sql = "SELECT sha256 FROM letter WHERE sha256 >= ? AND sha256 < ? LIMIT 4"
            found = [sha for (sha,) in self.db.execute(sql, (lowered, lowered + "g"))] if ID.fullmatch(lowered) else []
        if len(found) == 1:
            return str(found[0])
        if found:
            raise UnknownId(f"{id_start}: several ids start like this ({self._first_ids(found)}); type more characters")
        raise UnknownId(f"{id_start}: no letter in the library has this id; kamerbrief library list shows all ids")

    def _first_ids(self, ids: list[str]) -> str:
        """Return the first three ids, shortened, as one text for a message."""
        return ", ".join(self.short_id(sha) for sha in ids[:3]) + (", ..." if len(ids) > 3 else "")

    def short_id(self, sha256: str) -> str:
        """Return the shortest start of an id that no other letter has, of at least eight characters."""
        ids = self._sorted_ids
        from bisect import bisect_left

        at = bisect_left(ids, sha256)
        neighbours = [*ids[max(0, at - 1) : at], *ids[at + 1 : at + 2]]
        return sha256[: max([MIN_SHOWN, *(_common_length(sha256, other) + 1 for other in neighbours)])]

    @cached_property
    def _sorted_ids(self) -> list[str]:
        return all_hashes(self.db, self.path)

    def ids(self, id_start: str) -> list[str]:
        """Return the short ids that start with `id_start`."""
        return [self.short_id(sha) for sha in self._sorted_ids if sha.startswith(id_start.lower())]

    def paths(self) -> dict[int, tuple[str, bool]]:
        """Map the row number of each letter to one of its paths, and to whether its file has vanished."""
        with sqlite_errors_explained(self.path):
            found = [(letter, path.decode("utf-8", "replace")) for letter, path in self.db.execute(PLACES)]
        return {letter: (path[1:], path[0] == "1") for letter, path in found}

    def list_letters(self) -> Iterator[ListedLetter]:
        """Iterate over all letters, the oldest first."""
        paths = self.paths()
        for _, sha256, row, name, *rest in letter_rows(self.db, self.damage, LISTED):
            with self.damage.reading(f"letter {sha256[:MIN_SHOWN]}"):
                yield self._listed(sha256, paths.get(row, (name, True)), rest)

    def listed_letter(self, sha256: str) -> ListedLetter:
        """Return what `list_letters` tells about one letter, given its whole id."""
        with letter_errors_explained(self.path, f"letter {sha256[:MIN_SHOWN]}"):
            row, name, *rest = fetch_row(self.db, f"SELECT {LISTED} FROM letter WHERE sha256 = ?", (sha256,))
            return self._listed(sha256, self.paths().get(row, (name, True)), rest)

    def _listed(self, sha256: str, place: tuple[str, bool], rest: list[object]) -> ListedLetter:
        """Return a row of the list. Raises msgspec.ValidationError if a value is not of its type."""
        from msgspec import convert

        return convert((sha256, self.short_id(sha256), *place, *rest), ListedLetter)

    def places_of(self, sha256: str) -> list[tuple[str, str, str | None]]:
        """Return where a letter was seen: path, time of the last visit, and time since when the file is gone."""
        sql = "SELECT path, seen, vanished FROM place WHERE letter = (SELECT id FROM letter WHERE sha256 = ?)"
        with sqlite_errors_explained(self.path):
            return list(self.db.execute(f"{sql} ORDER BY path", (sha256,)))

    def failures(self) -> list[Failure]:
        """Return the files that could not be read, sorted by path."""
        with sqlite_errors_explained(self.path):
            return [Failure(*row) for row in self.db.execute("SELECT path, reason FROM failure ORDER BY path")]

    def letters(self) -> Iterator[Letter]:
        """Iterate over all letters in full, in the order of `list_letters`."""
        with snapshot(self.db):
            for _, sha256, _ in letter_rows(self.db, self.damage, "id"):
                with self.damage.reading(f"letter {sha256[:MIN_SHOWN]}"):
                    yield self._letter(sha256)

    def info(self) -> LibraryInfo:
        """Count what the library holds."""
        sums = "SELECT count(*), ifnull(sum(exchanges), 0), ifnull(sum(pages), 0), min(date), max(date) FROM letter"
        with sqlite_errors_explained(self.path):
            genres = dict(self.db.execute("SELECT genre, count(*) FROM letter GROUP BY genre ORDER BY 2 DESC, 1"))
        letters, exchanges, pages, first, last = self._fetch(sums)
        return LibraryInfo(
            path=str(self.path),
            size=self.path.stat().st_size,
            letters=letters,
            exchanges=exchanges,
            pages=pages,
            first=first,
            last=last,
            vanished=sum(vanished for _, vanished in self.paths().values()),
            failures=self._fetch("SELECT count(*) FROM failure")[0],
            genres=genres,
        )

    def _fetch(self, sql: str, *values: str) -> tuple[Any, ...]:
        with sqlite_errors_explained(self.path):
            return fetch_row(self.db, sql, values)


def _common_length(one: str, other: str) -> int:
    """Count the characters that two ids have in common at their start."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b), len(one))
