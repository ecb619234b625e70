"""Open a library's SQLite file, upgrade an older one, and turn SQLite's errors into messages for a user."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import apsw

from kamerbrief.errors import KamerbriefError, LibraryBusy, LibraryError, LibraryFull
from kamerbrief.library.migrations import APPLICATION_ID, STEPS
from kamerbrief.library.word_tokens import make_tokenizer

PAGE_SIZE = 16_384
"""Bytes in a page of the SQLite file, the unit of reading: the text of one letter is about 40,000."""
BUSY_TIMEOUT_MS = 30_000
"""Milliseconds to wait for another process that is writing."""


def open_to_write(path: Path, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> apsw.Connection:
    """Open a library for writing; create the file if there is none, and upgrade an older one.

    Raises LibraryError (another kind of file, damaged, newer), LibraryBusy, or LibraryFull (cannot be written).
    """
    with sqlite_errors_explained(path):
        _make_folder(path)
        db = apsw.Connection(str(path))
        db.set_busy_timeout(busy_timeout_ms)
        _checked_version(db, path)  # first, so that a file of another kind is not changed
        _set_up(db)
        _migrate(db, path)
        return db


def open_to_read(path: Path) -> apsw.Connection:
    """Open a library for reading only. Raises LibraryError, also if there is none."""
    if not path.is_file() or not path.stat().st_size:
        raise LibraryError(f"{path}: there is no library yet; create one with: kamerbrief library add FOLDER")
    with sqlite_errors_explained(path):
        try:
            return _connect_read_only(path, "mode=ro")
        except (apsw.CantOpenError, apsw.ReadOnlyError):
            return _connect_read_only(
                path, "mode=ro&immutable=1"
            )  # in a folder without write permission SQLite cannot make its helper files


def _connect_read_only(path: Path, mode: str) -> apsw.Connection:
    """Connect to the file with these URI parameters; upgrade it first if it is older."""
    uri = f"file:{quote(str(path.absolute()))}?{mode}"
    db = apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    db.set_busy_timeout(BUSY_TIMEOUT_MS)
    if _checked_version(db, path) < len(STEPS):
        db.close()
        open_to_write(path).close()
        return _connect_read_only(path, mode)
    db.register_fts5_tokenizer("dutch", make_tokenizer)
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
    mark, version = db.pragma("application_id"), db.pragma("user_version")
    if mark != APPLICATION_ID and (mark or version or db.pragma("schema_version")):
        raise LibraryError(f"{path}: this is not a kamerbrief library; name another file")
    if version > len(STEPS):
        raise LibraryError(f"{path}: a newer kamerbrief made this library (version {version}); upgrade kamerbrief")
    return int(version)


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


@contextmanager
def sqlite_errors_explained(path: Path) -> Iterator[None]:
    """Raise SQLite's errors in a block as a KamerbriefError that names the file and says what to do."""
    try:
        yield
    except apsw.Error as error:
        raise _explain(path, error) from error


def _explain(path: Path, error: apsw.Error) -> KamerbriefError:
    """Return the error that a user gets for an error of SQLite."""
    match error:
        case apsw.BusyError() | apsw.LockedError():
            return LibraryBusy(f"{path}: another kamerbrief is writing to this library; try again when it has finished")
        case apsw.FullError():
            return LibraryFull(f"{path}: the disk is full; nothing is lost, free some space and run the command again")
        case apsw.ReadOnlyError() | apsw.CantOpenError() | apsw.PermissionsError() | apsw.AuthError():
            return LibraryFull(
                f"{path}: the library cannot be opened or written; check the permissions of the file and of its folder"
            )
        case apsw.NotADBError():
            return LibraryError(f"{path}: this is not a kamerbrief library; name another file")
        case apsw.CorruptError():
            return LibraryError(
                f"{path}: the library is damaged; kamerbrief library check --repair saves what can be read"
            )
        case apsw.IOError():
            return LibraryFull(f"{path}: the library cannot be read or written ({error}); check the disk")
    return LibraryError(f"{path}: {error}; run kamerbrief library check to find out more")
