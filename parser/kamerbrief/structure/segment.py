"""Blocks -> roles: the best whole sequence that the grammar allows (Viterbi's algorithm).

Every block gives evidence for each role; a weak cue in one place is outvoted by the rest. How sure a role
is, is the margin: how much worse the best sequence is in which the block has another role.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kamerbrief.layout import Block
from kamerbrief.layout.openers import is_marker
from kamerbrief.layout.paragraphs import item_of
from kamerbrief.structure.cohesion import cohesion
from kamerbrief.structure.cues import CUES

NEVER = float("-inf")


@dataclass(frozen=True, slots=True)
class Grammar:
    """What grammar.toml says."""

    roles: tuple[str, ...]
    start: Mapping[str, float]
    end: Mapping[str, float]
    follows: Mapping[str, Mapping[str, float]]
    cues: Mapping[str, Mapping[str, float]]
    turn: float
    listed: float
    cohesion: float
    thin: float


class Role(NamedTuple):
    """What a block is, and by how much the evidence prefers that."""

    name: str
    margin: float


@cache
def grammar() -> Grammar:
    """The grammar of a faction-by-faction letter."""
    data = tomllib.loads(files("kamerbrief.structure").joinpath("grammar.toml").read_text(encoding="utf-8"))
    return Grammar(
        tuple(data["roles"]),
        data["start"],
        data["end"],
        data["follows"],
        data["cues"],
        data["turn"]["cost"],
        data["listed"]["cost"],
        data["cohesion"]["weight"],
        data["thin"]["margin"],
    )


def segment(blocks: Sequence[Block], rules: Grammar) -> list[Role]:
    """The role of each block. Where the grammar allows no sequence at all, every block is a letterhead."""
    if not blocks:
        return []
    evidence = _evidence(blocks, rules)
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
        Role(role, best - max(score for other, score in scores.items() if other != role))
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


def _evidence(blocks: Sequence[Block], rules: Grammar) -> list[Scores]:
    """What each block's cues say, added up by role."""
    looks = _looks(blocks)
    found = []
    for block in blocks:
        hits = [name for name, cue in CUES.items() if cue(block)]
        hits += [name for name, look in looks.items() if _look(block) == look and not block.rows]
        scores = dict.fromkeys(rules.roles, 0.0)
        for name in hits:
            for role, weight in rules.cues.get(name, {}).items():
                scores[role] += weight
        found.append(scores)
    return found


def _look(block: Block) -> tuple[bool, bool]:
    return block.bold, block.italic


def _looks(blocks: Sequence[Block]) -> dict[str, tuple[bool, bool]]:
    """How this letter sets its questions and its answers, where it sets them differently throughout.

    Learned from the blocks beside the markers: the last of a question before, the first of an answer after.
    """
    marks = [n for n, block in enumerate(blocks) if is_marker(block.text.text) and 0 < n < len(blocks) - 1]
    before = [_look(blocks[n - 1]) for n in marks]
    after = [_look(blocks[n + 1]) for n in marks]
    if len(marks) < 2:
        return {}
    question, answer = max(set(before), key=before.count), max(set(after), key=after.count)
    steady = before.count(question) > 0.8 * len(marks) and after.count(answer) > 0.8 * len(marks)
    return {"question_type": question, "answer_type": answer} if steady and question != answer else {}
