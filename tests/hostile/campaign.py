"""Read every file in some folders within limits, and say which of them break what SECURITY.md promises.

    python tests/hostile/campaign.py FOLDER... --record RUN.jsonl [--made] [--compare]

Fetches nothing. Each file is read by the command in a process of its own. `--record` keeps what was found, so that a
run that was stopped goes on where it was; `--made` adds the files that the makers in this folder make, at several
sizes; `--compare` also compares the text of each PDF with pdfminer's own. Prints a table, and ends with 1 where
anything is wrong: a traceback, an exit that README does not name, more than one line of error, too much time or memory.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1])]

from hostile import pdf_files, text_files, word_files

HERE = Path(__file__).parent
COMMAND = ("-m", "kamerbrief_cli", "export", "--to", "json", "--")
MOST_SECONDS, MOST_MEMORY, MOST_LINE = 10.0, 500, 400
"""Seconds of computing, MiB, and characters of the error: more is a finding."""
KILLED_AT = 60
"""Seconds of computing after which a process is killed."""
EXITS = {0, 3, 4, 5, 6, 7, 8}
"""The exits of README that a file may lead to."""
SIZES = (1_000, 30_000, 300_000)
"""How much the makers are asked for."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file."""

    name: str
    sha1: str
    exit: int
    seconds: float
    memory: int
    """MiB at most."""
    lines: int
    """Lines on standard error."""
    last: str
    """The last of them."""
    printed: int
    """Bytes of the letter that was printed."""
    compared: tuple[int, int, int] | None = None
    """As `one.differences` has it."""

    @property
    def wrong(self) -> str:
        """What this breaks; empty where nothing."""
        told = {
            "traceback": "Traceback" in self.last or self.exit == 1,
            f"exit {self.exit}": self.exit not in EXITS,
            f"{self.lines} lines of error": self.lines != (self.exit != 0),
            "a long line of error": len(self.last) > MOST_LINE,
            f"{self.seconds:.0f} s": self.seconds > MOST_SECONDS,
            f"{self.memory} MiB": self.memory > MOST_MEMORY,
            "no letter printed": self.exit == 0 and not self.printed,
        }
        return ", ".join(name for name, holds in told.items() if holds)


def run(command: Iterable[str], output: Path) -> tuple[int, float, int, str]:
    """Run a command of Python: its exit, seconds of computing, MiB at most, and standard error."""
    variables = {**os.environ, "KAMERBRIEF_NO_CACHE": "1", "NO_COLOR": "1", "PYTHONSAFEPATH": "1"}
    with tempfile.NamedTemporaryFile() as error:
        launch = (sys.executable, str(HERE / "launch.py"), str(output), error.name, str(KILLED_AT))
        done = subprocess.run((*launch, sys.executable, *command), env=variables, stdout=subprocess.PIPE, check=True)
        code, seconds, memory = json.loads(done.stdout)
        return code, seconds, memory >> 10, Path(error.name).read_text(errors="replace")


def outcome(path: Path, name: str, *, compare: bool) -> Outcome:
    """Read one file."""
    with tempfile.NamedTemporaryFile() as out:
        code, seconds, memory, told = run((*COMMAND, str(path)), Path(out.name))
        printed, compared = Path(out.name).stat().st_size, None
        if compare:
            run((str(HERE / "one.py"), str(path)), Path(out.name))
            compared = json.loads(Path(out.name).read_text() or "null")
    lines = told.strip().splitlines()
    last = next((line for line in lines if "Traceback" in line), lines[-1] if lines else "").replace(str(path), name)
    sha1 = hashlib.sha1(path.read_bytes()).hexdigest()
    return Outcome(name, sha1, code, round(seconds, 2), memory, len(lines), last, printed, compared)


def files(folders: Iterable[Path], *, made: bool) -> Iterator[tuple[str, Path]]:
    """The files to read, each with its name. Files that are made are there until the next one is asked for."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield str(path.relative_to(folder)), path
    makers = {**pdf_files.MAKERS, **word_files.MAKERS, **text_files.MAKERS} if made else {}
    with tempfile.NamedTemporaryFile() as file:
        for size in SIZES:
            for name, make in makers.items():
                Path(file.name).write_bytes(make(size))
                yield f"{name}-{size}", Path(file.name)


def known(record: Path) -> dict[str, Outcome]:
    """What an earlier run has found, by name."""
    rows = record.read_text().splitlines() if record.exists() else []
    return {found["name"]: Outcome(**found) for found in map(json.loads, rows)}


def table(found: list[Outcome]) -> Iterator[str]:
    """The run as a table in Markdown, and what is wrong."""
    yield "| kind | files | letters | refused | most seconds | most MiB | wrong |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    kinds = Counter(Path(one.name).suffix or one.name.partition("-")[0] for one in found)
    for kind, count in kinds.most_common():
        some = [one for one in found if (Path(one.name).suffix or one.name.partition("-")[0]) == kind]
        read = sum(one.exit == 0 for one in some)
        seconds, memory = max(one.seconds for one in some), max(one.memory for one in some)
        wrong = sum(bool(one.wrong) for one in some)
        yield f"| {kind} | {count} | {read} | {count - read} | {seconds:.1f} | {memory} | {wrong} |"
    compared = [one for one in found if one.compared]
    if compared:
        less, more, whole = (sum((one.compared or (0, 0, 0))[n] for one in compared) for n in range(3))
        yield f"\n{len(compared)} PDFs against pdfminer: of {whole} characters {less} are only there, {more} only here"
        far = [one for one in compared if one.compared and one.compared[0] > 0.1 * one.compared[2] + 5]
        yield from (f"only there: {one.compared} {one.name}" for one in far)
    yield from (f"WRONG {one.name}: {one.wrong}; {one.last[:200]}" for one in found if one.wrong)


def main() -> int:
    """Run."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--record", type=Path, required=True, help="a file of JSON lines, read and added to")
    parser.add_argument("--made", action="store_true", help="also what the makers make")
    parser.add_argument("--compare", action="store_true", help="compare the text of PDFs with pdfminer's")
    asked = parser.parse_args()
    before, found = known(asked.record), []
    with asked.record.open("a") as record:
        for name, path in files(asked.folders, made=asked.made):
            one = before.get(name) or outcome(path, name, compare=asked.compare)
            found.append(one)
            if name not in before:
                record.write(json.dumps(asdict(one)) + "\n")
                record.flush()
    print("\n".join(table(found)))
    return 1 if any(one.wrong for one in found) else 0


if __name__ == "__main__":
    sys.exit(main())
