"""The whole program as a process: streams, signals and terminals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kamerbrief.errors import ExitCode
from library_files import LETTER as LETTER_TEMPLATE

LETTER = LETTER_TEMPLATE.replace("{day}", "30")


@pytest.fixture
def command() -> list[str]:
    """The installed command, or the package run as a program where it is not installed."""
    installed = Path(sys.executable).with_name("kamerbrief")
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "kamerbrief_cli"]


@pytest.fixture
def env() -> dict[str, str]:
    """An environment in which nothing about terminals is set."""
    unset = ("FORCE_COLOR", "NO_COLOR", "COLUMNS", "LINES", "PAGER", "LESS")
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    return {**kept, "PYTHONPATH": os.pathsep.join(sys.path), "TERM": "xterm-256color"}


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "brief.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def test_a_letter_from_standard_input(command: list[str], env: dict[str, str]) -> None:
    done = subprocess.run([*command, "show", "-"], input=LETTER.encode(), capture_output=True, env=env)
    assert (done.returncode, done.stderr) == (ExitCode.OK, b"")
    assert "── 2 · D66 ──".encode() in done.stdout
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", ExitCode.EMPTY),
        (b"%PDF-1.7\n%%EOF", ExitCode.DAMAGED),
        (b"Beste buren, zaterdag is er markt.", ExitCode.NOT_A_LETTER),
        (None, ExitCode.NOT_READABLE),
    ],
)
def test_bad_files_are_one_line_and_a_code(
    command: list[str], env: dict[str, str], tmp_path: Path, content: bytes | None, code: ExitCode
) -> None:
    path = tmp_path / "fout.pdf"
    if content is not None:
        path.write_bytes(content)
    for arguments in (["show"], ["factions"], ["questions"], ["export", "--to", "json"]):
        done = subprocess.run([*command, *arguments, str(path)], capture_output=True, text=True, env=env)
        assert (done.returncode, done.stdout) == (code, "")
        assert done.stderr.startswith(f"kamerbrief: {path}: ")
        assert done.stderr.count("\n") == 1


def test_grep_gives_its_own_code_for_bad_files(command: list[str], env: dict[str, str], brief: Path) -> None:
    arguments = [*command, "grep", "bruggen", str(brief), str(brief.with_name("weg.txt"))]
    done = subprocess.run(arguments, capture_output=True, text=True, env=env)
    assert done.returncode == 2
    assert [line.split(":")[1:3] for line in done.stdout.splitlines()] == [["2", "D66"]] * 2
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="no SIGPIPE here")
def test_a_reader_that_stops_is_no_error(command: list[str], env: dict[str, str], brief: Path) -> None:
    process = subprocess.Popen(
        [*command, "grep", ".", *[str(brief)] * 5], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == -signal.SIGPIPE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_line(command: list[str], env: dict[str, str], brief: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*command, "show", str(brief)], stdout=full, stderr=subprocess.PIPE, text=True, env=env)
    assert done.returncode == ExitCode.OUTPUT
    assert done.stderr.startswith("kamerbrief: standard output: cannot be written")
    assert done.stderr.count("\n") == 1


HEAVY = ("pdfminer", "docx", "simplemma", "pydantic", "kamerbrief.layout", "kamerbrief.structure")


def test_a_letter_from_the_cache_needs_no_parser(env: dict[str, str], brief: Path, tmp_path: Path) -> None:
    said = f"""
