"""What the `library` commands do with the user's library."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kamerbrief.errors import ExitCode, KamerbriefError, LibraryError
from kamerbrief_cli.messages import complain
from kamerbrief_cli.terminal import write

if TYPE_CHECKING:
    from kamerbrief.library.catalogue import Library
    from kamerbrief.model import Letter

ID_CHARACTERS = frozenset("0123456789abcdefABCDEF")
LEAST = 4
"""Characters of an id that are typed at least."""


class NoOutput(KamerbriefError):
    """Parquet is nothing to print; exit code USAGE."""


def opened() -> Library:
    """The user's library, to read."""
    from kamerbrief.library.catalogue import Library
    from kamerbrief.library.location import library_file

    return Library(library_file())


def stored(short: str, genre: str | None = None) -> Letter:
    """The letter in the library with this id, as it was read when it was added."""
    letter = opened().letter(short)
    if genre not in (None, letter.genre):
        raise KamerbriefError(f"{short}: --genre is for files; the library has it as {letter.genre}")
    return letter


def may_be_id(word: str) -> bool:
    """Whether a word may be the start of a letter's id."""
    return len(word) >= LEAST and ID_CHARACTERS.issuperset(word)


def about(library: Library, short: str | None) -> dict[str, object]:
    """What is known of the library, or of one letter in it."""
    if short is None:
        return library.info()._asdict()
    sha256 = library.sha256(short)
    row = next(row for row in library.list_letters() if row.sha256 == sha256)
    places = [{"path": path, "seen": seen, "vanished": vanished} for path, seen, vanished in library.places_of(sha256)]
    return {**row._asdict(), "places": places}


def remove_letters(ids: Sequence[str]) -> int:
    """Take letters out; how many. None is, where one of the ids is wrong."""
    from kamerbrief.library.store import Store

    library = opened()
    found = {library.sha256(short) for short in ids}
    with Store(library.path) as store:
        store.remove(found)
    return len(found)


def check_library(*, repair: bool) -> int:
    """Say what is wrong with the library, and mend it where asked to; the exit code."""
    from kamerbrief.library import integrity
    from kamerbrief.library.location import library_file

    if repair:
        letters, lost = integrity.repair(library_file())
        write(f"{letters} letters repaired" + (f", {lost} beyond repair" if lost else "") + "\n")
        return ExitCode.LIBRARY if lost else ExitCode.OK
    wrong = list(integrity.problems(library_file()))
    for line in wrong:
        complain(line)
    if wrong:
        raise LibraryError(f"{len(wrong)} problems; kamerbrief library check --repair mends what can be mended")
    write("the library is sound\n")
    return ExitCode.OK


def export_library(form: str, output: str | None, *, force: bool) -> None:
    """Write all letters to a file, or as JSON lines to standard output."""
    from kamerbrief.export import tabular
    from kamerbrief.export.atomic_files import write_whole

    if output is None and form == "parquet":
        raise NoOutput("Parquet goes to a file; name one with -o")
    letters = opened().letters()
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(tabular.json_lines(letters))
        sys.stdout.buffer.flush()
        return
    fill = tabular.write_parquet if form == "parquet" else tabular.write_json_lines
    write_whole(Path(output), lambda part: fill(letters, part), force=force)
