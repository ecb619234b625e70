"""The `library` commands, and other commands with the id of a letter."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kamerbrief.errors import ExitCode
from kamerbrief.library.catalogue import Library
from library_files import SameProcessWorkers, some_letters

if TYPE_CHECKING:
    from cli.conftest import Invoke


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two letters, and something else, in the current folder's `brieven`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kamerbrief.library.workers.Workers", SameProcessWorkers)
    made = some_letters(tmp_path / "brieven", 2)
    (made / "markt.txt").write_text("Beste buren, zaterdag is er markt.")
    return made


@pytest.fixture
def added(invoke: Invoke, folder: Path) -> list[str]:
    """Both letters in the library; their ids."""
    invoke("library", "add", str(folder))
    return [row["id"] for row in json.loads(invoke("library", "list", "--json").out)]


def test_adding_tells_what_was_done_and_what_failed(invoke: Invoke, folder: Path) -> None:
    code, out, err = invoke("library", "add", str(folder))
    assert (code, out) == (2, "2 added, 0 known, 1 failed\n")
    assert err.count("\n") == 1
    assert f"{folder / 'markt.txt'}: " in err
    assert invoke("library", "add", "brieven/brief-1.txt") == (0, "0 added, 1 known, 0 failed\n", "")
    assert f"{folder / 'markt.txt'}: " in invoke("library", "list", "--failed").out


def test_names_come_from_standard_input(invoke: Invoke, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    for between, names in (("\n", ["brieven/brief-1.txt"]), ("\0", ["brieven/brief-1.txt", "brieven/brief-2.txt"])):
        text = between.join((*names, ""))
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert invoke("library", "add", "-").code == 0
    assert len(invoke("library", "list").out.splitlines()) == 2
    assert str(folder / "brief-2.txt") in invoke("library", "list").out


def test_an_id_stands_wherever_a_path_may(invoke: Invoke, added: list[str], folder: Path) -> None:
    row = json.loads(invoke("library", "info", added[0], "--json").out)
    path = row["path"]
    for command in (["show"], ["questions"], ["factions"], ["export", "--to", "json"]):
        by_id, by_path = invoke(*command, added[0][:6]), invoke(*command, path)
        assert by_id == by_path
        assert by_id.code == 0
    (folder.parent / added[0]).write_text(Path(path).read_text(encoding="utf-8").replace("wegen", "paden"))
    assert "paden" in invoke("show", added[0]).out  # a file of that name wins
    assert invoke("show", "ffffffff")[::2] == (
        ExitCode.NOT_READABLE,
        "kamerbrief: ffffffff: no letter in the library has this id; kamerbrief library list shows all ids\n",
    )


@pytest.mark.parametrize(
    "flags",
    [[], ["-c"], ["-l"], ["-i"], ["-v", "-m", "2"], ["-C", "1"], ["-w"], ["--json"], ["--in", "answers", "-p", "d66"]],
    ids=" ".join,
)
def test_grep_of_the_library_is_grep_of_the_files(
    invoke: Invoke, added: list[str], folder: Path, flags: list[str]
) -> None:
    (folder / "markt.txt").unlink()
    assert invoke("grep", *flags, "bruggen") == invoke("grep", *flags, "bruggen", str(folder))
    assert len(added) == 2


def test_grep_without_a_library_says_how_to_make_one(invoke: Invoke) -> None:
    code, out, err = invoke("grep", "bruggen")
    assert (code, out) == (2, "")
    assert "kamerbrief library add" in err


def test_searching(invoke: Invoke, added: list[str]) -> None:
    code, out, err = invoke("search", "brug", "tellen", "--party", "d66")
    assert (code, err) == (0, "")
    assert out.splitlines()[0].split()[:3] == [f"{added[0]}:2", "2021-08-02", "D66"]
    assert "bruggen" in out
    (first, _) = json.loads(invoke("search", "bruggen", "--json").out)
    start, end = first["snippet"]["spans"][0]
    assert first["snippet"]["text"][start:end] == "bruggen"
    assert invoke("search", "zebra") == (1, "", "")
    assert invoke("search", "bruhgen")[::2] == (1, "kamerbrief: no letter has 'bruhgen'; did you mean bruggen?\n")
    code, out, err = invoke("search", '"bruggen')
    assert (code, out) == (2, "")
    assert "is not a valid query" in err


def test_what_is_gone_is_marked_and_can_be_taken_out(invoke: Invoke, folder: Path) -> None:
    (folder / "markt.txt").unlink()
    assert invoke("library", "sync", str(folder)).out == "2 added, 0 known, 0 failed\n"
    (folder / "brief-1.txt").unlink()
    assert invoke("library", "sync", str(folder)).out == "0 added, 1 known, 0 failed, 1 vanished\n"
    gone = next(row for row in json.loads(invoke("library", "list", "--json").out) if row["vanished"])
    assert "(vanished)" in invoke("library", "list").out
    assert "vanished" in invoke("library", "info", gone["id"]).out
    assert invoke("library", "remove", gone["id"]).out == "1 removed\n"
    assert json.loads(invoke("library", "info", "--json").out)["letters"] == 1
    assert invoke("library", "remove", gone["id"]).code == ExitCode.NOT_READABLE
    assert invoke("library", "sync", str(folder / "brief-2.txt")).code == ExitCode.NOT_READABLE


def test_checking(invoke: Invoke, added: list[str], library_file: Path) -> None:
    assert invoke("library", "check") == (0, "the library is sound\n", "")
    import apsw

    db = apsw.Connection(str(library_file))
    db.execute("UPDATE letter SET subject = 'iets'")
    db.close()
    code, out, err = invoke("library", "check")
    assert (code, out) == (ExitCode.LIBRARY, "")
    assert err.count("its columns differ from its JSON") == 2
    said = f"2 letters saved, 0 lost; the library as it was is kept as {library_file}.damaged\n"
    assert invoke("library", "check", "--repair") == (0, said, "")
    assert invoke("library", "check", "--repair") == (0, "the library is sound; nothing was changed\n", "")
    assert invoke("library", "check").code == 0
    assert len(added) == 2


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("library export --to jsonl", ExitCode.LIBRARY),
        ("library list", ExitCode.LIBRARY),
        ("library list --json", ExitCode.LIBRARY),
        ("search bruggen", ExitCode.LIBRARY),
        ("grep bruggen", ExitCode.USAGE),
        ("grep -c bruggen", ExitCode.USAGE),
        ("questions", ExitCode.USAGE),
        ("show {id}", ExitCode.LIBRARY),
        ("library info {id}", ExitCode.LIBRARY),
    ],
)
def test_a_damaged_letter_is_one_line_and_the_rest_goes_on(
    invoke: Invoke, added: list[str], library_file: Path, command: str, code: ExitCode
) -> None:
    import apsw

    db = apsw.Connection(str(library_file))
    db.execute("UPDATE letter SET json = x'00', text = CAST(x'ff' AS TEXT), name = text WHERE id = 1")
    db.execute("UPDATE letter SET name = text WHERE id = 1")
    damaged: str = db.execute("SELECT sha256 FROM letter WHERE id = 1").get
    db.close()
    found = invoke(*command.format(id=damaged).split())
    assert found.code == code
    assert found.err.count("\n") == 1
    assert "is damaged and cannot be read; kamerbrief library check --repair saves what can be read" in found.err
    assert bool(found.out) == ("{id}" not in command)
    assert len(added) == 2


def test_repairing_tells_what_is_lost(invoke: Invoke, added: list[str], library_file: Path, folder: Path) -> None:
    import apsw

    db = apsw.Connection(str(library_file))
    db.execute("UPDATE letter SET json = x'00' WHERE id = 1")
    db.execute("DELETE FROM place WHERE letter = 2")
    damaged: str = db.execute("SELECT sha256 FROM letter WHERE id = 1").get
    db.close()
    code, out, err = invoke("library", "check", "--repair")
    assert code == ExitCode.LIBRARY
    assert out == f"1 letters saved, 1 lost; the library as it was is kept as {library_file}.damaged\n"
    lost, unplaced = err.splitlines()
    assert lost == f"kamerbrief: letter {damaged[:8]} could not be saved; add it again: {folder / 'brief-1.txt'}"
    assert unplaced.startswith("kamerbrief: 1 letters were saved without their path")
    assert invoke("library", "add", str(folder / "brief-1.txt")).out == "1 added, 0 known, 0 failed\n"
    assert len(added) == 2


@pytest.mark.parametrize(
    "command",
    [
        "library check",
        "library check --repair",
        "library list",
        "library info",
        "search x",
        "grep x",
        "library remove ffff",
    ],
)
@pytest.mark.parametrize("content", ["newer", "foreign", "text", "half"])
def test_what_is_no_usable_library_is_one_line(
    invoke: Invoke, added: list[str], library_file: Path, command: str, content: str
) -> None:
    import apsw

    if content == "newer":
        db = apsw.Connection(str(library_file))
        db.pragma("user_version", 99)
        db.close()
    elif content == "half":
        library_file.write_bytes(library_file.read_bytes()[:30_000])
    else:
        library_file.write_bytes(b"Beste lezer" * 99 if content == "text" else b"SQLite format 3\0" + b"\x09" * 5000)
    before = library_file.read_bytes()
    code, out, err = invoke(*command.split())
    assert code == (ExitCode.USAGE if command.startswith("grep") else ExitCode.LIBRARY)
    assert (out, err.count("\n")) == ("", 1)
    advised = {"newer": "upgrade kamerbrief", "half": "--repair", "foreign": "name another", "text": "name another"}
    assert (advised[content] if "--repair" not in command or content == "newer" else "name another") in err
    assert library_file.read_bytes() == before
    assert len(added) == 2


def test_exporting(invoke: Invoke, added: list[str], tmp_path: Path) -> None:
    lines = invoke("library", "export", "--to", "jsonl").out.splitlines()
    assert json.loads(lines[0]) == json.loads(invoke("export", added[0], "--to", "json").out)
    file = tmp_path / "brieven.parquet"
    assert invoke("library", "export", "--to", "parquet", "-o", str(file)) == (0, "", "")
    import pyarrow.parquet as pq

    rows = pq.read_table(file).to_pylist()
    assert [(row["letter"][:8], row["number"], row["factions"]) for row in rows] == [
        (id, number, [faction]) for id in added for number, faction in ((1, "VVD"), (2, "D66"))
    ]
    assert rows[1]["answer"] == "Ja, de bruggen worden geteld."
    assert invoke("library", "export", "--to", "parquet", "-o", str(file)).code == ExitCode.OUTPUT
    assert invoke("library", "export", "--to", "parquet").code == ExitCode.USAGE


def test_another_library_by_option(
    invoke: Invoke, added: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAMERBRIEF_LIBRARY", os.environ["KAMERBRIEF_LIBRARY"])  # is put back after `--library`
    other = str(tmp_path / "ander.sqlite")
    assert invoke("library", "add", "brieven/brief-1.txt", "--library", other).code == 0
    assert len(invoke("grep", "bruggen", "--library", other).out.splitlines()) == 2
    assert len(added) == 2


def test_ids_are_completed(invoke: Invoke, added: list[str]) -> None:
    from kamerbrief_cli.options import complete_id

    assert list(complete_id(added[0][:5])) == [added[0]]
    assert set(complete_id("")) == set(added)
    assert invoke("show", added[0]).code == 0


def test_without_a_library_nothing_is_completed() -> None:
    from kamerbrief_cli.options import complete_id

    assert list(complete_id("")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is another thing there")
def test_watching(folder: Path, library_file: Path) -> None:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "kamerbrief_cli", "library", "watch", str(folder)]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        limit = threading.Timer(60, process.kill)
        limit.start()  # whatever goes wrong, this ends
        assert process.stdout.readline() == "2 added, 0 known, 1 failed\n"
        some_letters(folder / "nieuw", 3)
        (folder / "brief-1.txt").unlink()
        while (counts(library_file)) != (3, ["brief-1.txt"]):
            assert process.stdout.readline()  # a line each time that something happened
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        limit.cancel()


def counts(path: Path) -> tuple[int, list[str]]:
    """How many letters a library has, and the files that vanished."""
    library = Library(path)
    places = [place for row in library.list_letters() for place in library.places_of(row.sha256)]
    return library.info().letters, [Path(name).name for name, _, vanished in places if vanished]
