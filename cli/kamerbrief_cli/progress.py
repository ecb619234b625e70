"""Show the progress of a long run on standard error, if that is a terminal."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress


class ProgressMeter:
    """Counts files and failures; use it in a `with` statement."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.failed = 0
        self.bar: Progress | None = make_bar() if sys.stderr.isatty() and total > 1 else None

    def __enter__(self) -> Self:
        if self.bar is not None:
            self.bar.start()
            self.bar.add_task("", total=self.total, failed="")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bar is not None:
            self.bar.stop()

    def step(self, failed: bool) -> None:
        """Count one file."""
        self.failed += failed
        if self.bar is not None:
            shown = f"{self.failed} failed" if self.failed else ""
            self.bar.update(self.bar.task_ids[0], advance=1, failed=shown)


def make_bar() -> Progress:
    """Return a bar with the number done, the speed, the time left, and the failures."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """Letters a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed or 0:.0f}/s")

    columns = (BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn(), TextColumn("{task.fields[failed]}"))
    return Progress(*columns, console=Console(stderr=True), transient=True)
