"""Libraries with damaged letters are read on; those that may not be written, or are being written, are sound."""

from __future__ import annotations

import os
import signal
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import suppress
from pathlib import Path

import apsw
import pytest

from hostile.made_together import stores_together
from kamerbrief import grep, search
from kamerbrief.errors import KamerbriefError, LibraryBusy, LibraryError, LibraryFull
from kamerbrief.library import connection
from kamerbrief.library.catalogue import Library
from kamerbrief.library.connection import PAGE_SIZE, open_to_read, open_to_write
from kamerbrief.library.integrity import problems
from kamerbrief.library.migrations import STEPS
from kamerbrief.library.records import record
from kamerbrief.library.repair import repair
from kamerbrief.library.store import Store
from kamerbrief.library.workers import open_workers
from kamerbrief.model import Letter
from libraries import letter_of, sha_of, store
from library_files import SameProcessWorkers, some_letters
from test_library_repair import close_log, damage, overwrite, root_page

LETTERS = [letter_of(f"brief-{n}.pdf", (f"Vraag {n} over wegen?", "De wegen zijn goed.")) for n in range(4)]
NAMES = [one.source.name for one in LETTERS]
SECOND = sha_of(NAMES[1])
NOT_TEXT = "CAST(x'ff41' AS TEXT)"
"""An SQL value: a text that is not UTF-8."""


@pytest.fixture
def reported() -> list[LibraryError]:
    """The errors that a library reported."""
    return []


@pytest.fixture
def library(library_file: Path, reported: list[LibraryError]) -> Library:
    """A library with four letters, that reports damage."""
    store(library_file, *LETTERS)
    return Library(library_file, reported.append)


def test_a_letter_whose_json_is_damaged_is_named_and_the_others_are_read(
    library: Library, reported: list[LibraryError]
) -> None:
    damage(library.path, SECOND, "json", "randomblob(length(json))")
    assert [letter.source.name for letter in library.letters()] == [NAMES[0], *NAMES[2:]]
    (error,) = reported
    assert f"letter {SECOND[:8]} is damaged" in str(error)
    assert "--repair" in str(error)
    with pytest.raises(LibraryError, match=f"letter {SECOND[:8]} is damaged"):
        library.letter(SECOND)
    assert library.letter(sha_of(NAMES[2])).source.name == NAMES[2]


def test_without_a_place_for_reports_a_damaged_letter_raises(library_file: Path) -> None:
    store(library_file, *LETTERS)
    damage(library_file, SECOND, "json", "x'00'")
    with pytest.raises(LibraryError, match=SECOND[:8]):
        list(Library(library_file).letters())


@pytest.mark.parametrize(("column", "value"), [("subject", NOT_TEXT), ("genre", NOT_TEXT), ("name", NOT_TEXT)])
def test_a_list_goes_on_after_a_damaged_letter(
    library: Library, reported: list[LibraryError], column: str, value: str
) -> None:
    damage(library.path, SECOND, column, value)
    assert [Path(row.path).name for row in library.list_letters()] == [NAMES[0], *NAMES[2:]]
    assert len(reported) == library.damage.count == 1
    with pytest.raises(LibraryError, match=SECOND[:8]):
        library.listed_letter(SECOND)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("text", NOT_TEXT),
        ("text", "substr(text, 3)"),
        ("layout", "x'c1'"),
        ("layout", "x'9390909100'"),
    ],
)
def test_grep_and_search_go_on_after_a_damaged_letter(
    library: Library, reported: list[LibraryError], column: str, value: str
) -> None:
    damage(library.path, SECOND, column, value)
    others = [f"/brieven/{name}" for name in (NAMES[0], *NAMES[2:])]
    for before, invert in ((0, False), (1, False), (0, True)):
        hits = list(grep("wegen", library, part="answers", before=before, invert=invert))
        assert list(dict.fromkeys(hit.letter for hit in hits)) == ([] if invert else others)
        assert len(reported) == 1
        assert NAMES[1] in str(reported.pop())
    found = search(library, "wegen").found
    assert {one.path for one in found} == {*others}
    assert len(reported) == 1


def test_a_damaged_page_of_letters_is_reported_letter_by_letter(library_file: Path) -> None:
    many = [letter_of(f"brief-{n:03}.pdf", ("Vraag?", f"Antwoord {n} over wegen. " * 40)) for n in range(60)]
    store(library_file, *many)
    close_log(library_file)
    pages = range(PAGE_SIZE, library_file.stat().st_size, PAGE_SIZE)
    overwrite(library_file, next(at for at in pages if _has_letters(library_file, at)), bytes(PAGE_SIZE))
    reported: list[LibraryError] = []
    library = Library(library_file, reported.append)
    listed = list(library.list_letters())
    assert 0 < len(listed) < 60
    assert len(listed) + len(reported) == 60


