"""Open a library's SQLite file, and upgrade an older one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import apsw

from kamerbrief.errors import LibraryFull
from kamerbrief.library.file_header import FileHeader, log_of, refuse_other_file, refuse_other_header, size_of
from kamerbrief.library.migrations import APPLICATION_ID, OLDEST_READABLE, STEPS
from kamerbrief.library.sqlite_errors import no_library, sqlite_errors_explained
from kamerbrief.library.word_tokens import make_tokenizer

PAGE_SIZE = 16_384
"""Bytes in a page of the SQLite file, the unit of reading: the text of one letter is about 40,000."""
BUSY_TIMEOUT_MS = 30_000
"""Milliseconds to wait for another process that is writing."""
RETRY_SECONDS = 0.02
"""Pause between two tries where SQLite does not wait by itself."""


def open_to_write(path: Path, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> apsw.Connection:
    """Open a library for writing; create the file if there is none, and upgrade an older one.

    Raises LibraryError (another kind of file, damaged, newer), LibraryBusy, or LibraryFull (cannot be written).
    """
    refuse_other_file(path)
    with sqlite_errors_explained(path):
        _make_folder(path)
        return _when_free(lambda: _open_to_write(path, busy_timeout_ms), busy_timeout_ms)


def _open_to_write(path: Path, busy_timeout_ms: int) -> apsw.Connection:
    """Do what `open_to_write` does, once. Raises apsw.BusyError where SQLite itself does not wait."""
    db = apsw.Connection(str(path))
    try:
        db.set_busy_timeout(busy_timeout_ms)
        _checked_version(db, path)  # first, so that a file of another kind is not changed
        if db.readonly("main"):
            raise apsw.ReadOnlyError("the file may not be written")
        _set_up(db)
        _migrate(db, path)
    except BaseException:
        db.close()
        raise
    return db


def _when_free(opening: Callable[[], apsw.Connection], timeout_ms: int) -> apsw.Connection:
    """Open a library; try again while another process holds it, until the time is over.

    SQLite waits by itself for a lock, but not for the one that changes a new file to write-ahead logging.
    """
    end = time.monotonic() + timeout_ms / 1000
    while True:
        try:
            return opening()
        except apsw.BusyError:
            if time.monotonic() >= end:
                raise
            time.sleep(RETRY_SECONDS)


def open_to_read(path: Path) -> apsw.Connection:
    """Open a library for reading only. Raises LibraryError, also if there is none."""
    refuse_other_file(path)
    if not size_of(path):
        raise no_library(path)
    with sqlite_errors_explained(path):
        try:
            return _connect_read_only(path, "mode=ro")
        except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.IOError):
            if size_of(log_of(path)):
                raise  # the newest letters are in the log
            # SQLite cannot make its helper files, in a folder without write permission or on a full disk
            return _connect_read_only(path, "mode=ro&immutable=1")


def _connect_read_only(path: Path, mode: str) -> apsw.Connection:
    """Connect to the file with these URI parameters; upgrade it first if it is too old to be read."""
    db = _connect(path, mode)
    if _checked_version(db, path) < OLDEST_READABLE:
        db.close()
        open_to_write(path).close()
        db = _connect(path, mode)
    db.register_fts5_tokenizer("dutch", make_tokenizer)
    return db


def _connect(path: Path, mode: str) -> apsw.Connection:
    uri = f"file:{quote(str(path.absolute()))}?{mode}"
    db = apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    db.set_busy_timeout(BUSY_TIMEOUT_MS)
    return db


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryFull(f"{path}: its folder cannot be created ({error.strerror}); choose another path") from error


def _set_up(db: apsw.Connection) -> None:
    """Set the options of a connection that writes."""
    db.register_fts5_tokenizer("dutch", make_tokenizer)
    db.execute("PRAGMA foreign_keys = ON")
    db.pragma("page_size", PAGE_SIZE)  # has an effect in a new file only
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA cache_size = -32000")


def _checked_version(db: apsw.Connection, path: Path) -> int:
    """Return the number of migration steps a file has had. Raises LibraryError if it is not a library, or is newer."""
    with snapshot(db):  # another process may give the file its version and its mark between two of these
        header = FileHeader(*(int(db.pragma(name)) for name in ("schema_version", "user_version", "application_id")))
    refuse_other_header(path, header)
    return header.version


def _migrate(db: apsw.Connection, path: Path) -> None:
    """Run the migration steps that the file has not had yet, in one transaction."""
    if _checked_version(db, path) == len(STEPS):
        return
    with transaction(db):
        for number, step in enumerate(STEPS[_checked_version(db, path) :], _checked_version(db, path) + 1):
            db.execute(step)
            db.pragma("user_version", number)
        db.pragma("application_id", APPLICATION_ID)


def fetch_row(db: apsw.Connection, sql: str, values: tuple[str | int, ...] = ()) -> tuple[Any, ...]:
    """Return the one row that a query gives. Raises apsw.CorruptError if there is none: a sound library has it."""
    found: tuple[Any, ...] | None = db.execute(sql, values).fetchone()
    if found is None:
        raise apsw.CorruptError("a row is missing")
    return found


@contextmanager
def snapshot(db: apsw.Connection) -> Iterator[None]:
    """Have a block read one state of the library, whatever other processes write meanwhile."""
    outermost = not db.in_transaction
    if outermost:
        db.execute("BEGIN")
    try:
        yield
    finally:
        if outermost:
            with suppress(apsw.Error):  # closed, or damaged: nothing was written, so nothing can go wrong
                db.execute("ROLLBACK")


@contextmanager
def transaction(db: apsw.Connection) -> Iterator[None]:
    """Run a block in one transaction: everything in it is written, or nothing. Other writers wait."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
