"""Find the library file: the user's own, unless another is named."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from kamerbrief.errors import LibraryError
from kamerbrief.sanitise import encodable

VARIABLE = "KAMERBRIEF_LIBRARY"
"""The environment variable that names another file."""


def library_file() -> Path:
    """Return the path in KAMERBRIEF_LIBRARY, else `library.sqlite` in the user's data folder.

    Raises LibraryError if no library can have this path.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return library_path(_expanded(named))
    from platformdirs import user_data_path

    return library_path(user_data_path("kamerbrief", appauthor=False) / "library.sqlite")


def library_path(path: str | Path) -> Path:
    """Return the path of a library. Raises LibraryError if it is no path of a file, or of another kind of file."""
    name = str(path)
    if name != encodable(name):
        raise LibraryError(f"{name}: the path of a library must be valid UTF-8; choose another")
    if name.startswith(":"):  # SQLite would keep :memory: in memory only
        raise LibraryError(f"{name}: a library must be a file, and its name cannot start with a colon; choose another")
    _check_kind(name)
    return Path(path)


def _expanded(name: str) -> Path:
    """Return a path with `~` replaced by a home folder. Raises LibraryError if there is no such user."""
    try:
        return Path(name).expanduser()
    except RuntimeError as error:
        raise LibraryError(f"{name}: there is no such user; write the path in full") from error


def _check_kind(name: str) -> None:
    """Raise LibraryError if something is at the path that is not a file, or that may not be looked at."""
    try:
        mode = os.stat(name).st_mode  # noqa: PTH116 - Path would change how a path is written
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise LibraryError(f"{name}: this path cannot be opened ({why}); check it and its permissions") from error
    if not stat.S_ISREG(mode):
        kind = "a folder" if stat.S_ISDIR(mode) else "a pipe or a device"
        raise LibraryError(f"{name}: this is {kind}, and a library is a file; choose another path")
