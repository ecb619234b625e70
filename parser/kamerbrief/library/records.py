"""Turn a letter into the rows that a library stores: its JSON, its searchable columns, and its exchanges.

This is done where the letter is parsed, by a worker, so that the one process that writes has little to do.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from kamerbrief.case_folding import caseless
from kamerbrief.insight import completed
from kamerbrief.insight.finding_kinds import kinds_of
from kamerbrief.library.passage_offsets import encode_layout
from kamerbrief.library.passages import END, ExchangePassages, Passage, exchange_passages
from kamerbrief.model import Exchange, Letter

LARGEST_JSON = 2**28
"""Bytes of the JSON of a letter at most: far more than a file of the largest size that is read can have."""
FIELD = "\x1f"
"""The character around each name in a list of names, so that SQL can look for a whole name."""


class ExchangeRecord(msgspec.Struct, frozen=True, array_like=True):
    """The row of an exchange."""

    number: int
    askers: str
    members: str
    """Factions and members who ask, joined by `join_names`."""
    question: str
    answer: str
    """The passages of question and answer, one a line."""


class Record(msgspec.Struct, frozen=True, array_like=True):
    """The row of a letter, with the rows of its exchanges."""

    sha256: str
    json: bytes
    """The letter as JSON, compressed with zlib."""
    name: str
    genre: str
    chamber: str | None
    date: str | None
    subject: str | None
    signed: str
    """Names and offices of those who sign, one a line."""
    pages: int | None
    """None if the file does not show its pages."""
    layout: bytes
    """The encoded PassageLayout of `text`."""
    text: str
    """All passages, one a line."""
    grams: str
    """The text in one case, for the trigram index."""
    exchanges: tuple[ExchangeRecord, ...]
    findings: tuple[tuple[int, str], ...] = ()
    """The number of an exchange and the kind of a finding in it."""


class SavedPlace(NamedTuple):
    """A path where another library saw a letter, and when: at the last visit, and when it was found to be gone."""

    path: str
    seen: str | None
    vanished: str | None


class SavedLetter(NamedTuple):
    """A letter from another library."""

    record: Record
    parser: str
    """The version of kamerbrief that parsed it."""
    added: str | None
    places: Sequence[SavedPlace]


class SavedFailure(NamedTuple):
    """A file that could not be read, from another library: the columns of the table `failure`."""

    path: str
    sha256: str | None
    reason: str
    parser: str
    seen: str


def record(letter: Letter) -> Record:
    """Turn a letter into its rows."""
    passages = [exchange_passages(exchange) for exchange in letter.exchanges]
    rows = tuple(map(_exchange, letter.exchanges, passages))
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
        pages=letter.source.pages or None,
        layout=encode_layout(passages),
        text=text,
        grams=caseless(text),
        exchanges=rows,
        findings=tuple((one.number, kind) for one in completed(letter).exchanges for kind in kinds_of(one)),
    )


def letter_of(data: bytes) -> Letter:
    """Read a letter back from the JSON of its record. Raises zlib.error or msgspec.MsgspecError if it is damaged."""
    unpacking = zlib.decompressobj()
    json = unpacking.decompress(data, LARGEST_JSON)
    if not unpacking.eof:
        raise zlib.error("the JSON is cut short, or too large")
    return msgspec.json.decode(json, type=Letter)


def _exchange(exchange: Exchange, passages: ExchangePassages) -> ExchangeRecord:
    lines = ["".join(map(_as_line, side)) for side in passages.sides]
    question, answer = "".join(lines[:2]), "".join(lines[2:])
    return ExchangeRecord(
        exchange.number, join_names(exchange.factions), join_names(exchange.members), question, answer
    )


def _as_line(passage: Passage) -> str:
    return passage.text.replace("\0", "\N{REPLACEMENT CHARACTER}") + END


def join_names(split_names: tuple[str, ...]) -> str:
    """Join names into one text in which each can be found whole.

    >>> join_names(("SP", "D66")).split(FIELD)
    ['', 'SP', 'D66', '']
    """
    return FIELD.join(("", *split_names, "")) if split_names else ""


def split_names(text: str) -> tuple[str, ...]:
    """Split the text that `join_names` made."""
    return tuple(text.split(FIELD)[1:-1])
