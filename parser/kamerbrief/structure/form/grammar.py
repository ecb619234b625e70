"""Put the grammar for a form together: grammar.toml, with what each value of the traits changes in it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

TRAITS = ("answers", "questions", "askers", "voice", "tense", "order")
"""The traits of a form, each with a file of its values in traits/."""
Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The roles in letters of one form, what may follow what, and what each cue says for each role.

    grammar.toml explains the fields.
    """

    alike: Mapping[str, str]
    """Roles that only differ by their place: each has the cues of another, and counts as that one."""
    roles: tuple[str, ...]
    start: Mapping[str, float]
    """What it costs that a letter starts with a role; a role that is not in it cannot start one."""
    end: Mapping[str, float]
    """What it costs that a letter ends with a role."""
    follows: Mapping[str, Mapping[str, float]]
    """What it costs that a role comes right after another: follows[before][after]."""
    cues: Mapping[str, Mapping[str, float]]
    """What a cue says for each role: cues[cue][role]; against it where negative."""
    turned: float
    """What it costs that the role changes at a page turn over which a paragraph may go on."""
    item: float
    """What it costs that the role changes between two items of a list."""
    led: float
    """What it costs that the role changes behind a colon."""
    back: float
    """What it costs that the role changes at a block that refers to the one before it."""
    cohesion: float
    """What it costs that a question starts at a block that goes on with the words of the answer before it."""


@cache
def compose(*values: str) -> Grammar:
    """The grammar of letters with these values of the traits, each written as `trait.value`: `answers.marked`."""
    data = _base()
    for value in values:
        trait, _, name = value.partition(".")
        data = _merged(data, trait_values(trait)[name])
    alike: dict[str, str] = data["alike"]
    cues = {
        cue: weights | {role: weights[other] for role, other in alike.items() if other in weights}
        for cue, weights in data["cues"].items()
    }
    ties = data["ties"]
    return Grammar(
        alike,
        tuple(data["roles"]),
        data["start"],
        data["end"],
        data["follows"],
        cues,
        ties["turned"],
        ties["item"],
        ties["led"],
        ties["back"],
        ties["cohesion"],
    )


@cache
def trait_values(trait: str) -> Mapping[str, Table]:
    """What each value of a trait changes in the grammar."""
    return _read(f"traits/{trait}.toml")


@cache
def _base() -> Table:
    return _read("grammar.toml")


def _read(path: str) -> Table:
    return tomllib.loads(files("kamerbrief.structure.form").joinpath(path).read_text(encoding="utf-8"))


def _merged(below: Table, above: Table) -> Table:
    """A table with the values of another put over it, inside nested tables too."""
    found = dict(below)
    for key, value in above.items():
        found[key] = _merged(below[key], value) if isinstance(value, dict) and key in below else value
    return found
