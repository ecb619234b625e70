"""Write letters to a library."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

import msgspec

from kamerbrief import __version__
from kamerbrief.input_files import is_gone
from kamerbrief.library.connection import BUSY_TIMEOUT_MS, fetch_row, open_to_write, transaction
from kamerbrief.library.location import library_file, library_path
from kamerbrief.library.records import Record, SavedFailure, SavedLetter, record
from kamerbrief.library.sqlite_errors import sqlite_errors_explained
from kamerbrief.sanitise import encodable

if TYPE_CHECKING:
    from kamerbrief.model import Letter

COLUMNS = "sha256 json parser added name genre chamber date subject signed pages exchanges layout text".split()
LETTER = f"""INSERT INTO letter ({", ".join(COLUMNS)}) VALUES ({", ".join("?" * len(COLUMNS))})
    ON CONFLICT (sha256) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in COLUMNS if name != "added")}
    RETURNING id"""
"""Inserts a letter, or replaces the one with the same content, and returns its row number."""
EXCHANGE = """INSERT INTO exchange (letter, number, askers, members, start, middle, stop)
    VALUES (?, ?, ?, ?, ?, ?, ?)"""
WORDS = "INSERT INTO words (rowid, question, answer) VALUES (?, ?, ?)"
FINDING = """INSERT INTO finding (exchange, kind) SELECT id, ? FROM exchange WHERE letter = ? AND number = ?"""
GRAMS = "INSERT INTO grams (rowid, text) VALUES (?, ?)"
DELETE_DERIVED = (
    """INSERT INTO words (words, rowid, question, answer) SELECT 'delete', passages.id, question, answer
        FROM passages JOIN exchange ON exchange.id = passages.id WHERE letter = ?""",
    "DELETE FROM grams WHERE rowid = ?",
    "DELETE FROM exchange WHERE letter = ?",
)
"""Deletes from the indexes and from `exchange` what was derived from a letter's JSON."""
PLACE = """INSERT INTO place (path, letter, seen) SELECT ?, id, ? FROM letter WHERE sha256 = ?
    ON CONFLICT (path) DO UPDATE SET letter = excluded.letter, seen = excluded.seen, vanished = NULL"""
"""Records that a letter was seen at a path."""
PLACE_AS_BEFORE = """INSERT OR REPLACE INTO place (path, letter, seen, vanished)
    SELECT ?, id, ?, ? FROM letter WHERE sha256 = ?"""
"""Records a path as another library had it."""
FAILURE = """INSERT OR REPLACE INTO failure (path, sha256, reason, parser, seen) VALUES (?, ?, ?, ?, ?)"""
"""Records that a file could not be read."""


class Failed(NamedTuple):
    """A file that could not be read."""

    path: str
    sha256: str | None
    """The hash of its content; None if the file could not even be opened."""
    reason: str


