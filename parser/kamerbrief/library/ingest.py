"""Files into a library: only what it has not read before is read, by many workers, and written by one."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from kamerbrief.errors import ClusterLost
from kamerbrief.library.parse_job import ParseJob, Refused, prepare
from kamerbrief.library.records import Record
from kamerbrief.library.store import Failed, Store
from kamerbrief.library.workers import Cluster, Workers

BATCH = 32
"""Letters written at a time."""
SECONDS = 1.0
"""No letter that was read waits longer to be written."""
KILLED = "the process that read it died, twice; is it very large?"


class IngestOutcome(NamedTuple):
    """What became of a file."""

    path: str
    state: Literal["added", "known", "failed"]
    reason: str = ""


@dataclass(frozen=True)
class IngestOptions:
    """What a user asks for."""

    password: str | None = None
    again: bool = False
    """Read what is known, or failed before, once more."""


@dataclass
class Ingest:
    """One run; `report` hears what becomes of each file."""

    store: Store
    workers: Workers | Cluster
    report: Callable[[IngestOutcome], None]
    wishes: IngestOptions = IngestOptions()
    busy: dict[Future[Record | Refused], str] = field(default_factory=dict)
    """What is being read, as hashes."""
    paths: dict[str, list[str]] = field(default_factory=dict)
    """Of each hash that is being read, all paths that have it."""
    broken: list[str] = field(default_factory=list)
    """Hashes whose worker died, to be tried once more alone."""
    letters: list[tuple[str, Record]] = field(default_factory=list)
    seen: list[tuple[str, str]] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    written: float = field(default_factory=time.monotonic)

    def run(self, paths: Iterable[str]) -> None:
        """Add all files; what was read is written even where the run is broken off."""
        try:
            for path in paths:
                self.take(path)
                self.collect(self.workers.in_hand - 1)
            self.collect(0)
            self.retry()
        finally:
            self.keep_done()
            self.write()

    def take(self, path: str) -> None:
        """Have one file read, unless its content is known."""
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            reason = "there is no such file" if isinstance(error, FileNotFoundError) else str(error.strerror)
            self.fail(path, None, f"{reason}; check the path and its permissions")
            return
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 in self.paths:
            self.paths[sha256].append(path)
        elif not self.is_known(path, sha256):
            self.paths[sha256] = [path]
            self.submit(sha256, data if self.workers.sends_content else None)

    def is_known(self, path: str, sha256: str) -> bool:
        """Whether the library knows this content, as a letter or as none; then that is reported."""
        if self.wishes.again:
            return False
        if self.store.knows(sha256):
            self.seen.append((path, sha256))
            self.report(IngestOutcome(path, "known"))
            return True
        reason = None if self.wishes.password else self.store.failed_before(sha256)
        if reason is not None:
            self.fail(path, sha256, reason)
        return reason is not None

    def submit(self, sha256: str, data: bytes | None = None) -> None:
        """Hand a file to a worker."""
        job = ParseJob(self.paths[sha256][0], data, self.wishes.password)
        try:
            self.busy[self.workers.executor.submit(prepare, job)] = sha256
        except BrokenExecutor:  # noticed here first
            self.broken.append(sha256)
            self.workers.renew()

    def collect(self, most: int) -> None:
        """Wait until at most so many files are in hand, and keep what is done."""
        while len(self.busy) > most:
            done, _ = wait(self.busy, timeout=SECONDS, return_when=FIRST_COMPLETED)
            for future in [one for one in self.busy if one in done]:  # in the order of the files
                self.settle(future, self.busy.pop(future))
            waiting = len(self.letters) + len(self.seen) + len(self.failed)
            if waiting >= BATCH or (waiting and time.monotonic() - self.written > SECONDS):
                self.write()

    def keep_done(self) -> None:
        """Keep what is done at the end of a run that was broken off."""
        for future in [one for one in self.busy if one.done() and not one.cancelled() and one.exception() is None]:
            self.settle(future, self.busy.pop(future))

    def settle(self, future: Future[Record | Refused], sha256: str) -> None:
        """Keep what a worker made of a file."""
        try:
            made = future.result()
        except (BrokenExecutor, CancelledError) as error:
            if not self.workers.renew():
                raise ClusterLost("the Dask cluster is gone; what was read is stored, add the rest again") from error
            self.broken.append(sha256)
            return
        except Exception as error:
            made = Refused(f"{KILLED} ({type(error).__name__})")
        paths = self.paths.pop(sha256)
        if isinstance(made, Refused):
            for path in paths:
                self.fail(path, sha256, made.reason)
            return
        self.letters.append((paths[0], made))
        self.report(IngestOutcome(paths[0], "added"))
        for path in paths[1:]:
            self.seen.append((path, made.sha256))
            self.report(IngestOutcome(path, "known"))

    def retry(self) -> None:
        """Read what lost its worker once more, one by one, so that only the file that kills it is to blame."""
        lost, self.broken = self.broken, []
        for sha256 in lost:
            self.submit(sha256)
            self.collect(0)
        for sha256 in self.broken:
            for path in self.paths.pop(sha256):
                self.fail(path, sha256, KILLED)

    def fail(self, path: str, sha256: str | None, reason: str) -> None:
        """Keep why a file could not be read."""
        self.failed.append(Failed(path, sha256, reason))
        self.report(IngestOutcome(path, "failed", reason))

    def write(self) -> None:
        """Write all that was read, as one."""
        self.store.save(self.letters, self.seen, self.failed)
        self.letters, self.seen, self.failed = [], [], []
        self.written = time.monotonic()
