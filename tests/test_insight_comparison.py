"""Letters are compared by the likeness of their questions, and their answers word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kamerbrief.insight.comparison.compare import ComparedExchange, alike_across, compare_letters
from kamerbrief.insight.comparison.word_changes import word_changes
from kamerbrief.model import Exchange, Letter, Paragraph, Part, Source

QUESTIONS = (
    "Hoeveel woningen zijn er sinds 2021 gebouwd in de provincie Drenthe?",
    "Waarom is de veerdienst naar Terschelling dit najaar gestaakt?",
    "Kan de regering toelichten hoe de accijns op diesel wordt geïnd?",
)


def exchanges(name: str, *questions: str, answer: str = "Dat is zo.") -> list[ComparedExchange]:
    source = Source(name=name, sha256=name, media_type="text/plain", pages=1)
    letter = Letter(source=source, genre="kamervragen", date="2025-01-01")
    return [
        ComparedExchange(
            name,
            letter,
            Exchange(
                number=n,
                question=Part(blocks=(Paragraph(text=question, page=1),)),
                answer=Part(blocks=(Paragraph(text=answer, page=1),)),
                pages=(1, 1),
            ),
        )
        for n, question in enumerate(questions, 1)
    ]


def test_questions_are_paired_whatever_their_order() -> None:
    found = compare_letters(exchanges("a", *QUESTIONS), exchanges("b", *reversed(QUESTIONS)))
    assert [(one.first.exchange.number, one.second.exchange.number, one.same) for one in found.pairs] == [
        (1, 3, True),
        (2, 2, True),
        (3, 1, True),
    ]
    assert (found.only_first, found.only_second) == ((), ())


def test_a_question_in_other_words_is_alike_but_not_the_same() -> None:
    other = "Hoeveel woningen zijn er sinds 2022 in de provincie Drenthe gebouwd of verbouwd?"
    (pair,) = compare_letters(exchanges("a", *QUESTIONS), exchanges("b", other)).pairs
    assert (pair.first.exchange.number, pair.same) == (1, False)
    assert 0.45 <= pair.likeness < 1


def test_questions_with_only_common_words_in_common_are_not_alike() -> None:
    other = "Kan de regering toelichten waarom de brug bij Zutphen is afgesloten?"
    assert compare_letters(exchanges("a", *QUESTIONS), exchanges("b", other)).pairs == ()


def test_across_letters_a_letter_is_not_compared_with_itself() -> None:
    twice = exchanges("a", QUESTIONS[0], QUESTIONS[0])
    assert alike_across(twice, 9) == []
    pairs = alike_across([*twice, *exchanges("b", QUESTIONS[0])], 9)
    assert [(one.first.name, one.second.name) for one in pairs] == [("a", "b"), ("a", "b")]


TEXT = st.text(alphabet="ab c", max_size=60)


@given(TEXT, TEXT)
def test_the_changes_make_the_second_text_out_of_the_first(before: str, after: str) -> None:
    changes = word_changes(before, after)
    assert " ".join(one.before for one in changes if one.before) == " ".join(before.split())
    assert " ".join(one.after for one in changes if one.after) == " ".join(after.split())
    assert all((one.before == one.after) == (one.operation == "equal") for one in changes)
