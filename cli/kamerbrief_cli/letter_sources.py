"""Read the letters at several places one by one: files, folders and ids, or the whole library."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.errors import KamerbriefError
from kamerbrief_cli.letter_paths import find
from kamerbrief_cli.loading import read

if TYPE_CHECKING:
    from kamerbrief.model import Letter


class NamedLetter(NamedTuple):
    """A letter with the name under which a user finds it again."""

    name: str
    """Its path as given, or its id in the library."""
    letter: Letter


def letters_at(
    places: Sequence[str],
    on_error: Callable[[KamerbriefError], None],
    *,
    password: str | None = None,
    genre: str | None = None,
) -> Iterator[NamedLetter]:
    """Yield the letters at some places, folders with their subfolders; those of the library if there are no places.

    A letter that cannot be read is reported, and the others follow. Raises LibraryError where the library is needed
    and cannot be read.
    """
    if not places:
        yield from letters_of_library(on_error)
    for path in find(places, on_error):
        try:
            yield NamedLetter(path, read(path, password, genre))
        except KamerbriefError as error:
            on_error(error)


def letters_of_library(on_error: Callable[[KamerbriefError], None]) -> Iterator[NamedLetter]:
    """Yield the letters of the user's library, the oldest first, each with its id; report those that are damaged."""
    from kamerbrief_cli.library_actions import open_library

    library = open_library(on_error)
    for letter in library.letters():
        yield NamedLetter(library.short_id(letter.source.sha256), letter)


def is_single(places: Sequence[str]) -> bool:
    """Tell whether the places are one letter, and neither a folder nor the library."""
    return len(places) == 1 and not os.path.isdir(places[0])  # noqa: PTH112 - as letter_paths does