def _has_letters(path: Path, at: int) -> bool:
    """Tell whether a page is one of those with letters."""
    page = path.read_bytes()[at : at + PAGE_SIZE]
    return page[0] == 0x0D and b"brief-" in page and b"schriftelijk-overleg" in page


def test_a_path_that_is_not_text_is_shown_with_a_replacement(library: Library) -> None:
    with Store(library.path) as opened:
        opened.db.execute(f"UPDATE place SET path = {NOT_TEXT} WHERE path LIKE '%brief-1.pdf'")
    assert [row.path for row in library.list_letters()][1] == "\N{REPLACEMENT CHARACTER}A"


def test_a_letter_that_is_removed_meanwhile_is_not_called_damaged(library: Library) -> None:
    letters = library.letters()
    first: Letter = next(letters)
    with Store(library.path) as opened:
        opened.remove(map(sha_of, NAMES[1:]))
    assert [first.source.name, *(letter.source.name for letter in letters)] == NAMES
    assert library.info().letters == 1


def test_a_library_that_is_being_written_is_checked(library_file: Path) -> None:
    store(library_file, *LETTERS)
    with Store(library_file) as other:
        other.db.execute("BEGIN IMMEDIATE")
        other.db.execute("DELETE FROM letter")
        assert list(problems(library_file)) == []
        other.db.execute("ROLLBACK")


def test_a_check_writes_nothing(library_file: Path) -> None:
    store(library_file, *LETTERS)
    before = library_file.read_bytes(), library_file.stat().st_mtime_ns
    assert list(problems(library_file)) == []
    assert (library_file.read_bytes(), library_file.stat().st_mtime_ns) == before


def test_a_text_that_is_not_text_is_a_problem_of_its_letter(library_file: Path) -> None:
    store(library_file, *LETTERS)
    damage(library_file, SECOND, "text", NOT_TEXT)
    found = list(problems(library_file))
    assert f"letter {SECOND[:8]}: its columns differ from its JSON" in found
    assert all(SECOND[:8] in line or "index" in line for line in found)


@pytest.mark.parametrize("name", ["words_data", "words_idx", "grams_data", "exchange", "place", "letter_date"])
def test_what_is_damaged_as_a_whole_is_one_error(library_file: Path, name: str) -> None:
    store(library_file, *LETTERS)
    overwrite(library_file, root_page(library_file, name), b"\xff" * PAGE_SIZE)
    assert list(problems(library_file))
    for use in (
        lambda: list(Library(library_file).list_letters()),
        lambda: list(grep("wegen", Library(library_file))),
        lambda: search(Library(library_file), "wegen"),
        lambda: store(library_file, letter_of("nieuw.pdf", ("Vraag?", "Antwoord."))),
    ):
        try:
            use()
        except KamerbriefError as error:
            assert "--repair" in str(error)  # noqa: PT017 - not every use needs every table


def test_a_library_that_is_made_between_two_looks_at_a_new_file_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    db = apsw.Connection(str(path))

    def make_it(_: object, sql: str, __: object) -> bool:
        if "application_id" in sql:  # the version was read, and the mark is next
            db.exec_trace = None
            with suppress(LibraryBusy):
                open_to_write(path, busy_timeout_ms=10).close()
        return True

    db.exec_trace = make_it
    assert connection._checked_version(db, path) in (0, len(STEPS))
    assert db.exec_trace is None


def test_processes_that_make_one_library_wait_for_each_other(tmp_path: Path) -> None:
    assert stores_together(tmp_path / "library.sqlite", processes=4, times=12) == []


