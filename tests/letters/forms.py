"""The form of a letter: one value for each trait, drawn from `traits.toml` so that the values go together."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

Form = dict[str, str]
"""A value for each trait."""

FILE = Path(__file__).with_name("traits.toml")


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def traits() -> dict[str, dict[str, int]]:
    """Each trait's values with their weights, in the order of the file."""
    return {name: values for name, values in _data().items() if name != "never"}


def clashes() -> list[dict[str, list[str]]]:
    """The combinations that no letter has."""
    found: list[dict[str, list[str]]] = _data()["never"]
    return found


@cache
def _clashes_of(trait: str, value: str) -> list[dict[str, list[str]]]:
    """What the other traits must not be beside a value."""
    found = [clash for clash in clashes() if value in clash.get(trait, ())]
    return [{other: values for other, values in clash.items() if other != trait} for clash in found]


def fits(form: Mapping[str, str], trait: str, value: str) -> bool:
    """Whether a value goes together with the ones so far."""
    return not any(
        all(form.get(other) in values for other, values in clash.items()) for clash in _clashes_of(trait, value)
    )


def allowed(form: Mapping[str, str]) -> bool:
    """Whether the values go together."""
    return all(fits(form, trait, value) for trait, value in form.items())


def draw(random: Random, fixed: Mapping[str, str] | None = None) -> Form:
    """A form at random; the traits in `fixed` have the value that stands there.

    Raises ValueError where the fixed values do not go together.
    """
    fixed = dict(fixed or {})
    for _ in range(60):
        form = _try(random, fixed)
        if form is not None:
            return form
    raise ValueError(f"no letter can have {fixed}")


def _try(random: Random, fixed: Mapping[str, str]) -> Form | None:
    """One attempt: the fixed traits first, then each trait with one of the values that still fit."""
    form: Form = dict(fixed)
    if not allowed(form):
        return None
    for trait, weights in traits().items():
        if trait in form:
            continue
        fitting = [value for value in weights if fits(form, trait, value)]
        if not fitting:
            return None
        form[trait] = _weighted(random, weights, fitting)
    return {trait: form[trait] for trait in traits()}


def _weighted(random: Random, weights: Mapping[str, int], fitting: Sequence[str]) -> str:
    """One of the values that fit; a value without weight only where no other one fits."""
    shares = [weights[value] for value in fitting]
    return random.choices(fitting, shares if any(shares) else None)[0]
