"""Read the content of files and of standard input, within bounds.

Only regular files are opened. Opening a pipe waits for somebody to write to it, and a device such as /dev/zero never
ends.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from typing import BinaryIO

from kamerbrief.errors import NotReadable

LARGEST = 256 * 2**20
"""The most bytes of a file: many times what a letter has, also one of scanned pages."""
PIECE = 2**20
"""How many bytes of a pipe are read at a time."""
STDIN = "-"
"""The path that stands for standard input."""
INHERITED = re.compile(r"/dev/(?:stdin|fd/(\d{1,9}))")
"""The paths of what is open already when the program starts: `<(pdftotext letter.pdf -)` in a shell is /dev/fd/63."""
OPENING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
"""How a file is opened: without waiting, in case it has become a pipe since it was looked at."""
KINDS = ((stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"))
"""What is neither a file nor a folder, and how each is called."""


def read_file(path: str) -> bytes:
    """Return the content of a file, or of standard input for "-".

    Raises NotReadable if it does not exist, may not be read, is larger than LARGEST, or is not a regular file.
    """
    try:
        inherited = INHERITED.fullmatch(path)
        if inherited and stat.S_ISFIFO(os.fstat(int(inherited[1] or 0)).st_mode):
            with open(os.dup(int(inherited[1] or 0)), "rb") as pipe:  # noqa: PTH123 - a descriptor, no path
                return bounded(pipe)
        return read_stdin() if path == STDIN else _content(path)
    except FileNotFoundError as error:
        raise NotReadable("there is no such file; check the path") from error
    except OSError as error:
        raise NotReadable(f"the file cannot be read ({error.strerror}); check the path and its permissions") from error
    except ValueError as error:  # a NUL in the path
        raise NotReadable(f"this is not a path ({error}); check it") from error


def read_stdin() -> bytes:
    """Return the content of standard input. Raises NotReadable if it is closed, or gives more than LARGEST."""
    stdin = getattr(sys.stdin, "buffer", None)  # sys.stdin is None if it was closed
    if stdin is None:
        raise NotReadable("standard input is closed; give the path of a file")
    return bounded(stdin)


def bounded(file: BinaryIO, expected: int = 0) -> bytes:
    """Read a file to its end; it is read fastest if it has the expected number of bytes.

    Raises NotReadable if it has more than LARGEST bytes.
    """
    pieces: list[bytes] = []
    while piece := file.read(max(expected + 1, PIECE)):
        pieces.append(piece)
        if sum(map(len, pieces)) > LARGEST:
            raise _too_large(f"more than {LARGEST >> 20} MiB")
    return b"".join(pieces)


def is_gone(path: str) -> bool:
    """Tell whether there is certainly nothing at a path any more.

    It is not gone if that cannot be told, as in a folder that may not be read.
    """
    try:
        os.stat(path)  # noqa: PTH116 - Path would change how a path is written
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False


def _content(path: str) -> bytes:
    """Return the content of a regular file. Raises NotReadable if it is another kind of file, or too large."""
    _checked_size(os.stat(path))  # noqa: PTH116 - before it is opened, which may already do something to a device
    with open(os.open(path, OPENING), "rb") as file:  # noqa: PTH123 - as above
        return bounded(file, _checked_size(os.fstat(file.fileno())))


def _checked_size(found: os.stat_result) -> int:
    """Return the size of a file. Raises NotReadable unless it is a regular file of at most LARGEST bytes."""
    if stat.S_ISDIR(found.st_mode):
        raise NotReadable("this is a folder; give the path of a letter in it")
    if not stat.S_ISREG(found.st_mode):
        kind = next((name for is_kind, name in KINDS if is_kind(found.st_mode)), "something else")
        raise NotReadable(f"this is {kind} and not a file; give the path of a letter, or - for standard input")
    if found.st_size > LARGEST:
        raise _too_large(f"{found.st_size >> 20} MiB")
    return found.st_size


def _too_large(size: str) -> NotReadable:
    return NotReadable(f"this is too large ({size}); a letter has at most {LARGEST >> 20} MiB")
