"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kamerbrief.errors import OutputExists


def write_new(path: Path, text: str, *, force: bool) -> None:
    """Write text as UTF-8 to a temporary file beside `path`, then rename it.

    Raises OutputExists where the file is there and `force` is not given, or where it cannot be written.
    """

    def fill(part: Path) -> None:
        part.write_text(text, encoding="utf-8", newline="")

    write_whole(path, fill, force=force)


def write_whole(path: Path, fill: Callable[[Path], None], *, force: bool) -> None:
    """Have a temporary file beside `path` filled, then rename it. Raises OutputExists as `write_new` does."""
    if path.is_dir():
        raise OutputExists(f"{path}: this is a folder; name a file in it")
    if path.exists() and not force:
        raise OutputExists(f"{path}: it is there already; --force overwrites it")
    try:
        _replace(path, fill)
    except OSError as error:
        raise OutputExists(f"{path}: it cannot be written ({error.strerror}); name another place") from error


def _replace(path: Path, fill: Callable[[Path], None]) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
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
    """The process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
