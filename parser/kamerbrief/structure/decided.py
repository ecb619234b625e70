"""Keep the reading of a letter to what a person decided about its paragraphs, its exchanges and its form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import msgspec

from kamerbrief.model import Decision, Verb
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.form.forms import Form
from kamerbrief.structure.pairing.drafts import ExchangeDraft, HeadingDraft, all_drafts
from kamerbrief.structure.pairing.regrouping import ask_by, holds, join_before, move, split_at
from kamerbrief.structure.paragraph_names import begins_with, find_paragraph, name_of
from kamerbrief.structure.roles import Role

ROLES = {"question": "question", "answer": "answer", "heading": "heading", "aside": "remark", "split": "question"}
"""The role of a paragraph after each verb that gives it one; `split` gives it where a question may stand."""
TRAITS = ("answers", "questions", "order")
"""The traits of a form that a decision names; where a second part begins is told by the words of its first block."""
SECOND_PART = "second_part"
SURE = float("inf")


class BoundDecision(NamedTuple):
    """A decision with the paragraphs that it is about, as far as the letter has them."""

    decision: Decision
    block: MarkedBlock | None
    target: MarkedBlock | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided about a letter."""

    bound: tuple[BoundDecision, ...] = ()
    blocks: tuple[MarkedBlock, ...] = ()
    """All blocks of the letter, in printed order."""

    def about(self, verb: Verb) -> Iterator[tuple[MarkedBlock, BoundDecision]]:
        """Yield the decisions with a verb, each with the paragraph that it is about."""
        return ((one.block, one) for one in self.bound if one.decision.verb == verb and one.block is not None)

    def value(self, verb: Verb) -> tuple[str, ...]:
        """The value of what was decided about the whole letter; empty where nothing was."""
        return next((one.decision.value for one in self.bound if one.decision.verb == verb), ())

    def forms(self, likely: Iterable[Form]) -> list[Form]:
        """The forms that a decision allows; all where it allows none of them."""
        found, values = list(likely), self.value("form")
        return [form for form in found if not values or is_form(form, values, self.blocks)] or found

    def roles(self, blocks: Sequence[MarkedBlock], roles: Sequence[Role], *, opening: bool = False) -> list[Role]:
        """The roles of these blocks, with those changed that were decided.

        `opening`: exchanges may start among these blocks.
        """
        told: dict[int, Verb] = {}
        for decision, block, _ in self.bound:
            if block is not None and decision.verb in ROLES and (opening or decision.verb != "split"):
                told |= dict.fromkeys(_with_rest(block, blocks, roles), decision.verb)
        return [
            _decided_role(told[id(block)], role, opening=opening) if id(block) in told else role
            for block, role in zip(blocks, roles, strict=True)
        ]

    def asks(self, block: MarkedBlock) -> bool:
        """Whether a person decided that a paragraph asks something."""
        return any(one.block is block and ROLES.get(one.decision.verb) == "question" for one in self.bound)

    def drafts(self, headings: Sequence[HeadingDraft]) -> list[HeadingDraft]:
        """The exchanges, parted and joined as was decided, with those who were decided to ask."""
        found, order = list(headings), {id(block): n for n, block in enumerate(self.blocks)}
        for block, _ in self.about("split"):
            found = split_at(found, block, order)
        for block, _ in self.about("join"):
            found = join_before(found, block)
        for block, one in self.about("to"):
            found = move(found, block, one.target, order) if one.target else found
        for block, one in self.about("factions"):
            found = ask_by(found, block, one.decision.value)
        return found

    def applied(self, headings: Sequence[HeadingDraft], form: Form) -> tuple[list[Decision], list[Decision]]:
        """The decisions that a reading keeps to, each with the exchange and page it is about now, and the others."""
        drafts = all_drafts(headings)
        kept: list[Decision] = []
        lost: list[Decision] = []
        for one in self.bound:
            (kept if self._holds(one, drafts, form) else lost).append(_placed(one, drafts))
        return kept, lost

    def _holds(self, one: BoundDecision, drafts: Sequence[ExchangeDraft], form: Form) -> bool:
        """Whether a reading keeps to a decision."""
        verb, block = one.decision.verb, one.block
        if verb == "genre":
            return True
        if verb == "form":
            return is_form(form, one.decision.value, self.blocks)
        if block is None:
            return False
        draft = next((draft for draft in drafts if holds(draft, block)), None)
        if draft is None or verb in ("heading", "aside"):
            return draft is None and verb in ("heading", "aside")
        starts = draft.question[:1] == (block,)
        return {
            "question": any(other is block for other in draft.question),
            "answer": any(other is block for other in draft.answer),
            "split": starts,
            "join": draft.first is not block,
            "to": one.target is not None and holds(draft, one.target),
            "factions": draft.factions == one.decision.value,
        }[verb]


NOTHING = Decided()
"""Where nothing was decided."""


def bind(decisions: Sequence[Decision], blocks: Sequence[MarkedBlock]) -> Decided:
    """Find the paragraphs that decisions are about, by the words with which they begin."""

    def bound(one: Decision) -> BoundDecision:
        target = find_paragraph(one.value[0], one.value_nth, blocks) if one.verb == "to" and one.value else None
        return BoundDecision(one, find_paragraph(one.at, one.nth, blocks) if one.at else None, target)

    return Decided(tuple(map(bound, decisions)), tuple(blocks)) if decisions else NOTHING


def traits_of(form: Form, blocks: Sequence[MarkedBlock]) -> tuple[str, ...]:
    """The traits of a form as a decision has them: "answers=marked", "second_part=II Reactie van de minister"."""
    told = [f"{name}={getattr(form, name)}" for name in TRAITS]
    start = form.second_part
    return (*told, f"{SECOND_PART}={name_of(blocks[start], blocks)[0]}") if start is not None else tuple(told)


def is_form(form: Form, values: Sequence[str], blocks: Sequence[MarkedBlock]) -> bool:
    """Whether a form has these traits."""
    told = {name: value for name, _, value in (one.partition("=") for one in values)}
    words, start = told.pop(SECOND_PART, ""), form.second_part
    if (start is None) == bool(words) or any(getattr(form, name, None) != value for name, value in told.items()):
        return False
    return start is None or begins_with(blocks[start], words)


def _placed(one: BoundDecision, drafts: Sequence[ExchangeDraft]) -> Decision:
    """A decision with the exchange and the page it is about now."""
    number = next((n for n, draft in enumerate(drafts, 1) if one.block is not None and holds(draft, one.block)), None)
    return msgspec.structs.replace(one.decision, exchange=number, page=one.block.page if one.block else None)


def _decided_role(verb: Verb, role: Role, *, opening: bool) -> Role:
    """The role that a verb gives a block; what stands outside already stays what it is, as headings of part II."""
    outside = role.name not in ("question", "answer") and (role.name != "heading" or not opening)
    return Role(role.name if verb == "aside" and outside else ROLES[verb], SURE)


def _with_rest(block: MarkedBlock, blocks: Sequence[MarkedBlock], roles: Sequence[Role]) -> list[int]:
    """The ids of the blocks of a paragraph: the first, and those of its role that go on with it over a page turn.

    Empty where the block is not among `blocks`.
    """
    at = next((n for n, other in enumerate(blocks) if other is block), len(blocks))
    end = at + 1
    while end < len(blocks) and blocks[end].loose and roles[end].name == roles[at].name and not blocks[end].rows:
        end += 1
    return [id(other) for other in blocks[at : at + 1 if block.rows else end]]
