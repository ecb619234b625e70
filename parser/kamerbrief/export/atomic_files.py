"""Write files atomically: a reader sees the whole new file or the old one, never a part."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kamerbrief.errors import OutputExists


def write_new(path: Path, text: str, *, force: bool) -> None:
    """Write text to a file, as UTF-8.

    Raises OutputExists if the file exists and `force` is not given, or if it cannot be written.
    """

    def fill(part: Path) -> None:
        part.write_text(text, encoding="utf-8", newline="")

    write_whole(path, fill, force=force)


def write_whole(path: Path, fill: Callable[[Path], None], *, force: bool) -> None:
    """Write a file by letting `fill` write a temporary file beside it, which is then renamed.

    Raises OutputExists if the file exists and `force` is not given, or if it cannot be written.
    """
    if path.is_dir():
        raise OutputExists(f"{path}: this is a folder; give the name of a file in it")
    if path.exists() and not path.is_file():
        raise OutputExists(f"{path}: this is a device or a pipe and not a file; -o - writes to standard output")
    if path.exists() and not force:
        raise OutputExists(f"{path}: this file exists already; use --force to overwrite it")
    try:
        _replace(path, fill)
    except OSError as error:
        raise OutputExists(f"{path}: this file cannot be written ({error.strerror}); choose another path") from error


def _replace(path: Path, fill: Callable[[Path], None]) -> None:
    """Have a temporary file beside `path` filled, then give it that name; remove it after any error."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".kamerbrief.", suffix=".part")
    os.close(handle)
    try:
        fill(Path(name))
        with Path(name).open("rb") as file:
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    """Return the file mode mask of the process, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
