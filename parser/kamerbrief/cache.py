"""Letters once parsed, kept in the user's cache folder; all of it may be thrown away at any time.

An entry is a checksum and the letter as MessagePack. Whatever goes wrong with it, the letter is parsed again.
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
"""Environment variables: another folder, and (with any value) no cache at all."""
LARGEST = 256 * 2**20
"""Bytes that the folder may hold; what was used longest ago goes first."""
LARGEST_ENTRY = LARGEST // 16
READERS = ("pdfminer", "docx", "simplemma")
"""Packages that have a say in what a file parses to."""
Options = Mapping[str, str | None]
"""What a parse was asked for, beside the file."""


def wanted() -> bool:
    """Whether the user has not turned the cache off."""
    return not os.environ.get(OFF)


def load(sha256: str, options: Options) -> Letter | None:
    """The letter that a file with this content was parsed to, without a name; None where it is not known."""
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
    """Keep a letter. A folder that is full or may not be written to is no reason to fail."""
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
    """Where the entries are."""
    if given := os.environ.get(FOLDER):
        return Path(given)
    from platformdirs import user_cache_path

    return user_cache_path("kamerbrief", appauthor=False)


def trim(where: Path, largest: int | None = None) -> None:
    """Delete what was used longest ago until the rest fits."""
    found = sorted(((s.st_mtime, s.st_size, path) for path, s in _entries(where)), reverse=True)
    room = LARGEST if largest is None else largest
    for _, size, path in found:
        room -= size
        if room < 0:
            with suppress(OSError):  # another process was first
                path.unlink()


def _entries(where: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """Entries, and what was left half-written."""
    with os.scandir(where) as found:
        for entry in found:
            with suppress(OSError):
                if entry.name.endswith((".letter", ".part")):
                    yield Path(entry.path), entry.stat()


def _path(sha256: str, options: Options) -> Path:
    said = [sha256, __version__, _code(), *(f"{name}={value}" for name, value in sorted(options.items()))]
    return folder() / f"{hashlib.sha256(chr(0).join(said).encode()).hexdigest()}.letter"


@cache
def _code() -> str:
    """Sizes and times of all files that decide what a file parses to: who edits a rule gets no old letter."""
    files = [sys.version, *_stamps(os.path.dirname(__file__))]  # noqa: PTH120 - pathlib takes ten times as long
    for name in READERS:
        spec = PathFinder.find_spec(name)
        files.append(_stamp(os.stat(spec.origin)) if spec and spec.origin else "none")  # noqa: PTH116
    return " ".join(files)


def _stamps(where: str) -> Iterator[str]:
    with os.scandir(where) as found:
        for entry in sorted(found, key=lambda entry: entry.name):
            if entry.is_dir():
                yield from _stamps(entry.path)
            elif entry.name.endswith((".py", ".toml")):
                yield entry.name + _stamp(entry.stat())


def _stamp(stat: os.stat_result) -> str:
    return f"{stat.st_size}.{stat.st_mtime_ns}"


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all, also beside others that write the same."""
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
