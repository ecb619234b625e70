"""Folders that hold what is no file, or that may not be read: an error, and the rest goes on."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cli.odd_runs import as_a_user, run
from kamerbrief.errors import ExitCode
from library_files import some_letters

if TYPE_CHECKING:
    from cli.conftest import Invoke

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """Two letters, and among them a pipe, a link to a device, and a file of 8 GiB."""
    folder = some_letters(tmp_path / "brieven", 2)
    os.mkfifo(folder / "a-pipe.txt")
    (folder / "b-zero.txt").symlink_to("/dev/zero")
    with (folder / "b-sparse.pdf").open("wb") as file:
        file.truncate(8 * 2**30)
    return folder


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """Two letters, and two more in a subfolder that the test closes."""
    some_letters(tmp_path / "brieven", 2)
    inner = some_letters(tmp_path / "brieven" / "later", 4)
    for n in (1, 2):
        (inner / f"brief-{n}.txt").unlink()
    yield tmp_path / "brieven"
    inner.chmod(0o700)


def test_grep_reads_the_letters_and_reports_the_rest(odd: Path) -> None:
    done = run("grep", "-c", "bruggen", str(odd), text=True)
    assert done.returncode == ExitCode.USAGE
    assert len(done.stdout.splitlines()) == 2
    assert [line.split(": ")[1].rpartition("/")[2] for line in done.stderr.splitlines()] == [
        "a-pipe.txt",
        "b-sparse.pdf",
        "b-zero.txt",
    ]


def test_add_stores_the_letters_and_reports_the_rest(odd: Path) -> None:
    done = run("library", "add", str(odd), text=True)
    assert (done.returncode, done.stdout) == (ExitCode.USAGE, "2 added, 0 known, 3 failed\n")
    assert done.stderr.count("\n") == 3


@pytest.mark.parametrize("command", [["show"], ["factions"], ["questions"], ["export", "--to", "md"]])
@pytest.mark.parametrize("name", ["a-pipe.txt", "b-zero.txt", "b-sparse.pdf"])
def test_every_command_says_what_it_is(invoke: Invoke, odd: Path, command: list[str], name: str) -> None:
    code, out, err = invoke(*command, str(odd / name))
    assert (code, out) == (ExitCode.NOT_READABLE, "")
    assert err.count("\n") == 1


def test_what_cannot_be_read_has_not_vanished(closed: Path) -> None:
    user = as_a_user()
    if user is None:
        pytest.skip("permissions do not hold for this user")
    assert run("library", "add", str(closed)).returncode == 0
    for mode in (0o000, 0o100):  # what may not be listed, but opened, is still seen
        (closed / "later").chmod(mode)
        done = run("library", "sync", str(closed), before=user, text=True)
        assert (done.returncode, done.stdout) == (ExitCode.USAGE, "0 added, 2 known, 1 failed\n")
        assert "the folder cannot be read" in done.stderr
    (closed / "later").chmod(0o700)
    (closed / "later" / "brief-3.txt").unlink()
    assert run("library", "sync", str(closed), text=True).stdout == "0 added, 3 known, 0 failed, 1 vanished\n"
    listed = json.loads(run("library", "list", "--json").stdout)
    assert [Path(row["path"]).name for row in listed if row["vanished"]] == ["brief-3.txt"]


def test_a_folder_that_is_closed_altogether(closed: Path) -> None:
    user = as_a_user()
    if user is None:
        pytest.skip("permissions do not hold for this user")
    run("library", "add", str(closed))
    try:
        closed.chmod(0o000)
        done = run("library", "sync", str(closed), before=user, text=True)
    finally:
        closed.chmod(0o700)
    assert (done.returncode, done.stdout) == (ExitCode.USAGE, "0 added, 0 known, 1 failed\n")


def test_a_letter_given_by_another_path_does_not_vanish(tmp_path: Path) -> None:
    folder = some_letters(tmp_path / "brieven", 1)
    some_letters(folder / ".verborgen", 2)
    run("library", "add", str(folder / ".verborgen"), str(folder))
    assert run("library", "sync", str(folder), text=True).stdout == "0 added, 1 known, 0 failed\n"
