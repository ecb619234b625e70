"""Run a command and measure its time and the peak memory of all its processes together.

`python tests/bench/rss.py COMMAND...` prints seconds, processor seconds and MiB. Memory that processes share is
counted once (PSS), where /proc gives it; the output of the command is discarded.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

PAUSE = 0.02
"""Seconds between two measurements of memory for a short command; a measurement takes some milliseconds."""
LONG_PAUSE = 0.5
"""The same for a command that runs for minutes."""


class Cost(NamedTuple):
    """What a command took: seconds, processor seconds, MiB, and its exit code."""

    seconds: float
    cpu: float
    mib: float
    code: int


def family(root: int) -> list[int]:
    """Return a process and all its descendants."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        parents.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found, waiting = [], [root]
    while waiting:
        found.append(waiting.pop())
        waiting += parents.get(found[-1], [])
    return found


def memory(pids: list[int]) -> float:
    """Return the MiB that processes use together."""
    total = 0
    for pid in pids:
        try:
            text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
        except OSError:
            continue
        total += next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)
    return total / 1024


def processor(pids: list[int]) -> dict[int, float]:
    """Return the processor seconds of each process."""
    found = {}
    for pid in pids:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        found[pid] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return found


def cost(command: list[str], env: dict[str, str] | None = None, *, watch: float = PAUSE) -> Cost:
    """Run a command to its end and return its cost.

    `watch`: seconds between two measurements of memory; 0 to measure none.
    """
    start, most, used = time.perf_counter(), 0.0, {0: 0.0}
    before = os.times()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env) as process:
        while watch and process.poll() is None:
            pids = family(process.pid)
            most = max(most, memory(pids))
            used |= processor(pids[1:])
            with suppress(subprocess.TimeoutExpired):
                process.wait(watch)
        code = process.wait()
    after = os.times()
    used[0] = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(time.perf_counter() - start, sum(used.values()), most, code)


if __name__ == "__main__":
    made = cost(sys.argv[1:])
    print(f"{made.seconds:.2f} s, {made.cpu:.2f} s cpu, {made.mib:.0f} MiB")
    sys.exit(made.code)
