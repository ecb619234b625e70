"""Keep parsed letters in the user's cache folder, so that a letter is parsed once.

An entry is a file: a SHA-256 checksum and the letter as MessagePack. The folder may be deleted at any time; where an
entry is missing or damaged, the letter is parsed again.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path

import msgspec

from kamerbrief import __version__
from kamerbrief.model import Letter

FOLDER, OFF = "KAMERBRIEF_CACHE", "KAMERBRIEF_NO_CACHE"
"""Environment variables: the first names another folder, the second turns the cache off, whatever its value."""
LARGEST = 256 * 2**20
"""The most bytes of the folder; entries that were used longest ago are deleted first."""
LARGEST_ENTRY = LARGEST // 16
"""The most bytes of one entry; a larger letter is not kept."""
READERS = ("pdfminer", "docx", "simplemma")
"""Packages that decide, with this one, what a file parses to."""
Options = Mapping[str, str | None]
"""The options of a parse by their names: an entry is found with the same options only."""


def wanted() -> bool:
    """Whether the cache is on: the user has not turned it off."""
    return not os.environ.get(OFF)


def load(sha256: str, options: Options) -> Letter | None:
    """The letter in the file with this SHA-256 (in hexadecimal), or None where it is not in the cache.

    The name of its source is empty.
    """
    path = _path(sha256, options)
    try:
        data = path.read_bytes()
        os.utime(path)  # used just now
    except OSError:
        return None
    check, body = data[:32], data[32:]
    if hashlib.sha256(body).digest() != check:
        return None
    with suppress(msgspec.MsgspecError, UnicodeDecodeError):
        return msgspec.msgpack.decode(body, type=Letter)
    return None


def save(letter: Letter, options: Options) -> None:
    """Put a letter into the cache; does nothing where the folder cannot be written to."""
    nameless = msgspec.structs.replace(letter, source=msgspec.structs.replace(letter.source, name=""))
    try:
        body = msgspec.msgpack.encode(nameless)
        if len(body) <= LARGEST_ENTRY:
            path = _path(letter.source.sha256, options)
            _write(path, hashlib.sha256(body).digest() + body)
            if path.name < "08":  # one in 32: names are hashes
                trim(path.parent)
    except (OSError, UnicodeEncodeError):
        return


def folder() -> Path:
    """The folder of the entries."""
    if given := os.environ.get(FOLDER):
        return Path(given)
    from platformdirs import user_cache_path

    return user_cache_path("kamerbrief", appauthor=False)


def trim(where: Path, largest: int | None = None) -> None:
    """Delete the entries that were used longest ago until the rest takes at most `largest` bytes (LARGEST if None)."""
    found = sorted(((s.st_mtime, s.st_size, path) for path, s in _entries(where)), reverse=True)
    room = LARGEST if largest is None else largest
    for _, size, path in found:
        room -= size
        if room < 0:
            with suppress(OSError):  # another process was first
                path.unlink()


def _entries(where: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """The entries of a folder, and files that were left half-written, each with its size and times."""
    with os.scandir(where) as found:
        for entry in found:
            with suppress(OSError):
                if entry.name.endswith((".letter", ".part")):
                    yield Path(entry.path), entry.stat()


def _path(sha256: str, options: Options) -> Path:
    """The file of the entry for this content, these options and this version of the code."""
    said = [sha256, __version__, _code(), *(f"{name}={value}" for name, value in sorted(options.items()))]
    return folder() / f"{hashlib.sha256(chr(0).join(said).encode()).hexdigest()}.letter"


@cache
def _code() -> str:
    """The sizes and times of all files that decide what a letter parses to: an edited rule makes new entries."""
    files = [sys.version, *_stamps(os.path.dirname(__file__))]  # noqa: PTH120 - pathlib takes ten times as long
    for name in READERS:
        spec = PathFinder.find_spec(name)
        files.append(_stamp(os.stat(spec.origin)) if spec and spec.origin else "none")  # noqa: PTH116
    return " ".join(files)


def _stamps(where: str) -> Iterator[str]:
    """The name, size and time of each Python and TOML file in a folder and the folders in it."""
    with os.scandir(where) as found:
        for entry in sorted(found, key=lambda entry: entry.name):
            if entry.is_dir():
                yield from _stamps(entry.path)
            elif entry.name.endswith((".py", ".toml")):
                yield entry.name + _stamp(entry.stat())


def _stamp(stat: os.stat_result) -> str:
    """The size and the time of change of a file as a text."""
    return f"{stat.st_size}.{stat.st_mtime_ns}"


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, also where other processes write the same file."""
    import tempfile

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
