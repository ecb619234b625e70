"""Letters written to a library, each whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

import msgspec

from kamerbrief import __version__
from kamerbrief.library.connection import PATIENCE, open_to_write, row_of, told, transaction
from kamerbrief.library.location import library_file
from kamerbrief.library.records import Record, record
from kamerbrief.sanitise import encodable

if TYPE_CHECKING:
    from kamerbrief.model import Letter

COLUMNS = "sha256 json parser added name genre chamber date subject signed pages exchanges layout text".split()
LETTER = f"""INSERT INTO letter ({", ".join(COLUMNS)}) VALUES ({", ".join("?" * len(COLUMNS))})
    ON CONFLICT (sha256) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in COLUMNS if name != "added")}
    RETURNING id"""
EXCHANGE = """INSERT INTO exchange (letter, number, askers, members, start, middle, stop)
    VALUES (?, ?, ?, ?, ?, ?, ?)"""
WORDS = "INSERT INTO words (rowid, question, answer) VALUES (?, ?, ?)"
GRAMS = "INSERT INTO grams (rowid, text) VALUES (?, ?)"
FORGET = (
    """INSERT INTO words (words, rowid, question, answer) SELECT 'delete', passages.id, question, answer
        FROM passages JOIN exchange ON exchange.id = passages.id WHERE letter = ?""",
    "DELETE FROM grams WHERE rowid = ?",
    "DELETE FROM exchange WHERE letter = ?",
)
"""Takes out what was read from a letter's JSON."""
PLACE = """INSERT INTO place (path, letter, seen) SELECT ?, id, ? FROM letter WHERE sha256 = ?
    ON CONFLICT (path) DO UPDATE SET letter = excluded.letter, seen = excluded.seen, vanished = NULL"""
FAILURE = """INSERT OR REPLACE INTO failure (path, sha256, reason, parser, seen) VALUES (?, ?, ?, ?, ?)"""


class Failed(NamedTuple):
    """A file that could not be read."""

    path: str
    sha256: str | None
    reason: str


class Store:
    """A library to write to; use it in a `with` statement.

    >>> from tempfile import mkdtemp
    >>> from kamerbrief import Store, read_letter
    >>> letter = read_letter("samples/fietspont.pdf")
    >>> with Store(mkdtemp() + "/letters.sqlite") as store:
    ...     store.add("samples/fietspont.pdf", letter)
    ...     store.knows(letter.source.sha256)
    True
    """

    def __init__(self, path: str | Path | None = None, patience: int = PATIENCE) -> None:
        """Open it, or make it; the user's own where no path is given.

        `patience`: milliseconds to wait for another that writes. Raises LibraryError, LibraryBusy and LibraryFull,
        as all methods do.
        """
        self.path = library_file() if path is None else Path(path)
        self.db = open_to_write(self.path, patience)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with told(self.path):
            self.db.close()

    def knows(self, sha256: str) -> bool:
        """Whether a letter with this content is in the library."""
        with told(self.path):
            return self.db.execute("SELECT 1 FROM letter WHERE sha256 = ?", (sha256,)).fetchone() is not None

    def failed_before(self, sha256: str) -> str | None:
        """Why this same kamerbrief could not read this content, if it tried."""
        asked = "SELECT reason FROM failure WHERE sha256 = ? AND parser = ?"
        with told(self.path):
            found = self.db.execute(asked, (sha256, __version__)).fetchone()
        return found[0] if found else None

    def add(self, path: str | Path, letter: Letter) -> None:
        """Write one letter, and the path of its file. It replaces a letter with the same content."""
        self.save([(os.path.abspath(path), record(letter))])  # noqa: PTH100 - resolve() would follow links

    def save(
        self,
        letters: Iterable[tuple[str, Record]] = (),
        seen: Iterable[tuple[str, str]] = (),
        failed: Iterable[Failed] = (),
    ) -> None:
        """Write letters with the paths they came from, known contents (path, sha256) seen again, and failures.

        All of it is written or none. A letter whose content is there already replaces it.
        """
        now = _now()
        with told(self.path), transaction(self.db):
            for path, record in letters:
                self._forget(record.sha256)
                self._add(record, now)
                self._place(path, record.sha256, now)
            for path, sha256 in seen:
                self._place(path, sha256, now)
            for failure in failed:
                self.db.execute(FAILURE, (encodable(failure.path), *failure[1:], __version__, now))

    def rewrite(self, record: Record, parser: str) -> None:
        """Write a letter's columns, exchanges and indexes anew, within a transaction of the caller's."""
        self._add(record, _now(), parser)

    def remove(self, sha256s: Iterable[str]) -> None:
        """Take letters out, with all that is known of them."""
        with told(self.path), transaction(self.db):
            for sha256 in sha256s:
                self._forget(sha256)
                self.db.execute("DELETE FROM letter WHERE sha256 = ?", (sha256,))

    def mark_vanished(self, folder: str, present: Iterable[str]) -> list[str]:
        """Mark the places in a folder that are not among those present; those that were not marked before."""
        below = folder.rstrip("/\\") + os.sep
        asked = "SELECT path FROM place WHERE vanished IS NULL AND substr(path, 1, ?) = ?"
        with told(self.path):
            known = {path for (path,) in self.db.execute(asked, (len(below), below))}
        return self.mark_gone(known - {*map(encodable, present)})

    def mark_gone(self, paths: Iterable[str]) -> list[str]:
        """Mark places whose file is gone; those that were known and not marked before."""
        asked = "UPDATE place SET vanished = ? WHERE path = ? AND vanished IS NULL RETURNING path"
        now = _now()
        with told(self.path), transaction(self.db):
            return [
                path for (path,) in self.db.executemany(asked, [(now, path) for path in sorted(map(encodable, paths))])
            ]

    def _place(self, path: str, sha256: str, now: str) -> None:
        self.db.execute(PLACE, (encodable(path), now, sha256))
        self.db.execute("DELETE FROM failure WHERE path = ?", (encodable(path),))

    def _forget(self, sha256: str) -> None:
        """Take what was read from a letter's JSON out, so that it can be written anew."""
        found = self.db.execute("SELECT id FROM letter WHERE sha256 = ?", (sha256,)).fetchone()
        for statement in FORGET if found else ():
            self.db.execute(statement, found)

    def _add(self, record: Record, now: str, parser: str = __version__) -> None:
        data = msgspec.structs.asdict(record) | {"parser": parser, "added": now}
        data["exchanges"] = len(record.exchanges)
        letter = row_of(self.db, LETTER, tuple(data[name] for name in COLUMNS))[0]
        self.db.execute(GRAMS, (letter, record.grams))
        at = 0
        for one in record.exchanges:
            middle = at + len(one.question)
            stop = middle + len(one.answer)
            self.db.execute(EXCHANGE, (letter, one.number, one.askers, one.members, at, middle, stop))
            self.db.execute(WORDS, (self.db.last_insert_rowid(), one.question, one.answer))
            at = stop


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
