"""Which forms a letter may have, as far as its marks and headings leave it open."""

from __future__ import annotations

from kamerbrief.structure.form.forms import Form, likely_forms
from kamerbrief.structure.form.parts import part_starts
from structured import evidence_of

ASK, SAY = "De leden van de SP-fractie vragen wat de brug kost.", "De brug kost niets."
MARKED = [text for _ in range(4) for text in (ASK, "Antwoord", SAY)]


def forms(*texts: str, members: bool = False) -> list[Form]:
    return list(likely_forms(evidence_of(*texts), members=members))


def answers_and_questions(*texts: str) -> set[tuple[str, str]]:
    return {(form.answers, form.questions) for form in forms(*texts)}


def numbered(*numbers: str) -> list[str]:
    return [text for n in numbers for text in (f"Vraag {n}", ASK, f"Antwoord {n}", SAY)]


def test_without_marks_nothing_is_marked_or_numbered() -> None:
    assert answers_and_questions(ASK, SAY) == {("unmarked", "plain")}


def test_each_question_with_its_marked_answer_leaves_nothing_open() -> None:
    assert answers_and_questions(*numbered("1", "2", "3", "4")) == {("marked", "numbered")}


def test_answers_alone_that_are_marked_may_be_a_word_of_the_text() -> None:
    assert answers_and_questions(*MARKED) == {("marked", "plain"), ("unmarked", "plain")}


def test_where_many_answers_lack_a_mark_they_may_all() -> None:
    found = answers_and_questions("Vraag 1", ASK, "Vraag 2", ASK, *numbered("3", "4"))
    assert found == {("marked", "numbered"), ("unmarked", "numbered")}


def test_a_few_numbers_may_be_none_of_questions() -> None:
    assert answers_and_questions(*numbered("1", "2")) == {("marked", "numbered"), ("marked", "plain")}


def test_who_asks_is_known_before() -> None:
    assert {form.askers for form in forms(ASK, SAY)} == {"factions"}
    assert {form.askers for form in forms(ASK, SAY, members=True)} == {"members"}


def test_how_the_government_speaks_of_itself_is_told_from_its_answers() -> None:
    assert {form.voice for form in forms(ASK, "De regering deelt die zorg.")} == {"government"}
    assert {form.voice for form in forms(ASK, "Ik deel die zorg.")} == {"person"}


def test_only_answers_that_restate_their_questions_may_stand_apart() -> None:
    assert {form.order for form in forms(*MARKED)} == {"turn"}
    restated = [text for _ in range(3) for text in ("Antwoord", "Op de vraag van de leden van D66: dat kan.")]
    assert {form.order for form in forms(ASK, ASK, ASK, *restated)} == {"turn", "section"}


SP, VVD = "*Inbreng van de leden van de SP-fractie*", "*Inbreng van de leden van de VVD-fractie*"
TWO_PARTS = ("*I Vragen*", SP, ASK, VVD, ASK, "*II Reactie van de Minister*", SP, SAY, VVD, SAY)


def test_a_second_part_begins_at_its_heading() -> None:
    assert part_starts(evidence_of(*TWO_PARTS)) == [5]
    assert {form.second_part for form in forms(*TWO_PARTS)} == {5}


def test_without_a_heading_that_says_so_the_letter_may_have_one_part() -> None:
    repeated = (SP, ASK, VVD, ASK, SP, SAY, VVD, SAY)
    assert {form.second_part for form in forms(*repeated)} == {None, 4}


def test_a_heading_over_each_answer_begins_no_second_part() -> None:
    answer = "*Antwoord van de minister*"
    contents = ("*Inhoud*", SP, VVD)
    assert None in {form.second_part for form in forms(*contents, SP, ASK, answer, SAY, VVD, ASK, answer, SAY)}


def test_a_second_part_begins_where_the_factions_come_again() -> None:
    assert part_starts(evidence_of(SP, ASK, VVD, ASK, SP, SAY, VVD, SAY)) == [4]


def test_factions_in_a_table_of_contents_begin_no_part() -> None:
    assert part_starts(evidence_of(SP, VVD, SP, ASK, SAY, VVD, ASK, SAY)) == []


def test_one_faction_that_comes_again_begins_no_part() -> None:
    assert part_starts(evidence_of(SP, ASK, SAY, SP, ASK, SAY)) == []


def test_the_values_of_a_form_are_those_of_the_grammar() -> None:
    assert Form("marked", "plain", "factions", "person").values("turn") == (
        "answers.marked",
        "questions.plain",
        "askers.factions",
        "voice.person",
        "tense.present",
        "order.turn",
    )
