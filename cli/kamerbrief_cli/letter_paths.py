"""The letters that paths and folders name."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from kamerbrief.errors import KamerbriefError, NotReadable

SUFFIXES = (".pdf", ".docx", ".docm", ".txt")

OnError = Callable[[KamerbriefError], None]


def find(places: Sequence[str], on_error: OnError) -> Iterator[str]:
    """Every path as given, and for a folder the letters in it and below, sorted."""
    for place in places:
        if os.path.isdir(place):  # noqa: PTH112 - paths stay as given, which Path would tidy
            yield from in_folder(place, on_error)
        else:
            yield place


def in_folder(folder: str, on_error: OnError) -> Iterator[str]:
    """The letters below a folder; what is hidden is passed over, what may not be read is reported."""

    def report(error: OSError) -> None:
        on_error(NotReadable(f"{error.filename}: {error.strerror}; check the folder's permissions"))

    for here, folders, files in os.walk(folder, onerror=report):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if is_letter(name):
                yield os.path.join(here, name)  # noqa: PTH118 - as above


def is_letter(name: str) -> bool:
    """Whether a file in a folder is taken for a letter, by its name."""
    return name.lower().endswith(SUFFIXES) and not name.startswith(".")
