"""`library check --repair`: what is saved, what is not, and what is left alone."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from pathlib import Path
from random import Random

import apsw
import pytest

from hostile.damaged_libraries import DAMAGES, damaged_rounds, make_library
from kamerbrief.errors import LibraryBusy, LibraryError, LibraryFull
from kamerbrief.library import repair as repair_module
from kamerbrief.library.catalogue import Library
from kamerbrief.library.connection import PAGE_SIZE, fetch_row
from kamerbrief.library.integrity import problems
from kamerbrief.library.migrations import STEPS
from kamerbrief.library.records import record
from kamerbrief.library.repair import RepairReport, repair
from kamerbrief.library.store import Failed, Store
from libraries import letter_of, sha_of, store

LETTERS = [letter_of(f"brief-{n:03}.pdf", (f"Vraag {n}?", f"Antwoord {n} over wegen. " * 40)) for n in range(60)]
NAMES = [one.source.name for one in LETTERS]


def repaired(path: Path) -> RepairReport:
    """Repair a library that needs it, and check that it is sound then."""
    report = repair(path)
    assert report is not None
    assert list(problems(path)) == []
    return report


def names(path: Path) -> list[str]:
    """Return the names of the letters in a library."""
    return sorted(letter.source.name for letter in Library(path).letters())


def files(path: Path) -> dict[str, bytes]:
    """Return the content of all files beside a library, without SQLite's helper files."""
    return {one.name: one.read_bytes() for one in path.parent.iterdir() if not one.name.endswith(("-shm", "-wal"))}


