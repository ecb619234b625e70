"""Stop a parse that takes far more time or memory than any letter does.

Letters come from strangers, and a file may be made to keep a program busy for days. The readers have bounds of their
own with better messages; this one holds where they have none.
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
"""Seconds of computing time: for any file, for each MiB of it, and the most for one file. Letters take 3 to 8 a MiB."""
MEMORY = 1024 * 2**20
"""Bytes that a parse may take; a letter of 1,500 pages takes 140 MiB."""
TICK = 0.1
"""Seconds between two looks at time and memory."""


class _Enough(BaseException):
    """Raised in the thread that is stopped. It is not an Exception, so that no reader takes it for a broken file."""


class _Watch(threading.Thread):
    """A thread that watches the thread that made it, and stops that one where it takes too much time or memory."""

    def __init__(self, seconds: float, memory: int) -> None:
        super().__init__(name="kamerbrief-guard", daemon=True)
        self.watched = threading.get_ident()
        self.clock = _clock_of(self.watched)
        self.until, self.most = self.clock() + seconds, _peak() + memory
        self.done = threading.Event()
        self.lock = threading.Lock()
        self.raised = False

    def run(self) -> None:
        """Look at time and memory at every tick until `end` is called."""
        while not self.done.wait(TICK):
            if self.clock() > self.until or _peak() > self.most:
                self.stop()

    def stop(self) -> None:
        """Raise _Enough in the watched thread. Called at every tick, since a bare except may catch one of them."""
        with self.lock:
            if not self.done.is_set():
                self.raised = True
                _raise_in(self.watched, _Enough)

    def end(self) -> None:
        """Stop watching, and take back an _Enough that has not been raised yet."""
        with self.lock:
            self.done.set()
            if self.raised:  # else a profiler of CPython 3.11 hangs
                _raise_in(self.watched, None)
        self.join()


@contextmanager
def guarded(size: int, *, seconds: float | None = None, memory: int = MEMORY) -> Iterator[None]:
    """Bound the time and memory of what is done within this context.

    `size`: the bytes of the file, which decide how much computing time is allowed; `seconds` overrides that.
    `memory`: the bytes that may be taken. Raises DamagedFile where one of them is not enough.
    """
    allowed = min(SECONDS + SECONDS_A_MIB * size / 2**20, MOST_SECONDS)
    watch = _Watch(allowed if seconds is None else seconds, memory)
    watch.start()
    try:
        try:
            yield
        finally:
            watch.end()
    except (_Enough, MemoryError) as error:
        watch.end()  # again, since the first call may have been stopped
        raise DamagedFile(
            "reading it takes far more time or memory than any letter does (made to harm?); it is not read"
        ) from error


def _raise_in(thread: int, what: type[BaseException] | None) -> None:
    """Have a thread raise an exception at its next step; None takes back what it has not raised yet."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(what) if what else None)


def _clock_of(thread: int) -> Callable[[], float]:
    """A function that tells the seconds that a thread has computed (outside Linux: that its process has)."""
    if sys.platform != "linux":
        return time.process_time
    clock = time.pthread_getcpuclockid(thread)
    return lambda: time.clock_gettime(clock)


def _peak() -> int:
    """The most bytes of memory that this process has held so far; 0 on Windows, which does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
