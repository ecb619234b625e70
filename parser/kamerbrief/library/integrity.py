"""Whether a library is sound, and its indexes made anew from the letters' JSON where it is not."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path

import apsw
import msgspec

from kamerbrief.errors import LibraryError
from kamerbrief.library.catalogue import Library
from kamerbrief.library.connection import open_to_write, row_of, told, transaction
from kamerbrief.library.migrations import DROP_INDEXES, INDEXES
from kamerbrief.library.records import Record, letter_of, record
from kamerbrief.library.store import Store

ROW = """SELECT name, genre, chamber, date, subject, signed, pages, layout, text FROM letter WHERE sha256 = ?"""
EXCHANGES = """SELECT number, askers, members, question, answer FROM exchange JOIN passages USING (id)
    WHERE letter = (SELECT id FROM letter WHERE sha256 = ?) ORDER BY number"""
INDEX_CHECKS = (
    ("word index", "INSERT INTO words (words, rank) VALUES ('integrity-check', 1)"),
    ("trigram index", "INSERT INTO grams (grams) VALUES ('integrity-check')"),
)
LEFT_OUT = "SELECT sha256 FROM letter WHERE id NOT IN (SELECT rowid FROM grams_docsize)"


def problems(path: Path) -> Iterator[str]:
    """What is wrong with a library, a line each; nothing where it is sound.

    Raises LibraryError where it cannot be opened at all.
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
    """What SQLite finds wrong with the file."""
    try:
        said = [f"file: {line}" for (line,) in library.db.execute("PRAGMA integrity_check") if line != "ok"]
        orphans = library.db.execute("PRAGMA foreign_key_check")
        return said + [f"table {row[0]}: row {row[1]} belongs to no letter" for row in orphans]
    except apsw.Error as error:
        return [f"file: {error}"]


def _letter_problems(library: Library, sha256: str) -> Iterator[str]:
    """Whether a letter's columns and exchanges are what its JSON says."""
    try:
        whole = record(library.letter(sha256))
    except Exception as error:  # whatever damage does
        yield f"letter {sha256[:8]}: its JSON cannot be read ({error})"
        return
    columns = ("name", "genre", "chamber", "date", "subject", "signed", "pages", "layout", "text")
    expected = tuple(getattr(whole, name) for name in columns)
    rows = [tuple(msgspec.structs.astuple(one)) for one in whole.exchanges]
    if library.db.execute(ROW, (sha256,)).fetchone() != expected:
        yield f"letter {sha256[:8]}: its columns are not what its JSON says"
    if list(library.db.execute(EXCHANGES, (sha256,))) != rows:
        yield f"letter {sha256[:8]}: its exchanges are not those of its JSON"


def _index_problems(path: Path) -> Iterator[str]:
    db = open_to_write(path)
    for name, check in INDEX_CHECKS:
        try:
            db.execute(check)
        except apsw.Error:
            yield f"{name}: not that of the letters"
    for (sha256,) in db.execute(LEFT_OUT):
        yield f"trigram index: letter {sha256[:8]} is not in it"
    db.close()


def repair(path: Path) -> tuple[int, int]:
    """Make everything anew from the letters' JSON; how many letters there are, and how many were beyond reading.

    A file that is damaged itself is kept, as FILE.damaged, beside the new one with all that could be saved.
    """
    try:
        return _rebuild(path), 0
    except (apsw.CorruptError, zlib.error, msgspec.MsgspecError, LibraryError):
        return _salvage(path)


def _rebuild(path: Path) -> int:
    """The indexes and columns anew, in one transaction."""
    with Store(path) as store:
        db = store.db
        rows = [sha256 for (sha256,) in db.execute("SELECT sha256 FROM letter ORDER BY id")]
        with transaction(db):
            db.execute(DROP_INDEXES)
            db.execute("DELETE FROM exchange")
            db.execute(INDEXES)
            for sha256 in rows:
                data, parser = row_of(db, "SELECT json, parser FROM letter WHERE sha256 = ?", (sha256,))
                store.rewrite(record(letter_of(data)), parser)
    return len(rows)


def _salvage(path: Path) -> tuple[int, int]:
    """A new file with every letter that can be read from a damaged one."""
    fresh = path.with_name(f"{path.name}.new")
    for old in (fresh, Path(f"{fresh}-wal"), Path(f"{fresh}-shm")):
        old.unlink(missing_ok=True)
    saved = lost = 0
    with Store(fresh) as store, told(path):
        for paths, found in _readable(path):
            if found is None:
                lost += 1
                continue
            store.save([(paths[0] if paths else found.name, found)], [(other, found.sha256) for other in paths[1:]])
            saved += 1
    path.replace(path.with_name(f"{path.name}.damaged"))
    for rest in (Path(f"{path}-wal"), Path(f"{path}-shm")):
        if rest.exists():
            rest.replace(f"{rest}.damaged")
    fresh.replace(path)
    return saved, lost


def _readable(path: Path) -> Iterator[tuple[list[str], Record | None]]:
    """Each letter that can be read from a damaged file, with its paths, and None for one that cannot."""
    db = apsw.Connection(str(path))
    (last,) = row_of(db, "SELECT max(id) FROM letter")
    for row in range(1, (last or 0) + 1):
        try:
            found = db.execute("SELECT json FROM letter WHERE id = ?", (row,)).fetchone()
            if found is None:
                continue
            whole = record(letter_of(found[0]))
        except Exception:  # whatever damage does
            yield [], None
            continue
        yield _paths(db, row), whole
    db.close()


def _paths(db: apsw.Connection, row: int) -> list[str]:
    try:
        return [path for (path,) in db.execute("SELECT path FROM place WHERE letter = ?", (row,))]
    except apsw.Error:
        return []
