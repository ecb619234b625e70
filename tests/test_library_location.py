"""Where a library may be: a file whose path SQLite can open."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kamerbrief.errors import LibraryError
from kamerbrief.library.catalogue import Library
from kamerbrief.library.location import VARIABLE, library_file
from kamerbrief.library.store import Store

REFUSED = [
    (":memory:", "must be a file"),
    ("./:memory:", "must be a file"),
    ("\udcff.sqlite", "valid UTF-8"),
    ("/dev/null", "a pipe or a device"),
    (".", "a folder"),
    ("a" * 5000, "cannot be opened"),
]


@pytest.mark.parametrize(("name", "says"), REFUSED)
def test_what_can_be_no_library_is_refused(name: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for open_it in (Store, Library):
        with pytest.raises(LibraryError, match=says):
            open_it(Path(name))
    monkeypatch.setenv(VARIABLE, name)
    with pytest.raises(LibraryError, match=says):
        library_file()


def test_a_home_that_nobody_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "~niemand-heet-zo/library.sqlite")
    with pytest.raises(LibraryError, match="no such user"):
        library_file()


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with names here")
    os.mkfifo(tmp_path / "library.sqlite")
    with pytest.raises(LibraryError, match="a pipe or a device"):
        Store(tmp_path / "library.sqlite")


def test_a_file_with_a_colon_in_a_folder_is_a_library(tmp_path: Path) -> None:
    with Store(tmp_path / ":memory:"):
        pass
    assert (tmp_path / ":memory:").stat().st_size
