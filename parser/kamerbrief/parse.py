"""A file -> a Letter. The order of the stages stands here and nowhere else."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from kamerbrief.errors import KamerbriefError, NotReadable
from kamerbrief.layout import lay_out
from kamerbrief.model import Letter, Source
from kamerbrief.reading import read
from kamerbrief.structure import to_letter

STDIN = "-"


def parse_letter(data: bytes, name: str, *, password: str | None = None, genre: str | None = None) -> Letter:
    """The letter in a file's bytes; `name` is only what the letter's source is called.

    `genre`: one of `structure.grammar.GENRES`, to force it; else the content tells.

    Raises a KamerbriefError that says what is wrong with the file.
    """
    document = read(data, password=password)
    source = Source(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=document.media_type,
        pages=len(document.pages),
    )
    return to_letter(lay_out(document), source, genre=genre)


def read_letter(path: str | Path, *, password: str | None = None, genre: str | None = None) -> Letter:
    """The letter in a file, or on standard input for "-".

    Raises a KamerbriefError whose message starts with the file's name.
    """
    name = "standard input" if str(path) == STDIN else str(path)
    try:
        own = STDIN if str(path) == STDIN else Path(path).name
        return parse_letter(_bytes(path), own, password=password, genre=genre)
    except KamerbriefError as error:
        raise type(error)(f"{name}: {error}") from error.__cause__


def _bytes(path: str | Path) -> bytes:
    if str(path) == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except FileNotFoundError as error:
        raise NotReadable("there is no such file; check the path") from error
    except IsADirectoryError as error:
        raise NotReadable("this is a folder; name a letter in it") from error
    except OSError as error:
        raise NotReadable(f"it cannot be read ({error.strerror}); check its permissions") from error
