"""How a letter sets its questions and its answers, learned from marks or from what wording tells."""

from __future__ import annotations

from kamerbrief.printed_marks import Mark
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock, with_mark
from kamerbrief.structure.evidence.typography import looks_beside_marks, looks_of_roles
from pages import block

BOLD, ITALIC, PLAIN = (True, False), (False, True), (False, False)
TEXT = "Dit is een alinea die lang genoeg is om geen kop te zijn en waarin over de brug over de rivier iets staat."


def text(look: tuple[bool, bool]) -> MarkedBlock:
    return with_mark(block(TEXT, bold=look[0], italic=look[1]))


def mark(side: str) -> MarkedBlock:
    return with_mark(block(side), Mark(side))


def of_roles(*told: tuple[str, tuple[bool, bool], int]) -> dict[str, tuple[bool, bool]]:
    """What is learned from so many paragraphs of each role in each look."""
    found = [(role, text(look)) for role, look, count in told for _ in range(count)]
    return dict(looks_of_roles([b for _, b in found], [role for role, _ in found]))


def test_the_text_on_either_side_of_the_answers_marks_shows_both_looks() -> None:
    blocks = [text(BOLD), mark("answer"), text(PLAIN)] * 3
    assert looks_beside_marks(blocks) == {"question_type": BOLD, "answer_type": PLAIN}


def test_where_only_questions_are_marked_the_rest_shows_how_answers_are_set() -> None:
    blocks = [mark("question"), text(ITALIC), text(PLAIN), text(PLAIN)] * 3
    assert looks_beside_marks(blocks) == {"question_type": ITALIC, "answer_type": PLAIN}


def test_one_look_for_both_tells_nothing() -> None:
    assert looks_beside_marks([text(PLAIN), mark("answer"), text(PLAIN)] * 3) == {}
    assert of_roles(("question", PLAIN, 5), ("answer", PLAIN, 5)) == {}


def test_two_steady_looks_are_learned_from_what_wording_tells() -> None:
    assert of_roles(("question", BOLD, 5), ("answer", PLAIN, 5)) == {"question_type": BOLD, "answer_type": PLAIN}


def test_answers_in_the_look_of_questions_do_not_hide_it() -> None:
    found = of_roles(("question", BOLD, 6), ("answer", BOLD, 4), ("answer", PLAIN, 8))
    assert found == {"question_type": BOLD, "answer_type": PLAIN}


def test_a_few_answers_in_another_look_show_nothing() -> None:
    assert of_roles(("question", PLAIN, 6), ("answer", PLAIN, 8), ("answer", ITALIC, 2)) == {}


def test_questions_in_both_looks_show_nothing() -> None:
    assert of_roles(("question", BOLD, 6), ("question", PLAIN, 1), ("answer", BOLD, 3), ("answer", PLAIN, 6)) == {}