class Store:
    """A library opened for writing; use it in a `with` statement.

    >>> from tempfile import mkdtemp
    >>> from kamerbrief import Store, read_letter
    >>> letter = read_letter("samples/fietspont.pdf")
    >>> with Store(mkdtemp() + "/letters.sqlite") as store:
    ...     store.add("samples/fietspont.pdf", letter)
    ...     store.knows(letter.source.sha256)
    True
    """

    def __init__(self, path: str | Path | None = None, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> None:
        """Open the library at a path, or the user's own; create it if there is none.

        `busy_timeout_ms`: milliseconds to wait for another process that is writing. Raises LibraryError, LibraryBusy
        or LibraryFull, as every method does.
        """
        self.path = library_file() if path is None else library_path(path)
        self.db = open_to_write(self.path, busy_timeout_ms)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with sqlite_errors_explained(self.path):
            self.db.close()

    def knows(self, sha256: str) -> bool:
        """Tell whether a letter with this content is in the library."""
        with sqlite_errors_explained(self.path):
            return self.db.execute("SELECT 1 FROM letter WHERE sha256 = ?", (sha256,)).fetchone() is not None

    def failed_before(self, sha256: str) -> str | None:
        """Return why this version of kamerbrief could not read this content, or None if it never tried."""
        sql = "SELECT reason FROM failure WHERE sha256 = ? AND parser = ?"
        with sqlite_errors_explained(self.path):
            found = self.db.execute(sql, (sha256, __version__)).fetchone()
        return found[0] if found else None

    def add(self, path: str | Path, letter: Letter) -> None:
        """Write one letter with the path of its file. A letter with the same content is replaced."""
        self.save([(os.path.abspath(path), record(letter))])  # noqa: PTH100 - resolve() would follow links

    def save(
        self,
        letters: Iterable[tuple[str, Record]] = (),
        seen: Iterable[tuple[str, str]] = (),
        failed: Iterable[Failed] = (),
    ) -> None:
        """Write letters, files whose content is known, and failures, in one transaction.

        `letters` are pairs of a path and a record, `seen` pairs of a path and a SHA-256. A letter whose content the
        library has already is replaced.
        """
        now = _timestamp()
        with sqlite_errors_explained(self.path), transaction(self.db):
            for path, record in letters:
                self._delete_derived(record.sha256)
                self._insert(record, now)
                self._save_place(path, record.sha256, now)
            for path, sha256 in seen:
                self._save_place(path, sha256, now)
            for failure in failed:
                self.db.execute(FAILURE, (encodable(failure.path), *failure[1:], __version__, now))

    def restore(self, letters: Iterable[SavedLetter], failed: Iterable[SavedFailure] = ()) -> None:
        """Write letters and failures as another library had them, in one transaction."""
        with sqlite_errors_explained(self.path), transaction(self.db):
            for record, parser, added, places in letters:
                self._insert(record, added or _timestamp(), parser)
                for path, seen, vanished in places:
                    self.db.execute(PLACE_AS_BEFORE, (path, seen or _timestamp(), vanished, record.sha256))
            self.db.executemany(FAILURE, failed)

    def remove(self, sha256s: Iterable[str]) -> None:
        """Remove letters and all that belongs to them."""
        with sqlite_errors_explained(self.path), transaction(self.db):
            for sha256 in sha256s:
                self._delete_derived(sha256)
                self.db.execute("DELETE FROM letter WHERE sha256 = ?", (sha256,))

    def mark_vanished(self, folder: str, present: Iterable[str]) -> list[str]:
        """Mark the paths below a folder as vanished that are not in `present`, if no file is there any more.

        Returns the paths that were not marked before.
        """
        below = folder.rstrip("/\\") + os.sep
        sql = "SELECT path FROM place WHERE vanished IS NULL AND substr(path, 1, ?) = ?"
        with sqlite_errors_explained(self.path):
            known = {path for (path,) in self.db.execute(sql, (len(below), below))}
        return self.mark_gone(path for path in known - {*map(encodable, present)} if is_gone(path))

    def mark_gone(self, paths: Iterable[str]) -> list[str]:
        """Mark paths as vanished; return those that were known and not marked before."""
        sql = "UPDATE place SET vanished = ? WHERE path = ? AND vanished IS NULL RETURNING path"
        now = _timestamp()
        with sqlite_errors_explained(self.path), transaction(self.db):
            return [
                path for (path,) in self.db.executemany(sql, [(now, path) for path in sorted(map(encodable, paths))])
            ]

    def _save_place(self, path: str, sha256: str, now: str) -> None:
        """Record that a letter was seen at a path, which is no failure any more."""
        self.db.execute(PLACE, (encodable(path), now, sha256))
        self.db.execute("DELETE FROM failure WHERE path = ?", (encodable(path),))

    def _delete_derived(self, sha256: str) -> None:
        """Delete what was derived from a letter's JSON, so that it can be written again."""
        found = self.db.execute("SELECT id FROM letter WHERE sha256 = ?", (sha256,)).fetchone()
        for statement in DELETE_DERIVED if found else ():
            self.db.execute(statement, found)

    def _insert(self, record: Record, now: str, parser: str = __version__) -> None:
        """Insert a letter with its exchanges and index entries."""
        data = msgspec.structs.asdict(record) | {"parser": parser, "added": now}
        data["exchanges"] = len(record.exchanges)
        letter = fetch_row(self.db, LETTER, tuple(data[name] for name in COLUMNS))[0]
        self.db.execute(GRAMS, (letter, record.grams))
        at = 0
        for one in record.exchanges:
            middle = at + len(one.question)
            stop = middle + len(one.answer)
            self.db.execute(EXCHANGE, (letter, one.number, one.askers, one.members, at, middle, stop))
            self.db.execute(WORDS, (self.db.last_insert_rowid(), one.question, one.answer))
            at = stop
        self.db.executemany(FINDING, [(kind, letter, number) for number, kind in record.findings])


def _timestamp() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
