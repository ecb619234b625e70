"""A few of the random command lines of `tests/hostile/command_lines.py`, and its eye for what is wrong."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

from kamerbrief.errors import ExitCode

if sys.platform != "linux":
    pytest.skip("the odd files and streams are those of Linux", allow_module_level=True)

from hostile.command_lines import COMMANDS, Outcome, Trial, campaign, drawn, run, wrong

PLAIN = Trial(("library", "list"), "/dev/null", "pipe", {}, as_user=False)


def test_random_command_lines_end_well(tmp_path: Path) -> None:
    codes, findings = campaign(seconds=600, seed=4, folder=tmp_path / "odd", most=15)
    assert findings == {}
    assert codes.total() == 15
    assert len(codes) > 3


def test_every_command_and_nearly_every_option_is_drawn(tmp_path: Path) -> None:
    words = {word for n in range(1500) for word in drawn(Random(n), tmp_path).args}
    options = {option for command in COMMANDS.values() for param in command.params for option in param.opts}
    missing = {option for option in options if option.startswith("-")} - words
    assert missing <= {"--library"}  # it is given with its value


@pytest.mark.parametrize(
    ("outcome", "says"),
    [
        (Outcome(0, b"x", b"", 1.0), None),
        (Outcome(2, b"", b"kamerbrief: wrong\n", 1.0), None),
        (Outcome(2, b"", b"Traceback (most recent call last):\nZeroDivisionError\n", 1.0), "Traceback"),
        (Outcome(None, b"", b"", 99.0), "did not end"),
        (Outcome(-9, b"", b"", 1.0), "exit code -9"),
        (Outcome(ExitCode.FAULT, b"", b"kamerbrief: x\n", 1.0), "exit code 14"),
        (Outcome(3, b"", b"", 1.0), "without a message"),
        (Outcome(3, b"", b"something\n", 1.0), "a line of standard error"),
        (Outcome(3, b"", b"kamerbrief: \x1b]0;x\x07\n", 1.0), "the terminal gets"),
        (Outcome(3, b"", "kamerbrief: \u202e\n".encode(), 1.0), "the terminal gets"),
        (Outcome(3, b"", b"kamerbrief: " + b"x" * 2000 + b"\n", 1.0), "more than 1100"),
    ],
)
def test_what_is_wrong_is_seen(outcome: Outcome, says: str | None) -> None:
    found = wrong(PLAIN, outcome)
    assert (found is None) if says is None else (found is not None and says in found)


def test_what_a_terminal_gets_is_seen() -> None:
    shown = Outcome(0, b"\x1b[31mrood\x1b[0m \x1b[?25l", b"", 1.0)
    on_terminal = PLAIN._replace(stdout="terminal")
    assert wrong(on_terminal, shown) is None
    assert wrong(on_terminal, shown._replace(out=b"\xc2\x9b31m")) is not None


def test_a_command_is_run_as_drawn(tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    for stdout in ("pipe", "terminal"):
        outcome = run(PLAIN._replace(args=("--version",), stdout=stdout), folder)
        assert (outcome.code, outcome.out.split()[0], outcome.err) == (0, b"kamerbrief", b"")
    outcome = run(PLAIN._replace(args=("--version",), stdout="full"), folder)
    assert (outcome.code, outcome.out) == (ExitCode.OUTPUT, b"")
