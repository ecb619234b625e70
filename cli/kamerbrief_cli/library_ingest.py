"""Add letters to the library with progress, error messages and a summary."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from kamerbrief.errors import ExitCode, KamerbriefError, NotReadable
from kamerbrief.input_files import read_stdin
from kamerbrief_cli.letter_paths import find, is_letter
from kamerbrief_cli.messages import complain
from kamerbrief_cli.progress import ProgressMeter
from kamerbrief_cli.terminal import write

if TYPE_CHECKING:
    from kamerbrief.library.ingest import IngestOutcome
    from kamerbrief.library.store import Store

STDIN = "-"
"""The argument that stands for a list of paths on standard input."""
FAILED = ExitCode.USAGE
"""The exit code after any error, as that of grep."""


Again = Annotated[
    bool, typer.Option("--again", help="Read again what is in the library already, and what failed before.")
]
Dask = Annotated[
    str | None,
    typer.Option("--dask", metavar="SCHEDULER", help="Parse on a Dask cluster (needs kamerbrief[cluster])."),
]
Shared = Annotated[
    bool, typer.Option("--shared", help="With --dask: the workers can open the same paths, so send no content.")
]

Password = Annotated[str | None, typer.Option("--password", metavar="TEXT", help="The password of encrypted PDFs.")]


class IngestRequest(NamedTuple):
    """The options of a run that adds letters."""

    again: Again = False
    dask: Dask = None
    shared: Shared = False
    password: Password = None


@dataclass
class IngestRun:
    """One run that adds letters: its options, and how many files were added, known, failed or vanished."""

    request: IngestRequest = field(default_factory=IngestRequest)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, places: Sequence[str]) -> int:
        """Add letters and folders; return the exit code."""
        with open_store() as store:
            self.add_paths(store, self.letters_in(places))
        return self.report_counts()

    def sync(self, folder: str) -> int:
        """Add a folder and mark what is gone from it; return the exit code."""
        with open_store() as store:
            self.sync_folder(store, folder)
        return self.report_counts()

    def watch(self, folder: str) -> int:
        """Do what `sync` does, and then follow the changes in the folder until Ctrl-C."""
        from kamerbrief.library.folder_watch import watch_folder

        changes = watch_folder(checked_folder(folder), self.letters_at)
        next(changes)  # from now on no change is missed
        with open_store() as store:
            self.sync_folder(store, folder)
            self.report_counts()
            for arrived, gone in changes:
                self.counts.clear()
                self.add_paths(store, arrived)
                vanished = [*store.mark_gone(gone), *(one for path in gone for one in store.mark_vanished(path, ()))]
                self.counts["vanished"] = len(vanished)
                if not self.counts.total():
                    continue  # the change was not to a letter
                self.report_counts()
        return ExitCode.OK

    def letters_at(self, path: str) -> list[str]:
        """Return the letters at a path, which may be a folder, a letter, or gone."""
        there = os.path.isdir(path) or (is_letter(Path(path).name) and os.path.lexists(path))  # noqa: PTH112
        return self.letters_in([path]) if there else []

    def sync_folder(self, store: Store, folder: str) -> None:
        """Add what is new in a folder and mark what is gone."""
        paths = self.letters_in([checked_folder(folder)])
        self.add_paths(store, paths)
        self.counts["vanished"] = len(store.mark_vanished(absolute(folder), paths))

    def letters_in(self, places: Sequence[str]) -> list[str]:
        """Return the absolute paths of all letters in these places, each once."""
        paths = [name for place in places for name in (paths_on_stdin() if place == STDIN else [place])]
        return list(dict.fromkeys(map(absolute, find(paths, self.fail))))

    def add_paths(self, store: Store, paths: Sequence[str]) -> None:
        """Add these files, with a progress bar."""
        from kamerbrief.library.ingest import Ingest, IngestOptions
        from kamerbrief.library.workers import open_workers

        request = self.request
        options = IngestOptions(password=request.password, again=request.again)
        with ProgressMeter(len(paths)) as meter, open_workers(request.dask, shared=request.shared) as workers:
            Ingest(store, workers, self.reporter(meter.step), options).run(paths)

    def reporter(self, step: Callable[[bool], None]) -> Callable[[IngestOutcome], None]:
        """Return the function that counts each outcome and prints the errors."""

        def report(outcome: IngestOutcome) -> None:
            self.counts[outcome.state] += 1
            step(outcome.state == "failed")
            if outcome.state == "failed":
                complain(f"{outcome.path}: {outcome.reason}")

        return report

    def fail(self, error: KamerbriefError) -> None:
        """Count and print a place that cannot be read."""
        self.counts["failed"] += 1
        complain(error)

    def report_counts(self) -> int:
        """Print how many files were added, known, failed and vanished; return the exit code."""
        parts = [f"{self.counts[state]} {state}" for state in ("added", "known", "failed")]
        parts += [f"{self.counts['vanished']} vanished"] if self.counts["vanished"] else []
        write(", ".join(parts) + "\n")
        return FAILED if self.counts["failed"] else ExitCode.OK


def open_store() -> Store:
    """Open the user's library for writing; create it if there is none."""
    from kamerbrief.library.location import library_file
    from kamerbrief.library.store import Store

    return Store(library_file())


def checked_folder(folder: str) -> str:
    """Return the folder. Raises NotReadable if it does not exist or cannot be looked at."""
    try:
        mode = os.stat(folder).st_mode  # noqa: PTH116 - Path would change how a path is written
    except OSError as error:
        raise NotReadable(f"{folder}: this folder cannot be opened ({error.strerror}); check the path") from error
    if not stat.S_ISDIR(mode):
        raise NotReadable(f"{folder}: this is not a folder; library add accepts single letters")
    return folder


def absolute(path: str) -> str:
    """Return the absolute path, without following links. Raises NotReadable if the current folder was removed."""
    try:
        return os.path.abspath(path)  # noqa: PTH100 - resolve() would follow links
    except FileNotFoundError as error:
        raise NotReadable(f"{path}: the current folder does not exist any more; go to another one") from error


def paths_on_stdin() -> Iterator[str]:
    """Yield the paths on standard input: one a line, or separated by NUL as `find -print0` does."""
    text = os.fsdecode(read_stdin())
    yield from filter(None, text.split("\0") if "\0" in text else text.splitlines())
