"""Measure the confidence of a parse on made letters that nothing was fitted to, and draw docs/reliability.svg.

python tests/fit/reliability.py [--cache FOLDER] [--svg FILE]

A point of the plot stands for the exchanges of a range of confidence: how sure the parse was of them in the mean, and
how many of them were right. Prints what docs/CONFIDENCE.md says.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1])]

from fit.corpus import made
from fit.observing import Observed, observed
from kamerbrief.structure.confidence import warn_below

SEEDS = range(72001, 72501)
SVG = Path(__file__).parents[2] / "docs" / "reliability.svg"
RANGES = (0.0, 0.3, 0.6, 0.8, 0.9, 0.95, 0.98, 0.99, 1.0)
"""Where ranges of confidence begin and end."""
SIDE = 360
MARGIN = 48
COLOURS = {"boundaries": "#1f5fa8", "askers": "#b5541c", "form": "#4a7a2c"}

Told = list[tuple[float, bool]]
"""A confidence, and whether what it was of is right."""


class Point(NamedTuple):
    """The exchanges of a range of confidence."""

    confidence: float
    right: float
    size: int


def told(letters: Sequence[Observed]) -> dict[str, Told]:
    """Each confidence with what came of it."""
    each = [pair for letter in letters for pair in zip(letter.exchanges, letter.outcomes, strict=True)]
    return {
        "boundaries": [(e.confidence.boundaries, o.boundaries) for e, o in each if e.confidence],
        "askers": [(e.confidence.askers, o.askers) for e, o in each if e.confidence and o.askers is not None],
        "form": [(letter.form_confidence, letter.form_right) for letter in letters],
    }


def points(pairs: Told) -> Iterator[Point]:
    """Yield a point for each range that has any."""
    for n, (low, high) in enumerate(pairwise(RANGES), 2):
        inside = [(p, right) for p, right in pairs if low <= p < high or (n == len(RANGES) and p == high)]
        if inside:
            count = len(inside)
            yield Point(sum(p for p, _ in inside) / count, sum(right for _, right in inside) / count, count)


def summary(name: str, pairs: Told) -> str:
    """How many of those with a warning are wrong, and of those without."""
    below = warn_below(name)
    warned, others = ([right for p, right in pairs if (p < below) is side] for side in (True, False))
    wrong, missed = (sum(not right for right in side) for side in (warned, others))
    shares = [f"{n / len(side):.1%}" if side else "-" for n, side in ((wrong, warned), (missed, others))]
    return f"| {name} | {below} | {len(warned)} | {wrong} ({shares[0]}) | {len(others)} | {missed} ({shares[1]}) |"


def svg(found: dict[str, Told]) -> str:
    """The plot: a line for each kind of confidence, the larger a dot the more it stands for."""
    whole = SIDE + 2 * MARGIN
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" font-family="sans-serif"'
        ' font-size="12">',
        f'<rect width="{whole}" height="{whole}" fill="white"/>',
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#999" stroke-dasharray="4 4"/>',
        f'<path d="M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}" fill="none" stroke="#333"/>',
    ]
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        lines.append(f'<text x="{_x(tick)}" y="{_y(0) + 18}" text-anchor="middle">{tick:g}</text>')
        lines.append(f'<text x="{_x(0) - 8}" y="{_y(tick) + 4}" text-anchor="end">{tick:g}</text>')
    lines.append(f'<text x="{_x(0.5)}" y="{whole - 8}" text-anchor="middle">confidence</text>')
    lines.append(f'<text transform="translate(14 {_y(0.5)}) rotate(-90)" text-anchor="middle">share right</text>')
    for n, (name, pairs) in enumerate(found.items()):
        lines += _curve(COLOURS[name], list(points(pairs)))
        lines.append(f'<text x="{_x(0.04)}" y="{_y(0.96) + 18 * n}" fill="{COLOURS[name]}">{name}</text>')
    return "\n".join([*lines, "</svg>"]) + "\n"


def _curve(colour: str, curve: Sequence[Point]) -> Iterator[str]:
    places = " ".join(f"{_x(p.confidence)},{_y(p.right)}" for p in curve)
    yield f'<polyline points="{places}" fill="none" stroke="{colour}"/>'
    for point in curve:
        size = round(2 + point.size**0.5 / 10, 1)
        hint = f"{point.size}: confidence {point.confidence:.3f}, right {point.right:.3f}"
        x, y = _x(point.confidence), _y(point.right)
        yield f'<circle cx="{x}" cy="{y}" r="{size}" fill="{colour}"><title>{hint}</title></circle>'


def _x(share: float) -> float:
    return round(MARGIN + SIDE * share, 1)


def _y(share: float) -> float:
    return round(MARGIN + SIDE * (1 - share), 1)


def main() -> None:
    """Read the options, parse the letters, print and draw."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--cache", type=Path, help="keep the made letters here, laid out")
    cli.add_argument("--svg", type=Path, default=SVG)
    options = cli.parse_args()
    letters = list(observed(made(SEEDS, cache=options.cache)))
    found = told(letters)
    print(f"{len(letters)} letters, {len(found['boundaries'])} exchanges")
    print("| what | warns below | with a warning | of these wrong | without | of these wrong |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, pairs in found.items():
        print(summary(name, pairs))
    for name, pairs in found.items():
        for point in points(pairs):
            print(f"{name}: confidence {point.confidence:.3f}, right {point.right:.3f}, {point.size}")
    options.svg.write_text(svg(found), encoding="utf-8")


if __name__ == "__main__":
    main()
