"""A file is written completely or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kamerbrief.errors import OutputExists
from kamerbrief.export.atomic_files import write_new


def test_a_new_file_is_written(tmp_path: Path) -> None:
    write_new(tmp_path / "a.md", "één\n", force=False)
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "één\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("oud")
    with pytest.raises(OutputExists, match="--force"):
        write_new(tmp_path / "a.md", "nieuw", force=False)
    assert (tmp_path / "a.md").read_text() == "oud"
    write_new(tmp_path / "a.md", "nieuw", force=True)
    assert (tmp_path / "a.md").read_text() == "nieuw"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_device_or_pipe_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    with pytest.raises(OutputExists, match="not a file"):
        write_new(tmp_path / "a.md", "x", force=True)
    assert (tmp_path / "a.md").is_fifo()


def test_the_longest_name_that_a_folder_takes(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 252 + ".md")
    write_new(path, "x", force=False)
    assert path.read_text() == "x"


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(OutputExists, match="folder"):
        write_new(tmp_path, "x", force=True)
    with pytest.raises(OutputExists, match="cannot be written"):
        write_new(tmp_path / "nergens" / "a.md", "x", force=False)
    assert list(tmp_path.iterdir()) == []


def test_a_text_that_cannot_be_encoded_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("oud")
    with pytest.raises(UnicodeEncodeError):
        write_new(tmp_path / "a.md", "\ud800", force=True)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["oud"]
