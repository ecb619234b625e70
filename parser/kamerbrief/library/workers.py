"""Parse files in worker processes or on a Dask cluster; both are used through concurrent.futures."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from typing import Any

from kamerbrief.errors import ClusterLost, MissingExtra

PENDING_PER_WORKER = 8
"""Files handed out for each worker: enough to keep it busy, few enough to save memory."""
RETRIES = 3
"""How often Dask tries a file again whose machine was lost."""
GONE = "the Dask cluster is gone; what was read is stored, run the command again to add the rest"
"""What to tell when a cluster that answered does not answer any more."""
CONNECT_TIMEOUT = 10
"""Seconds to wait until a scheduler answers."""


class Workers:
    """Worker processes on this machine, one for each processor; replaced if one dies."""

    sends_content = False

    def __init__(self, count: int | None = None) -> None:
        self.count = count or os.cpu_count() or 1
        self.executor: Executor = self._pool()

    @property
    def max_pending(self) -> int:
        """How many files may be waiting or in progress at a time."""
        return PENDING_PER_WORKER * self.count

    def renew(self) -> bool:
        """Replace a broken pool by a new one; return True."""
        self.close()
        self.executor = self._pool()
        return True

    def close(self) -> None:
        """Stop the workers, drop the work that was not started, and wait until the processes have ended.

        Without the wait, an interpreter that exits while the pool is stopping may hang forever.
        """
        self.executor.shutdown(wait=True, cancel_futures=True)

    def _pool(self) -> Executor:
        methods = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if hasattr(context, "set_forkserver_preload"):
            context.set_forkserver_preload(["kamerbrief.library.parse_job", "kamerbrief.parse"])
        return ProcessPoolExecutor(self.count, mp_context=context, initializer=_set_up_worker)


def _set_up_worker() -> None:
    """Set up a worker process: it leaves Ctrl-C to the parent, and ends when the parent ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(100_000, 20, 20)  # parsing makes few reference cycles, and collecting takes time
    threading.Thread(target=_exit_with_parent, daemon=True).start()


def _exit_with_parent() -> None:
    """Wait until the parent process ends, then exit."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


class Cluster:
    """Workers on a Dask cluster, which gives the work of a lost machine to another."""

    def __init__(self, scheduler: str, *, sends_content: bool = True) -> None:
        """Connect to a scheduler. Raises MissingExtra, or ClusterLost if nobody answers.

        `sends_content`: whether to send the files' content; if not, the workers open the same paths.
        """
        self.sends_content = sends_content
        try:
            import distributed
        except ImportError as error:
            raise MissingExtra(
                "--dask needs a package that is not installed; run: pip install 'kamerbrief[cluster]'"
            ) from error
        _silence_logs()
        connect: Any = distributed.Client  # its types are incomplete
        try:
            self.client = connect(scheduler, timeout=CONNECT_TIMEOUT, set_as_default=False)
        except Exception as error:  # an odd address raises anything
            raise ClusterLost(f"{scheduler}: no Dask scheduler answers; start one with: dask scheduler") from error
        self.executor: Executor = self.client.get_executor(retries=RETRIES, pure=False)

    @property
    def max_pending(self) -> int:
        """How many files may be waiting or in progress at a time."""
        try:
            threads: int = sum(self.client.nthreads().values())
        except OSError as error:  # the scheduler does not answer any more
            raise ClusterLost(GONE) from error
        return PENDING_PER_WORKER * max(1, threads)

    def renew(self) -> bool:
        """Return False: a cluster replaces its own machines, or is lost."""
        return False

    def close(self) -> None:
        """Disconnect from the cluster; one that is gone is left."""
        with suppress(OSError):
            self.client.close()


def _silence_logs() -> None:
    """Hide Dask's log messages about machines that come and go."""
    import logging

    loud = ("distributed", "tornado", "asyncio")
    known = (name for name in logging.root.manager.loggerDict if name.startswith(loud))
    for name in {*loud, *known}:  # Dask gives many of them levels of their own
        logging.getLogger(name).setLevel(logging.CRITICAL)


@contextmanager
def open_workers(scheduler: str | None = None, *, shared: bool = False) -> Iterator[Workers | Cluster]:
    """Open workers for a run: on this machine, or on a Dask cluster if a scheduler is given.

    `shared`: whether the cluster's machines can open the same paths, so that no content is sent.
    """
    with _dead_workers_noticed():
        workers = Workers() if scheduler is None else Cluster(scheduler, sends_content=not shared)
        try:
            yield workers
        finally:
            workers.close()


@contextmanager
def _dead_workers_noticed() -> Iterator[None]:
    """Have writing to a worker that died raise an error during a block; SIGPIPE would end this process silently."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "SIGPIPE"):
        yield  # only the main thread can change what a signal does
        return
    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGPIPE, before)
