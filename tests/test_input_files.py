"""Only regular files of a bounded size are read; what is something else says so at once."""

from __future__ import annotations

import io
import os
import socket
import threading
from pathlib import Path

import pytest

from kamerbrief import input_files
from kamerbrief.errors import NotReadable
from kamerbrief.input_files import bounded, is_gone, read_file
from kamerbrief.library.parse_job import ParseJob, Refused, prepare

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")


def pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


def device_link(path: Path) -> Path:
    path.symlink_to("/dev/zero")
    return path


def sparse(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(8 * 2**30)
    return path


def listening(path: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))  # a socket's path is short
    return path


def folder(path: Path) -> Path:
    path.mkdir()
    return path


ODD = [
    (pipe, "a pipe and not a file"),
    (device_link, "a device and not a file"),
    (sparse, r"too large \(8192 MiB\)"),
    (listening, "a socket and not a file"),
    (folder, "a folder"),
    (lambda path: path, "no such file"),
]


@pytest.mark.parametrize(("make", "says"), ODD)
def test_what_is_no_letter_file_is_not_opened(tmp_path: Path, make: object, says: str) -> None:
    assert callable(make)
    path = make(tmp_path / "m.txt")
    with pytest.raises(NotReadable, match=says):
        read_file(str(path))
    refused = prepare(ParseJob(str(path)))
    assert isinstance(refused, Refused)
    assert "kamerbrief failed" not in refused.reason


def test_a_file_that_becomes_a_pipe_after_it_was_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, path = tmp_path / "a.txt", pipe(tmp_path / "m.txt")
    plain.write_bytes(b"x")
    looked = os.stat(plain)  # noqa: PTH116 - not by way of what is replaced below
    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", lambda _: looked)
        with pytest.raises(NotReadable, match="a pipe and not a file"):
            read_file(str(path))


def test_a_file_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345678")
    assert read_file(str(path)) == b"12345678"
    monkeypatch.setattr(input_files, "PIECE", 2)
    monkeypatch.setattr(input_files, "LARGEST", 8)
    assert read_file(str(path)) == b"12345678"
    assert bounded(io.BytesIO(b"12345678")) == b"12345678"
    path.write_bytes(b"123456789")
    with pytest.raises(NotReadable, match="too large"):
        read_file(str(path))


def test_an_endless_stream_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(input_files, "LARGEST", 2**20)
    with Path("/dev/zero").open("rb") as zeros, pytest.raises(NotReadable, match="too large"):
        bounded(zeros)


def test_a_pipe_that_a_shell_opened_is_read() -> None:
    reading, writing = os.pipe()

    def write() -> None:
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(b"brief")

    threading.Thread(target=write).start()
    assert read_file(f"/dev/fd/{reading}") == b"brief"
    os.close(reading)
    with pytest.raises(NotReadable, match=r"no such file|cannot be read"):
        read_file(f"/dev/fd/{reading}")


def test_what_cannot_be_seen_is_not_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").touch()
    assert not is_gone(str(tmp_path / "a.txt"))
    assert is_gone(str(tmp_path / "b.txt"))
    assert is_gone(str(tmp_path / "a.txt" / "b.txt"))

    def denied(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", denied)
        seen = is_gone(str(tmp_path / "b.txt"))
    assert not seen
