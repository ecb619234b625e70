"""What happens in a folder, as it happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

QUIET = 500
"""Milliseconds without a change after which a file is taken to be whole."""


def changes(folder: str, is_letter: Callable[[str], bool]) -> Iterator[tuple[list[str], list[str]]]:
    """The letters that came or changed, and those that went, each time that something happens; until Ctrl-C.

    The first comes at once, and may be empty: from then on nothing is missed.
    """
    from watchfiles import watch

    first = True
    for batch in watch(folder, step=QUIET, rust_timeout=QUIET, yield_on_timeout=True, raise_interrupt=True):
        paths = sorted({Path(path).absolute() for _, path in batch if is_letter(Path(path).name)})
        there = [str(path) for path in paths if path.exists()]
        gone = [str(path) for path in paths if not path.exists()]
        if there or gone or first:
            yield there, gone
        first = False
