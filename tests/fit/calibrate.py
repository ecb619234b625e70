"""Fit the confidence of a parse to letters whose exchanges are known, and write its weights into confidence.toml.

python tests/fit/calibrate.py [--gold FOLDER]... [--published FOLDER]... [--cache FOLDER] [--dry-run]

Letters of one group are never both fitted to and judged on. Two runs give the same file.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from zlib import crc32

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1])]

from fit.corpus import gold, made, published
from fit.logistic import Row, fit
from fit.observing import Observed, observed
from fit.rewriting import Key, with_values
from kamerbrief.structure import confidence
from kamerbrief.structure.confidence import features_of_askers, likelihood

FILE = Path(confidence.__file__).with_name("confidence.toml")
SEEDS = range(61001, 61601)
AS_TEXT = range(61001, 61201)
FOLDS = 5
PENALTY = 1.0
"""Times half the square of each weight: how much a large one must explain."""
WRONG = 0.38
"""Of what gets a warning this share must be wrong; a third is promised."""
MADE = "made"


def fold_of(group: str) -> int:
    """The fold of a letter, the same on every machine."""
    return crc32(group.encode()) % FOLDS


def cross_validated(rows: Sequence[Row], penalty: float = PENALTY) -> list[float]:
    """The likelihood of each row, by a model fitted to the letters of the other folds."""
    models = [fit([row for row in rows if fold_of(row.group) != fold], penalty) for fold in range(FOLDS)]
    return [likelihood(row.features, models[fold_of(row.group)]) for row in rows]


def boundary_rows(letters: Iterable[Observed]) -> list[Row]:
    """A row for each exchange."""
    return [
        Row(features, outcome.boundaries, letter.group)
        for letter in letters
        for features, outcome in zip(letter.boundaries, letter.outcomes, strict=True)
    ]


def asker_rows(letters: Sequence[Observed], sure: Sequence[float]) -> list[Row]:
    """A row for each exchange; `sure` are the likelihoods of their boundaries, of all letters in order."""
    found = []
    left = iter(sure)
    for letter in letters:
        unsure = [1 - next(left) for _ in letter.outcomes]
        seen = features_of_askers(letter.exchanges, letter.form_margin, unsure)
        found += [Row(f, o.askers is not False, letter.group) for f, o in zip(seen, letter.outcomes, strict=True)]
    return found


def form_rows(letters: Iterable[Observed]) -> list[Row]:
    """A row for each letter."""
    return [Row(letter.form, letter.form_right, letter.group) for letter in letters]


def threshold(rows: Sequence[Row], sure: Sequence[float]) -> float:
    """The highest confidence, in hundredths, below which enough of the rows are wrong."""
    for hundredths in range(97, 50, -1):
        below = [row.right for p, row in zip(sure, rows, strict=True) if p < hundredths / 100]
        if below and sum(not right for right in below) >= WRONG * len(below):
            return hundredths / 100
    return 0.5


def training(folders: argparse.Namespace) -> Iterable[Observed]:
    """All letters that the models are fitted to."""
    return observed(
        chain(
            made(SEEDS, cache=folders.cache),
            made(AS_TEXT, via="text", cache=folders.cache),
            gold(folders.gold),
            (sample for sample in published(folders.published) if not sample.source.name.endswith(".txt")),
        )
    )


def calibrated(letters: Sequence[Observed]) -> dict[Key, float]:
    """The weights of all models, and the thresholds of their warnings."""
    printed = [letter.kind == MADE and not letter.name.endswith(".txt") for letter in letters]
    of_exchange = [told for told, letter in zip(printed, letters, strict=True) for _ in letter.outcomes]
    boundaries = boundary_rows(letters)
    sure = cross_validated(boundaries)
    models: Mapping[str, tuple[list[Row], list[bool]]] = {
        "boundaries": (boundaries, of_exchange),
        "askers": (asker_rows(letters, sure), of_exchange),
        "form": (form_rows(letters), printed),
    }
    found: dict[Key, float] = {}
    for name, (rows, counting) in models.items():
        likelihoods = cross_validated(rows)
        found["warn", name] = threshold(rows, likelihoods)
        found |= {(name, feature): round(weight, 2) for feature, weight in fit(rows, PENALTY).items()}
        print(report(name, rows, likelihoods, counting, found["warn", name]))
    return found


def report(name: str, rows: Sequence[Row], sure: Sequence[float], counting: Sequence[bool], below: float) -> str:
    """How many get a warning and are wrong, and how many of the others are."""
    lines = []
    for what, counts in (("printed", counting), ("others", [not c for c in counting])):
        told = [(p < below, row.right) for p, row, counted in zip(sure, rows, counts, strict=True) if counted]
        warned, others = ([right for flagged, right in told if flagged is side] for side in (True, False))
        lines.append(
            f"{name:10} {what:8} below {below:.2f}: {sum(not r for r in warned)} of {len(warned)} wrong;"
            f" others: {sum(not r for r in others)} of {len(others)}"
        )
    return "\n".join(lines)


def main() -> None:
    """Read the options, parse the letters, fit, and write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--gold", type=Path, action="append", default=[], help="letters with a gold beside them")
    cli.add_argument("--published", type=Path, action="append", default=[], help="letters whose marks tell the truth")
    cli.add_argument("--cache", type=Path, help="keep the made letters here, laid out")
    cli.add_argument("--dry-run", action="store_true", help="write nothing")
    options = cli.parse_args()
    values = calibrated(list(training(options)))
    if not options.dry_run:
        FILE.write_text(with_values(FILE.read_text(encoding="utf-8"), values), encoding="utf-8")


if __name__ == "__main__":
    main()
