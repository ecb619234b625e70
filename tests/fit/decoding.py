"""The best sequence of roles, free or among those that the truth allows."""

from __future__ import annotations

from collections.abc import Sequence

from fit.sequences import SIDES, Allowed, Sequence_
from kamerbrief.structure.form.grammar import Grammar
from kamerbrief.structure.roles import NEVER, _forward, _weigh

FORBIDDEN = 1000.0


def decoded(sequence: Sequence_, rules: Grammar, *, truthful: bool = False, loss: float = 0.0) -> list[str]:
    """The roles of the blocks; `truthful`: only those allowed. `loss`: what a wrong side is worth, to train with room.

    Empty where the grammar allows no sequence.
    """
    weighed = [_weigh(cues, rules) for cues in sequence.cues]
    for scores, allowed in zip(weighed, sequence.allowed, strict=True):
        if allowed is not None and (truthful or loss):
            for role in rules.roles:
                if not fits(rules.alike.get(role, role), allowed):
                    scores[role] += -FORBIDDEN if truthful else loss
    forward, back = _forward(weighed, sequence.ties, rules)
    ends = {role: forward[-1][role] - rules.end.get(role, float("inf")) for role in rules.roles}
    role = max(ends, key=lambda name: ends[name])
    if ends[role] == NEVER:
        return []
    path = [role]
    for pointers in reversed(back[1:]):
        path.append(role := pointers[role])
    return path[::-1]


def fits(role: str, allowed: Allowed) -> bool:
    """Whether a role is on one of the sides that a block may be on."""
    return allowed is None or (role in allowed if role in SIDES else not allowed)


def wrong(sequence: Sequence_, roles: Sequence[str]) -> int:
    """The blocks that are on a wrong side."""
    if not roles:
        return len(sequence.cues)
    same = {"preamble": "question"}
    return sum(not fits(same.get(role, role), allowed) for role, allowed in zip(roles, sequence.allowed, strict=True))
