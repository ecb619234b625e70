"""Kills `library add` at random moments: `python tests/bench/killing.py FOLDER [TIMES]`.

After each kill the library must open, be sound without a repair, and have every letter that it had before. When all
letters are in, it starts again with none.
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


class Told(NamedTuple):
    """What was found after a kill."""

    letters: int
    lost: int
    """Letters that were there before and are not now."""
    problems: list[str]
    finished: bool
    """The add was done before it could be killed."""


def killed_adds(
    library: Path, folder: Path, *, times: int, chance: Random, longest: float, env: dict[str, str] | None = None
) -> Iterator[Told]:
    """Add a folder and kill that, so many times; what was found after each."""
    had: set[str] = set()
    command = [sys.executable, "-m", "kamerbrief_cli", "library", "add", str(folder), "--library", str(library)]
    for _ in range(times):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env) as process:
            time.sleep(chance.uniform(0.05, longest))
            finished = process.poll() is not None
            process.send_signal(signal.SIGKILL)
        wrong = list(problems(library)) if library.exists() and library.stat().st_size else []
        has = ids(library)
        yield Told(len(has), len(had - has), wrong, finished)
        had = has
        if finished:
            remove(library)
            had = set()


def ids(library: Path) -> set[str]:
    """The letters of a library."""
    if not library.exists() or not library.stat().st_size:
        return set()
    opened = Library(library)
    found = {row.sha256 for row in opened.list_letters()}
    opened.db.close()
    return found


def remove(library: Path) -> None:
    """Take a library away."""
    for end in ("", "-wal", "-shm"):
        Path(f"{library}{end}").unlink(missing_ok=True)


def main() -> int:
    """Kill so many times, and say what was found."""
    folder, times = Path(sys.argv[1]), int((sys.argv[2:] or ["200"])[0])
    with tempfile.TemporaryDirectory() as made:
        library = Path(made) / "library.sqlite"
        told = list(killed_adds(library, folder, times=times, chance=Random(5), longest=6, env=dict(os.environ)))
    bad = [one for one in told if one.lost or one.problems]
    killed = sum(not one.finished for one in told)
    print(f"{killed} kills, {len(told) - killed} finished first; letters seen: {sorted({one.letters for one in told})}")
    print(f"letters lost or half, or repairs needed: {len(bad)}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
