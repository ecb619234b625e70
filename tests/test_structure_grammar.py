"""The grammar of a letter, put together from the traits of its form."""

from __future__ import annotations

from itertools import product

import pytest

from kamerbrief.structure.asides import OUTSIDE
from kamerbrief.structure.evidence.cues import CUES, DERIVED
from kamerbrief.structure.form.grammar import TRAITS, compose, trait_values

BETWEEN = {"question_type", "answer_type", "first_after_label", "printed_twice"}
"""Cues that compare blocks."""
ONLY_ASKED = {"inquires", "asks_indirectly", "states_first"}
"""Cues that other code asks for, and that have no weight."""
GRAMMARS = list(product(*([f"{trait}.{value}" for value in trait_values(trait)] for trait in TRAITS)))
ROLES = {*OUTSIDE, "question", "answer", "signature", "preamble"} - {"remark"}
"""What a block can be; what is a remark is only told when questions have their answers."""


def test_a_value_of_a_trait_overrides_the_base_and_nothing_else() -> None:
    base, marked = compose(), compose("answers.marked")
    assert (base.follows["heading"]["answer"], marked.follows["heading"]["answer"]) == (8.5, 14)
    assert marked.follows["heading"]["label"] == base.follows["heading"]["label"]
    assert marked.cues == base.cues


def test_the_later_of_two_values_wins() -> None:
    assert compose("answers.marked", "questions.numbered").start["question"] == 6
    assert compose("questions.numbered", "answers.marked").start["question"] == 3


def test_a_trait_may_leave_out_roles() -> None:
    assert "answer" not in compose("order.first-part").roles
    assert "question" not in compose("order.second-part").roles


def test_a_role_that_differs_by_its_place_has_the_cues_of_the_other() -> None:
    rules = compose()
    assert rules.alike["signature"] == "closing"
    assert rules.cues["valediction"]["signature"] == rules.cues["valediction"]["closing"] == 7


def test_a_value_that_there_is_not_is_an_error() -> None:
    with pytest.raises(KeyError):
        compose("answers.sung")


@pytest.mark.parametrize("values", GRAMMARS, ids=lambda values: "/".join(values))
def test_every_grammar_knows_its_roles(values: tuple[str, ...]) -> None:
    rules = compose(*values)
    assert set(rules.roles) <= ROLES
    assert {*rules.start, *rules.end, *rules.follows} <= ROLES
    assert {role for after in rules.follows.values() for role in after} <= ROLES
    assert {role for weights in rules.cues.values() for role in weights} <= ROLES
    assert set(rules.roles) <= set(rules.follows)
    assert set(rules.roles) & set(rules.start)
    assert set(rules.roles) & set(rules.end)


@pytest.mark.parametrize("values", GRAMMARS, ids=lambda values: "/".join(values))
def test_a_letter_can_come_to_every_role_and_end(values: tuple[str, ...]) -> None:
    rules = compose(*values)
    reached = set(rules.start) & set(rules.roles)
    for _ in rules.roles:
        reached |= {after for role in reached for after in rules.follows[role]} & set(rules.roles)
    assert reached & set(rules.end)
    assert reached >= {"question", "answer"} & set(rules.roles)


def test_every_cue_of_the_grammar_is_looked_for_and_the_other_way_round() -> None:
    named, looked_for = set(compose().cues), {*CUES, *DERIVED, *BETWEEN}
    assert named - looked_for == set()
    assert looked_for - named == ONLY_ASKED


def test_traits_change_no_cue_that_there_is_not() -> None:
    changed = {cue for trait in TRAITS for value in trait_values(trait).values() for cue in value.get("cues", {})}
    assert changed
    assert changed <= set(compose().cues)
