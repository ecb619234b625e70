"""Which answer goes with which question."""

from __future__ import annotations

import pytest

from kamerbrief.layout import LayoutBlock
from kamerbrief.structure.evidence.evidence import gather
from kamerbrief.structure.pairing.exchange_builder import all_drafts, build
from kamerbrief.structure.roles import Role
from pages import block

NAMES = {"question": "label", "answer": "marker"}


def told(*texts: str) -> list[tuple[str, str, str]]:
    """Labels, question and answer of each exchange; a text ending in ? asks, another answers."""
    blocks = gather([block(text) for text in texts]).blocks
    roles = [Role(NAMES[b.mark.side] if b.mark else _side(b), 9.0) for b in blocks]
    return [
        (" ".join(d.labels), " ".join(b.words for b in d.question), " ".join(b.words for b in d.answer))
        for d in all_drafts(build(blocks, roles))
    ]


def _side(one: LayoutBlock) -> str:
    return "heading" if one.words.isupper() else "question" if one.words.endswith("?") else "answer"


def test_questions_printed_apart_and_answered_together_are_one_exchange() -> None:
    found = told("Vraag 1", "Wat?", "Vraag 2", "Hoe?", "Antwoord op vraag 1 en 2", "Zo.")
    assert found == [("1 2", "Wat? Hoe?", "Zo.")]


def test_an_answer_far_from_its_question_is_found_by_its_number() -> None:
    found = told("Vraag 1", "Wat?", "Vraag 2", "Hoe?", "Antwoord 2", "Zo.", "Antwoord 1", "Dit.")
    assert found == [("1", "Wat?", "Dit."), ("2", "Hoe?", "Zo.")]


def test_an_answer_without_a_number_answers_all_that_wait() -> None:
    assert told("Vraag 1", "Wat?", "Vraag 2", "Hoe?", "Antwoord", "Zo.") == [("1 2", "Wat? Hoe?", "Zo.")]


def test_a_heading_of_the_answers_answers_nothing() -> None:
    found = told("Vraag 1", "Wat?", "Vraag 2", "Hoe?", "Antwoorden", "Antwoord 1", "Dit.", "Antwoord 2", "Zo.")
    assert found == [("1", "Wat?", "Dit."), ("2", "Hoe?", "Zo.")]


def test_numbers_that_start_again_mean_the_question_that_waits() -> None:
    first = ("A", "Vraag 1", "Wat?", "Antwoord 1", "Dit.")
    assert told(*first, "B", "Vraag 1", "Hoe?", "Antwoord 1", "Zo.")[1] == ("1", "Hoe?", "Zo.")


@pytest.mark.parametrize("number", ["7", "2"])
def test_an_answer_with_a_wrong_number_goes_with_the_question_before_it(number: str) -> None:
    assert told("Vraag 1", "Wat?", f"Antwoord {number}", "Dit.")[0][2] == "Dit."


def test_what_nothing_answers_has_an_empty_answer() -> None:
    assert told("Vraag 1", "Wat?", "Vraag 2", "Hoe?") == [("1", "Wat?", ""), ("2", "Hoe?", "")]
