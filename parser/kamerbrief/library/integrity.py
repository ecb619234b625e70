"""Check that a library is sound, and rebuild its columns and indexes from the letters' JSON."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path

import apsw
import msgspec

from kamerbrief.errors import LibraryError
from kamerbrief.library.catalogue import Library
from kamerbrief.library.connection import fetch_row, open_to_write, sqlite_errors_explained, transaction
from kamerbrief.library.migrations import DROP_INDEXES, INDEXES
from kamerbrief.library.records import Record, letter_of, record
from kamerbrief.library.store import Store

ROW = """SELECT name, genre, chamber, date, subject, signed, pages, layout, text FROM letter WHERE sha256 = ?"""
"""The columns of a letter that are derived from its JSON."""
EXCHANGES = """SELECT number, askers, members, question, answer FROM exchange JOIN passages USING (id)
    WHERE letter = (SELECT id FROM letter WHERE sha256 = ?) ORDER BY number"""
"""The rows of a letter's exchanges, with the text of question and answer."""
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
    damaged = _file_problems(library)
    yield from damaged
    if damaged:
        return
    for (sha256,) in list(library.db.execute("SELECT sha256 FROM letter ORDER BY id")):
        yield from _letter_problems(library, sha256)
    library.db.close()
    yield from _index_problems(path)


def _file_problems(library: Library) -> list[str]:
    """Return the problems that SQLite finds in the file."""
    try:
        found = [f"file: {line}" for (line,) in library.db.execute("PRAGMA integrity_check") if line != "ok"]
        orphans = library.db.execute("PRAGMA foreign_key_check")
        return found + [f"table {row[0]}: row {row[1]} belongs to no letter" for row in orphans]
    except apsw.Error as error:
        return [f"file: {error}"]


def _letter_problems(library: Library, sha256: str) -> Iterator[str]:
    """Yield a problem if a letter's columns or exchanges differ from its JSON."""
    try:
        expected = record(library.letter(sha256))
    except Exception as error:  # damaged data may raise anything
        yield f"letter {sha256[:8]}: its JSON cannot be read ({error})"
        return
    columns = ("name", "genre", "chamber", "date", "subject", "signed", "pages", "layout", "text")
    row = tuple(getattr(expected, name) for name in columns)
    exchanges = [tuple(msgspec.structs.astuple(one)) for one in expected.exchanges]
    if library.db.execute(ROW, (sha256,)).fetchone() != row:
        yield f"letter {sha256[:8]}: its columns differ from its JSON"
    if list(library.db.execute(EXCHANGES, (sha256,))) != exchanges:
        yield f"letter {sha256[:8]}: its exchanges differ from its JSON"


def _index_problems(path: Path) -> Iterator[str]:
    """Yield a problem for each index that does not match the letters."""
    db = open_to_write(path)
    for name, check in INDEX_CHECKS:
        try:
            db.execute(check)
        except apsw.Error:
            yield f"{name}: it does not match the letters"
    for (sha256,) in db.execute(UNINDEXED):
        yield f"trigram index: letter {sha256[:8]} is missing"
    db.close()


def repair(path: Path) -> tuple[int, int]:
    """Rebuild columns and indexes from the letters' JSON; return how many letters were kept and how many were lost.

    If the file itself is damaged, it is kept as FILE.damaged, and a new file gets all the letters that can be read.
    """
    try:
        return _rebuild(path), 0
    except (apsw.CorruptError, zlib.error, msgspec.MsgspecError, LibraryError):
        return _salvage(path)


def _rebuild(path: Path) -> int:
    """Rebuild the columns and indexes of a readable file, in one transaction; return how many letters it has."""
    with Store(path) as store:
        db = store.db
        rows = [sha256 for (sha256,) in db.execute("SELECT sha256 FROM letter ORDER BY id")]
        with transaction(db):
            db.execute(DROP_INDEXES)
            db.execute("DELETE FROM exchange")
            db.execute(INDEXES)
            for sha256 in rows:
                data, parser = fetch_row(db, "SELECT json, parser FROM letter WHERE sha256 = ?", (sha256,))
                store.rewrite(record(letter_of(data)), parser)
    return len(rows)


def _salvage(path: Path) -> tuple[int, int]:
    """Write a new file with every letter that can be read from a damaged one; return how many were kept and lost."""
    new_file = path.with_name(f"{path.name}.new")
    for old in (new_file, Path(f"{new_file}-wal"), Path(f"{new_file}-shm")):
        old.unlink(missing_ok=True)
    saved = lost = 0
    with Store(new_file) as store, sqlite_errors_explained(path):
        for paths, found in _readable(path):
            if found is None:
                lost += 1
                continue
            store.save([(paths[0] if paths else found.name, found)], [(other, found.sha256) for other in paths[1:]])
            saved += 1
    path.replace(path.with_name(f"{path.name}.damaged"))
    for log_file in (Path(f"{path}-wal"), Path(f"{path}-shm")):
        if log_file.exists():
            log_file.replace(f"{log_file}.damaged")
    new_file.replace(path)
    return saved, lost


def _readable(path: Path) -> Iterator[tuple[list[str], Record | None]]:
    """Yield each letter that can be read from a damaged file with its paths, and None for one that cannot."""
    db = apsw.Connection(str(path))
    (last,) = fetch_row(db, "SELECT max(id) FROM letter")
    for row in range(1, (last or 0) + 1):
        try:
            found = db.execute("SELECT json FROM letter WHERE id = ?", (row,)).fetchone()
            if found is None:
                continue
            expected = record(letter_of(found[0]))
        except Exception:  # damaged data may raise anything
            yield [], None
            continue
        yield _paths(db, row), expected
    db.close()


def _paths(db: apsw.Connection, row: int) -> list[str]:
    """Return the paths of a letter, or none if they cannot be read."""
    try:
        return [path for (path,) in db.execute("SELECT path FROM place WHERE letter = ?", (row,))]
    except apsw.Error:
        return []
