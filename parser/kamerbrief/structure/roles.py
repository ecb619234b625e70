"""Blocks -> roles: the best whole sequence that the grammar allows (Viterbi's algorithm).

Every block gives evidence for each role; a weak cue in one place is outvoted by the rest. How sure a role
is, is the margin: how much worse the best sequence is in which the block has another role.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import NamedTuple

from kamerbrief.layout import LayoutBlock
from kamerbrief.layout.list_items import item_of
from kamerbrief.structure.evidence.cues import CUES
from kamerbrief.structure.evidence.lexical_cohesion import cohesion
from kamerbrief.structure.evidence.typography import TypeFace, look, looks_beside_marks, looks_of_roles
from kamerbrief.structure.form.grammar import Grammar

NEVER = float("-inf")


class Role(NamedTuple):
    """What a block is, and by how much the evidence prefers that."""

    name: str
    margin: float


Scores = dict[str, float]


class Tie(NamedTuple):
    """How strongly a block belongs to the one before it."""

    held: float
    """The cost of any change of role here."""
    alike: float
    """From -1 to 1: whether its words go on with the block before rather than with the next."""


def segment(blocks: Sequence[LayoutBlock], rules: Grammar) -> list[Role]:
    """The role of each block. Where the grammar allows no sequence at all, every block is a letterhead.

    Where no marks show how questions and answers are set, wording alone decides first, and what it finds shows it.
    """
    if not blocks:
        return []
    wording = [_wording(blocks, n, rules) for n in range(len(blocks))]
    ties = _ties(blocks, rules)
    looks = looks_beside_marks(blocks)
    found = _best(blocks, rules, _evidence(blocks, rules, wording, looks), ties)
    if looks or not (learned := looks_of_roles(blocks, [role.name for role in found])):
        return found
    return _best(blocks, rules, _evidence(blocks, rules, wording, learned), ties)


def _best(blocks: Sequence[LayoutBlock], rules: Grammar, evidence: list[Scores], ties: list[Tie]) -> list[Role]:
    """The best whole sequence."""
    forward, back = _forward(evidence, ties, rules)
    onward = _onward(evidence, ties, rules)
    best = max(forward[-1][r] - rules.end.get(r, float("inf")) for r in rules.roles)
    if best == NEVER:
        return [Role("letterhead", 0.0) for _ in blocks]
    role = max(rules.roles, key=lambda r: forward[-1][r] - rules.end.get(r, float("inf")))
    path = [role]
    for pointers in reversed(back[1:]):
        path.append(role := pointers[role])
    path.reverse()
    through = [{r: f[r] + o[r] for r in rules.roles} for f, o in zip(forward, onward, strict=True)]
    return [
        Role(rules.alike.get(role, role), best - max(score for other, score in scores.items() if other != role))
        for role, scores in zip(path, through, strict=True)
    ]


def _ties(blocks: Sequence[LayoutBlock], rules: Grammar) -> list[Tie]:
    items = [item_of(block.text.text) is not None for block in blocks]
    found = []
    for n, alike in enumerate(cohesion([block.text.text for block in blocks])):
        listed = rules.listed if n and items[n] and items[n - 1] else 0.0
        found.append(Tie(listed + (rules.turn if blocks[n].loose else 0.0), alike))
    return found


class _Step(NamedTuple):
    """A way from one role to another that the grammar allows."""

    other: str
    """The role at its other end."""
    cost: float
    turns: bool
    """Whether the role changes: then what holds the blocks together costs."""
    goes_on: float
    """What it costs that the words go on with the block before."""


def _steps(rules: Grammar, *, back: bool) -> dict[str, list[_Step]]:
    """The ways that lead to each role, or from each where not `back`."""
    found: dict[str, list[_Step]] = {role: [] for role in rules.roles}
    for before, after in product(rules.roles, rules.roles):
        cost = rules.follows[before].get(after)
        if cost is not None:
            asks = rules.cohesion if (before, after) == ("answer", "question") else 0.0
            here, other = (after, before) if back else (before, after)
            found[here].append(_Step(other, cost, before != after, asks))
    return found


def _taken(ways: Sequence[_Step], scores: Scores, tie: Tie) -> tuple[float, str]:
    """The best of these ways, given the score of the role at the other end of each; the first of equals."""
    held, alike = tie
    best, taken = NEVER, ""
    for other, cost, turns, goes_on in ways:
        score = scores[other] - (cost + turns * held + goes_on * alike)
        if score > best:
            best, taken = score, other
    return best, taken


def _forward(evidence: list[Scores], ties: list[Tie], rules: Grammar) -> tuple[list[Scores], list[dict[str, str]]]:
    """The best score of any sequence that ends in each role at each block, and the role before it."""
    steps = _steps(rules, back=True)
    scores = [{r: evidence[0][r] - rules.start.get(r, float("inf")) for r in rules.roles}]
    back: list[dict[str, str]] = [{}]
    for own, tie in zip(evidence[1:], ties[1:], strict=True):
        taken = {role: _taken(ways, scores[-1], tie) for role, ways in steps.items()}
        scores.append({role: score + own[role] for role, (score, _) in taken.items()})
        back.append({role: before for role, (_, before) in taken.items()})
    return scores, back


def _onward(evidence: list[Scores], ties: list[Tie], rules: Grammar) -> list[Scores]:
    """The best score of any sequence that goes on from each role at each block, its own not counted."""
    steps = _steps(rules, back=False)
    scores = [{r: -rules.end.get(r, float("inf")) for r in rules.roles}]
    for own, tie in zip(evidence[:0:-1], ties[:0:-1], strict=True):
        last = {role: score + own[role] for role, score in scores[-1].items()}
        scores.append({role: _taken(ways, last, tie)[0] for role, ways in steps.items()})
    return scores[::-1]


def _wording(blocks: Sequence[LayoutBlock], n: int, rules: Grammar) -> list[str]:
    """The cues of the grammar that a block gives by what it says, and by what it stands behind."""
    hits = [name for name in rules.cues if name in CUES and CUES[name](blocks[n])]
    mark = blocks[n - 1].mark if n else None
    return [*hits, "first_after_label"] if mark and mark.side == "question" else hits


def _evidence(
    blocks: Sequence[LayoutBlock], rules: Grammar, wording: Sequence[Sequence[str]], looks: Mapping[str, TypeFace]
) -> list[Scores]:
    """What each block's wording and looks say, added up by role."""
    found = []
    for block, hits in zip(blocks, wording, strict=True):
        seen = [name for name, how in looks.items() if look(block) == how and not (block.rows or block.mark)]
        scores = dict.fromkeys(rules.roles, 0.0)
        for name in (*hits, *seen):
            for role, weight in rules.cues.get(name, {}).items():
                if role in scores:
                    scores[role] += weight
        found.append(scores)
    return found