import atexit, sys
from kamerbrief_cli.app import main
atexit.register(lambda: print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr))
sys.argv = ["kamerbrief", "show", {str(brief)!r}]
main()
"""
    env["KAMERBRIEF_CACHE"] = str(tmp_path / "cache")
    runs = [subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, env=env) for _ in range(2)]
    assert "layout" in runs[0].stderr
    assert runs[1].stderr == "[]\n"
    assert runs[0].stdout == runs[1].stdout


@pytest.mark.parametrize("how", ["option", "environment"])
def test_no_cache(command: list[str], env: dict[str, str], brief: Path, tmp_path: Path, how: str) -> None:
    env["KAMERBRIEF_CACHE"] = str(tmp_path / "cache")
    option = ["--no-cache"] if how == "option" else []
    if how == "environment":
        env["KAMERBRIEF_NO_CACHE"] = "1"
    for name in ("show", "questions"):
        assert subprocess.run([*command, name, str(brief), *option], capture_output=True, env=env).returncode == 0
    assert not (tmp_path / "cache").exists()


def test_a_stream_that_cannot_say_everything(command: list[str], env: dict[str, str], brief: Path) -> None:
    done = subprocess.run([*command, "show", str(brief)], capture_output=True, env={**env, "PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (ExitCode.OK, b"")
    assert b"30.000 kilometer wegen" in done.stdout


def on_terminal(command: list[str], env: dict[str, str]) -> str:
    """What a command prints on a terminal of its own."""
    ours, theirs = os.openpty()
    with os.fdopen(ours, "rb", buffering=0) as screen:
        process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=env)
        os.close(theirs)
        shown = b""
        try:
            while piece := screen.read(4096):
                shown += piece
        except OSError:  # how Linux says that nobody holds the other end any more
            pass
        assert process.wait() == ExitCode.OK
    return shown.decode().replace("\r\n", "\n")


NASTY = "\x1b[31m \x9b31m \u202e \u2066 \x07"
"""Codes that colour, turn and ring."""


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["factions"],
        ["factions", "--json"],
        ["questions"],
        ["questions", "--json"],
        ["grep", "wegen"],
        ["grep", "--json", "wegen"],
        ["grep", "-c", "wegen", "-i"],
        ["export", "--to", "md"],
        ["export", "--to", "json"],
        ["export", "--to", "csv"],
        ["show", "--party", NASTY],
        ["show", "--exchange", NASTY],
    ],
)
def test_nothing_that_a_terminal_obeys_comes_out(
    command: list[str], env: dict[str, str], tmp_path: Path, arguments: list[str]
) -> None:
    path = tmp_path / f"brief {NASTY}.txt"
    path.write_text(LETTER.replace("wegen", f"wegen {NASTY}").replace("A. de Vries", f"A. {NASTY} de Vries"))
    done = subprocess.run([*command, *arguments, str(path)], capture_output=True, text=True, env=env)
    assert done.stdout + done.stderr
    assert not set("\x1b\x9b\u202e\u2066\x07") & set(done.stdout + done.stderr)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names of files are text")
def test_a_name_that_is_no_text(command: list[str], env: dict[str, str], tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/brief \xff.txt"
    Path(os.fsdecode(path)).write_text(LETTER)
    for arguments in (["show"], ["export", "--to", "json"], ["export", "--to", "md"], ["grep", "--json", "wegen"]):
        done = subprocess.run([*command, *arguments, path], capture_output=True, env=env)
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals here")
class TestOnATerminal:
    SIZE: dict[str, str] = {"COLUMNS": "60", "LINES": "20"}  # noqa: RUF012

    def test_colours(self, command: list[str], env: dict[str, str], brief: Path) -> None:
        shown = on_terminal([*command, "show", "--no-pager", str(brief)], {**env, **self.SIZE})
        assert "\x1b[1;36mVraag" in shown
        assert "╭" in shown

    def test_no_colours(self, command: list[str], env: dict[str, str], brief: Path) -> None:
        for extra, before in (({"NO_COLOR": "1"}, []), ({}, ["--no-color"])):
            arguments = [*command, *before, "show", "--no-pager", str(brief)]
            shown = on_terminal(arguments, {**env, **self.SIZE, **extra})
            assert "Vraag" in shown
            assert "\x1b[1;36m" not in shown
            assert "36m" not in shown

    def test_the_pager(self, command: list[str], env: dict[str, str], brief: Path) -> None:
        arguments = [*command, "show", str(brief)]
        shown = on_terminal(arguments, {**env, **self.SIZE, "PAGER": "head -n 2"})
        assert shown.count("\n") == 2
        roomy = on_terminal(arguments, {**env, "COLUMNS": "80", "LINES": "99", "PAGER": "head -n 2"})
        assert "bruggen worden geteld" in roomy
