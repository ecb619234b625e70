"""Every command has help with examples, and help is fast."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import typer

from kamerbrief import __version__
from kamerbrief.errors import ExitCode
from kamerbrief_cli import app
from kamerbrief_cli.app import make

if TYPE_CHECKING:
    from cli.conftest import Invoke

TREE = typer.main.get_command(make()).commands  # type: ignore[attr-defined]
LIBRARY = TREE["library"].commands
COMMANDS = [*([name] for name in sorted(TREE)), *(["library", name] for name in sorted(LIBRARY))]


def test_these_are_the_commands() -> None:
    assert sorted(TREE) == sorted([*app.COMMANDS, "library"])
    assert sorted(LIBRARY) == ["add", "check", "export", "info", "list", "remove", "sync", "watch"]


@pytest.mark.parametrize("command", [[], *COMMANDS], ids=" ".join)
def test_help_has_examples_a_line_each(invoke: Invoke, command: list[str]) -> None:
    code, out, err = invoke(*command, "--help")
    assert (code, err) == (ExitCode.OK, "")
    examples = out.partition("  Examples:\n")[2].splitlines()
    shown = [line.strip() for line in examples if line.startswith("    ") and "kamerbrief " in line]
    assert len(shown) >= 2
    assert all(" ".join(["kamerbrief", *command]) in line for line in shown)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_option_is_explained(command: list[str]) -> None:
    params = (TREE if len(command) == 1 else LIBRARY)[command[-1]].params
    assert [param.name for param in params if not param.help] == []


def test_the_exit_codes_are_in_the_help(invoke: Invoke) -> None:
    out = " ".join(invoke("--help").out.split())
    assert all(f" {code.value} " in out for code in ExitCode)


def test_no_command_gives_help_and_fails(invoke: Invoke) -> None:
    code, out, err = invoke()
    assert (code, out) == (ExitCode.USAGE, "")
    assert "Commands:" in err


def test_version(invoke: Invoke) -> None:
    assert invoke("--version") == (ExitCode.OK, f"kamerbrief {__version__}\n", "")


HEAVY = (
    "pydantic",
    "pdfminer",
    "simplemma",
    "msgspec",
    "rich",
    "kamerbrief.model",
    "apsw",
    "platformdirs",
    "watchfiles",
)


@pytest.mark.parametrize("command", [[], *COMMANDS], ids=" ".join)
def test_help_imports_nothing_heavy(command: list[str]) -> None:
    code = f"""
import atexit, sys
atexit.register(lambda: print(*(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr))
sys.path[:] = {sys.path!r}
sys.argv[1:] = {[*command, "--help"]!r}
from kamerbrief_cli.app import main
main()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "Usage:" in done.stdout
    assert done.stderr.split() == []
