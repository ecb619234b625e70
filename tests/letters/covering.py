"""A small set of letters in which any two values of the main traits meet, where they go together.

`python tests/letters/covering.py --write` writes `covering.json` (the set) and `gaps.toml` (its letters that do not
reach the floor) anew. The ready-made pairing of allpairspy was tried: with so many values that exclude each other it
gave up with a third of the pairs missing.
"""

from __future__ import annotations

import json
import sys
import tomllib
from functools import cache
from itertools import combinations
from pathlib import Path
from random import Random
from zlib import crc32

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1])]

from letters.forms import Form, draw, traits

HERE = Path(__file__).parent
SETTINGS, ROWS, GAPS = HERE / "covering.toml", HERE / "covering.json", HERE / "gaps.toml"
TRIES = 12
"""How many forms are drawn for each form that is taken."""

Pair = tuple[tuple[str, str], tuple[str, str]]
"""Two traits, each with a value."""


def main_traits() -> list[str]:
    """The traits whose values are paired."""
    return list(tomllib.loads(SETTINGS.read_text(encoding="utf-8"))["traits"])


def floor() -> dict[str, float]:
    """The figures that a letter of the set must reach."""
    found: dict[str, float] = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))["floor"]
    return found


def known_gaps() -> dict[str, float]:
    """The letters of the set that are known not to reach it, with what they scored when that was written down."""
    return dict(tomllib.loads(GAPS.read_text(encoding="utf-8"))["gaps"])


def covering() -> dict[str, Form]:
    """The main traits of each letter of the set by name; a name is their values."""
    rows: list[str] = json.loads(ROWS.read_text(encoding="utf-8"))
    return {row: dict(zip(main_traits(), row.split("/"), strict=True)) for row in rows}


def seed_of(name: str) -> int:
    """The seed of a letter of the set: always the same for its name."""
    return crc32(name.encode())


def pairs_of(form: Form) -> set[Pair]:
    """The pairs of values in a form."""
    return set(combinations([(trait, form[trait]) for trait in main_traits()], 2))


@cache
def possible_pairs() -> frozenset[Pair]:
    """All pairs of values that some letter has."""
    values = [[(trait, value) for value in traits()[trait]] for trait in main_traits()]
    pairs = [(a, b) for one, other in combinations(values, 2) for a in one for b in other]
    return frozenset(pair for pair in pairs if _possible(pair))


def _possible(pair: Pair) -> bool:
    try:
        draw(Random(1), dict(pair))
    except ValueError:
        return False
    return True


def chosen() -> list[str]:
    """A set that covers all pairs: of some forms with a pair that is missing, each time the one with most of them."""
    missing, names, seeds = set(possible_pairs()), [], iter(range(10**6))
    while missing:
        wanted = dict(min(missing))
        forms = [draw(Random(next(seeds)), wanted) for _ in range(TRIES)]
        best = max(forms, key=lambda form: len(pairs_of(form) & missing))
        missing -= pairs_of(best)
        names.append("/".join(best[trait] for trait in main_traits()))
    return sorted(names)


def short_of_floor(figures: dict[str, float]) -> dict[str, float]:
    """The figures that are below the floor."""
    return {name: figures[name] for name, least in floor().items() if figures.get(name, 1.0) < least}


def write() -> None:
    """Choose the set, measure it, and write both down."""
    from letters.measure import measured

    ROWS.write_text(json.dumps(chosen(), indent=1) + "\n", encoding="utf-8")
    figures = {name: measured(seed_of(name), form).figures for name, form in covering().items()}
    short = {name: found["exchanges"] for name, found in figures.items() if short_of_floor(found)}
    head = "# Letters of the covering set that fall short, and their exchanges; written by covering.py.\n"
    body = "".join(f'"{name}" = {figure:.2f}\n' for name, figure in short.items())
    GAPS.write_text(f"{head}[gaps]\n{body}", encoding="utf-8")
    print(f"{len(short)} of {len(covering())} letters fall short")


if __name__ == "__main__" and "--write" in sys.argv:
    write()