@pytest.mark.parametrize("opener", [Store, Library, repair])
@pytest.mark.parametrize("kind", ["folder", "fifo", "device"])
def test_what_is_not_a_file_is_refused_at_once(tmp_path: Path, opener: type[Store | Library], kind: str) -> None:
    path = tmp_path / "library.sqlite"
    if kind == "folder":
        path.mkdir()
    elif not hasattr(os, "mkfifo"):
        pytest.skip("only folders here")
    elif kind == "fifo":
        os.mkfifo(path)
    else:
        path = Path(os.devnull)
    with pytest.raises(LibraryError, match=r"not a file|a library is a file"):
        opener(path)


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder outside that of the tests, and a user who may only do what permissions allow."""
    if not hasattr(os, "geteuid"):
        pytest.skip("no permissions here")
    with tempfile.TemporaryDirectory() as made:
        folder, user = Path(made), os.geteuid()
        folder.chmod(0o755)
        yield folder
        if user == 0:
            os.seteuid(0)
        folder.chmod(0o755)


def read_only(folder: Path, *, folder_too: bool) -> Path:
    """Forbid to write the library in a folder, and become a user for whom that counts."""
    path = folder / "library.sqlite"
    list(problems(path))  # imports all that is needed, which that user may not be allowed to
    close_log(path)
    path.chmod(0o444)
    folder.chmod(0o555 if folder_too else 0o777)
    if os.geteuid() == 0:
        os.seteuid(65_534)
    return path


@pytest.mark.parametrize("folder_too", [True, False])
def test_a_library_that_may_not_be_written_is_read_and_sound(unprivileged: Path, folder_too: bool) -> None:
    store(unprivileged / "library.sqlite", *LETTERS)
    path = read_only(unprivileged, folder_too=folder_too)
    assert list(problems(path)) == []
    assert repair(path) is None
    assert [Path(row.path).name for row in Library(path).list_letters()] == NAMES
    with pytest.raises(LibraryFull, match="permissions"):
        Store(path)


@pytest.mark.parametrize("folder_too", [True, False])
def test_a_library_that_may_not_be_written_is_not_repaired(unprivileged: Path, folder_too: bool) -> None:
    store(unprivileged / "library.sqlite", *LETTERS)
    damage(unprivileged / "library.sqlite", SECOND, "subject", "'iets'")
    path = read_only(unprivileged, folder_too=folder_too)
    before = path.read_bytes()
    with pytest.raises(LibraryFull, match="permissions"):
        repair(path)
    assert path.read_bytes() == before
    assert [one.name for one in unprivileged.iterdir() if "damaged" in one.name] == []


def test_letters_in_a_log_that_cannot_be_read_are_not_hidden(unprivileged: Path) -> None:
    path = unprivileged / "library.sqlite"
    with Store(path) as opened:
        opened.save([("/brieven/x.pdf", record(LETTERS[0]))])
        copied = unprivileged / "copied.sqlite"
        for end in ("", "-wal"):
            Path(f"{copied}{end}").write_bytes(Path(f"{path}{end}").read_bytes())
    unprivileged.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(65_534)
    with pytest.raises(LibraryFull, match="permissions"):
        open_to_read(copied)


def test_a_library_without_room_for_helper_files_is_read(library_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kamerbrief.library import connection

    store(library_file, *LETTERS)
    close_log(library_file)
    connect = connection._connect

    def full(path: Path, mode: str) -> apsw.Connection:  # as on a full disk
        if "immutable" not in mode:
            raise apsw.IOError("disk I/O error")
        return connect(path, mode)

    monkeypatch.setattr(connection, "_connect", full)
    assert len(list(Library(library_file).list_letters())) == len(LETTERS)
    Path(f"{library_file}-wal").write_bytes(bytes(40))
    with pytest.raises(LibraryFull, match="full"):
        Library(library_file)


def test_a_busy_library_is_not_waited_for_forever(library_file: Path) -> None:
    store(library_file, *LETTERS)
    with Store(library_file) as other:
        other.db.execute("BEGIN IMMEDIATE")
        with Store(library_file, busy_timeout_ms=10) as opened, pytest.raises(LibraryBusy):
            opened.remove([SECOND])
        other.db.execute("ROLLBACK")
    assert Library(library_file).info().letters == len(LETTERS)


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="no SIGPIPE here")
def test_a_worker_that_died_does_not_end_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kamerbrief.library.workers.Workers", SameProcessWorkers)
    before = signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # as the command line sets it
    try:
        with open_workers():
            reader, writer = os.pipe()
            os.close(reader)
            with pytest.raises(BrokenPipeError):
                os.write(writer, b"x")
            os.close(writer)
        assert signal.getsignal(signal.SIGPIPE) == signal.SIG_DFL
    finally:
        signal.signal(signal.SIGPIPE, before)


def test_workers_are_opened_in_other_threads_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kamerbrief.library.workers.Workers", SameProcessWorkers)
    opened: list[Executor] = []

    def use() -> None:
        with open_workers() as workers:
            opened.append(workers.executor)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(opened) == 1


def test_a_worker_that_cannot_start_fails_no_file(library_file: Path, tmp_path: Path) -> None:
    from kamerbrief.library.ingest import Ingest, IngestOutcome

    workers = SameProcessWorkers(1)
    submit, tried = workers.executor.submit, []

    def refusing(*args: object) -> object:
        tried.append(args)
        if len(tried) == 1:
            raise ConnectionRefusedError("the fork server is gone")
        return submit(*args)  # type: ignore[arg-type]

    workers.renew = lambda: True  # type: ignore[method-assign]
    workers.executor.submit = refusing  # type: ignore[method-assign, assignment]
    outcomes: list[IngestOutcome] = []
    with Store(library_file) as opened:
        Ingest(opened, workers, outcomes.append).run(map(str, sorted(some_letters(tmp_path / "brieven", 2).iterdir())))
    assert [one.state for one in outcomes] == ["added", "added"]


def test_a_letter_whose_text_is_damaged_can_be_removed_and_added_again(library_file: Path) -> None:
    store(library_file, *LETTERS)
    damage(library_file, SECOND, "text", NOT_TEXT)
    with Store(library_file) as opened:
        opened.remove([SECOND])
        assert not opened.knows(SECOND)
        opened.save([(f"/brieven/{NAMES[1]}", record(LETTERS[1]))])
    assert Library(library_file).letter(SECOND).source.name == NAMES[1]
