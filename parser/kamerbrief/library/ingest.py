"""Add files to a library: many workers parse the files that are new, one process writes the letters."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from kamerbrief.decision_file import decisions_beside
from kamerbrief.errors import BadDecision, ClusterLost, NotReadable
from kamerbrief.input_files import read_file
from kamerbrief.library.parse_job import ParseJob, Refused, prepare
from kamerbrief.library.records import Record
from kamerbrief.library.store import Failed, Store
from kamerbrief.library.workers import GONE, Cluster, Workers

BATCH_SIZE = 32
"""How many files are written in one transaction."""
MAX_WAIT = 1.0
"""Seconds that a parsed letter waits at most before it is written."""
WORKER_DIED = "the process that read it ended twice; the file may be too large for this machine"
"""The reason given for a file that ended the process that read it, twice."""


class IngestOutcome(NamedTuple):
    """What happened to one file."""

    path: str
    state: Literal["added", "known", "failed"]
    reason: str = ""


@dataclass(frozen=True)
class IngestOptions:
    """The user's choices for a run."""

    password: str | None = None
    again: bool = False
    """Whether to read again what the library has already, and what failed before."""


@dataclass
class Ingest:
    """One run that adds files. It calls `report` with the outcome of each file."""

    store: Store
    workers: Workers | Cluster
    report: Callable[[IngestOutcome], None]
    options: IngestOptions = IngestOptions()
    running: dict[Future[Record | Refused], str] = field(default_factory=dict)
    """The SHA-256 of the file that each running job reads."""
    paths: dict[str, list[str]] = field(default_factory=dict)
    """All paths with the same content, for each SHA-256 that is being read."""
    lost: list[str] = field(default_factory=list)
    """SHA-256 of the files whose worker died; they are tried once more, one at a time."""
    letters: list[tuple[str, Record]] = field(default_factory=list)
    """Letters to write, each with the path it was read from."""
    seen_again: list[tuple[str, str]] = field(default_factory=list)
    """Files to write whose content the library has already: path and SHA-256."""
    failed: list[Failed] = field(default_factory=list)
    """Failures to write."""
    last_write: float = field(default_factory=time.monotonic)
    """When the last batch was written (seconds of the monotonic clock)."""

    def run(self, paths: Iterable[str]) -> None:
        """Add all files. What was parsed is written even if the run is interrupted."""
        try:
            for path in paths:
                self.add_file(path)
                self.collect(self.workers.max_pending - 1)
            self.collect(0)
            self.retry()
        finally:
            self.collect_finished()
            self.write()

    def add_file(self, path: str) -> None:
        """Read one file and have it parsed, unless its content is known."""
        try:
            data = read_file(path)
        except NotReadable as error:
            self.fail(path, None, str(error))
            return
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 in self.paths:
            self.paths[sha256].append(path)
        elif not self.is_known(path, sha256):
            self.paths[sha256] = [path]
            self.submit(sha256, data if self.workers.sends_content else None)

    def is_known(self, path: str, sha256: str) -> bool:
        """Tell whether this content is known, as a letter or as a failure, and report it if it is."""
        if self.options.again:
            return False
        if self.store.knows(sha256):
            self.seen_again.append((path, sha256))
            self.report(IngestOutcome(path, "known"))
            return True
        reason = None if self.options.password else self.store.failed_before(sha256)
        if reason is not None:
            self.fail(path, sha256, reason)
        return reason is not None

    def submit(self, sha256: str, data: bytes | None = None) -> None:
        """Give a file to a worker. `data` is its content, for workers that cannot open the path."""
        path = self.paths[sha256][0]
        try:
            job = ParseJob(path, data, self.options.password, decisions_beside(path))
        except BadDecision as error:
            for path in self.paths.pop(sha256):
                self.fail(path, None, str(error))
            return
        try:
            self.running[self.workers.executor.submit(prepare, job)] = sha256
        except (BrokenExecutor, OSError, EOFError):  # a dead worker, or one that cannot start, is noticed here
            self.lost.append(sha256)
            self.workers.renew()

    def collect(self, pending: int) -> None:
        """Wait until at most `pending` files are being parsed, and store the results."""
        while len(self.running) > pending:
            done, _ = wait(self.running, timeout=MAX_WAIT, return_when=FIRST_COMPLETED)
            for future in [one for one in self.running if one in done]:  # in the order of the files
                self.store_result(future, self.running.pop(future))
            unwritten = len(self.letters) + len(self.seen_again) + len(self.failed)
            if unwritten >= BATCH_SIZE or (unwritten and time.monotonic() - self.last_write > MAX_WAIT):
                self.write()

    def collect_finished(self) -> None:
        """Store the results that are ready when a run is interrupted."""
        for future in [one for one in self.running if one.done() and not one.cancelled() and one.exception() is None]:
            self.store_result(future, self.running.pop(future))

    def store_result(self, future: Future[Record | Refused], sha256: str) -> None:
        """Store what a worker returned for a file: a letter, or the reason why there is none."""
        try:
            result = future.result()
        except (BrokenExecutor, CancelledError, OSError) as error:  # OSError: a connection to a cluster was lost
            if not self.workers.renew():
                raise ClusterLost(GONE) from error
            self.lost.append(sha256)
            return
        except Exception as error:
            result = Refused(f"{WORKER_DIED} ({type(error).__name__})")
        paths = self.paths.pop(sha256)
        if isinstance(result, Refused):
            for path in paths:
                self.fail(path, sha256, result.reason)
            return
        self.letters.append((paths[0], result))
        self.report(IngestOutcome(paths[0], "added"))
        for path in paths[1:]:
            self.seen_again.append((path, result.sha256))
            self.report(IngestOutcome(path, "known"))

    def retry(self) -> None:
        """Parse the files whose worker died once more, one at a time, so that only the file that kills it is blamed."""
        to_retry, self.lost = self.lost, []
        for sha256 in to_retry:
            self.submit(sha256)
            self.collect(0)
        for sha256 in self.lost:
            for path in self.paths.pop(sha256):
                self.fail(path, sha256, WORKER_DIED)

    def fail(self, path: str, sha256: str | None, reason: str) -> None:
        """Store and report the reason why a file could not be read."""
        self.failed.append(Failed(path, sha256, reason))
        self.report(IngestOutcome(path, "failed", reason))

    def write(self) -> None:
        """Write all stored results in one transaction."""
        self.store.save(self.letters, self.seen_again, self.failed)
        self.letters, self.seen_again, self.failed = [], [], []
        self.last_write = time.monotonic()
