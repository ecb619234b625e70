"""Fit the numbers of the grammar to letters whose exchanges are known, and compare them with those set by hand.

python tests/fit/fit_weights.py [--gold FOLDER]... [--published FOLDER]... [--cache FOLDER] [--write] [--prune]

Prints how letters are parsed with the numbers set by hand, and with numbers fitted to the letters of other groups.
`--write` puts numbers fitted to all letters into the files. `--prune` lists the numbers that no letter misses. Two runs
give the same.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from zlib import crc32

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1])]

from fit.corpus import Sample, gold, made, published
from fit.labelled import LabelledSequence
from fit.parameters import FOLDER, Weights, grammar_of, read_weights, texts, written
from fit.perceptron import Settings, trained
from fit.pruning import pruned
from fit.sequences import sequences
from kamerbrief.errors import NotALetter
from kamerbrief.export.json import to_builtins
from kamerbrief.structure import to_letter
from letters.scoring import score

SEEDS = range(81001, 81401)
AS_TEXT = range(81001, 81101)
FOLDS = 4
SETTINGS = Settings(epochs=4, rate=0.01, hold=0.2, loss=2.0)
STEP = 0.5
"""Numbers are rounded to this."""
FIGURES = ("exchanges", "words_placed", "factions")
Means = Mapping[str, Sequence[float]]


def corpus(options: argparse.Namespace) -> list[Sample]:
    """All letters that are fitted to."""
    return [
        *made(SEEDS, cache=options.cache),
        *made(AS_TEXT, via="text", cache=options.cache),
        *gold(options.gold),
        *published(options.published),
    ]


def fold_of(group: str) -> int:
    """The fold of a letter, the same on every machine."""
    return crc32(group.encode()) % FOLDS


def rounded(weights: Weights, hand: Weights) -> Weights:
    """Numbers that moved by half a step or more, rounded; the others as they were."""
    return {
        place: round(weight / STEP) * STEP if abs(weight - hand[place]) >= STEP / 2 else hand[place]
        for place, weight in weights.items()
    }


def cross_validated(samples: Sequence[Sample], found: Mapping[str, list[LabelledSequence]]) -> list[dict[str, float]]:
    """The figures of each letter, parsed with numbers fitted to the letters of other folds."""
    hand = read_weights()
    figures: dict[int, dict[str, float]] = {}
    for fold in range(FOLDS):
        others = [one for sample in samples if fold_of(sample.group) != fold for one in found[sample.name]]
        files = written(rounded(trained(others, hand, SETTINGS), hand))
        mine = [n for n, sample in enumerate(samples) if fold_of(sample.group) == fold]
        figures |= dict(zip(mine, parsed([samples[n] for n in mine], files), strict=True))
    return [figures[n] for n in range(len(samples))]


def parsed(samples: Iterable[Sample], files: Mapping[str, str]) -> list[dict[str, float]]:
    """The figures of each letter, parsed with these files; a refusal counts 0."""
    with grammar_of(files):
        return [_figures(sample) for sample in samples]


def _figures(sample: Sample) -> dict[str, float]:
    try:
        return score(sample.truth, to_builtins(to_letter(sample.body, sample.source)))
    except NotALetter:
        return dict.fromkeys(FIGURES, 0.0)


def report(samples: Sequence[Sample], ways: Mapping[str, Sequence[dict[str, float]]]) -> str:
    """The mean of each figure by kind of letter and by form, for each way to come to the numbers."""
    lines = [f"| letters | count | {' | '.join(f'{f}: {way}' for f in FIGURES for way in ways)} |"]
    lines.append("| --- " * (2 + len(FIGURES) * len(ways)) + "|")
    groups: dict[str, list[int]] = defaultdict(list)
    for n, sample in enumerate(samples):
        text = sample.name.endswith(".txt") or ".txt " in sample.name
        groups[f"{sample.kind}{' as text' if text else ''}"].append(n)
        for trait in ("order", "answer"):
            if value := sample.truth.get("form", {}).get(trait):
                groups[f"{trait}={value}"].append(n)
    for name, members in sorted(groups.items()):
        cells = [_mean([way[n].get(f, 1.0) for n in members]) for f in FIGURES for way in ways.values()]
        lines.append(f"| {name} | {len(members)} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _mean(values: Sequence[float]) -> str:
    return f"{sum(values) / len(values):.4f}"


def main() -> None:
    """Read the options, fit, compare, print, and write where asked to."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--gold", type=Path, action="append", default=[], help="letters with a gold beside them")
    cli.add_argument("--published", type=Path, action="append", default=[], help="letters whose marks tell the truth")
    cli.add_argument("--cache", type=Path, help="keep the made letters here, laid out")
    cli.add_argument("--prune", action="store_true", help="list the numbers that no letter misses, and end")
    cli.add_argument("--write", action="store_true", help="put the fitted numbers into the files")
    options = cli.parse_args()
    samples, hand = corpus(options), read_weights()
    found = {sample.name: sequences(sample) for sample in samples}
    every = [one for sample in samples for one in found[sample.name]]
    if options.prune:
        print("\n".join(f"{p.file} {p.value} {'.'.join(p.path)} = {hand[p]:g}" for p in pruned(every, hand)))
        return
    ways = {"by hand": parsed(samples, texts()), "fitted": cross_validated(samples, found)}
    print(report(samples, ways))
    if options.write:
        for name, text in written(rounded(trained(every, hand, SETTINGS), hand)).items():
            (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
