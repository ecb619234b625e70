"""Adding letters on a Dask cluster, one worker of which is killed, stores the same as adding them on this machine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from pathlib import Path

import pytest

from kamerbrief.errors import ClusterLost
from kamerbrief.library.catalogue import Library
from kamerbrief.library.ingest import Ingest, IngestOutcome
from kamerbrief.library.store import Store
from kamerbrief.library.workers import Cluster, Workers, open_workers
from library_files import some_letters

COUNT = 60


class Dask:
    """A scheduler and workers, each a process."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "scheduler.json"
        self.env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "DASK_LOGGING__DISTRIBUTED": "critical"}
        self.folder = folder
        own = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(self.file)]
        self.processes = [self.start("scheduler", *own)]
        self.workers = [self.worker(), self.worker()]

    def start(self, what: str, *args: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "distributed.cli.dask_" + what, *args]
        return subprocess.Popen(
            command, env=self.env, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def worker(self) -> subprocess.Popen[bytes]:
        own = ["--nthreads", "1", "--nworkers", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1"]
        self.processes.append(self.start("worker", "--scheduler-file", str(self.file), *own))
        return self.processes[-1]

    @property
    def address(self) -> str:
        import json

        while not self.file.exists() or not self.file.stat().st_size:
            time.sleep(0.05)
        found: str = json.loads(self.file.read_text(encoding="utf-8"))["address"]
        return found

    def close(self) -> None:
        for process in reversed(self.processes):
            process.kill()
            process.wait()


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[Dask]:
    folder = tmp_path / "dask"
    folder.mkdir()
    made = Dask(folder)
    yield made
    made.close()


def stored(library: Path) -> list[tuple[object, ...]]:
    """All that the library has, but when it was written and in which order."""
    opened = Library(library)
    tables = "SELECT sha256, name, genre, date, signed, pages, layout, text FROM letter ORDER BY sha256"
    rows: list[tuple[object, ...]] = list(opened.db.execute(tables))
    rows += list(opened.db.execute("SELECT term, doc, cnt FROM vocabulary ORDER BY term"))
    rows += [(letter.source.sha256, letter) for letter in opened.letters()]
    return [*rows, *opened.db.execute("SELECT path FROM place ORDER BY path")]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.filterwarnings("default")  # Dask's own
@pytest.mark.parametrize("sends_content", [True, False])
def test_a_worker_that_is_killed_costs_no_letter(
    dask: Dask, library_file: Path, tmp_path: Path, sends_content: bool
) -> None:
    paths = sorted(map(str, some_letters(tmp_path / "brieven", COUNT).iterdir()))
    said: list[IngestOutcome] = []

    def report(outcome: IngestOutcome) -> None:
        said.append(outcome)
        if len(said) == COUNT // 4:
            dask.workers[0].kill()

    cluster = Cluster(dask.address, sends_content=sends_content)
    cluster.client.wait_for_workers(2, timeout=30)
    with Store(library_file) as store:
        Ingest(store, cluster, report).run(paths)
    cluster.close()
    assert [one.state for one in said] == ["added"] * COUNT
    assert dask.workers[0].poll() == -signal.SIGKILL
    alone = tmp_path / "alone.sqlite"
    with Store(alone) as store:
        workers = Workers(2)
        Ingest(store, workers, lambda _: None).run(paths)
        workers.close()
    assert stored(library_file) == stored(alone)


@pytest.mark.filterwarnings("default")
def test_a_scheduler_that_does_not_answer_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kamerbrief.library.workers.CONNECT_TIMEOUT", 1)
    with pytest.raises(ClusterLost, match="no Dask scheduler answers"), open_workers("tcp://127.0.0.1:9"):
        pass


class LostCluster(Workers):
    """Workers of a cluster that went away, as those of Dask behave."""

    class _Executor(Executor):
        def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]  # noqa: ARG002
            future: Future[object] = Future()
            future.set_exception(OSError("Timed out trying to connect"))
            return future

    def _pool(self) -> Executor:
        return self._Executor()

    def renew(self) -> bool:
        return False


def test_a_cluster_that_goes_away_costs_no_letter(tmp_path: Path, library_file: Path) -> None:
    """No file may be stored as one that cannot be read: it would not be tried again."""
    folder = some_letters(tmp_path / "brieven", 1)
    with Store() as store, pytest.raises(ClusterLost, match="run the command again"):
        Ingest(store, LostCluster(1), lambda _: None).run([str(folder / "brief-1.txt")])
    assert Library(library_file).failures() == []


def test_a_cluster_that_is_asked_after_it_went_away() -> None:
    class Client:
        def nthreads(self) -> None:
            raise OSError("Timed out trying to connect")

        close = nthreads

    cluster = Cluster.__new__(Cluster)
    cluster.client = Client()
    with pytest.raises(ClusterLost, match="run the command again"):
        _ = cluster.max_pending
    cluster.close()


@pytest.mark.parametrize("address", ["ucx://a:1", "tcp://127.0.0.1:99999999999999999999", "tls://127.0.0.1:1", ""])
def test_an_odd_address_of_a_scheduler(address: str) -> None:
    with pytest.raises(ClusterLost, match="no Dask scheduler answers"), open_workers(address):
        pass
