"""An averaged structured perceptron on the numbers of the grammar, held near those set by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from random import Random
from typing import NamedTuple

from fit.decoding import decoded
from fit.labelled import LabelledSequence
from fit.parameters import Parameter, Weights, owners
from kamerbrief.structure.form.grammar import Grammar, compose


class Settings(NamedTuple):
    """How to train."""

    epochs: int = 8
    rate: float = 0.1
    hold: float = 0.1
    """How much of the way back to the hand's number each epoch goes."""
    loss: float = 1.0
    """The room by which the truth must win, for each block on a wrong side."""


class Grammars:
    """The grammars of all forms, whose numbers change together."""

    def __init__(self, sequences: Sequence[LabelledSequence], weights: Weights) -> None:
        self.weights = dict(weights)
        self.rules: dict[tuple[str, ...], Grammar] = {}
        self.owners: dict[tuple[str, ...], dict[tuple[str, ...], Parameter]] = {}
        self.places: dict[Parameter, list[tuple[dict[str, float], str]]] = {}
        for values in sorted({sequence.values for sequence in sequences}):
            self._add(values)

    def _add(self, values: tuple[str, ...]) -> None:
        rules = compose(*values)
        tables = {
            "cues": {cue: dict(row) for cue, row in rules.cues.items()},
            "follows": {role: dict(row) for role, row in rules.follows.items()},
        }
        start, end = dict(rules.start), dict(rules.end)
        self.rules[values] = Grammar(
            rules.alike, rules.roles, start, end, tables["follows"], tables["cues"],
            rules.turned, rules.item, rules.led, rules.back, rules.cohesion,
        )  # fmt: skip
        self.owners[values] = owners(values, self.weights)
        for path, place in self.owners[values].items():
            table = {"start": start, "end": end}.get(path[0]) if len(path) == 2 else tables[path[0]].get(path[1])
            if table is None:
                continue
            names = [path[-1], *(r for r, other in rules.alike.items() if path[0] == "cues" and other == path[-1])]
            self.places.setdefault(place, []).extend((table, name) for name in names)

    def change(self, place: Parameter, by: float) -> float:
        """Add to a number, and return how much was added: a cost stays 0 or more."""
        old = self.weights[place]
        new = old + by if place.path[0] == "cues" else max(0.0, old + by)
        self.weights[place] = new
        for table, name in self.places.get(place, ()):
            table[name] = new
        return new - old


def trained(sequences: Sequence[LabelledSequence], weights: Weights, settings: Settings = Settings()) -> Weights:  # noqa: B008
    """The numbers in the mean of all steps. The same sequences in the same order give the same."""
    grammars = Grammars(sequences, weights)
    order, random = list(sequences), Random(7)
    total: dict[Parameter, float] = dict.fromkeys(weights, 0.0)
    steps = 0
    for _ in range(settings.epochs):
        random.shuffle(order)
        for sequence in order:
            steps += 1
            for place, by in _step(sequence, grammars, settings).items():
                total[place] += grammars.change(place, settings.rate * by) * steps
        for place, hand in weights.items():
            total[place] += grammars.change(place, settings.hold * (hand - grammars.weights[place])) * steps
    return {place: number - total[place] / steps for place, number in grammars.weights.items()}


def _step(sequence: LabelledSequence, grammars: Grammars, settings: Settings) -> Counter[Parameter]:
    """By how much to change each number: up for what the truth has, down for what was found instead."""
    rules = grammars.rules[sequence.values]
    found = decoded(sequence, rules, loss=settings.loss).roles
    true = decoded(sequence, rules, truthful=True).roles
    if not found or not true or found == true:
        return Counter()
    where = grammars.owners[sequence.values]
    change = _uses(sequence, true, rules, where)
    change.subtract(_uses(sequence, found, rules, where))
    return Counter({place: by for place, by in change.items() if by})


def _uses(
    sequence: LabelledSequence, roles: Sequence[str], rules: Grammar, where: dict[tuple[str, ...], Parameter]
) -> Counter[Parameter]:
    """How often a sequence of roles uses each number: cues count for it, costs against it."""
    found: Counter[Parameter] = Counter()
    for cues, role in zip(sequence.cues, roles, strict=True):
        for cue in cues:
            if place := where.get(("cues", cue, rules.alike.get(role, role))):
                found[place] += 1
    for before, after in pairwise(roles):
        if place := where.get(("follows", before, after)):
            found[place] -= 1
    for path in (("start", roles[0]), ("end", roles[-1])):
        if place := where.get(path):
            found[place] -= 1
    return found
