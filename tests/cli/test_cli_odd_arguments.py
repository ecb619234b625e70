"""Odd arguments, streams and environments: one line that says what is wrong, and a code; never a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cli.odd_runs import environment, on_terminal, run
from kamerbrief import read_letter
from kamerbrief.errors import ExitCode
from kamerbrief.library.store import Store
from kamerbrief_cli.messages import LONGEST, one_line
from library_files import LETTER, some_letters

if TYPE_CHECKING:
    from cli.conftest import Invoke

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere arguments and streams are others")

EVIL = "(a+)+$"
BYTE = "weg\udcff"


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: it has two letters, which are in the library too."""
    folder = some_letters(tmp_path / "brieven", 2)
    with Store() as store:
        for path in sorted(folder.iterdir()):
            store.add(path, read_letter(path))
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["search", BYTE], ExitCode.USAGE, r"'weg\xff' is not a valid query: it is not valid text (UTF-8)"),
        (["search", "wegen", "--member", BYTE], ExitCode.USAGE, "is not valid text (UTF-8)"),
        (["search", "wegen", "--genre", BYTE], ExitCode.USAGE, "is not valid text (UTF-8)"),
        (["grep", BYTE], ExitCode.USAGE, r"'weg\xff' is not valid text (UTF-8)"),
        (["library", "list", "--library", BYTE], ExitCode.LIBRARY, "must be valid UTF-8"),
        (["library", "add", ".", "--library", BYTE], ExitCode.LIBRARY, "must be valid UTF-8"),
        (["library", "add", ".", "--library=:memory:"], ExitCode.LIBRARY, "a library must be a file"),
        (["library", "list", "--library=~niemand-heet-zo/x"], ExitCode.LIBRARY, "no such user"),
        (["library", "list", "--library", ""], ExitCode.USAGE, "the path is empty"),
        (["library", "add", ".", "--library", "/dev/null"], ExitCode.LIBRARY, "a library is a file"),
        (["library", "add", ".", "--library", "/"], ExitCode.LIBRARY, "a library is a file"),
        (["library", "info", BYTE], ExitCode.NOT_READABLE, r"weg\xff: no letter in the library has this id"),
        (["show", "wegen" * 900], ExitCode.NOT_READABLE, "check the path"),
        (["search", "(" * 300 + "wegen" + ")" * 300], ExitCode.USAGE, "too many brackets"),
        (["search", "wegen " * 3000], ExitCode.USAGE, "more than 2000 words"),
        (["search", "NEAR(wegen bruggen, 99999999999999999999)"], ExitCode.USAGE, "not a number of words"),
        (["grep", "(" * 4000], ExitCode.USAGE, "use -F to search for it as plain text"),
        (["grep", "-m", "9" * 5000, "wegen"], ExitCode.USAGE, "--max-count"),
        (["search", "-n", "9" * 5000, "wegen"], ExitCode.USAGE, "--limit"),
        (["show", "x", "-e", "9" * 20], ExitCode.NOT_READABLE, "no such file"),
        (["export", "x", "--to", BYTE], ExitCode.USAGE, "--to"),
        ([BYTE], ExitCode.USAGE, "no such command"),
    ],
    ids=range(22),
)
def test_an_odd_argument_is_one_line(invoke: Invoke, arguments: list[str], code: ExitCode, says: str) -> None:
    done = invoke(*arguments)
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith("kamerbrief: ")
    assert done.err.count("\n") == 1
    assert says in done.err
    assert len(done.err) < LONGEST + 50


def test_an_argument_that_is_a_lone_byte() -> None:
    done = run("library", "list", "--library", b"weg\xff", text=True)
    assert done.returncode == ExitCode.LIBRARY
    assert done.stderr.startswith(r"kamerbrief: weg\xff: the path of a library must be valid UTF-8")


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "wegen" + " NOT fiets" * 800],
        ["search", "-n", "9" * 20, "wegen"],
        ["grep", "-m", "9" * 20, "wegen"],
        ["grep", "-C", "9" * 20, "wegen"],
        ["grep", "[[w]egen"],
    ],
)
def test_what_is_odd_but_clear_is_done(invoke: Invoke, arguments: list[str]) -> None:
    code, out, err = invoke(*arguments)
    assert (code, err) == (0, "")
    assert "wegen" in out


