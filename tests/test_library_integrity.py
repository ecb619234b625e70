"""Libraries that are damaged, newer, or another kind of file; a full disk; two writers at once."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import apsw
import pytest

from kamerbrief.errors import LibraryBusy, LibraryError, LibraryFull
from kamerbrief.library import integrity, search
from kamerbrief.library.catalogue import Library
from kamerbrief.library.connection import PAGE_SIZE, fetch_row
from kamerbrief.library.migrations import STEPS
from kamerbrief.library.records import record
from kamerbrief.library.repair import repair
from kamerbrief.library.store import Store
from libraries import letter_of, library_of, store

LETTERS = [letter_of(f"brief-{n:03}.pdf", (f"Vraag {n}?", f"Antwoord {n} over wegen. " * 40)) for n in range(30)]


@pytest.mark.parametrize("opener", [Store, Library])
def test_what_is_no_library_is_left_alone(library_file: Path, opener: type[Store | Library]) -> None:
    library_file.write_bytes(b"Beste lezer,\n" * 400)
    with pytest.raises(LibraryError, match="not a kamerbrief library"):
        opener(library_file)
    assert library_file.read_bytes() == b"Beste lezer,\n" * 400


def test_another_program_s_database_is_left_alone(library_file: Path) -> None:
    with sqlite3.connect(library_file) as db:
        db.execute("CREATE TABLE theirs (x)")
    db.close()
    before = library_file.read_bytes()
    for opener in (Store, Library):
        with pytest.raises(LibraryError, match="not a kamerbrief library"):
            opener(library_file)
    assert library_file.read_bytes() == before


def test_a_newer_library_says_to_upgrade(library_file: Path) -> None:
    store(library_file, *LETTERS[:1])
    with Store(library_file) as opened:
        opened.db.pragma("user_version", len(STEPS) + 1)
    for opener in (Store, Library):
        with pytest.raises(LibraryError, match="upgrade"):
            opener(library_file)


def test_a_full_disk_loses_nothing(library_file: Path) -> None:
    store(library_file, *LETTERS[:5])
    with Store(library_file) as opened:
        opened.db.pragma("max_page_count", opened.db.pragma("page_count"))
        with pytest.raises(LibraryFull, match="full"):
            opened.save([(one.source.name, record(one)) for one in LETTERS[5:]])
    assert list(integrity.problems(library_file)) == []
    assert Library(library_file).info().letters == 5


def test_a_second_writer_waits_and_then_says_so(library_file: Path) -> None:
    with Store(library_file) as first, Store(library_file, busy_timeout_ms=10) as second:
        first.db.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusy, match="another kamerbrief"):
            second.save([("a", record(LETTERS[0]))])
        assert Library(library_file).info().letters == 0  # readers do not wait
        first.db.execute("COMMIT")
        second.save([("a", record(LETTERS[0]))])
    assert Library(library_file).info().letters == 1


def test_indexes_that_are_wrong_are_found_and_mended(library_file: Path) -> None:
    store(library_file, *LETTERS)
    with Store(library_file) as opened:
        opened.db.execute("DELETE FROM grams WHERE rowid = 3")
        opened.db.execute("INSERT INTO words (words) VALUES ('delete-all')")
        opened.db.execute("UPDATE exchange SET middle = middle - 1 WHERE id = 4")
        opened.db.execute("UPDATE letter SET subject = 'iets' WHERE id = 5")
    said = "\n".join(integrity.problems(library_file))
    assert all(part in said for part in ("word index", "trigram index", "its exchanges", "its columns"))
    report = repair(library_file)
    assert report is not None
    assert (report.saved, report.lost) == (30, ())
    assert list(integrity.problems(library_file)) == []
    assert len(search.search(Library(library_file), search.SearchRequest("antwoord", limit=99)).found) == 30


def test_what_a_damaged_file_still_has_is_saved(library_file: Path) -> None:
    store(library_file, *LETTERS)
    db = apsw.Connection(str(library_file))
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (root,) = fetch_row(db, "SELECT rootpage FROM sqlite_schema WHERE name = 'words_data'")
    db.close()
    data = bytearray(library_file.read_bytes())
    data[(root - 1) * PAGE_SIZE : root * PAGE_SIZE] = b"\xff" * PAGE_SIZE
    library_file.write_bytes(data)
    assert list(integrity.problems(library_file))
    report = repair(library_file)
    assert report is not None
    assert (report.saved, report.lost) == (30, ())
    assert list(integrity.problems(library_file)) == []
    library = Library(library_file)
    assert sorted(one.source.name for one in library.letters()) == [one.source.name for one in LETTERS]
    assert library_file.with_name("library.sqlite.damaged").exists()
    assert next(library.list_letters()).path == "/brieven/brief-000.pdf"


def test_a_library_that_nobody_may_write_to_is_read(library_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kamerbrief.library import connection

    library_of(library_file, *LETTERS[:2]).db.close()
    connect = connection._connect_read_only

    def refusing(path: Path, mode: str) -> apsw.Connection:  # as in a folder without permissions, which root has
        if "immutable" not in mode:
            raise apsw.CantOpenError("unable to open database file")
        return connect(path, mode)

    monkeypatch.setattr(connection, "_connect_read_only", refusing)
    assert Library(library_file).info().letters == 2
