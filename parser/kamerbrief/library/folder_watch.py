"""What happens in a folder, as it happens."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

QUIET = 500
"""Milliseconds without a change after which a file is taken to be whole."""


def changes(folder: str, letters_at: Callable[[str], Iterable[str]]) -> Iterator[tuple[list[str], list[str]]]:
    """The letters that came or changed, and the paths that went, each time that something happens; until Ctrl-C.

    The first comes at once, and may be empty: from then on nothing is missed. `letters_at` gives the letters at a
    path: what a new folder came with happened before it was watched. A path that went may have been a folder.
    """
    from watchfiles import watch

    first = True
    for batch in watch(folder, step=QUIET, rust_timeout=QUIET, yield_on_timeout=True, raise_interrupt=True):
        paths = sorted({str(Path(path).absolute()) for _, path in batch})
        there = sorted({letter for path in paths for letter in letters_at(path)})
        gone = [path for path in paths if not os.path.lexists(path)]
        if there or gone or first:
            yield there, gone
        first = False
