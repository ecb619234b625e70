"""Run every command that uses a library on a damaged one: each must end with a documented exit code and messages."""

from __future__ import annotations

import io
import shutil
import sys
import traceback
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from kamerbrief.errors import ExitCode, KamerbriefError
from kamerbrief.library.records import record
from kamerbrief.library.store import Store
from kamerbrief.model import Letter
from kamerbrief_cli.app import make
from kamerbrief_cli.runner import run_for_code

COMMANDS = (
    "library list",
    "library list --json",
    "library list --failed",
    "library info",
    "library info {id}",
    "show {id}",
    "questions {id}",
    "grep water",
    "grep -c water",
    "grep -v -C 1 x",
    "search water OR brug",
    "search water --party vvd --sort date",
    "search --unanswered",
    "search --refers water",
    "questions --unanswered",
    "library export --to jsonl",
    "library check",
)
"""Commands that read; {id} is the id of a letter."""
EXPECTED = {
    ExitCode.OK,
    ExitCode.NO_MATCH,
    ExitCode.USAGE,
    ExitCode.NOT_READABLE,
    ExitCode.OUTPUT,
    ExitCode.LIBRARY,
    ExitCode.BUSY,
}
"""The exit codes that a command may have because of its library."""


def bad_reads(path: Path, id: str) -> Iterator[str]:
    """Run the commands that read; yield what is wrong with how one ends."""
    before = path.read_bytes()
    for command in COMMANDS:
        for wrong in faults([*command.format(id=id).split(), "--library", str(path)]):
            yield f"{command}: {wrong}"
    if path.read_bytes() != before:
        yield "a command that reads wrote to the file"


def bad_writes(path: Path, id: str, letter: Letter) -> Iterator[str]:
    """Write to a copy of the library; yield what is wrong with how that ends."""
    copy = path.with_name("written.sqlite")
    shutil.copy2(path, copy)
    for wrong in faults(["library", "remove", id, "--library", str(copy)]):
        yield f"remove: {wrong}"
    shutil.copy2(path, copy)
    try:
        with Store(copy) as store:
            store.knows(letter.source.sha256)
            store.failed_before(letter.source.sha256)
            store.save([("/brieven/nieuw.pdf", record(letter))])
            store.mark_vanished("/brieven", ["/brieven/nieuw.pdf"])
    except KamerbriefError:
        return
    except Exception as error:
        yield f"add: {error!r} at {traceback.extract_tb(error.__traceback__)[-1]}"


def faults(arguments: list[str]) -> Iterator[str]:
    """Run a command in this process; yield what is wrong: a traceback, an unknown exit code, or a message not ours."""
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), patch.object(sys, "argv", ["kamerbrief", *arguments]):
        try:
            code = run_for_code(make())
        except Exception as error:
            yield f"{error!r} at {traceback.extract_tb(error.__traceback__)[-1]}"
            return
    if code not in EXPECTED:
        yield f"exit code {code}"
    yield from (f"message: {line}" for line in err.getvalue().splitlines() if not line.startswith("kamerbrief: "))
    if code in (ExitCode.LIBRARY, ExitCode.USAGE) and not err.getvalue():
        yield "no message"
