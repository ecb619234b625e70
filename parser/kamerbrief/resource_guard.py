"""An end to every parse: files come from strangers, and one may be made to keep a program busy for days.

Each reader has bounds of its own that say at once what is wrong; this is what holds where one was forgotten.
"""

from __future__ import annotations

import ctypes
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kamerbrief.errors import DamagedFile

SECONDS, SECONDS_A_MIB, MOST_SECONDS = 15.0, 30.0, 300.0
"""Computing time for a file: a letter takes 3 to 8 seconds for a MiB."""
MEMORY = 1024 * 2**20
"""Bytes; a letter of 1,500 pages takes 140 MiB."""
TICK = 0.1


class _Enough(BaseException):
    """No Exception, so that nobody between takes it for an error of the file."""


class _Watch(threading.Thread):
    """Stops the thread that made it where that takes too long, or too much memory."""

    def __init__(self, seconds: float, memory: int) -> None:
        super().__init__(name="kamerbrief-guard", daemon=True)
        self.watched = threading.get_ident()
        self.clock = _clock_of(self.watched)
        self.until, self.most = self.clock() + seconds, _peak() + memory
        self.done = threading.Event()
        self.lock = threading.Lock()
        self.raised = False

    def run(self) -> None:
        while not self.done.wait(TICK):
            if self.clock() > self.until or _peak() > self.most:
                self.stop()

    def stop(self) -> None:
        """Again at every tick: a bare except may have taken the one before."""
        with self.lock:
            if not self.done.is_set():
                self.raised = True
                _raise_in(self.watched, _Enough)

    def end(self) -> None:
        """From here on nothing is stopped any more, not even by what was on its way."""
        with self.lock:
            self.done.set()
            if self.raised:  # taking back what was never raised keeps a profiler of CPython 3.11 busy for ever
                _raise_in(self.watched, None)
        self.join()


@contextmanager
def guarded(size: int, *, seconds: float | None = None, memory: int = MEMORY) -> Iterator[None]:
    """Raise DamagedFile where what is done here takes far more than a letter of so many bytes does."""
    allowed = min(SECONDS + SECONDS_A_MIB * size / 2**20, MOST_SECONDS)
    watch = _Watch(allowed if seconds is None else seconds, memory)
    watch.start()
    try:
        try:
            yield
        finally:
            watch.end()
    except (_Enough, MemoryError) as error:
        watch.end()  # once more: it may itself have been stopped
        raise DamagedFile(
            "reading it takes far more time or memory than any letter does (made to harm?); it is not read"
        ) from error


def _raise_in(thread: int, what: type[BaseException] | None) -> None:
    """Have a thread raise, between two of its steps; None takes back what it has not raised yet."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(what) if what else None)


def _clock_of(thread: int) -> Callable[[], float]:
    """Tells the seconds that a thread has computed; those of the whole process where the system does not."""
    if sys.platform != "linux":
        return time.process_time
    clock = time.pthread_getcpuclockid(thread)
    return lambda: time.clock_gettime(clock)


def _peak() -> int:
    """The most bytes that this process has held; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