def test_an_expression_that_takes_too_long_is_left_at_one_sentence(
    invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kamerbrief.library.match_limit.SECONDS", 0.2)
    text = LETTER.replace("{day}", "30")
    paths = [tmp_path / "1.txt", tmp_path / "2.txt"]
    paths[0].write_text(text.replace("Dat zijn er veel.", f"Dat zijn er {'a' * 60}!"))
    paths[1].write_text(text)
    code, out, err = invoke("grep", rf"{EVIL}|bruggen", *map(str, paths))
    assert code == ExitCode.USAGE
    assert [line.split(":")[0] for line in out.splitlines()] == [str(paths[0])] * 2 + [str(paths[1])] * 2
    assert err.startswith(f"kamerbrief: {paths[0]}: the pattern takes too long on a sentence of exchange 1; ")
    assert err.count("\n") == 1


COMMANDS = [
    ["show", "brief-1.txt"],
    ["factions", "brief-1.txt", "--json"],
    ["grep", "wegen"],
    ["search", "wegen"],
    ["export", "--to", "csv", "brief-1.txt"],
    ["library", "export", "--to", "jsonl"],
    ["--version"],
]
"""Each of these prints something."""


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_output_that_cannot_be_written(stored: Path, command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(*command, cwd=stored, stdout=full, stderr=-1, capture_output=False, text=True)
    assert done.returncode == ExitCode.OUTPUT
    assert done.stderr.startswith("kamerbrief: standard output: cannot be written (No space left")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", [COMMANDS[0], COMMANDS[3], COMMANDS[5]], ids=" ".join)
def test_output_that_is_closed(stored: Path, command: list[str]) -> None:
    done = run(*command, cwd=stored, before=["sh", "-c", 'exec "$@" >&-', "sh"], text=True)
    assert done.returncode == ExitCode.OUTPUT
    assert done.stderr.startswith("kamerbrief: standard output: cannot be written")
    assert done.stderr.count("\n") == 1


def test_input_that_is_closed(stored: Path) -> None:
    for command in (["show", "-"], ["library", "add", "-"]):
        done = run(*command, cwd=stored, before=["sh", "-c", 'exec "$@" <&-', "sh"], text=True)
        assert done.returncode == ExitCode.NOT_READABLE
        assert "standard input is closed" in done.stderr
        assert done.stderr.count("\n") == 1


def test_a_library_is_not_written_to_in_the_place_of_a_closed_stream(tmp_path: Path) -> None:
    folder = some_letters(tmp_path / "brieven", 2)
    (folder / "brief-3.txt").write_text("Beste buren, zaterdag is er markt.")
    done = run("library", "add", str(folder), before=["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh"])
    assert done.returncode == ExitCode.OUTPUT  # the counts could not be printed
    assert run("library", "check", text=True).stdout == "the library is sound\n"
    assert len(run("library", "list").stdout.splitlines()) == 2


def test_errors_that_cannot_be_written_change_nothing_else(stored: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run("grep", "wegen", "weg.txt", "brief-1.txt", cwd=stored, stdout=-1, stderr=full, capture_output=False)
    assert done.returncode == ExitCode.USAGE
    assert done.stdout.count(b"\n") > 0


@pytest.mark.parametrize("size", ["²", "9" * 30])
def test_a_size_of_the_terminal_that_is_no_number(stored: Path, size: str) -> None:
    done = run("show", "brief-1.txt", cwd=stored, env=environment(COLUMNS=size, LINES=size), text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= 80


@pytest.mark.parametrize("command", [["library", "add", "x"], ["grep", "wegen", "."]])
def test_a_current_folder_that_was_removed(tmp_path: Path, command: list[str]) -> None:
    gone = tmp_path / "weg"
    gone.mkdir()
    done = run(*command, before=["sh", "-c", 'cd "$0" && rmdir "$0" && exec "$@"', str(gone)], text=True)
    assert done.returncode in (ExitCode.NO_MATCH, ExitCode.USAGE, ExitCode.NOT_READABLE)
    assert "cannot be written" not in done.stderr
    assert "Traceback" not in done.stderr


NASTY = "\x9b31m \u202e \x7f \u2066"
"""Codes that colour, turn and delete."""


def test_json_lines_hold_nothing_that_a_terminal_obeys(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text(LETTER.replace("{day}", "30").replace("er veel", f"er {NASTY} veel"))
    run("library", "add", str(tmp_path / "brief.txt"))
    for shown in (
        on_terminal("library", "export", "--to", "jsonl"),
        run("library", "export", "--to", "jsonl").stdout.decode(),
    ):
        assert not set("\x9b\u202e\x7f\u2066") & set(shown)
        assert r"\u202e" in shown


def test_a_message_is_one_line_of_limited_length() -> None:
    assert one_line("a\nb\x1b[31m\udcff") == "a b\N{REPLACEMENT CHARACTER}[31m\\xff"
    long = one_line("x" * 100_000 + " do this")
    assert len(long) < LONGEST + 10
    assert long.endswith("do this")


def test_an_unexpected_error_is_one_line(stored: Path) -> None:
    """It names the letter that it happens with, and the others are still read."""
    said = """
import sys
from kamerbrief import parse
real = parse.parse_letter
def parse_letter(data, name, **options):
    if name == "brief-1.txt":
        raise ZeroDivisionError("a fault")
    return real(data, name, **options)
parse.parse_letter = parse_letter
from kamerbrief_cli.app import main
main()
"""
    env = environment(KAMERBRIEF_NO_CACHE="1")
    script = stored / "faulty.py"
    script.write_text(said)
    run_it = [sys.executable, str(script)]
    for arguments, code in (
        (["grep", "-c", "wegen", "."], ExitCode.USAGE),
        (["questions", "."], ExitCode.USAGE),
        (["show", "brief-1.txt"], ExitCode.FAULT),
        (["export", "--to", "md", "brief-1.txt", "brief-2.txt"], ExitCode.FAULT),
    ):
        done = subprocess.run([*run_it, *arguments], cwd=stored, env=env, capture_output=True, text=True)
        assert done.returncode == code
        assert "kamerbrief failed on it (ZeroDivisionError: a fault); please report this\n" in done.stderr
        assert done.stderr.count("\n") == 1
        assert ("brief-2" in done.stdout or "wegen" in done.stdout) is (arguments[0] != "show")
