"""Find exchanges by the words in them, the best first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

import msgspec

from kamerbrief.case_folding import fold_name
from kamerbrief.errors import BadSearch, LibraryError
from kamerbrief.insight import completed
from kamerbrief.insight.finding_kinds import FindingKind, sentences_of
from kamerbrief.library.catalogue import Library
from kamerbrief.library.connection import fetch_row
from kamerbrief.library.query_parser import parse_query
from kamerbrief.library.records import FIELD
from kamerbrief.library.snippets import CLOSE, OPEN, Snippet, snippet
from kamerbrief.library.spelling_suggestions import suggestions
from kamerbrief.library.sqlite_errors import sqlite_errors_explained
from kamerbrief.sanitise import encodable

DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
"""A year, a month or a day."""
COLUMNS = {"questions": "question", "answers": "answer"}
"""The column of the word index for each half of an exchange."""
MOST = 2**31
"""The most exchanges that are asked of SQLite, which cannot count to any number."""
SORTS_LAST = "~"
"""Sorts after every date that starts with the text before it: 2021~ comes after 2021-12-31."""
ROWS = "SELECT words.rowid, rank FROM words"
"""The exchanges that match, with FTS5's rank."""
JOINED = " JOIN exchange ON exchange.id = words.rowid JOIN letter ON letter.id = exchange.letter"
FOUND_ROW = """SELECT letter.id, sha256, date, genre, chamber, subject, name, number, layout, text
    FROM exchange JOIN letter ON letter.id = exchange.letter WHERE exchange.id = ?"""
"""What is shown of an exchange."""
WITH_FINDINGS = """SELECT letter.id, sha256, date, genre, chamber, subject, name, number
    FROM exchange JOIN letter ON letter.id = exchange.letter"""
"""What is shown of exchanges that are found without words."""
HAS_FINDING = "exchange.id IN (SELECT exchange FROM finding WHERE kind = ?)"
HIGHLIGHTED = f"""SELECT highlight(words, 0, '{OPEN}', '{CLOSE}'), highlight(words, 1, '{OPEN}', '{CLOSE}')
    FROM words WHERE words MATCH ? AND rowid = ?"""
"""Question and answer of an exchange with marks around what matches."""


class SearchRequest(msgspec.Struct, frozen=True):
    """What to search for, and the filters."""

    words: str
    """The query, in the syntax of `query_parser`; it may be empty if `findings` are given."""
    part: Literal["questions", "answers", "all"] = "all"
    factions: tuple[str, ...] = ()
    """Canonical names; exchanges of any of these are found."""
    member: str | None = None
    """Part of a member's name."""
    minister: str | None = None
    """Part of the name or the office of someone who signs."""
    since: str | None = None
    until: str | None = None
    """The first and the last date, as a day, a month or a year: 2021-08-30, 2021-08, 2021."""
    genre: str | None = None
    chamber: str | None = None
    """The start of the chamber's name: eerste or tweede."""
    limit: int = 20
    sort: Literal["rank", "date"] = "rank"
    findings: tuple[FindingKind, ...] = ()
    """Only exchanges in which each of these kinds was found."""


class FoundExchange(NamedTuple):
    """An exchange that a search found."""

    id: str
    """The short id of its letter."""
    number: int
    factions: tuple[str, ...]
    date: str | None
    path: str
    genre: str
    chamber: str | None
    subject: str | None
    snippet: Snippet
    score: float
    """How well it matches; higher is better."""


class FoundRow(NamedTuple):
    """The columns of FOUND_ROW."""

    letter: int
    sha256: str
    date: str | None
    genre: str
    chamber: str | None
    subject: str | None
    name: str
    number: int
    layout: bytes
    text: str


class SearchResults(NamedTuple):
    """What a search found, and spelling suggestions."""

    found: list[FoundExchange]
    suggestions: dict[str, str]
    """For each word that no letter has, the word that was probably meant, if there is one."""


def search(library: Library, request: SearchRequest) -> SearchResults:
    """Find the exchanges that match; without words, all with the findings, the newest letter first.

    Raises BadSearch if the query or a date is not valid, and LibraryError if the library is too old to have findings.
    """
    _check_text(request)
    if request.findings:
        _check_has_findings(library)
        if not request.words.strip():
            return _search_findings(library, request)
    words = parse_query(request.words)
    query = f"{{{COLUMNS[request.part]}}} : ({words.query})" if request.part in COLUMNS else words.query
    with sqlite_errors_explained(library.path):
        library.db.create_scalar_function("fold_name", _fold_name_sql, 1, deterministic=True)
        rows = list(library.db.execute(*_statement(request, query)))
        found = list(_found_exchanges(library, rows, query))
        return SearchResults(found, suggestions(library.db, words.words))


def _check_text(request: SearchRequest) -> None:
    """Raise BadSearch if a filter has characters that are no text."""
    for value in (request.member, request.minister, request.genre, request.chamber, *request.factions):
        if value and value != encodable(value):
            raise BadSearch(f"'{value}' is not valid text (UTF-8); type it again")


