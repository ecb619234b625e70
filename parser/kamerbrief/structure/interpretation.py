"""Read a letter in each form that it may have, and keep the reading that explains the whole letter best."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kamerbrief.factions import named_in
from kamerbrief.structure.decided import NOTHING, Decided
from kamerbrief.structure.evidence.evidence import Evidence
from kamerbrief.structure.explanation import explain
from kamerbrief.structure.form.forms import Form, likely_forms
from kamerbrief.structure.form.grammar import compose
from kamerbrief.structure.pairing.alignment import inquires, realign
from kamerbrief.structure.pairing.drafts import HeadingDraft, all_drafts, each_alone, without_remarks
from kamerbrief.structure.pairing.exchange_builder import build
from kamerbrief.structure.pairing.reply_scopes import restated_factions
from kamerbrief.structure.pairing.two_part_reports import pair_parts
from kamerbrief.structure.roles import Role, segment

FEW = 0.05
"""Share of the blocks in which two readings may differ and still be one."""


class Interpretation(NamedTuple):
    """A letter read in one form: the role of each block, and the exchanges under their headings."""

    form: Form
    roles: list[Role]
    headings: list[HeadingDraft]
    worth: float
    """How well it explains the letter; higher is better."""
    margin: float = float("inf")
    """By how much it is better than the next."""
    rival: Interpretation | None = None
    """The next best reading that differs from it."""


def best_interpretation(evidence: Evidence, *, members: bool, decided: Decided = NOTHING) -> Interpretation:
    """The best reading of a letter that keeps to what a person decided.

    `members`: its title or marks name members who ask.
    """
    forms = decided.forms(likely_forms(evidence, members=members))
    found = [_interpret(evidence, form, decided) for form in forms]
    best, *others = sorted(found, key=lambda one: -one.worth)
    best = best._replace(headings=decided.drafts(best.headings))
    rival = next((other for other in others if _differs(other, best)), None)
    return best._replace(margin=best.worth - rival.worth, rival=rival) if rival else best


def _differs(one: Interpretation, other: Interpretation) -> bool:
    """Whether two readings tell more than a few blocks apart in another way."""
    others = sum(a.name != b.name for a, b in zip(one.roles, other.roles, strict=True))
    return others > FEW * len(one.roles)


def _interpret(evidence: Evidence, form: Form, decided: Decided) -> Interpretation:
    read = _in_turn if form.second_part is None else _in_parts
    roles, headings = read(evidence, form, decided)
    return Interpretation(form, roles, headings, explain(evidence, roles, headings))


def _in_turn(evidence: Evidence, form: Form, decided: Decided) -> tuple[list[Role], list[HeadingDraft]]:
    roles = decided.roles(evidence.blocks, segment(evidence, compose(*form.values(form.order))).roles, opening=True)
    headings = build(evidence.blocks, roles)
    if not any(draft.answer or draft.labels for draft in all_drafts(headings)):
        headings = each_alone(headings)
    headings = without_remarks(realign(headings), lambda block: inquires(block) or decided.asks(block))
    return _placed(evidence, roles, headings), headings


def _in_parts(evidence: Evidence, form: Form, decided: Decided) -> tuple[list[Role], list[HeadingDraft]]:
    """The questions of part I with the answers of part II; the headings of part II mark whom the answers are to."""
    start = form.second_part
    first, second = evidence.part(0, start), evidence.part(start or 0)
    asked_roles = decided.roles(first.blocks, segment(first, compose(*form.values("first-part"))).roles, opening=True)
    answer_roles = _introduced(second, segment(second, compose(*form.values("second-part"))).roles)
    answer_roles = decided.roles(second.blocks, answer_roles)
    headings = pair_parts(build(first.blocks, asked_roles), second.blocks, answer_roles)
    marks = [role._replace(name="marker") if role.name == "heading" else role for role in answer_roles]
    return _placed(evidence, [*asked_roles, *marks], headings), headings


def _introduced(second: Evidence, roles: Sequence[Role]) -> list[Role]:
    """What is said before the first heading of a faction, or of a theme, answers nobody: it is an introduction.

    Where an answer that names a faction stands before that, it ends there.
    """
    headings = [n for n, role in enumerate(roles) if n and role.name == "heading"]
    first = next((n for n in headings if named_in(second.blocks[n].words)), min(headings, default=0))
    first = next((n for n in range(1, first) if restated_factions(second.blocks[n])), first)
    return [
        role._replace(name="introduction") if n < first and role.name == "answer" else role
        for n, role in enumerate(roles)
    ]


def _placed(evidence: Evidence, roles: list[Role], headings: Sequence[HeadingDraft]) -> list[Role]:
    """The roles, with what stands in no exchange told apart: remarks of a faction that asks nothing, and headings."""
    used = {id(block) for draft in all_drafts(headings) for block in (*draft.question, *draft.answer)}
    shown = {id(block) for heading in headings for block in heading.blocks}
    found = []
    for block, role in zip(evidence.blocks, roles, strict=True):
        if role.name in ("question", "answer") and id(block) not in used:
            role = role._replace(name="remark")
        elif role.name == "marker" and id(block) in shown:
            role = role._replace(name="heading")
        found.append(role)
    return found
