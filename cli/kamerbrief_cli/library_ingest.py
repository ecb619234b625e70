"""Letters into the library, as a person sees it: progress, what went wrong, and a summary."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kamerbrief.errors import ExitCode, KamerbriefError, NotReadable
from kamerbrief_cli.letter_paths import find, is_letter
from kamerbrief_cli.messages import complain
from kamerbrief_cli.progress import Meter
from kamerbrief_cli.terminal import write

if TYPE_CHECKING:
    from kamerbrief.library.ingest import IngestOutcome
    from kamerbrief.library.store import Store

STDIN = "-"
FAILED = ExitCode.USAGE
"""As grep's: any error is 2."""


@dataclass
class IngestRun:
    """What is asked for, and what became of it."""

    again: bool = False
    scheduler: str | None = None
    shared: bool = False
    password: str | None = None
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, places: Sequence[str]) -> int:
        """Add letters and folders; the exit code."""
        with opened() as store:
            self.take(store, self.named(places))
        return self.settle()

    def sync(self, folder: str) -> int:
        """Add a folder and mark what is gone from it; the exit code."""
        with opened() as store:
            self.bring_up_to_date(store, folder)
        return self.settle()

    def watch(self, folder: str) -> int:
        """As `sync`, and then whatever happens in the folder, until it is broken off."""
        from kamerbrief.library.folder_watch import watch_folder

        happening = watch_folder(checked_folder(folder), self.letters_at)
        next(happening)  # it watches
        with opened() as store:
            self.bring_up_to_date(store, folder)
            self.settle()
            for arrived, gone in happening:
                self.counts.clear()
                self.take(store, arrived)
                lost = [*store.mark_gone(gone), *(one for path in gone for one in store.mark_vanished(path, ()))]
                self.counts["vanished"] = len(lost)
                if not self.counts.total():
                    continue  # something else that came or went
                self.settle()
        return ExitCode.OK

    def letters_at(self, path: str) -> list[str]:
        """The letters at a path that may be a folder, a letter, or nothing any more."""
        here = Path(path)
        return self.named([path]) if here.is_dir() or (is_letter(here.name) and here.exists()) else []

    def bring_up_to_date(self, store: Store, folder: str) -> None:
        """Add what is new and mark what is gone."""
        paths = self.named([checked_folder(folder)])
        self.take(store, paths)
        self.counts["vanished"] = len(store.mark_vanished(absolute(folder), paths))

    def named(self, places: Sequence[str]) -> list[str]:
        """The whole paths of all letters in places, each once."""
        listed = [name for place in places for name in (names_on_stdin() if place == STDIN else [place])]
        return list(dict.fromkeys(map(absolute, find(listed, self.fail))))

    def take(self, store: Store, paths: Sequence[str]) -> None:
        """Add these files, and show how far it is."""
        from kamerbrief.library.ingest import Ingest, IngestOptions
        from kamerbrief.library.workers import open_workers

        wishes = IngestOptions(password=self.password, again=self.again)
        with Meter(len(paths)) as meter, open_workers(self.scheduler, shared=self.shared) as workers:
            Ingest(store, workers, self.reporter(meter.step), wishes).run(paths)

    def reporter(self, step: Callable[[bool], None]) -> Callable[[IngestOutcome], None]:
        """Counts what became of each file and says what could not be read."""

        def report(outcome: IngestOutcome) -> None:
            self.counts[outcome.state] += 1
            step(outcome.state == "failed")
            if outcome.state == "failed":
                complain(f"{outcome.path}: {outcome.reason}")

        return report

    def fail(self, error: KamerbriefError) -> None:
        """Count and say what cannot be looked into."""
        self.counts["failed"] += 1
        complain(error)

    def settle(self) -> int:
        """Say what was done; the exit code."""
        parts = [f"{self.counts[state]} {state}" for state in ("added", "known", "failed")]
        parts += [f"{self.counts['vanished']} vanished"] if self.counts["vanished"] else []
        write(", ".join(parts) + "\n")
        return FAILED if self.counts["failed"] else ExitCode.OK


def opened() -> Store:
    """The user's library, made where there is none."""
    from kamerbrief.library.location import library_file
    from kamerbrief.library.store import Store

    return Store(library_file())


def checked_folder(folder: str) -> str:
    """The folder, which must be there."""
    if not Path(folder).is_dir():
        raise NotReadable(f"{folder}: this is no folder; library add takes letters")
    return folder


def absolute(path: str) -> str:
    """A path that says the same wherever it is read."""
    return os.path.abspath(path)  # noqa: PTH100 - resolve() would follow links


def names_on_stdin() -> Iterator[str]:
    """A name a line, or between NULs, as `find -print0` has them."""
    text = os.fsdecode(sys.stdin.buffer.read())
    yield from filter(None, text.split("\0") if "\0" in text else text.splitlines())
