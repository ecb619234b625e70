"""The work of the `library` commands that do not add letters."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kamerbrief.errors import ExitCode, KamerbriefError, LibraryError
from kamerbrief_cli.messages import complain
from kamerbrief_cli.terminal import write

if TYPE_CHECKING:
    from kamerbrief.library.catalogue import Library
    from kamerbrief.model import Letter

ID_CHARACTERS = frozenset("0123456789abcdefABCDEF")
"""The characters of an id: those of a hexadecimal number."""
MIN_LENGTH = 4
"""The fewest characters of an id that a user must type."""


class NoOutput(KamerbriefError):
    """An output file is needed and was not given; exit code USAGE."""


def open_library(on_damage: Callable[[LibraryError], None] = complain) -> Library:
    """Open the user's library for reading. Damaged letters are left out and reported, usually on standard error."""
    from kamerbrief.library.catalogue import Library
    from kamerbrief.library.location import library_file

    return Library(library_file(), on_damage)


def code_after(library: Library) -> int:
    """Return the exit code after the library was read: OK, or LIBRARY if some of its letters are damaged."""
    return ExitCode.LIBRARY if library.damage.count else ExitCode.OK


def letter_by_id(id_start: str, genre: str | None = None) -> Letter:
    """Return the letter in the library whose id starts like this, as it was parsed when it was added."""
    letter = open_library().letter(id_start)
    if genre not in (None, letter.genre):
        raise KamerbriefError(
            f"{id_start}: --genre works only for files; the library has this letter as {letter.genre}"
        )
    return letter


def may_be_id(word: str) -> bool:
    """Tell whether a word can be the start of a letter's id."""
    return len(word) >= MIN_LENGTH and ID_CHARACTERS.issuperset(word)


def describe(library: Library, id_start: str | None) -> dict[str, object]:
    """Return what is known about the library, or about one letter in it."""
    if id_start is None:
        return library.info()._asdict()
    sha256 = library.sha256(id_start)
    row = library.listed_letter(sha256)
    places = [{"path": path, "seen": seen, "vanished": vanished} for path, seen, vanished in library.places_of(sha256)]
    return {**row._asdict(), "places": places}


def remove_letters(ids: Sequence[str]) -> int:
    """Remove letters; return how many. If one of the ids is wrong, none is removed."""
    from kamerbrief.library.store import Store

    library = open_library()
    found = {library.sha256(id_start) for id_start in ids}
    with Store(library.path) as store:
        store.remove(found)
    return len(found)


def check_library(*, repair: bool) -> int:
    """Print the problems of the library, or repair it; return the exit code."""
    from kamerbrief.library.integrity import problems
    from kamerbrief.library.location import library_file

    if repair:
        return repair_library()
    found = list(problems(library_file()))
    for line in found:
        complain(line)
    if found:
        raise LibraryError(f"{len(found)} problems; kamerbrief library check --repair repairs what can be repaired")
    write("the library is sound\n")
    return ExitCode.OK


def repair_library() -> int:
    """Repair the library and print what was saved and what was not; return the exit code."""
    from kamerbrief.library.location import library_file
    from kamerbrief.library.repair import repair

    report = repair(library_file())
    if report is None:
        write("the library is sound; nothing was changed\n")
        return ExitCode.OK
    for lost in report.lost:
        name = f"letter {lost.sha256[:8]}" if lost.sha256 else "a letter"
        complain(f"{name} could not be saved; add it again: {', '.join(lost.paths) or 'its path is not known'}")
    if report.without_path:
        complain(f"{report.without_path} letters were saved without their path; library sync FOLDER finds it again")
    write(f"{report.saved} letters saved, {len(report.lost)} lost; the library as it was is kept as {report.copy}\n")
    return ExitCode.LIBRARY if report.lost else ExitCode.OK


def export_library(format_name: str, output: str | None, *, force: bool) -> int:
    """Write all letters to a file, or as JSON lines to standard output; return the exit code."""
    from kamerbrief.export import tabular
    from kamerbrief.export.atomic_files import write_whole

    if output is None and format_name == "parquet":
        raise NoOutput("Parquet must be written to a file; give its name with -o")
    library = open_library()
    letters = library.letters()
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(tabular.json_lines(letters))
        sys.stdout.buffer.flush()
    else:
        fill = tabular.write_parquet if format_name == "parquet" else tabular.write_json_lines
        write_whole(Path(output), lambda part: fill(letters, part), force=force)
    return code_after(library)
