"""Check that a library is sound. Nothing is written to it, and nobody has to wait."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import msgspec

from kamerbrief.library.catalogue import Library
from kamerbrief.library.records import record
from kamerbrief.library.sqlite_errors import sqlite_errors_explained
from kamerbrief.library.word_tokens import make_tokenizer

ROW = """SELECT name, genre, chamber, date, subject, signed, nullif(pages, 0), layout, text
    FROM letter WHERE sha256 = ?"""
"""The columns of a letter that are derived from its JSON."""
EXCHANGES = """SELECT number, askers, members, question, answer FROM exchange JOIN passages USING (id)
    WHERE letter = (SELECT id FROM letter WHERE sha256 = ?) ORDER BY number"""
"""The rows of a letter's exchanges, with the text of question and answer."""
FINDINGS = """SELECT number, kind FROM finding JOIN exchange ON exchange.id = finding.exchange
    WHERE letter = (SELECT id FROM letter WHERE sha256 = ?) ORDER BY number, kind"""
"""What was found in a letter's exchanges."""
INDEX_CHECKS = (
    ("word index", "INSERT INTO words (words, rank) VALUES ('integrity-check', 1)"),
    ("trigram index", "INSERT INTO grams (grams) VALUES ('integrity-check')"),
)
"""Each index with the statement that has FTS5 compare it with the text."""
UNINDEXED = "SELECT sha256 FROM letter WHERE id NOT IN (SELECT rowid FROM grams_docsize)"
"""The letters that the trigram index lacks."""


def problems(path: Path) -> Iterator[str]:
    """Yield each problem of a library as one line; nothing if it is sound.

    Raises LibraryError if it cannot be opened at all.
    """
    library = Library(path)
    try:
        damaged = _file_problems(library)
        yield from damaged or _content_problems(library)
    finally:
        library.db.close()


def _content_problems(library: Library) -> Iterator[str]:
    """Yield the problems of a file in which SQLite finds none."""
    with sqlite_errors_explained(library.path):
        for (sha256,) in list(library.db.execute("SELECT sha256 FROM letter ORDER BY id")):
            yield from _letter_problems(library, sha256)
        yield from _index_problems(library)


def _file_problems(library: Library) -> list[str]:
    """Return the problems that SQLite finds in the file."""
    try:
        found = [f"file: {line}" for (line,) in library.db.execute("PRAGMA integrity_check") if line != "ok"]
        orphans = library.db.execute("PRAGMA foreign_key_check")
        return found + [f"table {row[0]}: row {row[1]} belongs to no letter" for row in orphans]
    except (apsw.CorruptError, apsw.SQLError, UnicodeDecodeError) as error:
        return [f"file: {error}"]


def _letter_problems(library: Library, sha256: str) -> Iterator[str]:
    """Yield a problem if a letter's columns or exchanges differ from its JSON."""
    try:
        expected = record(library.letter(sha256))
    except Exception as error:  # damaged data may raise anything
        yield f"letter {sha256[:8]}: its JSON cannot be read ({error.__cause__ or error})"
        return
    columns = ("name", "genre", "chamber", "date", "subject", "signed", "pages", "layout", "text")
    row = tuple(getattr(expected, name) for name in columns)
    exchanges = [tuple(msgspec.structs.astuple(one)) for one in expected.exchanges]
    if _rows(library, ROW, sha256) != [row]:
        yield f"letter {sha256[:8]}: its columns differ from its JSON"
    if _rows(library, EXCHANGES, sha256) != exchanges:
        yield f"letter {sha256[:8]}: its exchanges differ from its JSON"
    if _rows(library, FINDINGS, sha256) != sorted(expected.findings):
        yield f"letter {sha256[:8]}: its findings differ from its JSON"


def _rows(library: Library, sql: str, sha256: str) -> list[tuple[Any, ...]] | None:
    """Return the rows of a query, or None if they cannot be read."""
    try:
        return list(library.db.execute(sql, (sha256,)))
    except (apsw.CorruptError, UnicodeDecodeError):
        return None


def _index_problems(library: Library) -> Iterator[str]:
    """Yield a problem for each index that does not match the letters.

    FTS5 checks an index only where it may write, so this is done in a temporary copy, which SQLite deletes by itself.
    """
    copy = apsw.Connection("")
    try:
        with copy.backup("main", library.db, "main") as backup:
            backup.step()
        copy.register_fts5_tokenizer("dutch", make_tokenizer)
        for name, check in INDEX_CHECKS:
            try:
                copy.execute(check)
            except (apsw.CorruptError, apsw.SQLError, UnicodeDecodeError):
                yield f"{name}: it does not match the letters"
        for (sha256,) in copy.execute(UNINDEXED):
            yield f"trigram index: letter {sha256[:8]} is missing"
    finally:
        copy.close()
