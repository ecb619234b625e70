"""Score how well a reading explains a letter: questions answered, marks used, headings told, little left over."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from kamerbrief.factions import named_in
from kamerbrief.structure.evidence.evidence import Evidence
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.pairing.drafts import ExchangeDraft, HeadingDraft, all_drafts
from kamerbrief.structure.roles import Role

ASKED = frozenset({"members_ask", "addresses_you", "addresses_government"})
"""Cues of a text that puts something to the government."""


@cache
def weights() -> Mapping[str, float]:
    """What each share is worth, from explanation.toml."""
    text = files("kamerbrief.structure").joinpath("explanation.toml").read_text(encoding="utf-8")
    found: dict[str, float] = tomllib.loads(text)["weights"]
    return found


def explain(evidence: Evidence, roles: Sequence[Role], headings: Sequence[HeadingDraft]) -> float:
    """How well a reading explains a letter; only readings of one letter can be compared."""
    found = shares(evidence, roles, headings)
    return sum(weight * found[name] for name, weight in weights().items())


def shares(evidence: Evidence, roles: Sequence[Role], headings: Sequence[HeadingDraft]) -> dict[str, float]:
    """What speaks for a reading, by the names of explanation.toml: each a share from 0 to 1."""
    drafts = all_drafts(headings)
    cues = {id(block): cues for block, cues in zip(evidence.blocks, evidence.cues, strict=True)}
    words = sum(_size(block) for block in evidence.blocks)
    placed = sum(_size(block) for draft in drafts for block in (*draft.question, *draft.answer))
    answers = [block for draft in drafts for block in draft.answer if not block.rows]
    questions = [draft.question for draft in drafts if draft.question]
    return {
        "answered": _share([bool(draft.question and draft.answer) for draft in drafts]),
        "asking": _share([any("inquires" in cues.get(id(b), ()) for b in side) for side in questions]),
        "stating": _share([not asks_in_words(cues.get(id(block), frozenset())) for block in answers]),
        "spoken": _share([not answers_in_words(cues.get(id(b), frozenset())) for side in questions for b in side]),
        "alike": _alike(roles),
        "headed": _share(_headings_told(evidence, roles)),
        "filled": _share(_factions_filled(headings)),
        "covered": placed / max(1, words),
        "marks": _share(_marks_used(evidence, roles)),
        "numbers": _share(_numbers_matched(drafts)),
        "single": _share([len(draft.labels) < 2 for draft in drafts]),
        "many": min(1.0, len(drafts) / max(1, sum("inquires" in c for c in evidence.cues))),
    }


def _share(told: Sequence[bool]) -> float:
    return sum(told) / len(told) if told else 0.0


def _size(block: MarkedBlock) -> int:
    return len(block.words.split())


def asks_in_words(cues: frozenset[str]) -> bool:
    """Whether a paragraph looks like a question: it ends with one, put to the government."""
    return "asks" in cues and bool(cues & ASKED) and "first_person" not in cues


def answers_in_words(cues: frozenset[str]) -> bool:
    """Whether a paragraph looks like an answer or an introduction: the government speaks, and asks nothing."""
    return bool(cues & {"first_person", "announces", "restates"}) and not cues & {"asks", "addresses_you"}


def _alike(roles: Sequence[Role]) -> float:
    """Share of the answers that start as most do, with a mark or without: from 0.5 to 1; 0 if there are none."""
    names = ["", *(role.name for role in roles)]
    starts = [before == "marker" for before, name in pairwise(names) if name == "answer" and before != "answer"]
    return max(_share(starts), 1 - _share(starts)) if starts else 0.0


def _factions_filled(headings: Sequence[HeadingDraft]) -> list[bool]:
    """For each part of a faction, sub-headings included, whether an exchange stands in it."""
    found: list[bool] = []
    for heading in headings:
        if named_in(heading.text):
            found.append(False)
        if found:
            found[-1] = found[-1] or bool(heading.drafts)
    return found or [True]


def _headings_told(evidence: Evidence, roles: Sequence[Role]) -> list[bool]:
    """For each line that names a faction as a heading does whether it stands in no exchange."""
    return [
        role.name not in ("question", "answer", "remark")
        for cues, role in zip(evidence.cues, roles, strict=True)
        if cues & {"heading_words", "faction_alone"} and cues & {"heading_look", "printed_twice"}
    ] or [True]


def _marks_used(evidence: Evidence, roles: Sequence[Role]) -> list[bool]:
    """For each printed mark whether it is read as one."""
    sides = {"question": "label", "answer": "marker", "notice": "notice"}
    return [
        role.name == sides[block.side]
        for block, role in zip(evidence.blocks, roles, strict=True)
        if block.side in sides
    ] or [True]


def _numbers_matched(drafts: Sequence[ExchangeDraft]) -> list[bool]:
    """For each numbered question whether it has an answer."""
    return [bool(draft.answer) for draft in drafts if draft.labels] or [True]
