"""Files changed at random, for as long as you like: each must be a Letter or a KamerbriefError.

    python tests/fuzz.py --seconds 600 [--seed 1] [--keep FOLDER] [--also FOLDER]
    python tests/fuzz.py --seconds 600 --corpus FOLDER     # needs atheris: pip install 'kamerbrief[fuzz]'

Each within 20 seconds of computing and 4 GiB, and what is read must export. What fails is saved and named; a small
case in tests/ should come of it. The parsing is done in a process of its own: one that dies is a finding too.

With a corpus, files that reach code that none before them reached are kept in it, and changed further, also in a
later run.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import multiprocessing
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

import docx

from hostile import pdf_files, text_files, word_files
from hostile.word_files import rich
from kamerbrief.errors import KamerbriefError
from kamerbrief.export import FORMATS, exporter
from kamerbrief.parse import parse_letter
from mutations import mutated

SECONDS, MEMORY = 20, 4 * 2**30
LARGEST = 160_000
"""Bytes of a file to start from: larger ones only take longer."""
HERE = Path(__file__).parent
SAMPLES = HERE.parent / "samples"


Counts = tuple["Synchronized[int]", "Synchronized[int]", "Synchronized[int]"]
"""Inputs tried, letters among them, and inputs that took long."""


class Late(BaseException):
    """An input took too long."""


def sources(more: list[Path]) -> list[bytes]:
    """What is changed: the samples, a Word file of one of them, and what stands in other folders."""
    paths = [path for folder in (SAMPLES, *more) for path in sorted(folder.rglob("*"))]
    found = [path.read_bytes() for path in paths if path.suffix in (".pdf", ".txt", ".docx")]
    word = docx.Document()
    for line in (SAMPLES / "zwemveiligheid.txt").read_text(encoding="utf-8", errors="replace").split("\n\n"):
        word.add_paragraph(" ".join(line.split()))
    word.add_table(3, 3)
    out = io.BytesIO()
    word.save(out)
    more_words = [rich(), out.getvalue()]
    crafted = [
        make(20) for makers in (word_files.MAKERS, pdf_files.MAKERS, text_files.MAKERS) for make in makers.values()
    ]
    return [data for data in [*found, *more_words * 6, *crafted] if 0 < len(data) < LARGEST]


def attempt(data: bytes) -> str | bool | None:
    """What is wrong with how a file is read; else whether it is a letter, None where it is refused."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        letter = parse_letter(data, "x")
        for form in FORMATS:
            exporter(form)(letter)
    except KamerbriefError as error:
        return None if str(error) and "\n" not in str(error) else f"an error of no or several lines: {str(error)!r}"
    except (Exception, Late):
        return traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return True


def late(*_: object) -> None:
    raise Late


def work(seed: int, until: float, keep: Path, files: list[bytes], counts: Counts) -> None:
    """Try inputs until the time is up."""
    tried, letters, slow = counts
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, late)
    rng = random.Random(seed)
    while time.monotonic() < until:
        data = mutated(rng, rng.choice(files), rng.choice(files))
        (keep / "current").write_bytes(data)
        start = time.process_time()
        wrong = attempt(data)
        tried.value += 1
        letters.value += wrong is True
        if isinstance(wrong, str):
            report(keep, f"{seed}-{tried.value}", data, wrong)
        elif time.process_time() - start > SECONDS / 4:
            slow.value += 1
            (keep / f"slow-{seed}-{tried.value}").write_bytes(data)


def report(keep: Path, name: str, data: bytes, wrong: str) -> None:
    """Save an input and say what it did."""
    path = keep / f"found-{name}"
    path.write_bytes(data)
    print(f"{path} ({len(data)} bytes):\n{wrong}", flush=True)


def by_coverage(corpus: Path, keep: Path, seconds: float, seed: int, files: list[bytes]) -> int:
    """Run atheris until the time is up, again after each finding; return how many inputs it has kept."""
    corpus.mkdir(parents=True, exist_ok=True)
    for data in files:
        (corpus / hashlib.sha1(data).hexdigest()).write_bytes(data)
    until = time.monotonic() + seconds
    while (left := int(until - time.monotonic())) > 0:
        command = [
            sys.executable,
            str(HERE / "hostile" / "by_coverage.py"),
            str(corpus),
            str(keep),
            str(left),
            str(seed),
        ]
        subprocess.run(command, check=False)
        seed += 1
    return len(list(corpus.iterdir()))


def main() -> int:
    """Run; 1 where anything was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--keep", type=Path, default=None, help="where inputs that fail are saved")
    parser.add_argument("--also", type=Path, action="append", default=[], help="a folder with more files to change")
    parser.add_argument("--corpus", type=Path, default=None, help="a folder of inputs that grows by coverage")
    asked = parser.parse_args()
    files = sources(asked.also)
    keep = asked.keep or Path(tempfile.mkdtemp(prefix="kamerbrief-fuzz-"))
    keep.mkdir(parents=True, exist_ok=True)
    if asked.corpus is not None:
        kept = by_coverage(asked.corpus, keep, asked.seconds, asked.seed, files)
        found = len(list(keep.glob("found-*")))
        print(f"seed {asked.seed}: {kept} inputs in {asked.corpus}, {found} findings in {keep}")
        return 1 if found else 0
    counts = (multiprocessing.Value("i", 0), multiprocessing.Value("i", 0), multiprocessing.Value("i", 0))
    until, seed = time.monotonic() + asked.seconds, asked.seed
    while time.monotonic() < until:
        child = multiprocessing.Process(target=work, args=(seed, until, keep, files, counts))
        child.start()
        child.join()
        if child.exitcode:
            report(keep, f"{seed}-died", (keep / "current").read_bytes(), f"the process died: {child.exitcode}")
        seed += 1
    found = len(list(keep.glob("found-*")))
    tried, letters, slow = (count.value for count in counts)
    print(f"seed {asked.seed}: {tried} inputs, {letters} read, {found} findings, {slow} slow ones, in {keep}")
    return 1 if found else 0


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader that stops early, as head does, ends this quietly
    sys.exit(main())
