"""Stop a parse that takes far more time or memory than any letter does.

Letters come from strangers, and a file may be made to keep a program busy for days. The readers have bounds of their
own with better messages; this one holds where they have none.
"""

from __future__ import annotations

import ctypes
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from kamerbrief.errors import DamagedFile

T = TypeVar("T")
SECONDS, SECONDS_A_MIB, MOST_SECONDS = 9.0, 20.0, 300.0
"""Seconds of computing time: for any file, for each MiB of it, and the most for one file. Letters take 3 to 8 a MiB."""
MEMORY = 360 * 2**20
"""Bytes that a parse may take; a letter of 1,500 pages takes 140 MiB."""
TICK = 0.05
"""Seconds between two looks at time and memory."""
TICKS_AGAIN = 10
"""Ticks until what did not stop is stopped again: it may have caught the exception."""
STATM = Path("/proc/self/statm")
"""Where Linux tells how many pages of memory this process holds: the second number."""


class _Enough(BaseException):
    """Raised in the thread that is stopped. It is not an Exception, so that no reader takes it for a broken file."""


_STOP = ctypes.py_object(_Enough)
_raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
"""Has a thread raise an exception at its next step, or take back what it has not raised yet. It keeps the GIL."""


class _Watch(threading.Thread):
    """A thread that watches the thread that made it, and stops that one where it takes too much time or memory."""

    def __init__(self, seconds: float, memory: int) -> None:
        super().__init__(name="kamerbrief-guard", daemon=True)
        self.watched = threading.get_ident()
        self.target = ctypes.c_ulong(self.watched)
        self.clock = _clock_of(self.watched)
        self.until, self.most = self.clock() + seconds, _held() + memory
        self.done = threading.Event()
        self.over = self.raised = False
        """Whether the work has ended, and whether it was stopped."""

    def run(self) -> None:
        """Look at time and memory at every tick until the work has ended."""
        wait = TICK
        while not self.done.wait(wait):
            if self.clock() > self.until or _held() > self.most:
                self.raised, wait = True, TICKS_AGAIN * TICK
                # no other thread runs between the look at `over` and the call
                _raise_in(self.target, None if self.over else _STOP)


def guarded(work: Callable[[], T], size: int, *, seconds: float | None = None, memory: int = MEMORY) -> T:
    """Do `work` with bounds on its time and memory, and return what it returns.

    `size`: the bytes of the file, which decide how much computing time is allowed; `seconds` overrides that.
    `memory`: the bytes that may be taken. Raises DamagedFile where one of them is not enough.

    It is no context manager, since the exception that stops the work might then be raised a second time in the steps
    that leave the context, outside everything that catches it.
    """
    allowed = min(SECONDS + SECONDS_A_MIB * size / 2**20, MOST_SECONDS)
    watch = _Watch(allowed if seconds is None else seconds, memory)
    try:
        try:
            watch.start()  # the work may be stopped before this returns
            return work()
        finally:
            watch.over = True  # this and the next line are steps at which nothing is raised
            if watch.raised:  # else a profiler of CPython 3.11 hangs
                _raise_in(watch.target, None)
            watch.done.set()
            watch.join()
    except (_Enough, MemoryError):
        pass  # so that the error below does not keep what filled the memory
    raise DamagedFile("reading it takes far more time or memory than any letter does (made to harm?); it is not read")


def _clock_of(thread: int) -> Callable[[], float]:
    """A function that tells the seconds that a thread has computed (outside Linux: that its process has)."""
    if sys.platform != "linux":
        return time.process_time
    clock = time.pthread_getcpuclockid(thread)
    return lambda: time.clock_gettime(clock)


def _held() -> int:
    """The bytes of memory that this process holds; on macOS the most it ever held, on Windows 0 (it does not tell)."""
    if sys.platform == "win32":
        return 0
    import resource

    if sys.platform == "linux":
        return int(STATM.read_bytes().split()[1]) * resource.getpagesize()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
