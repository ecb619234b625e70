"""The best sequence of roles, free or among those that the truth allows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from fit.labelled import SIDES, Allowed, LabelledSequence
from kamerbrief.structure.form.grammar import Grammar
from kamerbrief.structure.roles import NEVER, _forward, _weigh

FORBIDDEN = 1000.0


class Decoded(NamedTuple):
    """The best sequence of roles; empty where the grammar allows none."""

    roles: list[str]
    score: float


def decoded(sequence: LabelledSequence, rules: Grammar, *, truthful: bool = False, loss: float = 0.0) -> Decoded:
    """The roles of the blocks; `truthful`: only those allowed. `loss`: what a wrong side is worth, to leave room."""
    weighed = [_weigh(cues, rules) for cues in sequence.cues]
    for scores, allowed in zip(weighed, sequence.allowed, strict=True):
        if allowed is not None and (truthful or loss):
            for role in rules.roles:
                if not fits(rules.alike.get(role, role), allowed):
                    scores[role] += -FORBIDDEN if truthful else loss
    forward, back = _forward(weighed, sequence.ties, rules)
    ends = {role: forward[-1][role] - rules.end.get(role, float("inf")) for role in rules.roles}
    role = max(ends, key=lambda name: ends[name])
    score = ends[role]
    if score == NEVER:
        return Decoded([], NEVER)
    path = [role]
    for pointers in reversed(back[1:]):
        path.append(role := pointers[role])
    return Decoded(path[::-1], score)


def shortfall(sequence: LabelledSequence, rules: Grammar, loss: float) -> float:
    """By how much the truth falls short of winning with `loss` to spare for each block on a wrong side."""
    found, true = decoded(sequence, rules, loss=loss), decoded(sequence, rules, truthful=True)
    return found.score - true.score if true.roles else 0.0


def fits(role: str, allowed: Allowed) -> bool:
    """Whether a role is on one of the sides that a block may be on."""
    return allowed is None or (role in allowed if role in SIDES else not allowed)


def wrong(sequence: LabelledSequence, roles: Sequence[str]) -> int:
    """The blocks that are on a wrong side."""
    if not roles:
        return len(sequence.cues)
    same = {"preamble": "question"}
    return sum(not fits(same.get(role, role), allowed) for role, allowed in zip(roles, sequence.allowed, strict=True))
