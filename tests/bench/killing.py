"""Kill `library add` at random moments: `python tests/bench/killing.py FOLDER [TIMES]`.

After each kill the library must open, be sound without repair, and have every letter it had before. When all letters
are in it, it starts again from an empty library.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from kamerbrief.library.catalogue import Library
from kamerbrief.library.integrity import problems


class KillOutcome(NamedTuple):
    """The state of the library after a kill."""

    letters: int
    lost: int
    """How many letters it had before and has not now."""
    problems: list[str]
    finished: bool
    """Whether the add was finished before it could be killed."""


def killed_adds(
    library: Path, folder: Path, *, times: int, chance: Random, longest: float, env: dict[str, str] | None = None
) -> Iterator[KillOutcome]:
    """Add a folder and kill the process, `times` times; yield the outcome of each."""
    had: set[str] = set()
    command = [sys.executable, "-m", "kamerbrief_cli", "library", "add", str(folder), "--library", str(library)]
    for _ in range(times):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env) as process:
            time.sleep(chance.uniform(0.05, longest))
            finished = process.poll() is not None
            process.send_signal(signal.SIGKILL)
        wrong = list(problems(library)) if library.exists() and library.stat().st_size else []
        has = ids(library)
        yield KillOutcome(len(has), len(had - has), wrong, finished)
        had = has
        if finished:
            remove(library)
            had = set()


def ids(library: Path) -> set[str]:
    """Return the ids of the letters in a library."""
    if not library.exists() or not library.stat().st_size:
        return set()
    opened = Library(library)
    found = {row.sha256 for row in opened.list_letters()}
    opened.db.close()
    return found


def remove(library: Path) -> None:
    """Delete a library with its helper files."""
    for end in ("", "-wal", "-shm"):
        Path(f"{library}{end}").unlink(missing_ok=True)


def main() -> int:
    """Kill a number of adds and print a summary; return the exit code."""
    folder, times = Path(sys.argv[1]), int((sys.argv[2:] or ["200"])[0])
    with tempfile.TemporaryDirectory() as made:
        library = Path(made) / "library.sqlite"
        outcomes = list(killed_adds(library, folder, times=times, chance=Random(5), longest=6, env=dict(os.environ)))
    bad = [one for one in outcomes if one.lost or one.problems]
    killed = sum(not one.finished for one in outcomes)
    seen = sorted({one.letters for one in outcomes})
    print(f"{killed} kills, {len(outcomes) - killed} finished first; letters seen: {seen}")
    print(f"kills after which letters were lost or a repair was needed: {len(bad)}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
