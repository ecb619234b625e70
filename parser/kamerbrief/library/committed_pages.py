"""Read the pages of an SQLite file without SQLite, so that one damaged page does not hide the others.

The layout of the file, its log and its free pages is on sqlite.org/fileformat.html; numbers are big-endian.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO, Self

from kamerbrief.library.connection import PAGE_SIZE
from kamerbrief.library.file_header import SIZE, FileHeader, parse_header

LOG_HEADER, FRAME_HEADER = 32, 24
"""Bytes before the frames of a write-ahead log, and before the page in each frame."""


class CommittedPages:
    """The pages of a library as last committed: those in its write-ahead log, else those in the file.

    Use it in a `with` statement. Every library has pages of PAGE_SIZE bytes, so nothing depends on the file's header.
    """

    def __init__(self, file: Path, log: Path) -> None:
        """Open a file and its log, which need not be there. Raises OSError if they cannot be read."""
        self._file = file.open("rb")
        self._log: BinaryIO | None = log.open("rb") if log.exists() else None
        self._in_log = _committed_frames(self._log) if self._log else {}
        self.count = max([-(-file.stat().st_size // PAGE_SIZE), *self._in_log])
        """The number of the last page; the first is 1."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        if self._log:
            self._log.close()

    def page(self, number: int) -> bytes:
        """Return a page, which is shorter or empty where the file ends before it does."""
        if self._log and number in self._in_log:
            return _read_at(self._log, self._in_log[number])
        return _read_at(self._file, (number - 1) * PAGE_SIZE)

    def header(self) -> FileHeader | None:
        """Return the header of the file, or None if it is not that of an SQLite file."""
        return parse_header(self.page(1)[:SIZE])

    def free(self) -> frozenset[int]:
        """Return the numbers of the pages that are not in use any more, or none if their list is damaged."""
        if self.header() is None:
            return frozenset()
        trunk, expected = struct.unpack_from(">II", self.page(1), 32)
        found: list[int] = []
        while 1 < trunk <= self.count and len(found) < expected:
            page = self.page(trunk)
            if len(page) < PAGE_SIZE:
                break
            found.append(trunk)
            trunk, leaves = struct.unpack_from(">II", page)
            found += struct.unpack_from(f">{min(leaves, PAGE_SIZE // 4 - 2)}I", page, 8)
        sound = len(found) == len({*found}) == expected and all(1 < number <= self.count for number in found)
        return frozenset(found) if sound else frozenset()


def _read_at(file: BinaryIO, offset: int) -> bytes:
    file.seek(offset)
    return file.read(PAGE_SIZE)


def _committed_frames(log: BinaryIO) -> dict[int, int]:
    """Map the number of each page in a log to the offset of its last committed version.

    The frames in use have the two salts of the first. Their checksums are not compared: a damaged frame must not hide
    what was committed after it, and each letter has a checksum of its own.
    """
    found: dict[int, int] = {}
    pending: dict[int, int] = {}
    at, salts = LOG_HEADER, b""
    while True:
        log.seek(at)
        frame = log.read(FRAME_HEADER)
        if len(frame) < FRAME_HEADER or (salts := salts or frame[8:16]) != frame[8:16]:
            return found
        number, committed_size = struct.unpack_from(">II", frame)
        pending[number] = at + FRAME_HEADER
        if committed_size:
            found |= pending
            pending.clear()
        at += FRAME_HEADER + PAGE_SIZE
