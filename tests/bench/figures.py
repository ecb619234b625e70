"""Measure the figures in docs/BENCHMARKS.md: `python tests/bench/figures.py [LETTER.pdf]`.

The figures are ratios, because seconds depend on the machine. Each is the best of several runs.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
LETTER = ROOT.parent / "shared" / "letters" / "com2021-120.pdf"
RUNS = 7
PEAK = """
import re, sys
from kamerbrief.parse import parse_letter
def peak():  # ru_maxrss would include the parent process
    return int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
from kamerbrief import layout, reading, resource_guard, structure
from kamerbrief.reading import pdf, plain_text
data = open(sys.argv[1], "rb").read()
before = peak()
parse_letter(data, "x")
print(before, peak())
"""
"""A program that prints the peak memory of its process before and after a parse, in KiB."""


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the seconds of the fastest run."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def ran(*command: str | Path) -> Callable[[], object]:
    """Return a function that runs a command and discards its output."""
    return lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True)


def cold(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the time of a parse as a ratio to extracting the text alone."""
    import logging

    from pdfminer.high_level import extract_text

    from kamerbrief.parse import parse_letter
    from kamerbrief.reading import read

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    data = path.read_bytes()
    parse_letter(data, "x")  # loads the modules and data that are loaded once
    plain = best(lambda: extract_text(path))
    parse = best(lambda: parse_letter(data, "x"))
    yield "cold parse / pdfminer's extract_text", f"{parse / plain:.2f}"
    yield "of which reading", f"{best(lambda: read(data)) / plain:.2f}"
    if shutil.which("pdftotext"):
        yield "cold parse / pdftotext, a process", f"{parse / best(ran('pdftotext', path, os.devnull)):.1f}"


def cached(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the time of `show` from the cache, as a whole process, as a ratio to importing its libraries."""
    command = Path(sys.executable).with_name("kamerbrief")
    start = best(ran(sys.executable, "-c", "import typer, rich.console"), 20)
    ran(command, "show", path)()
    yield "cached show / python -c 'import typer, rich.console'", f"{best(ran(command, 'show', path), 20) / start:.2f}"
    yield "the same with --no-cache", f"{best(ran(command, 'show', '--no-cache', path)) / start:.2f}"


def stages(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield each stage's share of a parse."""
    from kamerbrief.layout import lay_out
    from kamerbrief.model import Source
    from kamerbrief.reading import read
    from kamerbrief.structure import to_letter
    from kamerbrief.structure.evidence import letter_landmarks

    document, source = read(data), Source(name="x", sha256="", media_type="application/pdf", pages=1)
    body = lay_out(document, letter_landmarks)
    times = {
        "reading": best(lambda: read(data)),
        "layout": best(lambda: lay_out(document, letter_landmarks)),
        "structure": best(lambda: to_letter(body, source)),
    }
    for name, seconds in times.items():
        yield f"share of {name}", f"{seconds / sum(times.values()):.0%}"


def growth(kind: str) -> Iterator[tuple[str, str]]:
    """Yield time and memory per page for longer letters, as a ratio to one of 15 pages."""
    import long_letters
    from kamerbrief.parse import parse_letter

    first = 0.0
    for pages in (15, 150, 1500):
        data = getattr(long_letters, f"as_{kind}")(pages)
        each = best(lambda data=data: parse_letter(data, "x"), max(1, 60 // pages)) / pages  # type: ignore[misc]
        first = first or each
        yield f"{kind}: time a page, {pages:,} pages / 15 pages", f"{each / first:.2f}"
        if Path("/proc/self/status").exists():
            yield f"{kind}: memory taken, {pages:,} pages", f"{peak(data)} MiB"


def peak(data: bytes) -> int:
    """Return the MiB that a parse takes at its peak, beyond what Python and its modules take."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        command = [sys.executable, "-c", PEAK, file.name]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    before, after = map(int, done.stdout.split())
    return (after - before) >> 10


def main() -> None:
    """Print the table as Markdown."""
    sys.path[:0] = [str(HERE), str(HERE.parent)]
    os.environ["KAMERBRIEF_CACHE"] = tempfile.mkdtemp(prefix="kamerbrief-bench-")
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else LETTER
    print("| what | figure |\n| --- | --- |")
    for table in (cold(path), cached(path), stages(path.read_bytes()), growth("pdf"), growth("text")):
        for name, figure in table:
            print(f"| {name} | {figure} |", flush=True)


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader that stops early, as head does, ends this quietly
    main()
