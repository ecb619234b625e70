"""Watch a folder and report which letters were added or changed, and which paths were removed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kamerbrief.input_files import is_gone

QUIET_MS = 500
"""Milliseconds without a change after which a file is assumed to be complete."""


def watch_folder(folder: str, letters_at: Callable[[str], Iterable[str]]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the letters added or changed and the paths removed, at each change in a folder.

    It runs until Ctrl-C. The first pair comes at once and may be empty: every change after it is reported.
    `letters_at` returns the letters at a path; those in a new folder may have been written before the folder was
    watched. A removed path may be a folder.
    """
    from watchfiles import watch

    first = True
    for batch in watch(folder, step=QUIET_MS, rust_timeout=QUIET_MS, yield_on_timeout=True, raise_interrupt=True):
        paths = sorted({str(Path(path).absolute()) for _, path in batch})
        present = sorted({letter for path in paths for letter in letters_at(path)})
        gone = [path for path in paths if is_gone(path)]
        if present or gone or first:
            yield present, gone
        first = False
