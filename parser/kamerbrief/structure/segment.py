"""Blocks -> roles: the best whole sequence that the grammar allows (Viterbi's algorithm).

Every block gives evidence for each role; a weak cue in one place is outvoted by the rest. How sure a role
is, is the margin: how much worse the best sequence is in which the block has another role.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kamerbrief.layout import Block
from kamerbrief.layout.paragraphs import item_of
from kamerbrief.structure.cohesion import cohesion
from kamerbrief.structure.cues import CUES
from kamerbrief.structure.grammar import Grammar
from kamerbrief.structure.looks import Look, look, looks_beside_marks, looks_of_roles

NEVER = float("-inf")


class Role(NamedTuple):
    """What a block is, and by how much the evidence prefers that."""

    name: str
    margin: float


def segment(blocks: Sequence[Block], rules: Grammar) -> list[Role]:
    """The role of each block. Where the grammar allows no sequence at all, every block is a letterhead.

    Where no marks show how questions and answers are set, wording alone decides first, and what it finds shows it.
    """
    if not blocks:
        return []
    looks = looks_beside_marks(blocks)
    found = _best(blocks, rules, looks)
    if looks or not (learned := looks_of_roles(blocks, [role.name for role in found])):
        return found
    return _best(blocks, rules, learned)


def _best(blocks: Sequence[Block], rules: Grammar, looks: Mapping[str, Look]) -> list[Role]:
    """The best whole sequence."""
    evidence = _evidence(blocks, rules, looks)
    ties = _ties(blocks, rules)
    forward, back = _forward(blocks, evidence, ties, rules)
    onward = _onward(blocks, evidence, ties, rules)
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


Scores = dict[str, float]


class Tie(NamedTuple):
    """How strongly a block belongs to the one before it."""

    held: float
    """The cost of any change of role here."""
    alike: float
    """From -1 to 1: whether its words go on with the block before rather than with the next."""


def _ties(blocks: Sequence[Block], rules: Grammar) -> list[Tie]:
    items = [item_of(block.text.text) is not None for block in blocks]
    found = []
    for n, alike in enumerate(cohesion([block.text.text for block in blocks])):
        listed = rules.listed if n and items[n] and items[n - 1] else 0.0
        found.append(Tie(listed + (rules.turn if blocks[n].loose else 0.0), alike))
    return found


def _step(tie: Tie, before: str, after: str, rules: Grammar) -> float:
    """The cost of going from one role to the next, as a (negative) score."""
    cost = rules.follows[before].get(after)
    if cost is None:
        return NEVER
    if before != after:
        cost += tie.held
    if (before, after) == ("answer", "question"):
        cost += rules.cohesion * tie.alike
    return -cost


def _forward(
    blocks: Sequence[Block], evidence: list[Scores], ties: list[Tie], rules: Grammar
) -> tuple[list[Scores], list[dict[str, str]]]:
    """The best score of any sequence that ends in each role at each block, and the role before it."""
    scores = [{r: evidence[0][r] - rules.start.get(r, float("inf")) for r in rules.roles}]
    back: list[dict[str, str]] = [{}]
    for n in range(1, len(blocks)):
        row: Scores = {}
        pointers: dict[str, str] = {}
        for role in rules.roles:
            options = {b: scores[-1][b] + _step(ties[n], b, role, rules) for b in rules.roles}
            pointers[role] = max(options, key=lambda b: options[b])
            row[role] = options[pointers[role]] + evidence[n][role]
        scores.append(row)
        back.append(pointers)
    return scores, back


def _onward(blocks: Sequence[Block], evidence: list[Scores], ties: list[Tie], rules: Grammar) -> list[Scores]:
    """The best score of any sequence that goes on from each role at each block, its own not counted."""
    scores = [{r: -rules.end.get(r, float("inf")) for r in rules.roles}]
    for n in range(len(blocks) - 1, 0, -1):
        scores.append(
            {
                role: max(
                    _step(ties[n], role, after, rules) + evidence[n][after] + scores[-1][after] for after in rules.roles
                )
                for role in rules.roles
            }
        )
    return scores[::-1]


def _evidence(blocks: Sequence[Block], rules: Grammar, looks: Mapping[str, Look]) -> list[Scores]:
    """What each block's cues say, added up by role."""
    found = []
    for n, block in enumerate(blocks):
        hits = [name for name in rules.cues if name in CUES and CUES[name](block)]
        hits += [name for name, how in looks.items() if look(block) == how and not (block.rows or block.mark)]
        if n and blocks[n - 1].mark and _opens_question(blocks[n - 1]):
            hits.append("first_after_label")
        scores = dict.fromkeys(rules.roles, 0.0)
        for name in hits:
            for role, weight in rules.cues.get(name, {}).items():
                if role in scores:
                    scores[role] += weight
        found.append(scores)
    return found


def _opens_question(block: Block) -> bool:
    return block.mark is not None and block.mark.side == "question"
