"""Adding files to a library: what is parsed, what is known, what fails, and what dying workers cost."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kamerbrief.library import ingest
from kamerbrief.library.catalogue import Library
from kamerbrief.library.ingest import Ingest, IngestOptions, IngestOutcome
from kamerbrief.library.integrity import problems
from kamerbrief.library.parse_job import ParseJob, Refused, prepare
from kamerbrief.library.records import Record
from kamerbrief.library.store import Store
from kamerbrief.library.workers import Workers, open_workers
from library_files import SameProcessWorkers, prepare_or_die, some_letters


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three letters."""
    return some_letters(tmp_path / "brieven", 3)


def add(library: Path, *paths: Path, options: IngestOptions | None = None) -> list[str]:
    """Add files; what became of each."""
    said: list[IngestOutcome] = []
    with Store(library) as store:
        Ingest(store, SameProcessWorkers(), said.append, options or IngestOptions()).run(map(str, paths))
    return [one.state for one in said]


def test_what_is_known_is_not_read_again(library_file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = sorted(folder.iterdir())
    assert add(library_file, *paths) == ["added"] * 3
    monkeypatch.setattr(ingest, "prepare", None)
    assert add(library_file, *paths) == ["known"] * 3
    moved = folder / "verplaatst.txt"
    paths[0].rename(moved)
    assert add(library_file, moved) == ["known"]
    assert Library(library_file).info().letters == 3


def test_what_changed_is_a_letter_of_its_own(library_file: Path, folder: Path) -> None:
    path = sorted(folder.iterdir())[0]
    add(library_file, path)
    path.write_text(path.read_text(encoding="utf-8").replace("wegen", "straten"), encoding="utf-8")
    assert add(library_file, path) == ["added"]
    library = Library(library_file)
    assert library.info().letters == 2
    assert sorted(row.vanished for row in library.list_letters()) == [False, True]  # the old one has no place any more


def test_the_same_content_twice_in_one_run(library_file: Path, folder: Path) -> None:
    path = sorted(folder.iterdir())[0]
    copy = folder / "kopie.txt"
    shutil.copy(path, copy)
    assert sorted(add(library_file, path, copy)) == ["added", "known"]
    assert len(Library(library_file).places_of(next(Library(library_file).list_letters()).sha256)) == 2


def test_what_cannot_be_read_does_not_stop_the_rest(library_file: Path, folder: Path) -> None:
    (folder / "a-leeg.txt").write_text("")
    (folder / "b-markt.txt").write_text("Beste buren, zaterdag is er markt.")
    assert sorted(add(library_file, *sorted(folder.iterdir()), folder / "weg.txt")) == ["added"] * 3 + ["failed"] * 3
    reasons = {Path(one.path).name: one.reason for one in Library(library_file).failures()}
    assert "empty" in reasons["a-leeg.txt"]
    assert "no such file" in reasons["weg.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text elsewhere")
def test_a_file_name_that_is_no_text(library_file: Path, folder: Path) -> None:
    for n, path in enumerate(sorted(folder.iterdir())[:2]):
        path.rename(Path(os.fsdecode(os.fsencode(folder) + b"/br\xff" + str(n).encode() + b".txt")))
    (folder / "brief-3.txt").write_text("Markt.")
    paths = sorted(folder.iterdir())
    assert sorted(add(library_file, *paths)) == ["added", "added", "failed"]
    with Store(library_file) as store:
        assert store.mark_vanished(str(folder), map(str, paths)) == []
    assert [row.vanished for row in Library(library_file).list_letters()] == [False, False]


def test_a_failure_is_remembered_until_it_is_asked_for_again(
    library_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "markt.txt"
    path.write_text("Beste buren, zaterdag is er markt.")
    add(library_file, path)
    asked: list[ParseJob] = []

    def noted(job: ParseJob) -> Record | Refused:
        asked.append(job)
        return prepare(job)

    monkeypatch.setattr(ingest, "prepare", noted)
    assert add(library_file, path) == ["failed"]
    assert asked == []
    assert add(library_file, path, options=IngestOptions(again=True)) == ["failed"]
    assert len(asked) == 1


def test_a_fault_of_ours_is_a_failure_of_one_file(
    library_file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oeps")

    monkeypatch.setattr("kamerbrief.parse.parse_letter", broken)
    assert add(library_file, *folder.iterdir()) == ["failed"] * 3
    assert "please report" in Library(library_file).failures()[0].reason


def test_what_was_read_is_kept_where_the_run_is_broken_off(library_file: Path, folder: Path) -> None:
    def broken_off() -> Iterator[str]:
        yield from map(str, sorted(folder.iterdir())[:2])
        raise KeyboardInterrupt

    with Store(library_file) as store, pytest.raises(KeyboardInterrupt):
        Ingest(store, SameProcessWorkers(), lambda _: None).run(broken_off())
    assert Library(library_file).info().letters == 2


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_a_file_that_kills_its_worker_is_the_only_one_that_fails(
    library_file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "prepare", prepare_or_die)
    said: list[IngestOutcome] = []
    with Store(library_file) as store:
        workers = Workers(2)
        Ingest(store, workers, said.append).run(map(str, sorted(folder.iterdir())))
        workers.close()
    assert sorted(one.state for one in said) == ["added", "added", "failed"]
    assert list(problems(library_file)) == []


def test_processes_store_what_this_process_stores(library_file: Path, folder: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone.sqlite"
    add(alone, *sorted(folder.iterdir()))
    with Store(library_file) as store:
        workers = Workers(2)
        Ingest(store, workers, lambda _: None).run(map(str, sorted(folder.iterdir())))
        workers.close()
    assert list(Library(library_file).letters()) == list(Library(alone).letters())


def test_no_process_outlives_the_work() -> None:
    with open_workers() as workers:
        assert workers.executor.submit(abs, -1).result() == 1
        assert multiprocessing.active_children()
    assert not multiprocessing.active_children()
