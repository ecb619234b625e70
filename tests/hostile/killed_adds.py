"""Kill `library add` at random moments: what was committed must be there, whole, and the library sound."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Literal, NamedTuple

from kamerbrief.errors import LibraryError
from kamerbrief.library.catalogue import Library
from kamerbrief.library.integrity import problems
from kamerbrief.library.parse_job import ParseJob, Refused, prepare
from kamerbrief.library.records import Record
from kamerbrief.library.store import Store

Victim = Literal["the program", "the program and its workers", "one of its workers"]
VICTIMS: tuple[Victim, ...] = ("the program", "the program and its workers", "one of its workers")
AFTER_FIRST = 0.6
"""Seconds after its first letters within which an add is killed."""
LONGEST_END = 120
"""Seconds after which an add that lost a worker has failed to end."""


class KillOutcome(NamedTuple):
    """The state of the library after a kill."""

    victim: Victim
    was_new: bool
    """Whether there was no library before this add."""
    letters: int
    lost: int
    """How many letters were seen in it before the kill, by this add or by those before it, and are not there now."""
    problems: list[str]
    """What is wrong with the library, or with a letter in it."""
    finished: bool
    """Whether the add was finished before it could be killed."""
    midway: bool
    """Whether the killed add had stored some of its letters and not all."""


def killed_adds(
    library: Path, folder: Path, *, times: int, chance: Random, longest: float, env: dict[str, str]
) -> Iterator[KillOutcome]:
    """Add a folder and kill a process of that add, `times` times; yield the outcome of each.

    An add is killed within `longest` seconds, or shortly after it stored its first letters. Every second one starts
    with a library that has half of the letters, the others with what the last left behind, or none where that was all.
    """
    expected = expected_letters(folder)
    half = library.with_name("half.sqlite")
    store_half(half, expected)
    command = [sys.executable, "-m", "kamerbrief_cli", "library", "add", str(folder), "--library", str(library)]
    for n in range(times):
        if n % 2:
            remove(library)
            shutil.copy2(half, library)
        had, victim = ids(library), VICTIMS[n % len(VICTIMS)]
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env, start_new_session=True
        ) as process:
            seen = had | (wait_for_letters(library, had, process) if n % 4 > 1 else set())
            seen |= seen_until(library, time.monotonic() + chance.uniform(0.05, AFTER_FIRST if n % 4 > 1 else longest))
            finished = process.poll() is not None
            told = [] if finished else kill(process, victim, chance)
        has = ids(library)
        wrong = [*told, *wrong_letters(library, expected), *(problems(library) if has else ())]
        if victim == "one of its workers" and not finished and has != {*expected}:
            wrong.append(f"{len(expected) - len(has)} letters are missing from an add that went on")
        midway = had < has < {*expected}
        yield KillOutcome(victim, not had, len(has), len(seen - has), wrong, finished, midway)
        if has == {*expected}:
            remove(library)


def store_half(library: Path, letters: dict[str, Record]) -> None:
    """Make a library with the first half of some letters."""
    with Store(library) as store:
        store.save([(f"/brieven/{one.name}", one) for one in [*letters.values()][: len(letters) // 2]])


def kill(process: subprocess.Popen[bytes], victim: Victim, chance: Random) -> list[str]:
    """Kill a process of an add, and wait for its end; return what is wrong with that."""
    if victim == "the program":
        process.kill()
    elif victim == "the program and its workers":
        os.killpg(process.pid, signal.SIGKILL)
    elif workers := descendants(process.pid):
        with suppress(ProcessLookupError):
            os.kill(chance.choice(workers), signal.SIGKILL)
    try:
        code = process.wait(LONGEST_END)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return ["the add never ended"]
    return [f"the add ended with {code}"] if victim == "one of its workers" and code else []


def descendants(pid: int) -> list[int]:
    """Return the processes that a process has started, and those that these have; none where /proc does not tell."""
    parents: dict[int, list[int]] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        parents.setdefault(int(fields[1]), []).append(int(status.parent.name))
    found = list(parents.get(pid, ()))
    for child in found:
        found += parents.get(child, ())
    return found


def wait_for_letters(library: Path, had: set[str], process: subprocess.Popen[bytes]) -> set[str]:
    """Wait until a library has more letters than it had, or the add has ended; return those it has."""
    while (has := ids(library)) == had and process.poll() is None:
        time.sleep(0.01)
    return has


def seen_until(library: Path, end: float) -> set[str]:
    """Look at a library again and again until a moment of the monotonic clock; return all letters that were in it."""
    seen: set[str] = set()
    while time.monotonic() < end:
        seen |= ids(library)
        time.sleep(min(0.03, max(0.0, end - time.monotonic())))
    return seen


def expected_letters(folder: Path) -> dict[str, Record]:
    """Return what an add stores of each letter in a folder, by its hash."""
    made = [prepare(ParseJob(str(path))) for path in sorted(folder.iterdir())]
    return {one.sha256: one for one in made if not isinstance(one, Refused)}


def wrong_letters(library: Path, expected: dict[str, Record]) -> list[str]:
    """Return a line for each letter in a library that is not as it should be."""
    if not ids(library):
        return []
    opened = Library(library)
    rows = dict(opened.db.execute("SELECT sha256, json FROM letter"))
    opened.db.close()
    return [f"letter {sha256[:8]} is another" for sha256, data in rows.items() if expected[sha256].json != data]


def ids(library: Path) -> set[str]:
    """Return the ids of the letters in a library; none if it was not made yet."""
    try:
        opened = Library(library)
    except LibraryError:
        if library.exists() and library.stat().st_size:
            raise
        return set()
    found = {sha256 for (sha256,) in opened.db.execute("SELECT sha256 FROM letter")}
    opened.db.close()
    return found


def remove(library: Path) -> None:
    """Delete a library with its helper files."""
    for end in ("", "-wal", "-shm"):
        Path(f"{library}{end}").unlink(missing_ok=True)
