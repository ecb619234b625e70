"""Tell from a file's first bytes whether it is a library, before SQLite opens the file and may write to it."""

from __future__ import annotations

import stat
import struct
from pathlib import Path
from typing import NamedTuple

from kamerbrief.errors import LibraryError, LibraryFull
from kamerbrief.library.migrations import APPLICATION_ID, STEPS
from kamerbrief.library.sqlite_errors import damaged_library, not_a_library

MAGIC = b"SQLite format 3\0"
"""What every SQLite file starts with."""
SIZE = 100
"""Bytes of the header. Its layout is on sqlite.org/fileformat.html."""
LOG_MAGICS = (0x377F0682, 0x377F0683)
"""What every write-ahead log starts with."""
FIRST_VERSION_NEVER_MADE = 10_000
"""A version from here up was never made: the bytes of the header that hold it are damaged."""


class FileHeader(NamedTuple):
    """The fields of an SQLite file's header that tell whether it is a library."""

    schema_cookie: int
    """0 in a file without tables."""
    version: int
    """The number of migration steps that the file has had."""
    mark: int
    """The application id."""


def parse_header(data: bytes) -> FileHeader | None:
    """Return the header that a file starts with; None if that of SQLite is not there."""
    if len(data) < SIZE or not data.startswith(MAGIC):
        return None
    return FileHeader(*(struct.unpack_from(">I", data, offset)[0] for offset in (40, 60, 68)))


def log_of(path: Path) -> Path:
    """Return the write-ahead log beside an SQLite file: it has what was committed last."""
    return Path(f"{path}-wal")


def size_of(path: Path) -> int:
    """Return how many bytes a file has, 0 if there is none.

    Raises LibraryError if it is a folder or a device, and LibraryFull if it cannot be reached.
    """
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return 0
    except (OSError, ValueError) as error:
        raise _unreachable(path, error) from error
    if not stat.S_ISREG(found.st_mode):
        raise LibraryError(f"{path}: this is not a file; name a file for the library")
    return found.st_size


def refuse_other_file(path: Path) -> None:
    """Raise LibraryError if a file is of another kind, newer, or has a damaged log, as far as the first bytes tell.

    A file that is not there, or empty, is fine. SQLite would silently drop a log that does not start as it should,
    with all that is in it. Raises LibraryFull if a file cannot be read.
    """
    if not size_of(path):
        return
    header, log = parse_header(_start_of(path)), _start_of(log_of(path))
    if header is None:
        raise not_a_library(path)
    refuse_other_header(path, header)
    if len(log) == SIZE and int.from_bytes(log[:4], "big") not in LOG_MAGICS:
        raise damaged_library(path)


def _start_of(path: Path) -> bytes:
    """Return the first bytes of a file, none if there is no file."""
    if not size_of(path):
        return b""
    try:
        with path.open("rb") as file:
            return file.read(SIZE)
    except OSError as error:
        raise _unreachable(path, error) from error


def _unreachable(path: Path, error: OSError | ValueError) -> LibraryFull:
    reason = error.strerror if isinstance(error, OSError) else error
    return LibraryFull(f"{path}: the library cannot be opened ({reason}); check the permissions and the path")


def refuse_other_header(path: Path, header: FileHeader) -> None:
    """Raise LibraryError if a file with this header is not a library, or from a newer version.

    A file without tables and without a mark is new. The tables and the mark are written in one transaction.
    """
    if header.mark != APPLICATION_ID and (header.mark or header.version or header.schema_cookie):
        raise not_a_library(path)
    if header.mark and not 1 <= header.version < FIRST_VERSION_NEVER_MADE:
        raise damaged_library(path)
    if header.version > len(STEPS):
        raise LibraryError(
            f"{path}: a newer kamerbrief made this library (version {header.version}); upgrade kamerbrief"
        )
