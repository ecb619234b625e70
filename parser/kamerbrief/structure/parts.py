"""Reports in two parts: the questions of all factions in I, the answers in II, paired by faction and by words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kamerbrief.factions import named_in
from kamerbrief.layout import Block
from kamerbrief.structure.align import aligned
from kamerbrief.structure.cues import CUES, MEMBERS
from kamerbrief.structure.drafts import Draft, Heading, all_drafts, headings
from kamerbrief.structure.grammar import grammar
from kamerbrief.structure.segment import Role, segment

SECOND = re.compile(
    r"(?:II|B|2)\b[.)]?\s+(?:reactie|antwoord(?:en)?|beantwoording)\b|"
    r"(?:reactie|antwoord(?:en)?|beantwoording)\s+van\s+(?:de|het)\s+(?:minister|staatssecretaris|bewinds|kabinet|regering)\S*"
    r"(?:[\w\s,-]{0,80})$",
    re.I,
)
"""The heading of the second part: "II Reactie van de Minister"."""
LEAST = 2
"""Factions that must ask in the first part for it to be one."""


def second_part(blocks: Sequence[Block]) -> int | None:
    """Index of the heading of the answers' part; None where a letter is not in two parts.

    All factions ask before it, and no question stands behind it but in headings. A table of contents has the same
    headings: the last one counts.
    """
    starts = [n for n, block in enumerate(blocks) if _is_second(block)]
    if len(starts) not in (1, 2):
        return None
    start = starts[-1]
    before = {name for block in blocks[:start] if CUES["members_ask"](block) for name in named_in(block.words)}
    asking = sum(CUES["asks"](block) for block in blocks[:start])
    behind = sum(CUES["asks"](block) for block in blocks[start:])
    return start if len(before) >= LEAST and behind <= asking / 3 and start < len(blocks) - 1 else None


def _is_second(block: Block) -> bool:
    text = block.text.text.strip()
    return len(text.split()) < 20 and SECOND.match(text) is not None


def in_two_parts(blocks: Sequence[Block], start: int) -> tuple[list[Role], list[Heading]]:
    """The roles of all blocks, and the headings of the first part with their questions answered."""
    first = segment(blocks[:start], grammar("part-questions"))
    second = segment(blocks[start:], grammar("part-answers"))
    asked = headings(blocks[:start], first)
    replies = _replies(blocks[start:], second)
    for heading in asked:
        heading.drafts = _answered(heading, replies)
    _leave_over(asked, replies)
    # the headings of the second part stand in no section: they mark whom the answers are to
    marks = [role._replace(name="marker") if role.name == "heading" else role for role in second]
    return [*first, *marks], asked


Replies = list[tuple[frozenset[str], list[Block]]]
"""Answers in printed order, each run with the factions that it is to."""


def _replies(blocks: Sequence[Block], roles: Sequence[Role]) -> Replies:
    """The answers under each heading; where headings name no factions, by those that the answers name."""
    found: Replies = []
    factions: frozenset[str] = frozenset()
    headed = False
    for block, role in zip(blocks, roles, strict=True):
        if role.name == "heading":
            factions, headed = frozenset(named_in(block.words)), bool(named_in(block.words))
            found.append((factions, []))
        elif role.name == "answer":
            if not headed and (named := _restated(block)) and named != factions:
                factions = named
                found.append((factions, []))
            _last(found, factions, block)
    return [(who, answer) for who, answer in found if answer]


def _last(found: Replies, factions: frozenset[str], block: Block) -> None:
    if not found:
        found.append((factions, []))
    found[-1][1].append(block)


def _restated(block: Block) -> frozenset[str]:
    """The factions to which a paragraph of an answer says that it replies."""
    opening = block.text.text.split(". ")[0]
    return frozenset(named_in(opening)) if MEMBERS.search(opening) else frozenset()


def _answered(heading: Heading, replies: Replies) -> list[Draft]:
    """A faction's questions with its answers, in as many exchanges as their words tell apart."""
    questions = [block for draft in heading.drafts for block in draft.question]
    if not questions:
        return heading.drafts
    who = set(named_in(heading.text)) or {name for block in questions[:1] for name in named_in(block.words)}
    mine = next((reply for reply in replies if reply[0] & who), None)
    if mine is None:
        return heading.drafts
    replies.remove(mine)
    return [Draft(question, answer, margin=margin) for question, answer, margin in aligned(questions, mine[1])]


def _leave_over(asked: Sequence[Heading], replies: Replies) -> None:
    """Answers to nobody that asked: they go with the last question that nothing answers, else with the last."""
    for _, answer in replies:
        open_ones = [draft for draft in all_drafts(asked) if not draft.answer] or all_drafts(asked)[-1:]
        for draft in open_ones[-1:]:
            draft.answer += answer
            draft.margin = 0.0