def _check_has_findings(library: Library) -> None:
    """Raise LibraryError if the file is of a version that has no findings."""
    with sqlite_errors_explained(library.path):
        if library.db.execute("SELECT 1 FROM sqlite_master WHERE name = 'finding'").fetchone() is None:
            raise LibraryError(
                f"{library.path}: this older library has no findings; kamerbrief library add --again FOLDER adds them"
            )


def _search_findings(library: Library, request: SearchRequest) -> SearchResults:
    """Find all exchanges with the findings; each is shown with the first sentence that shows one."""
    with sqlite_errors_explained(library.path):
        library.db.create_scalar_function("fold_name", _fold_name_sql, 1, deterministic=True)
        conditions, values = _filters(request)
        sql = f"{WITH_FINDINGS} WHERE {' AND '.join(conditions)} ORDER BY date DESC, letter.id, number LIMIT ?"
        rows = list(library.db.execute(sql, (*values, min(request.limit, MOST))))
    paths = library.paths() if rows else {}
    found = []
    for row in rows:
        with library.damage.reading(f"letter {row[1][:8]}"):
            found.append(_with_sentence(library, request.findings, paths, row))
    return SearchResults(found, {})


def _with_sentence(
    library: Library, kinds: tuple[FindingKind, ...], paths: dict[int, tuple[str, bool]], row: tuple[Any, ...]
) -> FoundExchange:
    """What is shown of an exchange that was found without words."""
    letter, sha256, date, genre, chamber, subject, name, number = row
    exchange = next((one for one in completed(library.letter(sha256)).exchanges if one.number == number), None)
    sentence = next((one for kind in kinds for one in sentences_of(exchange, kind)), None) if exchange else None
    if exchange is None or sentence is None:
        raise ValueError(f"exchange {number} has another finding")
    path = paths.get(letter, (name, True))[0]
    shown = Snippet(sentence.part, sentence.page, sentence.text, ())
    short = library.short_id(sha256)
    return FoundExchange(short, number, exchange.factions, date, path, genre, chamber, subject, shown, 0.0)


def _fold_name_sql(*texts: object) -> str:
    """The SQL function `fold_name`: names without case, accents and punctuation."""
    return fold_name(str(texts[0] or ""))


def _statement(request: SearchRequest, query: str) -> tuple[str, list[str | int]]:
    """Return the SQL that finds the rows, sorted by rank or date, and its values."""
    conditions, values = _filters(request)
    order = "letter.date DESC, rank" if request.sort == "date" else "rank"
    joined = JOINED if conditions or request.sort == "date" else ""
    where = " AND ".join(["words MATCH ?", *conditions])
    return f"{ROWS}{joined} WHERE {where} ORDER BY {order} LIMIT ?", [query, *values, min(request.limit, MOST)]


def _filters(request: SearchRequest) -> tuple[list[str], list[str | int]]:
    """Return the SQL conditions of the filters, and their values."""
    names = [FIELD + name + FIELD for name in request.factions]
    anyone = " OR ".join(["instr(askers, ?)"] * len(names))
    filters: list[tuple[str, list[str]]] = [(f"({anyone})", names)] if names else []
    for condition, value in (
        ("instr(fold_name(members), ?)", fold_name(request.member or "")),
        ("instr(fold_name(signed), ?)", fold_name(request.minister or "")),
        ("date >= ?", _date(request.since)),
        ("date <= ?", _date(request.until) + SORTS_LAST if request.until else ""),
        ("genre = ?", request.genre or ""),
        ("instr(fold_name(chamber), ?) = 1", fold_name(request.chamber or "")),
    ):
        filters += [(condition, [value])] if value else []
    filters += [(HAS_FINDING, [kind]) for kind in request.findings]
    return [condition for condition, _ in filters], [value for _, values in filters for value in values]


def _date(text: str | None) -> str:
    """Return the date, or an empty text for None. Raises BadSearch if it is not one."""
    if text and not DATE.fullmatch(text):
        raise BadSearch(f"'{text}' is not a date; write 2021, 2021-08 or 2021-08-30")
    return text or ""


def _found_exchanges(library: Library, rows: list[tuple[int, float]], query: str) -> Iterator[FoundExchange]:
    """Yield what is shown of each exchange that was found."""
    paths = library.paths() if rows else {}
    for row, rank in rows:
        with library.damage.reading(f"the letter of exchange {row}"):
            found = msgspec.convert(fetch_row(library.db, FOUND_ROW, (row,)), FoundRow)
            question, answer = fetch_row(library.db, HIGHLIGHTED, (query, row))
            exchange, best_passage = snippet(found.text, found.layout, found.number, question, answer)
            yield FoundExchange(
                library.short_id(found.sha256),
                found.number,
                exchange.factions,
                found.date,
                paths.get(found.letter, (found.name, True))[0],
                found.genre,
                found.chamber,
                found.subject,
                best_passage,
                -rank,
            )
