"""Which answer goes with which question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kamerbrief.layout import LayoutBlock
from kamerbrief.structure.evidence.evidence import gather
from kamerbrief.structure.evidence.marked_blocks import with_mark
from kamerbrief.structure.pairing.drafts import (
    ExchangeDraft,
    HeadingDraft,
    all_drafts,
    each_alone,
    rejoin,
    without_remarks,
)
from kamerbrief.structure.pairing.exchange_builder import build
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


def kept(found: list[HeadingDraft]) -> list[tuple[str, str]]:
    """Question and answer of each exchange that is left without remarks."""
    left = all_drafts(without_remarks(found, lambda b: b.words.endswith("?")))
    return [(" ".join(b.words for b in d.question), " ".join(b.words for b in d.answer)) for d in left]


def draft(question: str, answer: str = "", label: str = "") -> ExchangeDraft:
    asked, told = ((with_mark(block(text)),) if text else () for text in (question, answer))
    return ExchangeDraft(asked, told, labels=(label,) if label else ())


def test_what_leads_to_a_question_goes_with_it() -> None:
    found = [HeadingDraft((), (draft("De leden danken voor de brief."), draft("Wat?", "Zo.", "1")))]
    assert kept(found) == [("De leden danken voor de brief. Wat?", "Zo.")]


def test_a_remark_with_no_question_behind_it_is_left_out() -> None:
    found = [HeadingDraft((), (draft("Wat?", "Zo."),)), HeadingDraft((), (draft("De leden danken voor de brief."),))]
    assert kept(found) == [("Wat?", "Zo.")]


def test_a_question_without_an_answer_is_no_remark() -> None:
    found = [HeadingDraft((), (draft("Wat?", "Zo."), draft("Hoe?")))]
    assert kept(found) == [("Wat?", "Zo."), ("Hoe?", "")]


def test_where_nothing_is_answered_nothing_is_a_remark() -> None:
    assert kept([HeadingDraft((), (draft("De leden danken voor de brief."),))]) == [
        ("De leden danken voor de brief.", "")
    ]


def test_questions_that_nothing_parts_may_each_stand_alone() -> None:
    together = ExchangeDraft(question=(with_mark(block("Wat?")), with_mark(block("Hoe?"))))
    (heading,) = each_alone([HeadingDraft((), (together,))])
    assert [[b.words for b in draft.question] for draft in heading.drafts] == [["Wat?"], ["Hoe?"]]


def test_paragraphs_are_rejoined_over_the_page_but_not_with_a_table() -> None:
    loose = replace(with_mark(block("en sluis", page=2)), loose=True)
    table = replace(loose, rows=(("2020", "8"),))
    (heading,) = rejoin([HeadingDraft((), (ExchangeDraft(answer=(with_mark(block("De brug")), loose, table)),))])
    whole, rest = heading.drafts[0].answer
    assert (whole.words, whole.end_page, rest.rows) == ("De brug en sluis", 2, table.rows)


def test_all_questions_under_the_name_of_a_member_are_theirs() -> None:
    texts = ["Vragen van het lid Bos (CDA)", "Wat?", "Zo.", "Hoe?", "Dit."]
    blocks = gather([block(text) for text in texts]).blocks
    roles = [Role(name, 9.0) for name in ("label", "question", "answer", "question", "answer")]
    assert [draft.who for draft in all_drafts(build(blocks, roles))] == ["het lid Bos (CDA)"] * 2
