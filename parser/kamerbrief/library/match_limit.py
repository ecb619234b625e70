"""Stop a regular expression that takes too long: `(a+)+$` takes twice as long for each letter more in a run of a's.

Python's `re` looks for signals while it matches, so that a timer of the system can stop it. This works in the main
thread, where there are such timers (not on Windows); elsewhere nothing is stopped.
"""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType, TracebackType

SECONDS = 1.0
"""Seconds of computing that a match may take. A sentence takes microseconds, a whole letter milliseconds."""


class MatchTooLong(BaseException):
    """A match was stopped. It is not an Exception, so that nothing in between takes it for an ordinary error."""


class MatchLimit:
    """Raises MatchTooLong in a `with` block that computes for more than SECONDS."""

    armed = False
    """Whether such a block is being run."""

    def __init__(self) -> None:
        self.works = _can_stop()

    def __enter__(self) -> None:
        if self.works:
            MatchLimit.armed = True
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.works:
            MatchLimit.armed = False  # first: a signal may still be on its way
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _can_stop() -> bool:
    """Tell whether a match can be stopped here, and see to it that the signal is handled.

    It cannot if somebody else handles the signal.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return False
    if signal.getsignal(signal.SIGVTALRM) == signal.SIG_DFL:
        signal.signal(signal.SIGVTALRM, _stop)
    return signal.getsignal(signal.SIGVTALRM) is _stop


def _stop(_number: int, _frame: FrameType | None) -> None:
    """Handle the signal of the timer."""
    if MatchLimit.armed:
        raise MatchTooLong
