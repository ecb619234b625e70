"""Measure what the library costs, as ratios: `python tests/bench/library_figures.py CORPUS [add|grep|same|search|all]`.

CORPUS is a folder made by `corpus.py`, with its text beside it (CORPUS-text). Needs pdfgrep and ripgrep (rg).
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from rss import LONG_PAUSE, cost
from synthetic import fill, remove

KAMERBRIEF = [sys.executable, "-m", "kamerbrief_cli"]
PATTERNS = ("Frontex", "stadsdijkfonds", r"grond\w+fonds", "vrijwillige terugkeer", "terugkeer")
ROUNDS = 7
"""How often each command is run."""


def median_time(command: list[str], env: dict[str, str]) -> float:
    """Return the median time of a command, in seconds."""
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return median(cost(command, env, watch=0).seconds for _ in range(ROUNDS))


def peak_memory(command: list[str], env: dict[str, str]) -> float:
    """Return the peak memory of a command, in MiB."""
    return max(cost(command, env).mib for _ in range(ROUNDS))


def environment(library: Path) -> dict[str, str]:
    """Return the environment with this library."""
    return {**os.environ, "KAMERBRIEF_LIBRARY": str(library)}


def measure_add(corpus: Path, library: Path) -> None:
    """Measure one pass of pdfgrep, an add, and adding the same again."""
    remove(library)
    env = environment(library)
    pdfgrep = cost(["pdfgrep", "-r", "-c", "terugkeer", str(corpus)], watch=LONG_PAUSE)
    first = cost([*KAMERBRIEF, "library", "add", str(corpus)], env, watch=LONG_PAUSE)
    again = cost([*KAMERBRIEF, "library", "add", str(corpus)], env)
    print(f"pdfgrep {pdfgrep.seconds:.1f} s, {pdfgrep.cpu:.1f} s of processor")
    ratio = first.seconds / pdfgrep.seconds
    print(f"add     {first.seconds:.1f} s = {ratio:.2f} x pdfgrep, {first.cpu:.0f} s of processor")
    print(f"        {first.mib:.0f} MiB together; the file has {library.stat().st_size / 2**20:.0f} MiB")
    print(f"again   {again.seconds:.2f} s = {100 * again.seconds / first.seconds:.2f} % of the first time")


def measure_grep(corpus: Path, library: Path) -> None:
    """Measure `grep` for rare words, common words and an expression, against pdfgrep and rg."""
    env, text = environment(library), f"{corpus}-text"
    pdfgrep = cost(["pdfgrep", "-r", "Frontex", str(corpus)], watch=0).seconds
    for pattern in PATTERNS:
        ours = median_time([*KAMERBRIEF, "grep", pattern], env)
        theirs = median_time(["rg", "-e", pattern, text], env)
        shown = f"{ours * 1000:4.0f} ms; pdfgrep / it {pdfgrep / ours:4.0f}; it / rg {ours / theirs:5.1f}"
        print(f"grep {pattern:22} {shown}; {peak_memory([*KAMERBRIEF, 'grep', pattern], env):.0f} MiB")


def compare_hits(corpus: Path, library: Path) -> None:
    """Print whether `grep` over the files and over the library gives the same output, for a common word."""
    env = environment(library)
    files = subprocess.run([*KAMERBRIEF, "grep", "terugkeer", str(corpus)], env=env, capture_output=True, check=False)
    stored = subprocess.run([*KAMERBRIEF, "grep", "terugkeer"], env=env, capture_output=True, check=False)
    print(
        f"the same output as over the files: {files.stdout == stored.stdout}, {len(files.stdout.splitlines()):,} hits"
    )


def measure_search(folder: Path) -> None:
    """Measure `search` in 1,000, 10,000 and 100,000 exchanges."""
    times: dict[str, list[float]] = {}
    for exchanges in (1_000, 10_000, 100_000):
        library = folder / f"{exchanges}.sqlite"
        fill(library, exchanges)
        for words in ("grondwaterpeil", "vrijwillige terugkeer", '"vrijwillige terugkeer"', "provincies jaarlijks"):
            times.setdefault(words, []).append(median_time([*KAMERBRIEF, "search", words], environment(library)))
        memory = peak_memory([*KAMERBRIEF, "search", "vrijwillige terugkeer"], environment(library))
        print(f"search of {exchanges:7,} exchanges: {memory:.0f} MiB")
    for words, (small, middle, large) in times.items():
        allowed = 1.3 * small + 0.05
        shown = f"{small * 1000:4.0f} {middle * 1000:4.0f} {large * 1000:4.0f} ms"
        print(f"search {words:26} {shown}; at most {allowed * 1000:.0f}: {large < allowed}")


def main() -> None:
    """Run the measurements that are asked for."""
    corpus, what = Path(sys.argv[1]), (sys.argv[2:] or ["all"])[0]
    with tempfile.TemporaryDirectory() as made:
        library = Path(os.environ.get("BENCH_LIBRARY", f"{made}/library.sqlite"))
        if what in ("add", "all"):
            measure_add(corpus, library)
        if what in ("grep", "same") and not library.is_file():
            sys.exit("without `add` in the same run, BENCH_LIBRARY must name the library of this corpus")
        if what in ("grep", "all"):
            measure_grep(corpus, library)
        if what in ("same", "all"):
            compare_hits(corpus, library)
        if what in ("search", "all"):
            measure_search(Path(made))


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader that stops early, as head does, ends this quietly
    main()
