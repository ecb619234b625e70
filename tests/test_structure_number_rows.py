"""Which bare numbers mark questions, and which mark the answers to them."""

from __future__ import annotations

from kamerbrief.layout import LayoutBlock
from pages import block
from structured import evidence_of

ASK, SAY = "Hoeveel bruggen zijn er?", "Er zijn er acht."


def sides(*texts: str | LayoutBlock) -> str:
    """q or a for each mark, - for a text."""
    return "".join(b.side[0] if b.side else "-" for b in evidence_of(*texts).blocks)


def row(*numbers: str, then: str = ASK) -> list[str]:
    return [part for number in numbers for part in (number, then)]


def test_numbers_with_questions_behind_them_are_marks() -> None:
    assert sides("1", ASK, SAY, "2", ASK, SAY, "3", ASK, SAY) == "q--q--q--"


def test_numbers_before_their_text_are_marks_and_are_taken_off() -> None:
    found = evidence_of(f"1. {ASK}", SAY, f"2. {ASK}", SAY, f"3. {ASK}", SAY)
    assert [b.words for b in found.blocks[:3]] == ["1.", ASK, SAY]
    assert "".join(b.side[0] if b.side else "-" for b in found.blocks) == "q--q--q--"


def test_two_numbers_are_no_row() -> None:
    assert sides(*row("1", "2")) == "----"
    assert sides(f"1. {ASK}", f"2. {ASK}", SAY) == "---"


def test_two_numbers_are_a_row_where_other_text_stands_between_their_questions() -> None:
    assert sides("1", ASK, SAY, "2", ASK, SAY) == "q--q--"
    assert sides(f"1. {ASK}", SAY, f"2. {ASK}", SAY) == "q--q--"
    assert sides(f"1. {SAY}", SAY, f"2. {SAY}", SAY) == "----"


def test_numbers_with_nothing_asked_behind_them_are_no_marks() -> None:
    assert sides(*row("1", "2", "3", then=SAY)) == "------"


def test_numbers_of_pages_between_paragraphs_are_no_marks() -> None:
    assert sides(ASK, "4", SAY, "5", SAY, "6", SAY) == "-------"


def test_the_list_of_an_answer_is_no_row_of_questions() -> None:
    assert sides("Vraag 1", "Wat?", "Antwoord 1", *(f"{n}. een brug" for n in "123")) == "q-a---"


def test_numbered_headings_are_no_marks() -> None:
    parts = [p for n in "123" for p in (block(f"{n}. Inleiding", bold=True), "De leden vragen iets. Kan dat?")]
    assert sides(*parts) == "------"


def test_several_numbers_alone_on_a_line_are_one_mark() -> None:
    marks = [b.mark for b in evidence_of(*row("1", "2", "3 en 4")).blocks if b.mark]
    assert [mark.numbers for mark in marks] == [("1",), ("2",), ("3", "4")]


def test_numbers_may_start_again_under_another_heading() -> None:
    under = "*Inbreng van de leden van de SP-fractie*"
    assert sides(*row("1", "2", "3"), under, *row("1", "2")) == "q-q-q--q-q-"


def test_numbers_do_not_start_again_without_a_heading() -> None:
    assert sides(*row("1", "2", "3"), SAY, *row("1", "2")) == "q-q-q------"


def test_the_numbers_of_the_questions_again_mark_the_answers() -> None:
    asked, answered = row("1", "2", "3"), row("1", "2", "3", then=SAY)
    assert sides(*asked, "*Deel II*", *answered) == "q-q-q--a-a-a-"


def test_questions_and_answers_may_both_start_again_under_each_heading() -> None:
    first, second = "*Inbreng van de leden van de SP-fractie*", "*Inbreng van de leden van de VVD-fractie*"
    asked = [first, *row("1", "2"), second, *row("1")]
    answered = [
        first,
        *row("1", then="Is dat veel? Het zijn er acht."),
        *row("2", then=SAY),
        second,
        *row("1", then=SAY),
    ]
    assert sides(*asked, "*Deel II*", *answered) == "-q-q--q---a-a--a-"


def test_one_number_is_a_mark_where_an_answer_has_it_too() -> None:
    assert sides(f"1. {ASK}", "Antwoord 1", SAY) == "q-a-"
    assert sides(f"1. {ASK}", "Antwoord", SAY) == "-a-"


def test_a_number_that_is_missing_is_skipped() -> None:
    assert sides(*row("1", "2", "4", "5")) == "q-q-q-q-"


def test_where_a_number_stands_twice_the_one_with_the_question_is_the_mark() -> None:
    assert sides(*row("1"), "2", SAY, *row("2", "3")) == "q---q-q-"


def test_numbers_go_on_from_marks_in_words() -> None:
    assert sides("Vraag 1", ASK, *row("2", "3")) == "q-q-q-"
