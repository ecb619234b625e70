"""Wrong usage, colours and completion."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from kamerbrief.errors import ExitCode
from kamerbrief_cli.options import complete_party

if TYPE_CHECKING:
    from cli.conftest import Invoke

pytestmark = pytest.mark.usefixtures("letters")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["show"], "missing argument"),
        (["grep"], "missing argument"),
        (["show", "wegen.pdf", "--only", "x"], "--only"),
        (["show", "wegen.pdf", "--frobnicate"], "no such option"),
        (["shw", "wegen.pdf"], "no such command"),
        (["grep", "x", "wegen.pdf", "-m", "veel"], "--max-count"),
        (["export", "wegen.pdf"], "--to"),
        (["export", "wegen.pdf", "--to", "doc"], "--to"),
    ],
)
def test_wrong_use_is_one_line(invoke: Invoke, args: list[str], says: str) -> None:
    code, out, err = invoke(*args)
    assert (code, out) == (ExitCode.USAGE, "")
    assert err.count("\n") == 1
    assert says in err
    assert err.startswith("kamerbrief: ")
    assert err.endswith(" --help\n")


def test_grep_without_letters_needs_a_library(invoke: Invoke) -> None:
    code, out, err = invoke("grep", "x")
    assert (code, out) == (ExitCode.USAGE, "")
    assert "there is no library yet" in err


@pytest.mark.parametrize(
    "args", [["--no-color", "show", "wegen.pdf"], ["show", "--no-color", "wegen.pdf"], ["show", "wegen.pdf"]]
)
def test_no_color_before_or_after_the_command(invoke: Invoke, args: list[str]) -> None:
    assert invoke(*args).code == ExitCode.OK
    assert ("NO_COLOR" in os.environ) is ("--no-color" in args)


@pytest.mark.parametrize(("typed", "offered"), [("d6", "d66"), ("Groen", "GroenLinks"), ("xyz", None)])
def test_parties_are_completed_in_any_case(typed: str, offered: str | None) -> None:
    words = list(complete_party(typed))
    assert (offered in words) if offered else words == []


def test_interruption(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kamerbrief.parse.read_letter", interrupted)
    code, out, err = invoke("show", "wegen.pdf")
    assert (code, out) == (130, "")
    assert "Traceback" not in err
