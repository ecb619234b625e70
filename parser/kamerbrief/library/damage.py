"""Read on where a letter of a library is damaged: report the letter and leave it out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import apsw

from kamerbrief.errors import LibraryError
from kamerbrief.library.connection import fetch_row
from kamerbrief.library.sqlite_errors import letter_errors_explained, sqlite_errors_explained

HASHES = "SELECT sha256 FROM letter INDEXED BY sqlite_autoindex_letter_1 ORDER BY sha256"
"""The hashes of all letters, from their index: these can be read where the table is damaged."""


def raise_it(error: LibraryError) -> NoReturn:
    """Raise an error: what is done about a damaged letter unless something else is asked for."""
    raise error


@dataclass
class DamageReport:
    """What is told about the damaged letters of one library."""

    path: Path
    on_damage: Callable[[LibraryError], None] = raise_it
    """Called with an error for each letter that cannot be read."""
    count: int = 0
    """How many times it was called."""

    @contextmanager
    def reading(self, what: str) -> Iterator[None]:
        """Run a block that reads one letter ("letter 3fa8c1d2"); if that is damaged, report it and end the block."""
        try:
            with letter_errors_explained(self.path, what):
                yield
        except LibraryError as error:
            self.count += 1
            self.on_damage(error)


def letter_rows(db: apsw.Connection, damage: DamageReport, columns: str) -> list[tuple[Any, ...]]:
    """Return the date, the hash and these columns of all letters, the oldest first.

    If not all can be read at once they are read one by one, without those that are damaged.
    """
    sql = f"SELECT date, sha256, {columns} FROM letter"
    with sqlite_errors_explained(damage.path):
        try:
            found = list(db.execute(f"{sql} ORDER BY date, sha256"))
            if all(isinstance(row[1], str) for row in found):
                return found
        except (apsw.CorruptError, UnicodeDecodeError):
            pass
    rows = []
    for sha256 in all_hashes(db, damage.path):
        with damage.reading(f"letter {sha256[:8]}"):
            rows.append(fetch_row(db, f"{sql} WHERE sha256 = ?", (sha256,)))
    return sorted(rows, key=lambda row: (str(row[0] or ""), row[1]))


def all_hashes(db: apsw.Connection, path: Path) -> list[str]:
    """Return the hashes of all letters, sorted. Raises LibraryError if their index is damaged."""
    with sqlite_errors_explained(path):
        found = [sha256 for (sha256,) in db.execute(HASHES)]
        if not all(isinstance(sha256, str) for sha256 in found):
            raise apsw.CorruptError("a hash is not a text")
        return found
