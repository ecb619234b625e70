"""Turn the errors of SQLite, and those of damaged values in it, into messages for a user."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw
import msgspec

from kamerbrief.errors import KamerbriefError, LibraryBusy, LibraryError, LibraryFull

SAVE_THE_REST = "kamerbrief library check --repair saves what can be read"
"""What to do about a damaged library."""
DAMAGED_VALUE = (zlib.error, msgspec.MsgspecError, ValueError, IndexError)
"""What damaged values raise when they are decoded; a text that is not UTF-8 is a ValueError."""


@contextmanager
def sqlite_errors_explained(path: Path) -> Iterator[None]:
    """Raise SQLite's errors in a block as a KamerbriefError that names the file and says what to do."""
    try:
        yield
    except apsw.Error as error:
        raise _explain(path, error) from error
    except UnicodeDecodeError as error:
        raise damaged_library(path) from error


@contextmanager
def letter_errors_explained(path: Path, what: str) -> Iterator[None]:
    """Raise a LibraryError that names what a block reads ("letter 3fa8c1d2") if that is damaged."""
    try:
        yield
    except (apsw.CorruptError, *DAMAGED_VALUE) as error:
        raise LibraryError(f"{path}: {what} is damaged and cannot be read; {SAVE_THE_REST}") from error
    except apsw.Error as error:
        raise _explain(path, error) from error


def damaged_library(path: Path) -> LibraryError:
    """Return the error for a library of which a part cannot be read."""
    return LibraryError(f"{path}: the library is damaged; {SAVE_THE_REST}")


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
            return not_a_library(path)
        case apsw.CorruptError():
            return damaged_library(path)
        case apsw.IOError():
            return LibraryFull(
                f"{path}: the library cannot be read or written ({error}); check whether the disk is full or damaged"
            )
    return LibraryError(f"{path}: the library cannot be used ({error}); {SAVE_THE_REST}")


def not_a_library(path: Path) -> LibraryError:
    """Return the error for a file that does not start like a library."""
    return LibraryError(
        f"{path}: this is not a kamerbrief library; name another file (if it was one, its start is damaged: "
        f"{SAVE_THE_REST})"
    )


def no_library(path: Path) -> LibraryError:
    """Return the error for a file that is missing or empty."""
    return LibraryError(f"{path}: there is no library yet; create one with: kamerbrief library add FOLDER")
