"""Parse a file into a Letter: read it, lay it out, find its structure and what its sentences say, in this order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from kamerbrief.errors import KamerbriefError
from kamerbrief.input_files import STDIN, read_file
from kamerbrief.model import Letter, Source, Warning
from kamerbrief.sanitise import encodable
from kamerbrief.unpaged import without_pages

if TYPE_CHECKING:
    from pathlib import Path

    from kamerbrief.decision_file import Decisions
    from kamerbrief.structure import Understood

STALE = Warning(
    code="decisions-stale",
    message="the decisions beside this letter were made on another content of the file, and are not applied",
)


def parse_letter(
    data: bytes,
    name: str,
    *,
    password: str | None = None,
    genre: str | None = None,
    decisions: Decisions | None = None,
) -> Letter:
    """Parse the bytes of a PDF, Word file or text into a letter; `name` is only what its source is called.

    `genre`: call it this, one of those in the README, instead of what its content tells; in `kamervragen` and
    `eerste-termijn` members are taken to ask, by name. `decisions`: what a person decided about this content.

    Raises EmptyFile, DamagedFile, NoText (a scan), PasswordNeeded or NotALetter, each a KamerbriefError whose
    message says what is wrong and what to do.

    >>> from pathlib import Path
    >>> parse_letter(Path("samples/zwemveiligheid.txt").read_bytes(), "brief.txt").chamber
    'Tweede Kamer'
    """
    return parse_with_reading(data, name, password=password, genre=genre, decisions=decisions).letter


class ParsedLetter(NamedTuple):
    """A letter with the reading that it was made of."""

    letter: Letter
    understood: Understood
    paged: bool
    """Whether the file shows its pages."""


def parse_with_reading(
    data: bytes, name: str, *, password: str | None, genre: str | None, decisions: Decisions | None
) -> ParsedLetter:
    """Parse a letter as `parse_letter` does, and keep what tells how sure the parse is."""
    from kamerbrief.resource_guard import guarded  # here, since a letter out of the cache does not need it

    return guarded(lambda: _parsed(data, name, password, genre, decisions), len(data))


def _parsed(
    data: bytes, name: str, password: str | None, genre: str | None, decisions: Decisions | None
) -> ParsedLetter:
    """Read, lay out and interpret a file, without a bound on time or memory."""
    from kamerbrief.insight import with_insight
    from kamerbrief.layout import lay_out
    from kamerbrief.reading import about_pages, read
    from kamerbrief.structure import understand, written_out
    from kamerbrief.structure.evidence import letter_landmarks

    document = read(data, password=password)
    pages = len(document.pages)
    source = Source(name=name, sha256=_sha256(data), media_type=document.media_type, pages=pages)
    body = lay_out(document, letter_landmarks)
    fits = decisions is not None and decisions.letter == source.sha256
    understood = understand(body, genre=genre, decisions=decisions.decision if decisions and fits else ())
    letter = with_insight(written_out(body, source, understood))
    if not document.paged:
        letter = without_pages(letter)
    stale = () if fits or decisions is None else (STALE,)
    letter = msgspec.structs.replace(letter, warnings=(*about_pages(document), *letter.warnings, *stale))
    return ParsedLetter(letter, understood, document.paged)


def read_letter(
    path: str | Path, *, password: str | None = None, genre: str | None = None, cached: bool = False
) -> Letter:
    """Read the letter in a file, or on standard input for "-".

    `genre`: as for `parse_letter`. `cached`: take the letter from the user's cache if it was parsed before, and keep
    it there if not; what a password opens is never kept. What a person decided about the letter, in the file beside
    it, is applied.

    Raises NotReadable where the file cannot be read, and what `parse_letter` raises; the message starts with the
    file's name.

    >>> letter = read_letter("samples/fietspont.pdf")
    >>> letter.exchanges[2].labels, letter.exchanges[2].factions
    (('3', '4'), ('SP', 'D66'))
    """
    with _named(path):
        data, called = read_file(str(path)), _name(path)
        decisions = _decisions(path)
        if cached and password is None:
            return _known_letter(data, called, genre, decisions)
        return parse_letter(data, called, password=password, genre=genre, decisions=decisions)


def parse_file(
    path: str | Path, *, password: str | None = None, genre: str | None = None, decisions: Decisions | None = None
) -> ParsedLetter:
    """Parse the letter in a file with these decisions, or with those beside it, and keep what tells how sure it is.

    Raises what `read_letter` raises.
    """
    with _named(path):
        data = read_file(str(path))
        decisions = decisions or _decisions(path)
        return parse_with_reading(data, _name(path), password=password, genre=genre, decisions=decisions)


def _decisions(path: str | Path) -> Decisions | None:
    """What a person decided about the letter in a file. Raises BadDecision."""
    from kamerbrief.decision_file import decisions_beside

    return None if str(path) == STDIN else decisions_beside(path)


def _name(path: str | Path) -> str:
    """What the source of a letter is called."""
    from pathlib import Path

    return "-" if str(path) == STDIN else encodable(Path(path).name)


@contextmanager
def _named(path: str | Path) -> Iterator[None]:
    """Put the name of the file before the message of any error."""
    try:
        yield
    except KamerbriefError as error:
        name = "standard input" if str(path) == STDIN else str(path)
        raise type(error)(f"{name}: {error}") from error.__cause__


def _known_letter(data: bytes, name: str, genre: str | None, decisions: Decisions | None) -> Letter:
    """Return the letter from the cache, under the present name of the file; parse and store it if need be."""
    from kamerbrief import cache

    options: dict[str, str | None] = {"genre": genre}
    if decisions is not None:
        options["decisions"] = msgspec.json.encode(decisions).decode()
    known = cache.load(_sha256(data), options)
    if known is not None:
        return msgspec.structs.replace(known, source=msgspec.structs.replace(known.source, name=name))
    letter = parse_letter(data, name, genre=genre, decisions=decisions)
    cache.save(letter, options)
    return letter


def _sha256(data: bytes) -> str:
    from hashlib import sha256  # here, as pathlib below: who only imports this module does not wait for them

    return sha256(data).hexdigest()
