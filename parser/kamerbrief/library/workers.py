"""Who parses: processes of this machine, or a Dask cluster; both are executors of the standard library's kind."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

from kamerbrief.errors import ClusterLost, MissingExtra

PER_WORKER = 8
"""Files in hand for each worker: enough that none waits, few enough for memory."""
RETRIES = 3
PATIENCE = 10
"""Seconds to wait for a scheduler to answer."""


class Workers:
    """Processes of this machine, one a processor, made anew where one dies."""

    sends_content = False

    def __init__(self, count: int | None = None) -> None:
        self.count = count or os.cpu_count() or 1
        self.executor: Executor = self._pool()

    @property
    def in_hand(self) -> int:
        """How many files to hand out at a time."""
        return PER_WORKER * self.count

    def renew(self) -> bool:
        """New processes in the place of a broken pool."""
        self.close()
        self.executor = self._pool()
        return True

    def close(self) -> None:
        """Stop, with what is not begun left undone, and see the processes off.

        An interpreter that ends while they are being told to stop may wait for them for ever: what tells them is
        itself ended first.
        """
        self.executor.shutdown(wait=True, cancel_futures=True)

    def _pool(self) -> Executor:
        methods = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if hasattr(context, "set_forkserver_preload"):
            context.set_forkserver_preload(["kamerbrief.library.parse_job", "kamerbrief.parse"])
        return ProcessPoolExecutor(self.count, mp_context=context, initializer=_begin)


def _begin() -> None:
    """Ctrl-C is the parent's to handle, and no worker outlives its parent, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(100_000, 20, 20)  # a letter has no cycles to speak of
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


class Cluster:
    """A Dask cluster; it gives the work of a machine that is lost to another."""

    def __init__(self, scheduler: str, *, sends_content: bool = True) -> None:
        """Connect. Raises MissingExtra, and ClusterLost where nobody answers."""
        self.sends_content = sends_content
        try:
            import distributed
        except ImportError as error:
            raise MissingExtra("--dask needs a package that is not here; pip install 'kamerbrief[cluster]'") from error
        _quiet()
        connect: Any = distributed.Client  # has types of sorts
        try:
            self.client = connect(scheduler, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise ClusterLost(f"{scheduler}: no Dask scheduler answers; start one: dask scheduler") from error
        self.executor: Executor = self.client.get_executor(retries=RETRIES, pure=False)

    @property
    def in_hand(self) -> int:
        """How many files to hand out at a time."""
        threads: int = sum(self.client.nthreads().values())
        return PER_WORKER * max(1, threads)

    def renew(self) -> bool:
        """A cluster renews itself, or is lost."""
        return False

    def close(self) -> None:
        """Leave the cluster."""
        self.client.close()


def _quiet() -> None:
    """What Dask logs about machines that come and go is not for our user."""
    import logging

    for name in ("distributed", "tornado", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


@contextmanager
def working(scheduler: str | None = None, *, shared: bool = False) -> Iterator[Workers | Cluster]:
    """Workers for a run: of this machine, or those of a Dask scheduler, which see our paths where these are shared."""
    workers = Workers() if scheduler is None else Cluster(scheduler, sends_content=not shared)
    try:
        yield workers
    finally:
        workers.close()
