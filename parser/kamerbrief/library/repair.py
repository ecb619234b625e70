"""Repair a library: write a new one with all that can be read, put it in the place of the old, and keep a copy of that.

Until the new library is complete nothing is written to the old one, and then its content is replaced in one
transaction: whoever has it open goes on with the new content.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import apsw

from kamerbrief.errors import LibraryBusy, LibraryError, LibraryFull
from kamerbrief.library.committed_pages import CommittedPages
from kamerbrief.library.connection import BUSY_TIMEOUT_MS
from kamerbrief.library.file_copies import copy_beside, is_copy, remove_copy
from kamerbrief.library.file_header import FIRST_VERSION_NEVER_MADE, log_of, refuse_other_header, size_of
from kamerbrief.library.integrity import problems
from kamerbrief.library.migrations import APPLICATION_ID, STEPS
from kamerbrief.library.salvage import LostLetter, look_for_remains, lost_letters, saved_letters
from kamerbrief.library.sqlite_errors import no_library, sqlite_errors_explained
from kamerbrief.library.store import Store

BATCH_SIZE = 32
"""How many letters are written in one transaction."""


class RepairReport(NamedTuple):
    """What a repair saved and what it did not."""

    saved: int
    """How many letters the new library has."""
    lost: tuple[LostLetter, ...]
    without_path: int
    """How many of the saved letters have no path any more."""
    copy: Path
    """The library as it was."""


def repair(path: Path, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> RepairReport | None:
    """Repair a library; return what was saved, or None if it is sound and nothing was done.

    Raises LibraryError if it is missing, newer, or has no letter that can be read, as a file of another kind;
    LibraryBusy if another process is writing to it, and LibraryFull if something cannot be written. It is then as it
    was.
    """
    with _file_errors_explained(path), sqlite_errors_explained(path):
        _refuse_newer(path)
        if _is_sound(path):
            return None
        _refuse_without_letters(path)
        copy = copy_beside(path)
        try:
            return _replace(path, copy, busy_timeout_ms)
        except BaseException:
            if is_copy(copy, path):
                remove_copy(copy)
            raise


def _refuse_newer(path: Path) -> None:
    """Raise LibraryError if there is no library, or if a newer version made it."""
    if not size_of(path):
        raise no_library(path)
    with CommittedPages(path, log_of(path)) as pages:
        header = pages.header()
    if header and header.mark == APPLICATION_ID and len(STEPS) < header.version < FIRST_VERSION_NEVER_MADE:
        refuse_other_header(path, header)


def _is_sound(path: Path) -> bool:
    try:
        return next(problems(path), None) is None
    except LibraryError:
        return False


def _refuse_without_letters(path: Path) -> None:
    """Raise LibraryError if no letter can be read, as from a file of another kind."""
    with CommittedPages(path, log_of(path)) as pages:
        if next(saved_letters(pages, look_for_remains(pages)), None) is None:
            raise LibraryError(
                f"{path}: no letter can be read from this file, so it is left as it is; name another file, or put it "
                "aside and add the letters again"
            )


def _replace(path: Path, copy: Path, busy_timeout_ms: int) -> RepairReport:
    """Replace the content of a library by what can be read from its copy."""
    target = apsw.Connection(str(path))
    try:
        _check_writable(target, busy_timeout_ms)
        with TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
            new = Path(folder) / "new.sqlite"
            with _new_file_errors_explained(path):
                report = _write_new(new, copy)
            _put_in_place(new, target, path, copy)
    finally:
        target.close()
    return report


def _check_writable(target: apsw.Connection, busy_timeout_ms: int) -> None:
    """Raise an error of SQLite if a file may not be written, or if another process is writing to it."""
    target.set_busy_timeout(busy_timeout_ms)
    if target.readonly("main"):
        raise apsw.ReadOnlyError("the file may not be written")
    with suppress(apsw.CorruptError, apsw.NotADBError, apsw.SQLError):  # a damaged file
        target.execute("BEGIN IMMEDIATE")
        target.execute("ROLLBACK")


def _write_new(new: Path, copy: Path) -> RepairReport:
    """Write a new library with all that can be read from a damaged one."""
    saved = without_path = 0
    with CommittedPages(copy, log_of(copy)) as pages, Store(new) as store:
        found = look_for_remains(pages)
        letters = saved_letters(pages, found)
        while batch := list(islice(letters, BATCH_SIZE)):
            store.restore(batch)
            saved += len(batch)
            without_path += sum(not letter.places for letter in batch)
        store.restore((), found.failures)
    for problem in problems(new):
        raise LibraryError(f"{new}: the repaired library is not sound ({problem}); please report this")
    return RepairReport(saved, tuple(lost_letters(found)), without_path, copy)


def _put_in_place(new: Path, target: apsw.Connection, path: Path, copy: Path) -> None:
    """Replace the content of the library by that of the new one, in one transaction.

    Raises LibraryBusy if it was written to since it was copied.
    """
    source = apsw.Connection(str(new))
    target.config(apsw.SQLITE_DBCONFIG_RESET_DATABASE, 1)  # else a damaged header cannot be replaced
    try:
        with target.backup("main", source, "main") as backup:
            backup.step(1)  # from now on no other process can write
            if not is_copy(copy, path):
                raise LibraryBusy(f"{path}: another kamerbrief wrote to this library meanwhile; repair it again")
            backup.step()
    finally:
        target.config(apsw.SQLITE_DBCONFIG_RESET_DATABASE, 0)
        source.close()


@contextmanager
def _file_errors_explained(path: Path) -> Iterator[None]:
    """Raise the errors of reading and copying files in a block as a LibraryFull."""
    try:
        yield
    except OSError as error:
        raise _not_repaired(path, error.strerror or str(error)) from error


@contextmanager
def _new_file_errors_explained(path: Path) -> Iterator[None]:
    """Raise the errors of writing the new file in a block as errors of the library, whose name the user knows."""
    try:
        yield
    except LibraryFull as error:
        raise _not_repaired(path, "there is no room for a new one beside it") from error


def _not_repaired(path: Path, reason: str) -> LibraryFull:
    return LibraryFull(
        f"{path}: it could not be repaired and is as it was ({reason}); free some space, or check the permissions of "
        "the file and of its folder"
    )
