"""Parse a file into a Letter: read it, lay it out, find its structure and what its sentences say, in this order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from kamerbrief.errors import KamerbriefError
from kamerbrief.input_files import STDIN, read_file
from kamerbrief.model import Letter, Source
from kamerbrief.sanitise import encodable
from kamerbrief.unpaged import without_pages

if TYPE_CHECKING:
    from pathlib import Path


def parse_letter(data: bytes, name: str, *, password: str | None = None, genre: str | None = None) -> Letter:
    """Parse the bytes of a PDF, Word file or text into a letter; `name` is only what its source is called.

    `genre`: call it this, one of those in the README, instead of what its content tells; in `kamervragen` and
    `eerste-termijn` members are taken to ask, by name.

    Raises EmptyFile, DamagedFile, NoText (a scan), PasswordNeeded or NotALetter, each a KamerbriefError whose
    message says what is wrong and what to do.

    >>> from pathlib import Path
    >>> parse_letter(Path("samples/zwemveiligheid.txt").read_bytes(), "brief.txt").chamber
    'Tweede Kamer'
    """
    from kamerbrief.resource_guard import guarded  # here, since a letter out of the cache does not need it

    return guarded(lambda: _parsed(data, name, password, genre), len(data))


def _parsed(data: bytes, name: str, password: str | None, genre: str | None) -> Letter:
    """Read, lay out and interpret a file, without a bound on time or memory."""
    from kamerbrief.insight import with_insight
    from kamerbrief.layout import lay_out
    from kamerbrief.reading import about_pages, read
    from kamerbrief.structure import to_letter
    from kamerbrief.structure.evidence import letter_landmarks

    document = read(data, password=password)
    pages = len(document.pages)
    source = Source(name=name, sha256=_sha256(data), media_type=document.media_type, pages=pages)
    letter = with_insight(to_letter(lay_out(document, letter_landmarks), source, genre=genre))
    if not document.paged:
        letter = without_pages(letter)
    return msgspec.structs.replace(letter, warnings=(*about_pages(document), *letter.warnings))


def read_letter(
    path: str | Path, *, password: str | None = None, genre: str | None = None, cached: bool = False
) -> Letter:
    """Read the letter in a file, or on standard input for "-".

    `genre`: as for `parse_letter`. `cached`: take the letter from the user's cache if it was parsed before, and keep
    it there if not; what a password opens is never kept.

    Raises NotReadable where the file cannot be read, and what `parse_letter` raises; the message starts with the
    file's name.

    >>> letter = read_letter("samples/fietspont.pdf")
    >>> letter.exchanges[2].labels, letter.exchanges[2].factions
    (('3', '4'), ('SP', 'D66'))
    """
    from pathlib import Path

    name = "standard input" if str(path) == STDIN else str(path)
    try:
        data, called = read_file(str(path)), "-" if str(path) == STDIN else encodable(Path(path).name)
        if cached and password is None:
            return _known_letter(data, called, genre)
        return parse_letter(data, called, password=password, genre=genre)
    except KamerbriefError as error:
        raise type(error)(f"{name}: {error}") from error.__cause__


def _known_letter(data: bytes, name: str, genre: str | None) -> Letter:
    """Return the letter from the cache, under the present name of the file; parse and store it if need be."""
    from kamerbrief import cache

    options: cache.Options = {"genre": genre}
    known = cache.load(_sha256(data), options)
    if known is not None:
        return msgspec.structs.replace(known, source=msgspec.structs.replace(known.source, name=name))
    letter = parse_letter(data, name, genre=genre)
    cache.save(letter, options)
    return letter


def _sha256(data: bytes) -> str:
    from hashlib import sha256  # here, as pathlib below: who only imports this module does not wait for them

    return sha256(data).hexdigest()
