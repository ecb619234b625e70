"""Exchanges by the words in them, the best first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

import msgspec

from kamerbrief.case_folding import fold_name
from kamerbrief.errors import BadSearch
from kamerbrief.library.catalogue import Library
from kamerbrief.library.connection import row_of, told
from kamerbrief.library.query_parser import ParsedQuery, asked
from kamerbrief.library.records import FIELD
from kamerbrief.library.snippets import CLOSE, OPEN, Snippet, snippet
from kamerbrief.library.spelling_suggestions import suggestions

DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
COLUMNS = {"questions": "question", "answers": "answer"}
AFTER = "~"
"""Sorts behind every date that starts like it."""
ROWS = "SELECT words.rowid, rank FROM words"
JOINED = " JOIN exchange ON exchange.id = words.rowid JOIN letter ON letter.id = exchange.letter"
SHOWN = """SELECT letter.id, sha256, date, genre, chamber, subject, name, number, layout, text
    FROM exchange JOIN letter ON letter.id = exchange.letter WHERE exchange.id = ?"""
MARKED = f"""SELECT highlight(words, 0, '{OPEN}', '{CLOSE}'), highlight(words, 1, '{OPEN}', '{CLOSE}')
    FROM words WHERE words MATCH ? AND rowid = ?"""


class SearchRequest(msgspec.Struct, frozen=True):
    """What to look for, and where."""

    words: str
    part: Literal["questions", "answers", "all"] = "all"
    factions: tuple[str, ...] = ()
    """Canonical names, any of which may ask."""
    member: str | None = None
    minister: str | None = None
    """Part of the name or the office of one who signs."""
    since: str | None = None
    until: str | None = None
    """Dates, or months or years: 2021, 2021-08, 2021-08-30."""
    genre: str | None = None
    chamber: str | None = None
    """How its name starts: eerste, tweede."""
    limit: int = 20
    sort: Literal["rank", "date"] = "rank"


class FoundExchange(NamedTuple):
    """An exchange that has the words."""

    id: str
    number: int
    factions: tuple[str, ...]
    date: str | None
    path: str
    genre: str
    chamber: str | None
    subject: str | None
    snippet: Snippet
    score: float
    """Higher is better."""


class SearchResults(NamedTuple):
    """What a search found, and what else may have been meant."""

    found: list[FoundExchange]
    meant: dict[str, str]
    """For words that no letter has."""


def search(library: Library, wanted: SearchRequest) -> SearchResults:
    """The exchanges that match. Raises BadSearch where the words or a date are none."""
    words = asked(wanted.words)
    query = f"{{{COLUMNS[wanted.part]}}} : ({words.query})" if wanted.part in COLUMNS else words.query
    with told(library.path):
        library.db.create_scalar_function("fold_name", _fold_name, 1, deterministic=True)
        rows = list(library.db.execute(*_statement(wanted, query)))
        found = list(_found(library, rows, query))
        return SearchResults(found, _meant(library, words))


def _meant(library: Library, words: ParsedQuery) -> dict[str, str]:
    return suggestions(library.db, words.words)


def _fold_name(*texts: object) -> str:
    return fold_name(str(texts[0] or ""))


def _statement(wanted: SearchRequest, query: str) -> tuple[str, list[str | int]]:
    """The SQL that finds the rows, the best or the newest first, and its values."""
    conditions, values = _filters(wanted)
    order = "letter.date DESC, rank" if wanted.sort == "date" else "rank"
    joined = JOINED if conditions or wanted.sort == "date" else ""
    where = " AND ".join(["words MATCH ?", *conditions])
    return f"{ROWS}{joined} WHERE {where} ORDER BY {order} LIMIT ?", [query, *values, wanted.limit]


def _filters(wanted: SearchRequest) -> tuple[list[str], list[str | int]]:
    """Conditions on letters and exchanges, and their values."""
    names = [FIELD + name + FIELD for name in wanted.factions]
    anyone = " OR ".join(["instr(askers, ?)"] * len(names))
    filters: list[tuple[str, list[str]]] = [(f"({anyone})", names)] if names else []
    for condition, value in (
        ("instr(fold_name(members), ?)", fold_name(wanted.member or "")),
        ("instr(fold_name(signed), ?)", fold_name(wanted.minister or "")),
        ("date >= ?", _date(wanted.since)),
        ("date <= ?", _date(wanted.until) + AFTER if wanted.until else ""),
        ("genre = ?", wanted.genre or ""),
        ("instr(fold_name(chamber), ?) = 1", fold_name(wanted.chamber or "")),
    ):
        filters += [(condition, [value])] if value else []
    return [condition for condition, _ in filters], [value for _, values in filters for value in values]


def _date(text: str | None) -> str:
    if text and not DATE.fullmatch(text):
        raise BadSearch(f"'{text}' is no date; write 2021, 2021-08 or 2021-08-30")
    return text or ""


def _found(library: Library, rows: list[tuple[int, float]], query: str) -> Iterator[FoundExchange]:
    paths = library.paths() if rows else {}
    for row, rank in rows:
        letter, sha256, date, genre, chamber, subject, name, number, layout, text = row_of(library.db, SHOWN, (row,))
        question, answer = row_of(library.db, MARKED, (query, row))
        exchange, shown = snippet(text, layout, number, question, answer)
        path = paths.get(letter, (name, True))[0]
        yield FoundExchange(
            library.shown(sha256), number, exchange.factions, date, path, genre, chamber, subject, shown, -rank
        )
