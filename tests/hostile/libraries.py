"""Try to lose letters of a library: `python tests/hostile/libraries.py --kills N --damages N --together N [--seed N]`.

--kills adds letters and kills a process of the add at a random moment. --damages damages copies of a good library,
runs every command on each, and repairs it. --together has two adds make one library at the same time. Each prints a
table; the exit code is 1 if a letter was lost that could be read, or anything else went wrong.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))  # where the helpers of the tests are

from hostile.damaged_libraries import Damaged, damaged_rounds, make_library
from hostile.killed_adds import KillOutcome, killed_adds
from hostile.made_together import adds_together, stores_together
from library_files import some_letters

LETTERS = 80
"""How many letters the libraries have."""
LONGEST = 2.0
"""Seconds after which an add is killed at the latest."""


def try_kills(folder: Path, times: int, chance: Random) -> bool:
    """Kill adds and print a table; return whether nothing went wrong."""
    letters, library = some_letters(folder / "letters", LETTERS), folder / "killed.sqlite"
    groups: dict[str, list[KillOutcome]] = defaultdict(list)
    bad = []
    for one in killed_adds(library, letters, times=times, chance=chance, longest=LONGEST, env=dict(os.environ)):
        groups[f"{one.victim}, {'a new library' if one.was_new else 'an old library'}"].append(one)
        bad += [one] if one.lost or one.problems else []
    print("| killed | kills | with some letters stored | finished first | letters lost | libraries not whole |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, outcomes in sorted(groups.items()):
        finished, midway = sum(one.finished for one in outcomes), sum(one.midway for one in outcomes)
        lost, broken = sum(one.lost for one in outcomes), sum(bool(one.problems) for one in outcomes)
        print(f"| {name} | {len(outcomes) - finished} | {midway} | {finished} | {lost} | {broken} |")
    return told(bad)


def try_damages(folder: Path, times: int, chance: Random) -> bool:
    """Damage and repair libraries and print a table; return whether nothing went wrong."""
    good = folder / "good.sqlite"
    make_library(good, LETTERS)
    groups: dict[str, list[Damaged]] = defaultdict(list)
    bad = []
    for one in damaged_rounds(good, folder / "damaged", times=times, chance=chance):
        groups[one.damage].append(one)
        bad += [one] if one.wrong else []
    print("| damage | libraries | letters | on untouched pages | SQLite reads | saved | with path | told lost |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for name, outcomes in groups.items():
        print(f"| {name.replace('_', ' ')} | {len(outcomes)} | {sums(outcomes)} |")
    print(f"| all | {sum(map(len, groups.values()))} | {sums(one for group in groups.values() for one in group)} |")
    return told(bad)


def sums(outcomes: Iterable[Damaged]) -> str:
    """Return the sum of each number of the outcomes, as cells of a table."""
    columns = list(zip(*(one[1:7] for one in outcomes), strict=True))
    return " | ".join(str(sum(column)) for column in columns)


def try_together(folder: Path, times: int) -> bool:
    """Have two adds make one library, and many processes open one, and print how they ended."""
    folders = [some_letters(folder / name, 2, first=first) for name, first in (("one", 1), ("other", 11))]
    outcomes = list(adds_together(folder / "both.sqlite", folders, times=times, env=dict(os.environ)))
    bad = [one for one in outcomes if one.codes != (0, 0) or one.letters != 4 or one.errors]
    opened = stores_together(folder / "opened.sqlite", processes=4, times=times)
    print("| two adds make one library | ended with an error | 4 processes open a new library | errors |")
    print("| --- | --- | --- | --- |")
    print(f"| {len(outcomes)} | {len(bad)} | {times} | {len(opened)} |")
    return told([*bad, *opened])


def told(bad: Iterable[object]) -> bool:
    """Print what went wrong; return whether there is nothing."""
    lines = [str(one) for one in bad]
    print("\n".join(lines[:20]) + "\n" if lines else "")
    sys.stdout.flush()
    return not lines


def main() -> int:
    """Run what is asked for; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("kills", "damages", "together"):
        parser.add_argument(f"--{name}", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = Random(asked.seed)
    with tempfile.TemporaryDirectory() as made:
        fine = [
            not asked.damages or try_damages(Path(made), asked.damages, chance),
            not asked.together or try_together(Path(made), asked.together),
            not asked.kills or try_kills(Path(made), asked.kills, chance),
        ]
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
