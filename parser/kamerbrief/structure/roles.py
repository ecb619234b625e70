"""Find the role of each block: the best whole sequence that the grammar allows (Viterbi's algorithm).

Every block gives evidence for each role; a weak cue in one place is outvoted by the rest. How sure a role
is, is its margin: how much worse the best sequence is in which the block has another role.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from kamerbrief.structure.evidence.evidence import Evidence, Tie
from kamerbrief.structure.evidence.typography import TypeFace, looks_beside_marks, looks_of_roles, typeface
from kamerbrief.structure.form.grammar import Grammar

NEVER = float("-inf")


class Role(NamedTuple):
    """What a block is, and by how much the evidence prefers that."""

    name: str
    margin: float
    rival: str = ""
    """What it is otherwise: the next best role of another name; empty where there is none."""
    lead: float = float("inf")
    """By how much the evidence prefers it to the rival."""


class Segmentation(NamedTuple):
    """The roles of the blocks of a letter, and how well they fit the evidence."""

    roles: list[Role]
    score: float
    """What evidence and transitions add up to."""


Scores = dict[str, float]


def segment(evidence: Evidence, rules: Grammar) -> Segmentation:
    """Find the best sequence of roles. Where the grammar allows none at all, every block is a letterhead.

    Where no marks show how questions and answers are set, wording alone decides first, and what it finds shows it.
    """
    if not evidence.blocks:
        return Segmentation([], 0.0)
    looks = looks_beside_marks(evidence.blocks)
    weighed = [_weigh(cues, rules) for cues in evidence.cues]
    found = _best(_with_looks(evidence, weighed, looks, rules), evidence.ties, rules)
    if looks or not (learned := looks_of_roles(evidence.blocks, [role.name for role in found.roles])):
        return found
    return _best(_with_looks(evidence, weighed, learned, rules), evidence.ties, rules)


def _weigh(cues: Iterable[str], rules: Grammar) -> Scores:
    """Add up the weights of the cues of a block, for each role, in the order of the cues."""
    scores = dict.fromkeys(rules.roles, 0.0)
    for name in cues:
        for role, weight in rules.cues.get(name, {}).items():
            if role in scores:
                scores[role] += weight
    return scores


def _with_looks(
    evidence: Evidence, weighed: Sequence[Scores], looks: Mapping[str, TypeFace], rules: Grammar
) -> list[Scores]:
    """Add what the type of each block says, where this letter sets its questions and answers in different type.

    Headings are left out, since they may be set in any type.
    """
    found = []
    for block, cues, scores in zip(evidence.blocks, evidence.cues, weighed, strict=True):
        told = cues & {"sentence", "long", "colon"} and not (block.rows or block.mark)
        seen = [name for name, how in looks.items() if told and typeface(block) == how]
        more = [(role, weight) for name in seen for role, weight in rules.cues[name].items() if role in scores]
        found.append({**scores})
        for role, weight in more:
            found[-1][role] += weight
    return found


def _best(weighed: list[Scores], ties: Sequence[Tie], rules: Grammar) -> Segmentation:
    """The best sequence of roles, given what the cues of each block add up to for each role."""
    forward, back = _forward(weighed, ties, rules)
    onward = _onward(weighed, ties, rules)
    ends = {role: forward[-1][role] - rules.end.get(role, float("inf")) for role in rules.roles}
    role = max(ends, key=lambda name: ends[name])
    best = ends[role]
    if best == NEVER:
        return Segmentation([Role("letterhead", 0.0) for _ in weighed], NEVER)
    path = [role]
    for pointers in reversed(back[1:]):
        path.append(role := pointers[role])
    path.reverse()
    through = [{r: f[r] + o[r] for r in rules.roles} for f, o in zip(forward, onward, strict=True)]
    roles = [_role(role, scores, best, rules) for role, scores in zip(path, through, strict=True)]
    return Segmentation(roles, best)


def _role(role: str, scores: Scores, best: float, rules: Grammar) -> Role:
    """A role with its margins, given the score of the best sequence through each role."""
    name = rules.alike.get(role, role)
    margin = best - max(score for other, score in scores.items() if other != role)
    others = {other: score for other, score in scores.items() if rules.alike.get(other, other) != name}
    rival = max(others, key=lambda other: others[other])
    return Role(name, margin, rules.alike.get(rival, rival), best - others[rival])


class _Step(NamedTuple):
    """A way from one role to another that the grammar allows."""

    other: str
    """The role at its other end."""
    cost: float
    changes: bool
    """Whether the role changes: then what holds the blocks together costs."""
    cohesion: float
    """What it costs that the words go on with the block before."""


def _steps(rules: Grammar, *, back: bool) -> dict[str, list[_Step]]:
    """The ways that lead to each role, or from each where not `back`."""
    found: dict[str, list[_Step]] = {role: [] for role in rules.roles}
    for before, after in product(rules.roles, rules.roles):
        cost = rules.follows[before].get(after)
        if cost is not None:
            cohesion = rules.cohesion if (before, after) == ("answer", "question") else 0.0
            here, other = (after, before) if back else (before, after)
            found[here].append(_Step(other, cost, before != after, cohesion))
    return found


def _taken(ways: Sequence[_Step], scores: Scores, held: float, shared: float) -> tuple[float, str]:
    """The best of these ways, given the score of the role at the other end of each; the first of equals."""
    best, taken = NEVER, ""
    for other, cost, changes, cohesion in ways:
        score = scores[other] - (cost + changes * held + cohesion * shared)
        if score > best:
            best, taken = score, other
    return best, taken


def _held(tie: Tie, rules: Grammar) -> float:
    """What a change of role costs here."""
    return tie.item * rules.item + tie.turned * rules.turned + tie.led * rules.led + tie.back * rules.back


def _forward(weighed: list[Scores], ties: Sequence[Tie], rules: Grammar) -> tuple[list[Scores], list[dict[str, str]]]:
    """The best score of any sequence that ends in each role at each block, and the role before it."""
    steps = _steps(rules, back=True)
    scores = [{r: weighed[0][r] - rules.start.get(r, float("inf")) for r in rules.roles}]
    back: list[dict[str, str]] = [{}]
    for own, tie in zip(weighed[1:], ties[1:], strict=True):
        held = _held(tie, rules)
        taken = {role: _taken(ways, scores[-1], held, tie.cohesion) for role, ways in steps.items()}
        scores.append({role: score + own[role] for role, (score, _) in taken.items()})
        back.append({role: before for role, (_, before) in taken.items()})
    return scores, back


def _onward(weighed: list[Scores], ties: Sequence[Tie], rules: Grammar) -> list[Scores]:
    """The best score of any sequence that goes on from each role at each block, its own not counted."""
    steps = _steps(rules, back=False)
    scores = [{r: -rules.end.get(r, float("inf")) for r in rules.roles}]
    for own, tie in zip(weighed[:0:-1], ties[:0:-1], strict=True):
        last = {role: score + own[role] for role, score in scores[-1].items()}
        held = _held(tie, rules)
        scores.append({role: _taken(ways, last, held, tie.cohesion)[0] for role, ways in steps.items()})
    return scores[::-1]
