"""A file -> a Letter. The order of the stages stands here and nowhere else."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import msgspec

from kamerbrief.errors import KamerbriefError, NotReadable
from kamerbrief.model import Letter, Source
from kamerbrief.sanitise import encodable
from kamerbrief.unpaged import without_pages

STDIN = "-"


def parse_letter(data: bytes, name: str, *, password: str | None = None, genre: str | None = None) -> Letter:
    """The letter in a file's bytes; `name` is only what the letter's source is called.

    `genre`: one of `structure.grammar.GENRES`, to force it; else the content tells.

    Raises a KamerbriefError that says what is wrong with the file.
    """
    from kamerbrief.reading import about_pages, read
    from kamerbrief.resource_guard import guarded  # here, since a letter out of the cache needs none of them

    with guarded(len(data)):
        document = read(data, password=password)
        from kamerbrief.layout import lay_out
        from kamerbrief.structure import to_letter

        source = Source(
            name=name,
            sha256=hashlib.sha256(data).hexdigest(),
            media_type=document.media_type,
            pages=len(document.pages),
        )
        letter = to_letter(lay_out(document), source, genre=genre)
        if not document.paged:
            letter = without_pages(letter)
    return msgspec.structs.replace(letter, warnings=(*about_pages(document), *letter.warnings))


def read_letter(
    path: str | Path, *, password: str | None = None, genre: str | None = None, cached: bool = False
) -> Letter:
    """The letter in a file, or on standard input for "-".

    `cached`: out of the user's cache where it was parsed before, and kept there otherwise; what a password opens
    never is. Raises a KamerbriefError whose message starts with the file's name.
    """
    name = "standard input" if str(path) == STDIN else str(path)
    try:
        data, called = _bytes(path), "-" if str(path) == STDIN else encodable(Path(path).name)
        if cached and password is None:
            return _known_letter(data, called, genre)
        return parse_letter(data, called, password=password, genre=genre)
    except KamerbriefError as error:
        raise type(error)(f"{name}: {error}") from error.__cause__


def _known_letter(data: bytes, name: str, genre: str | None) -> Letter:
    """The letter out of the cache, under the name that the file has now; parsed and kept where it is not there."""
    from kamerbrief import cache

    options: cache.Options = {"genre": genre}
    known = cache.load(hashlib.sha256(data).hexdigest(), options)
    if known is not None:
        return msgspec.structs.replace(known, source=msgspec.structs.replace(known.source, name=name))
    letter = parse_letter(data, name, genre=genre)
    cache.save(letter, options)
    return letter


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
