"""What happens in a folder, as it happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

QUIET = 500
"""Milliseconds without a change after which a file is taken to be whole."""


def changes(folder: str, is_letter: Callable[[str], bool]) -> Iterator[tuple[list[str], list[str]]]:
    """The letters that came or changed, and those that went, each time that something happens; until Ctrl-C."""
    from watchfiles import watch

    for batch in watch(folder, debounce=QUIET * 10, step=QUIET, raise_interrupt=True):
        paths = sorted({Path(path).absolute() for _, path in batch if is_letter(Path(path).name)})
        there = [str(path) for path in paths if path.exists()]
        gone = [str(path) for path in paths if not path.exists()]
        if there or gone:
            yield there, gone
