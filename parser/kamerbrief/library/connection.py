"""An SQLite file as a library: opened, brought up to date, and what SQLite says told in one line."""

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

PAGE = 16_384
"""Bytes that are read at once: a letter's text is some 40,000."""
PATIENCE = 30_000
"""Milliseconds to wait for another process that writes."""


def open_to_write(path: Path, patience: int = PATIENCE) -> apsw.Connection:
    """The library in a file, which is made where there is none; an older one is brought up to date.

    Raises LibraryError (no library, damaged, newer), LibraryBusy, LibraryFull (cannot be written).
    """
    with told(path):
        _make_folder(path)
        db = apsw.Connection(str(path))
        db.set_busy_timeout(patience)
        _version(db, path)  # before anything is changed in a file that is something else
        _set_up(db)
        _migrate(db, path)
        return db


def open_to_read(path: Path) -> apsw.Connection:
    """The library in a file, never written to. Raises LibraryError, also where there is none."""
    if not path.is_file() or not path.stat().st_size:
        raise LibraryError(f"{path}: there is no library yet; make one: kamerbrief library add FOLDER")
    with told(path):
        try:
            return _reading(path, "mode=ro")
        except (apsw.CantOpenError, apsw.ReadOnlyError):
            return _reading(path, "mode=ro&immutable=1")  # a folder that nobody may write to


def _reading(path: Path, how: str) -> apsw.Connection:
    uri = f"file:{quote(str(path.absolute()))}?{how}"
    db = apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    db.set_busy_timeout(PATIENCE)
    if _version(db, path) < len(STEPS):
        db.close()
        open_to_write(path).close()
        return _reading(path, how)
    db.register_fts5_tokenizer("dutch", make_tokenizer)
    return db


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryFull(f"{path}: its folder cannot be made ({error.strerror}); name another place") from error


def _set_up(db: apsw.Connection) -> None:
    db.register_fts5_tokenizer("dutch", make_tokenizer)
    db.execute("PRAGMA foreign_keys = ON")
    db.pragma("page_size", PAGE)  # counts in a new file only
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA cache_size = -32000")


def _version(db: apsw.Connection, path: Path) -> int:
    """How far the file has come. Raises LibraryError where it is no library, or a newer one."""
    mark, version = db.pragma("application_id"), db.pragma("user_version")
    if mark != APPLICATION_ID and (mark or version or db.pragma("schema_version")):
        raise LibraryError(f"{path}: this is no library of kamerbrief; name another file")
    if version > len(STEPS):
        raise LibraryError(f"{path}: a newer kamerbrief made this library (version {version}); upgrade kamerbrief")
    return int(version)


def _migrate(db: apsw.Connection, path: Path) -> None:
    if _version(db, path) == len(STEPS):
        return
    with transaction(db):
        for number, step in enumerate(STEPS[_version(db, path) :], _version(db, path) + 1):
            db.execute(step)
            db.pragma("user_version", number)
        db.pragma("application_id", APPLICATION_ID)


def row_of(db: apsw.Connection, asked: str, values: tuple[str | int, ...] = ()) -> tuple[Any, ...]:
    """The row that is asked for, which a sound library has."""
    found: tuple[Any, ...] | None = db.execute(asked, values).fetchone()
    if found is None:
        raise apsw.CorruptError("a row is missing")
    return found


@contextmanager
def transaction(db: apsw.Connection) -> Iterator[None]:
    """All that is written in it or nothing; other writers wait."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What SQLite complains of as a KamerbriefError, which names the file and what to do."""
    try:
        yield
    except apsw.Error as error:
        raise _explained(path, error) from error


def _explained(path: Path, error: apsw.Error) -> KamerbriefError:
    match error:
        case apsw.BusyError() | apsw.LockedError():
            return LibraryBusy(f"{path}: another kamerbrief is writing to it; try again when that is done")
        case apsw.FullError():
            return LibraryFull(f"{path}: the disk is full; nothing is lost, make room and run it again")
        case apsw.ReadOnlyError() | apsw.CantOpenError() | apsw.PermissionsError() | apsw.AuthError():
            return LibraryFull(f"{path}: it cannot be opened or written; check its permissions and its folder's")
        case apsw.NotADBError():
            return LibraryError(f"{path}: this is no library of kamerbrief; name another file")
        case apsw.CorruptError():
            return LibraryError(f"{path}: it is damaged; kamerbrief library check --repair saves what can be read")
        case apsw.IOError():
            return LibraryFull(f"{path}: it cannot be read or written ({error}); check the disk")
    return LibraryError(f"{path}: {error}; kamerbrief library check tells more")
