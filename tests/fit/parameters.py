"""The numbers of the grammar by the place where they stand: in grammar.toml or in a value of a trait."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from fit.rewriting import Key, with_values
from kamerbrief.structure.form import grammar
from kamerbrief.structure.form.grammar import TRAITS

FOLDER = Path(grammar.__file__).parent
BASE = "grammar.toml"
FITTED = ("cues", "follows", "start", "end")
"""The tables whose numbers are fitted; what ties blocks together stays as it is."""


class Parameter(NamedTuple):
    """A number in a file: `path` is ("cues", "asks", "question") or ("start", "question")."""

    file: str
    value: str
    """The value of the trait, such as "marked"; empty in grammar.toml."""
    path: tuple[str, ...]


Weights = dict[Parameter, float]


def read_weights() -> Weights:
    """All numbers that are fitted, as they stand in the files."""
    found: Weights = {}
    for file, text in texts().items():
        data = tomllib.loads(text)
        for value, table in [("", data)] if file == BASE else data.items():
            found |= {Parameter(file, value, path): number for path, number in _numbers(table, ())}
    return {place: number for place, number in found.items() if place.path[0] in FITTED}


def texts() -> dict[str, str]:
    """The files by name."""
    files = [BASE, *(f"traits/{trait}.toml" for trait in TRAITS)]
    return {name: (FOLDER / name).read_text(encoding="utf-8") for name in files}


def _numbers(table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], float]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _numbers(value, (*path, name))
        elif isinstance(value, int | float):
            yield (*path, name), float(value)


def owners(values: tuple[str, ...], weights: Weights) -> dict[tuple[str, ...], Parameter]:
    """For each number of the grammar of these values the place where it stands: the last that has it."""
    found = {place.path: place for place in weights if place.file == BASE}
    for one in values:
        trait, _, name = one.partition(".")
        file = f"traits/{trait}.toml"
        found |= {place.path: place for place in weights if place.file == file and place.value == name}
    return found


def written(weights: Weights) -> dict[str, str]:
    """The files with these numbers in them."""
    found = {}
    for file, text in texts().items():
        here = {place: number for place, number in weights.items() if place.file == file}
        found[file] = with_values(text, {_key(place): number for place, number in here.items()})
    return found


def _key(place: Parameter) -> Key:
    """Where a number stands: a trait's files have dotted names in the table of the value."""
    if place.file == BASE:
        return ".".join(place.path[:-1]), place.path[-1]
    return place.value, ".".join(place.path)


@contextmanager
def grammar_of(files: Mapping[str, str]) -> Iterator[None]:
    """Parse with these files instead of those of the package."""
    caches = (grammar.compose, grammar.trait_values, grammar._base)

    def clear() -> None:
        for cached in caches:
            cached.cache_clear()

    clear()
    with patch.object(grammar, "_read", lambda path: tomllib.loads(files[path])):
        yield
    clear()
