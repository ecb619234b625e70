"""Reports in two parts: the questions of all factions in I, the answers in II, paired by faction and by words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kamerbrief.factions import named_in
from kamerbrief.layout import LayoutBlock
from kamerbrief.structure.evidence.cues import CUES
from kamerbrief.structure.evidence.wording import MEMBERS_PRINTED
from kamerbrief.structure.form.grammar import grammar
from kamerbrief.structure.pairing.alignment import aligned
from kamerbrief.structure.pairing.exchange_builder import ExchangeBuilder, HeadingBuilder, all_drafts, headings
from kamerbrief.structure.roles import Role, segment

SECOND = re.compile(
    r"(?:II|B|2)\b[.)]?\s+(?:reactie|antwoord(?:en)?|beantwoording)\b|"
    r"(?:reactie|antwoord(?:en)?|beantwoording)\s+van\s+(?:de|het)\s+(?:minister|staatssecretaris|bewinds|kabinet|regering)\S*"
    r"(?:[\w\s,-]{0,80})$",
    re.I,
)
"""The heading of the second part: "II Reactie van de Minister"."""
LEAST = 2
"""Factions that must ask in the first part for it to be one."""


def second_part(blocks: Sequence[LayoutBlock]) -> int | None:
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


def _is_second(block: LayoutBlock) -> bool:
    text = block.text.text.strip()
    return len(text.split()) < 20 and SECOND.match(text) is not None


def in_two_parts(blocks: Sequence[LayoutBlock], start: int) -> tuple[list[Role], list[HeadingBuilder]]:
    """The roles of all blocks, and the headings of the first part with their questions answered."""
    first = segment(blocks[:start], grammar("part-questions"))
    second = segment(blocks[start:], grammar("part-answers"))
    asked = headings(blocks[:start], first)
    second = _thanked(blocks[start:], second)
    replies = _replies(blocks[start:], second)
    for heading in asked:
        heading.drafts = _answered(heading, replies)
    _leave_over(asked, replies)
    # the headings of the second part stand in no section: they mark whom the answers are to
    marks = [role._replace(name="marker") if role.name == "heading" else role for role in second]
    return [*first, *marks], asked


@dataclass(slots=True)
class FactionReply:
    """The answers to some factions, in printed order, each run with the numbers of its mark."""

    factions: frozenset[str]
    runs: list[tuple[tuple[str, ...], list[LayoutBlock]]] = field(default_factory=list)

    def add(self, block: LayoutBlock) -> None:
        """Put a paragraph behind the others."""
        if not self.runs:
            self.runs.append(((), []))
        self.runs[-1][1].append(block)

    @property
    def blocks(self) -> list[LayoutBlock]:
        return [block for _, run in self.runs for block in run]


def _thanked(blocks: Sequence[LayoutBlock], roles: Sequence[Role]) -> list[Role]:
    """What is said before the first heading of a faction answers nobody: it is an introduction."""
    first = next((n for n, r in enumerate(roles) if r.name == "heading" and named_in(blocks[n].words)), 0)
    return [
        role._replace(name="introduction") if n < first and role.name == "answer" else role
        for n, role in enumerate(roles)
    ]


def _replies(blocks: Sequence[LayoutBlock], roles: Sequence[Role]) -> list[FactionReply]:
    """The answers under each heading; where headings name no factions, by those that the answers name."""
    found = [FactionReply(frozenset())]
    headed = False
    for block, role in zip(blocks, roles, strict=True):
        if role.name == "heading":
            headed = bool(named_in(block.words))
            found.append(FactionReply(frozenset(named_in(block.words))))
        elif role.name == "marker":
            found[-1].runs.append((block.mark.numbers if block.mark else (), []))
        elif role.name == "answer":
            named = frozenset() if headed else _restated(block)
            if named and named != found[-1].factions:
                found.append(FactionReply(named))
            found[-1].add(block)
    return [reply for reply in found if reply.blocks]


def _restated(block: LayoutBlock) -> frozenset[str]:
    """The factions to which a paragraph of an answer says that it replies."""
    opening = block.text.text.split(". ")[0]
    return frozenset(named_in(opening)) if MEMBERS_PRINTED.search(opening) else frozenset()


def _answered(heading: HeadingBuilder, replies: list[FactionReply]) -> list[ExchangeBuilder]:
    """A faction's questions with its answers: by number, else in as many exchanges as their words tell apart."""
    questions = [block for draft in heading.drafts for block in draft.question]
    if not questions:
        return heading.drafts
    who = set(named_in(heading.text)) or {name for block in questions[:1] for name in named_in(block.words)}
    mine = next((reply for reply in replies if reply.factions & who), None)
    if mine is None:
        return heading.drafts
    replies.remove(mine)
    if any(numbers for numbers, _ in mine.runs) and any(draft.labels for draft in heading.drafts):
        return _by_number(heading.drafts, mine)
    return [
        ExchangeBuilder(question, answer, margin=margin) for question, answer, margin in aligned(questions, mine.blocks)
    ]


def _by_number(drafts: list[ExchangeBuilder], reply: FactionReply) -> list[ExchangeBuilder]:
    """Each answer with the questions whose numbers its mark has."""
    for numbers, run in reply.runs:
        named = [draft for draft in drafts if set(numbers) & set(draft.labels)] or drafts[-1:]
        for other in named[1:]:
            named[0].absorb(other)
            drafts = [draft for draft in drafts if draft is not other]
        named[0].answer += run
    return _introduced(drafts)


def _introduced(drafts: list[ExchangeBuilder]) -> list[ExchangeBuilder]:
    """What stands before the first number goes with the first question."""
    first, *rest = drafts
    if rest and not first.labels and not first.answer:
        rest[0].question[:0] = first.question
        return rest
    return drafts


def _leave_over(asked: Sequence[HeadingBuilder], replies: Sequence[FactionReply]) -> None:
    """Answers to nobody that asked: they go with the last question that nothing answers, else with the last."""
    for reply in replies:
        drafts = [draft for draft in all_drafts(asked) if not draft.answer] or all_drafts(asked)
        for draft in drafts[-1:]:
            draft.answer += reply.blocks
            draft.margin = 0.0