def close_log(path: Path) -> None:
    """Move what is in the log to the file."""
    db = apsw.Connection(str(path))
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def overwrite(path: Path, at: int, data: bytes) -> None:
    """Overwrite bytes of a file."""
    close_log(path)
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def root_page(path: Path, name: str) -> int:
    """Return the offset of the first page of a table or index."""
    db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    (root,) = fetch_row(db, "SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,))
    db.close()
    return int((root - 1) * PAGE_SIZE)


def damage(path: Path, sha256: str, column: str, value: str) -> None:
    """Replace a column of a letter by an SQL value, as damage would."""
    db = apsw.Connection(str(path))
    db.execute(f"UPDATE letter SET {column} = {value} WHERE sha256 = ?", (sha256,))
    db.close()


def test_a_newer_library_is_left_alone(library_file: Path) -> None:
    store(library_file, *LETTERS[:3])
    with Store(library_file) as opened:
        opened.db.pragma("user_version", len(STEPS) + 1)
        before = files(library_file)
        with pytest.raises(LibraryError, match="upgrade"):  # the version is in the log only
            repair(library_file)
        assert files(library_file) == before
    before = files(library_file)
    with pytest.raises(LibraryError, match="upgrade"):
        repair(library_file)
    assert files(library_file) == before


def test_another_program_s_letters_are_left_alone(library_file: Path) -> None:
    with sqlite3.connect(library_file) as db:
        db.execute("CREATE TABLE letter (id INTEGER PRIMARY KEY, sha256, json, body TEXT)")
        db.execute("INSERT INTO letter VALUES (1, ?, ?, 'Dear Sir')", ("ab" * 32, b"x\x9cnothing of ours"))
    db.close()
    before = files(library_file)
    with pytest.raises(LibraryError, match="left as it is"):
        repair(library_file)
    assert files(library_file) == before


@pytest.mark.parametrize("data", [b"Beste lezer,\n" * 4000, b"SQLite format 3\0" + bytes(99_999), bytes(50_000)])
def test_what_has_no_letter_is_left_alone(library_file: Path, data: bytes) -> None:
    library_file.write_bytes(data)
    with pytest.raises(LibraryError, match="left as it is"):
        repair(library_file)
    assert files(library_file) == {library_file.name: data}


def test_without_a_library_there_is_nothing_to_repair(library_file: Path) -> None:
    with pytest.raises(LibraryError, match="no library yet"):
        repair(library_file)
    assert files(library_file) == {}


def test_a_sound_library_is_not_touched(library_file: Path) -> None:
    store(library_file, *LETTERS[:3])
    before = files(library_file)
    assert repair(library_file) is None
    assert files(library_file) == before


@pytest.mark.parametrize(
    "name", ["letter", "sqlite_autoindex_letter_1", "exchange", "place", "words_data", "grams_data"]
)
def test_a_page_that_others_hang_on_hides_no_letter(library_file: Path, name: str) -> None:
    store(library_file, *LETTERS)
    overwrite(library_file, root_page(library_file, name), bytes(PAGE_SIZE))
    before = library_file.read_bytes()
    report = repaired(library_file)
    assert (report.saved, report.lost) == (len(LETTERS), ())
    assert names(library_file) == NAMES
    assert report.copy.read_bytes() == before
    assert all(row.path == f"/brieven/{NAMES[n]}" for n, row in enumerate(Library(library_file).list_letters()))


@pytest.mark.parametrize("size", [16, 100, PAGE_SIZE])
def test_a_file_without_its_start_keeps_its_letters(library_file: Path, size: int) -> None:
    store(library_file, *LETTERS)
    overwrite(library_file, 0, bytes(size))
    with pytest.raises(LibraryError, match="--repair"):
        Library(library_file)
    assert repaired(library_file).saved == len(LETTERS)
    assert names(library_file) == NAMES


@pytest.mark.parametrize("version", [0, 2**31 + 5, 10**6])
def test_a_version_that_was_never_made_is_damage(library_file: Path, version: int) -> None:
    store(library_file, *LETTERS[:3])
    overwrite(library_file, 60, version.to_bytes(4, "big"))
    for opener in (Store, Library):
        with pytest.raises(LibraryError, match="damaged"):
            opener(library_file)
    assert repaired(library_file).saved == 3


def test_what_was_lost_is_named_with_its_path(library_file: Path) -> None:
    store(library_file, *LETTERS)
    close_log(library_file)
    data = library_file.read_bytes()
    library_file.write_bytes(data[: -3 * PAGE_SIZE])
    report = repaired(library_file)
    assert 0 < report.saved < len(LETTERS)
    assert names(library_file) == sorted({*NAMES} - {Path(one.paths[0]).name for one in report.lost})
    assert report.saved + len(report.lost) == len(LETTERS)


def test_a_letter_that_cannot_be_read_is_lost_alone(library_file: Path) -> None:
    store(library_file, *LETTERS[:5])
    damage(library_file, sha_of(NAMES[2]), "json", "randomblob(length(json))")
    report = repaired(library_file)
    assert report.saved == 4
    assert [(one.sha256, one.paths) for one in report.lost] == [(sha_of(NAMES[2]), (f"/brieven/{NAMES[2]}",))]


def test_all_that_the_library_knew_is_kept(library_file: Path) -> None:
    store(library_file, *LETTERS[:3])
    with Store(library_file) as opened:
        opened.save(seen=[("/elders/brief.pdf", sha_of(NAMES[0]))], failed=[Failed("/brieven/x.pdf", "ff", "scan")])
        opened.mark_gone([f"/brieven/{NAMES[1]}"])
        opened.db.execute("UPDATE letter SET added = '2020-01-01T00:00:00+00:00', parser = '0.0.1'")
    columns = {"letter": "sha256, json, parser, added", "place": "*", "failure": "*"}
    tables = [f"SELECT {names} FROM {table}" for table, names in columns.items()]
    with Store(library_file) as opened:
        before = [list(opened.db.execute(sql)) for sql in tables]
        opened.db.execute("UPDATE letter SET subject = 'iets'")
    repaired(library_file)
    with Store(library_file) as opened:
        assert [list(opened.db.execute(sql)) for sql in tables] == before


def test_a_removed_letter_does_not_come_back(library_file: Path) -> None:
    store(library_file, *LETTERS)
    with Store(library_file) as opened:
        opened.remove(map(sha_of, NAMES[:40]))
        opened.db.execute("UPDATE letter SET subject = 'iets'")
    report = repaired(library_file)
    assert (report.saved, report.lost) == (20, ())
    assert names(library_file) == NAMES[40:]


def test_letters_that_are_in_the_log_only_are_saved(library_file: Path, tmp_path: Path) -> None:
    with Store(library_file) as opened:  # nothing is in the file before it is closed
        opened.save([(f"/brieven/{one.source.name}", record(one)) for one in LETTERS[:20]])
        opened.db.execute("UPDATE letter SET subject = 'iets'")
        copied = tmp_path / "killed.sqlite"
        for end in ("", "-wal"):
            shutil.copy2(f"{library_file}{end}", f"{copied}{end}")
    data = bytearray(Path(f"{copied}-wal").read_bytes())
    data[0:8] = bytes(8)  # the start of the log: SQLite would take none of it
    Path(f"{copied}-wal").write_bytes(data)
    for opener in (Store, Library):
        with pytest.raises(LibraryError, match="damaged"):
            opener(copied)
    report = repaired(copied)
    assert report.saved == 20
    assert Path(f"{report.copy}-wal").read_bytes() == data


def test_an_earlier_copy_is_not_overwritten(library_file: Path) -> None:
    store(library_file, *LETTERS[:2])
    copies = []
    for _ in range(3):
        damage(library_file, sha_of(NAMES[0]), "subject", "'iets'")
        copies.append(repaired(library_file).copy)
    assert [one.name for one in copies] == [f"library.sqlite.damaged{end}" for end in ("", "-2", "-3")]
    assert all(one.exists() for one in copies)


def test_a_library_that_another_process_writes_to_is_not_repaired(library_file: Path) -> None:
    store(library_file, *LETTERS[:2])
    damage(library_file, sha_of(NAMES[0]), "subject", "'iets'")
    before = files(library_file)
    with Store(library_file) as other:
        other.db.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusy):
            repair(library_file, busy_timeout_ms=10)
        other.db.execute("ROLLBACK")
    assert files(library_file) == before


