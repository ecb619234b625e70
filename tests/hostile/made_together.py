"""Have two processes make one library at the same time: each must wait for the other, and nothing be lost."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from collections.abc import Iterator, Sequence
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import NamedTuple

from hostile.killed_adds import ids, remove
from kamerbrief.errors import KamerbriefError
from kamerbrief.library.store import Store


class TogetherOutcome(NamedTuple):
    """How two adds ended that made one library."""

    codes: tuple[int, ...]
    letters: int
    errors: tuple[str, ...]


def adds_together(
    library: Path, folders: Sequence[Path], *, times: int, env: dict[str, str]
) -> Iterator[TogetherOutcome]:
    """Start an add of each folder at the same time, with no library there, `times` times."""
    for _ in range(times):
        remove(library)
        adds = [
            subprocess.Popen(
                [sys.executable, "-m", "kamerbrief_cli", "library", "add", str(folder), "--library", str(library)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env=env,
                text=True,
            )
            for folder in folders
        ]
        errors = [add.communicate()[1] for add in adds]
        yield TogetherOutcome(tuple(add.returncode for add in adds), len(ids(library)), tuple(filter(None, errors)))


def stores_together(library: Path, *, processes: int, times: int) -> list[str]:
    """Have processes open a new library for writing at the same moment, `times` times; return their errors."""
    context = multiprocessing.get_context("spawn")
    barrier, errors = context.Barrier(processes), context.Queue()
    workers = [
        context.Process(target=_open_repeatedly, args=(library, times, barrier, errors)) for _ in range(processes)
    ]
    for worker in workers:
        worker.start()
    found = [error for _ in workers for error in errors.get()]
    for worker in workers:
        worker.join()
    return found


def _open_repeatedly(library: Path, times: int, barrier: Barrier, errors: multiprocessing.Queue[list[str]]) -> None:
    """Open a new library at the same moment as others do, `times` times; send the errors."""
    found = []
    for n in range(times):
        barrier.wait()
        try:
            Store(library.with_name(f"{library.name}-{n}")).__exit__()
        except KamerbriefError as error:
            found.append(str(error))
    errors.put(found)
