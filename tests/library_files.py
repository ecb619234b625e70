"""Folders of letters, and workers without processes, for tests that add files to a library."""

from __future__ import annotations

import os
import signal
from concurrent.futures import Executor, Future
from pathlib import Path

from kamerbrief.library.parse_job import ParseJob, Refused, prepare
from kamerbrief.library.records import Record
from kamerbrief.library.workers import Workers

LETTER = """\
Aan de Voorzitter van de Eerste Kamer der Staten-Generaal

Datum {day} augustus 2021
Onderwerp Antwoorden op vragen over wegen

Geachte voorzitter,

Op 14 juli jl. heb ik vragen ontvangen. Hierbij treft u mijn antwoorden aan.

Vragen en opmerkingen van de leden van de fractie van de VVD

De leden van de VVD-fractie lezen over wegen. Hoeveel wegen zijn er volgens de regering?

Antwoord
Er zijn {day}.000 kilometer wegen. Dat zijn er veel.

Vragen en opmerkingen van de leden van de fractie van D66

De leden van de D66-fractie vragen hoeveel bruggen er zijn. Kan de regering die tellen?

Antwoord
Ja, de bruggen worden geteld.

De Minister van Infrastructuur en Waterstaat,

A. de Vries
"""


def some_letters(folder: Path, count: int, first: int = 1) -> Path:
    """Write `count` different letters to a folder, as brief-1.txt and so on from `first`; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(first, first + count):
        text = LETTER.replace("{day}", str(n % 28 + 1)).replace("Dat zijn er veel.", f"Dat zijn er {n} meer.")
        (folder / f"brief-{n}.txt").write_text(text, encoding="utf-8")
    return folder


def prepare_or_die(job: ParseJob) -> Record | Refused:
    """Do what `prepare` does, but kill the process that reads brief-1."""
    if "brief-1." in job.path:
        os.kill(os.getpid(), signal.SIGKILL)
    return prepare(job)


class SameProcessExecutor(Executor):
    """An executor that runs each job at once, in this process."""

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        future: Future[object] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class SameProcessWorkers(Workers):
    """Workers that run in this process."""

    def _pool(self) -> Executor:
        return SameProcessExecutor()
