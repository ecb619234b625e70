"""The commands that the README shows work as they stand, in a folder that has the samples."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kamerbrief.errors import ExitCode

if TYPE_CHECKING:
    from cli.conftest import Invoke

ROOT = Path(__file__).parents[2]
BLOCKS = re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S)


def commands(block: str) -> list[list[str]]:
    """The arguments of each command of a block that is `kamerbrief` alone, without a pipe."""
    lines = [line.removeprefix("$ kamerbrief ") for line in block.splitlines() if line.startswith("$ kamerbrief ")]
    return [shlex.split(line, comments=True) for line in lines]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with the samples, and a library and a cache of its own."""
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KAMERBRIEF_LIBRARY", str(tmp_path / "library.sqlite"))
    monkeypatch.setenv("KAMERBRIEF_CACHE", str(tmp_path / "cache"))


@pytest.mark.parametrize("block", BLOCKS[:2], ids=["letters", "library"])
def test_every_command_finds_something(invoke: Invoke, block: str) -> None:
    shown = commands(block)
    assert len(shown) > 5
    for arguments in shown:
        code, out, err = invoke(*arguments)
        assert code == ExitCode.OK, (arguments, err)
        assert out or arguments[0] == "library", arguments
