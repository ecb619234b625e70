"""Find the letter files in paths and folders."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from kamerbrief.errors import KamerbriefError, NotReadable

SUFFIXES = (".pdf", ".docx", ".docm", ".txt")
"""The names of letters in a folder end like this."""

OnError = Callable[[KamerbriefError], None]
"""Called with each folder that cannot be read."""


def find(places: Sequence[str], on_error: OnError) -> Iterator[str]:
    """Yield every path as given, and for a folder the letters in it and its subfolders, sorted."""
    for place in places:
        if os.path.isdir(place):  # noqa: PTH112 - Path would change how a path is written
            yield from in_folder(place, on_error)
        else:
            yield place


def in_folder(folder: str, on_error: OnError) -> Iterator[str]:
    """Yield the letters in a folder and its subfolders, sorted.

    Hidden files are skipped; a folder that cannot be read is reported.
    """

    def report(error: OSError) -> None:
        on_error(
            NotReadable(
                f"{error.filename or folder}: the folder cannot be read ({error.strerror}); check its permissions"
            )
        )

    for here, folders, files in os.walk(folder, onerror=report):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if is_letter(name):
                yield os.path.join(here, name)  # noqa: PTH118 - as above


def is_letter(name: str) -> bool:
    """Tell by its name whether a file in a folder is taken for a letter."""
    return name.lower().endswith(SUFFIXES) and not name.startswith(".")