def test_what_another_process_wrote_meanwhile_is_kept(library_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store(library_file, *LETTERS[:2])
    damage(library_file, sha_of(NAMES[0]), "subject", "'iets'")
    write = repair_module._write_new

    def slowly(new: Path, copy: Path) -> RepairReport:
        store(library_file, LETTERS[2])
        return write(new, copy)

    monkeypatch.setattr(repair_module, "_write_new", slowly)
    with pytest.raises(LibraryBusy, match="meanwhile"):
        repair(library_file)
    assert names(library_file) == NAMES[:3]
    monkeypatch.undo()
    assert repaired(library_file).saved == 3


def test_who_has_the_library_open_goes_on_with_the_new_content(library_file: Path) -> None:
    store(library_file, *LETTERS[:2])
    with Store(library_file) as other:
        damage(library_file, sha_of(NAMES[0]), "subject", "'iets'")
        repaired(library_file)
        other.save([("/brieven/nieuw.pdf", record(LETTERS[2]))])
    assert names(library_file) == NAMES[:3]
    assert list(problems(library_file)) == []


@pytest.mark.parametrize(
    ("place", "error"),
    [
        ("shutil.copy2", OSError(errno.ENOSPC, "No space left on device")),
        ("kamerbrief.library.repair.Store.restore", LibraryFull("/.new.sqlite: the disk is full")),
    ],
)
def test_a_full_disk_leaves_the_library_as_it_was(
    library_file: Path, monkeypatch: pytest.MonkeyPatch, place: str, error: Exception
) -> None:
    store(library_file, *LETTERS[:5])
    damage(library_file, sha_of(NAMES[0]), "subject", "'iets'")
    before = files(library_file)

    def full(*_: object) -> None:
        raise error

    monkeypatch.setattr(place, full)
    with pytest.raises(LibraryFull, match=r"library\.sqlite: it could not be repaired and is as it was"):
        repair(library_file)
    assert files(library_file) == before


def test_damage_of_every_kind_loses_no_letter_that_could_be_read(tmp_path: Path) -> None:
    good = tmp_path / "good.sqlite"
    make_library(good, 30)
    outcomes = list(damaged_rounds(good, tmp_path / "damaged", times=len(DAMAGES), chance=Random(3)))
    assert [one.wrong for one in outcomes] == [()] * len(DAMAGES)
    assert all(one.saved >= max(one.untouched, one.by_sqlite) for one in outcomes)
    assert sum(one.saved for one in outcomes) > 30 * len(DAMAGES) // 2


def test_findings_are_made_again_and_not_taken_for_paths(library_file: Path) -> None:
    answers = "De stad.", "Zie het antwoord op de vorige vraag."
    refers = letter_of("x.pdf", *(("Wie betaalt de brug?", answer) for answer in answers))
    store(library_file, *LETTERS[:2], refers)
    damage(library_file, sha_of(NAMES[0]), "subject", "'iets'")
    report = repaired(library_file)
    assert (report.saved, report.lost, report.without_path) == (3, (), 0)
    with Store(library_file) as opened:
        assert ("refers",) in list(opened.db.execute("SELECT kind FROM finding"))
