"""A letter as the library keeps it: its JSON, what it is found by, and the passages of each exchange.

Made where the letter is parsed, in a process or on a machine of its own, so that the one that writes has little to do.
"""

from __future__ import annotations

import zlib

import msgspec

from kamerbrief.case_folding import caseless
from kamerbrief.library.passage_offsets import laid_out
from kamerbrief.library.passages import END, Passage, Searched, searched_of
from kamerbrief.model import Exchange, Letter

FIELD = "\x1f"
"""Stands around each name of a list, so that a name can be looked for whole."""


class ExchangeRecord(msgspec.Struct, frozen=True, array_like=True):
    """An exchange as rows have it."""

    number: int
    askers: str
    members: str
    question: str
    answer: str


class Record(msgspec.Struct, frozen=True, array_like=True):
    """A letter as rows have it."""

    sha256: str
    json: bytes
    name: str
    genre: str
    chamber: str | None
    date: str | None
    subject: str | None
    signed: str
    """Roles and names of who signs."""
    pages: int
    layout: bytes
    text: str
    grams: str
    """What the trigram index reads."""
    exchanges: tuple[ExchangeRecord, ...]


def record(letter: Letter) -> Record:
    """The letter as the library keeps it."""
    searched = [searched_of(exchange) for exchange in letter.exchanges]
    rows = tuple(map(_exchange, letter.exchanges, searched))
    text = "".join(row.question + row.answer for row in rows)
    return Record(
        sha256=letter.source.sha256,
        json=zlib.compress(msgspec.json.encode(letter), 1),
        name=letter.source.name,
        genre=letter.genre,
        chamber=letter.chamber,
        date=letter.date,
        subject=letter.subject,
        signed="\n".join(f"{one.name or ''}, {one.role or ''}" for one in letter.signatories),
        pages=letter.source.pages or 0,
        layout=laid_out(searched),
        text=text,
        grams=caseless(text),
        exchanges=rows,
    )


def letter_of(data: bytes) -> Letter:
    """The letter in a record's JSON."""
    return msgspec.json.decode(zlib.decompress(data), type=Letter)


def _exchange(exchange: Exchange, searched: Searched) -> ExchangeRecord:
    lines = ["".join(map(_line, side)) for side in searched.sides]
    question, answer = "".join(lines[:2]), "".join(lines[2:])
    return ExchangeRecord(exchange.number, listed(exchange.factions), listed(exchange.members), question, answer)


def _line(passage: Passage) -> str:
    return passage.text.replace("\0", "\N{REPLACEMENT CHARACTER}") + END


def listed(names: tuple[str, ...]) -> str:
    """Names as one text.

    >>> listed(("SP", "D66")).split(FIELD)
    ['', 'SP', 'D66', '']
    """
    return FIELD.join(("", *names, "")) if names else ""


def names(text: str) -> tuple[str, ...]:
    """The names that `listed` made a text of."""
    return tuple(text.split(FIELD)[1:-1])
