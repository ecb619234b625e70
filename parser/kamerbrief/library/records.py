"""A letter as the library keeps it: its JSON, what it is found by, and the passages of each exchange.

Made where the letter is parsed, in a process or on a machine of its own, so that the one that writes has little to do.
"""

from __future__ import annotations

import zlib
import msgspec

from kamerbrief.library.folding import caseless
from kamerbrief.library.passages import Passage, Sides, sides_of
from kamerbrief.model import Exchange, Letter

BETWEEN = "\n"
"""Stands between passages of a text."""
FIELD = "\x1f"
"""Stands around each name of a list, so that a name can be looked for whole."""

Spans = tuple[tuple[int, int], ...]
"""Of each passage its page and its length."""


class ExchangeRecord(msgspec.Struct, frozen=True, array_like=True):
    """An exchange as rows have it."""

    number: int
    askers: str
    members: str
    question: str
    answer: str
    sides: bytes
    grams: str
    """What the trigram index reads."""


class Record(msgspec.Struct, frozen=True, array_like=True):
    """A letter as rows have it."""

    sha256: str
    name: str
    json: bytes
    genre: str
    chamber: str | None
    date: str | None
    subject: str | None
    signed: str
    """Roles and names of who signs."""
    pages: int
    exchanges: tuple[ExchangeRecord, ...]


def record(letter: Letter) -> Record:
    """The letter as the library keeps it."""
    return Record(
        sha256=letter.source.sha256,
        name=letter.source.name,
        json=zlib.compress(msgspec.json.encode(letter), 3),
        genre=letter.genre,
        chamber=letter.chamber,
        date=letter.date,
        subject=letter.subject,
        signed="\n".join(f"{one.name or ''}, {one.role or ''}" for one in letter.signatories),
        pages=letter.source.pages,
        exchanges=tuple(map(_exchange, letter.exchanges)),
    )


def letter_of(data: bytes) -> Letter:
    """The letter in a record's JSON."""
    return msgspec.json.decode(zlib.decompress(data), type=Letter)


def _exchange(exchange: Exchange) -> ExchangeRecord:
    sides = sides_of(exchange)
    question, answer = (BETWEEN.join(p.text for side in half for p in side) for half in (sides[:2], sides[2:]))
    return ExchangeRecord(
        number=exchange.number,
        askers=listed(exchange.factions),
        members=listed(exchange.members),
        question=question,
        answer=answer,
        sides=msgspec.msgpack.encode([[(p.page, len(p.text)) for p in side] for side in sides]),
        grams=caseless(question + BETWEEN + answer),
    )


def listed(names: tuple[str, ...]) -> str:
    """Names as one text.

    >>> listed(("SP", "D66")).split(FIELD)
    ['', 'SP', 'D66', '']
    """
    return FIELD.join(("", *names, "")) if names else ""


def names(text: str) -> tuple[str, ...]:
    """The names that `listed` made a text of."""
    return tuple(text.split(FIELD)[1:-1])


_spans = msgspec.msgpack.Decoder(tuple[Spans, Spans, Spans, Spans])


def sides(question: str, answer: str, data: bytes) -> Sides:
    """The passages of an exchange's sides, from a record."""
    asked, noted, told, remarked = _spans.decode(data)
    return (*_cut(question, asked, noted), *_cut(answer, told, remarked))


def _cut(text: str, *sides: Spans) -> tuple[list[Passage], list[Passage]]:
    found: tuple[list[Passage], list[Passage]] = ([], [])
    start = 0
    for side, spans in zip(found, sides, strict=True):
        for page, length in spans:
            side.append(Passage(page, text[start : start + length]))
            start += length + len(BETWEEN)
    return found
