"""Find the numbers of the grammar that no letter misses: without them the truth wins by as much as before."""

from __future__ import annotations

from collections.abc import Sequence

from fit.decoding import shortfall
from fit.labelled import LabelledSequence
from fit.parameters import Parameter, Weights
from fit.perceptron import Grammars

SEEN = frozenset({"question", "answer", "heading"})
"""Roles of which the truth of a letter says whether they are right."""
ROOM = 2.0
"""By how much the truth must win, for each block on a wrong side: closer calls count as losses."""
NOISE = 1e-9
LEAST = 30
"""Blocks that must give a cue for its number to be known as useless."""


def pruned(sequences: Sequence[LabelledSequence], weights: Weights) -> list[Parameter]:
    """The cues' numbers that can go, the smallest tried first; each is tried without those that went before it."""
    grammars = Grammars(sequences, weights)
    short = [_short(sequence, grammars) for sequence in sequences]
    gone: list[Parameter] = []
    for place in sorted(weights, key=lambda one: (abs(weights[one]), one)):
        if not _may_go(place, sequences):
            continue
        grammars.change(place, -weights[place])
        here = [n for n, sequence in enumerate(sequences) if any(place.path[1] in cues for cues in sequence.cues)]
        new = {n: _short(sequences[n], grammars) for n in here}
        if sum(new.values()) <= sum(short[n] for n in here) + NOISE:
            gone.append(place)
            short = [new.get(n, before) for n, before in enumerate(short)]
        else:
            grammars.change(place, weights[place])
    return gone


def _may_go(place: Parameter, sequences: Sequence[LabelledSequence]) -> bool:
    """Whether the letters can tell if a number is of use."""
    if place.path[0] != "cues" or place.path[-1] not in SEEN:
        return False
    return sum(place.path[1] in cues for sequence in sequences for cues in sequence.cues) >= LEAST


def _short(sequence: LabelledSequence, grammars: Grammars) -> float:
    return shortfall(sequence, grammars.rules[sequence.values], ROOM)
