"""Whether a question is answered, as told of single exchanges: by what, and where nothing is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from kamerbrief.insight import with_insight
from kamerbrief.insight.answer_reading import declines
from kamerbrief.model import Exchange, Letter, Paragraph, Part, Section, Source, Table

Said = list[tuple[str | None, str | None]]
"""What is told of each question of an exchange, and the sentence that decided."""


SENTENCES = (Path(__file__).parent / "declining_sentences.txt").read_text(encoding="utf-8").splitlines()
"""Sentences that decline to answer (+), and others (-)."""


def part(text: str, page: int = 1) -> Part:
    return Part(blocks=(Paragraph(text=text, page=page),) if text else ())


def letter(*exchanges: tuple[str, str | Part]) -> Letter:
    """A letter of these questions and answers."""
    made = tuple(
        Exchange(
            number=number,
            question=part(question),
            answer=part(answer, 2) if isinstance(answer, str) else answer,
            pages=(1, 2),
        )
        for number, (question, answer) in enumerate(exchanges, 1)
    )
    source = Source(name="x.pdf", sha256="", media_type="text/plain", pages=2)
    return Letter(source=source, genre="", sections=(Section(heading="", page=1, exchanges=made),))


def said(question: str, answer: str | Part) -> Said:
    """What is told of the questions of an exchange; others in the letter are answered."""
    found = with_insight(letter((question, answer), ("Rijdt de bus?", "Ja."))).exchanges[0].subquestions or ()
    return [(one.answered, one.decided_by.text if one.decided_by else None) for one in found]


@pytest.mark.parametrize(
    ("question", "answer", "outcome"),
    [
        ("Klopt dit bericht?", "Ja. Het staat in de krant.", [("yes", "Ja.")]),
        ("Deelt u de mening dat dit te lang duurt?", "Die mening deel ik niet.", [("yes", "Die mening deel ik niet.")]),
        (
            "Bent u bereid dit te onderzoeken? Zo nee, waarom niet?",
            "Nee. Daarvoor ontbreekt het geld.",
            [("yes", "Nee."), ("yes", "Daarvoor ontbreekt het geld.")],
        ),
        (
            "Bent u bereid dit te onderzoeken? Zo nee, waarom niet?",
            "Ja, daartoe ben ik bereid.",
            [("yes", "Ja, daartoe ben ik bereid."), ("yes", "Ja, daartoe ben ik bereid.")],
        ),
        (
            "Hoeveel sluizen zijn er, en wat kost het onderhoud van een sluis?",
            "Er zijn twaalf sluizen. Het onderhoud kost per sluis een miljoen euro.",
            [("yes", "Het onderhoud kost per sluis een miljoen euro.")],
        ),
        (
            "Welke sluizen zijn gesloten? Wie betaalt het onderhoud van bruggen?",
            "Het onderhoud van bruggen betaalt de provincie. In Zeeland zijn twee sluizen gesloten.",
            [
                ("yes", "In Zeeland zijn twee sluizen gesloten."),
                ("yes", "Het onderhoud van bruggen betaalt de provincie."),
            ],
        ),
    ],
)
def test_answered(question: str, answer: str, outcome: Said) -> None:
    assert said(question, answer) == outcome


@pytest.mark.parametrize(
    "answer",
    [
        "Hierop kan ik niet vooruitlopen.",
        "Het antwoord op deze vraag laat ik aan een volgend kabinet.",
        "Op deze vraag kan geen antwoord worden gegeven.",
        "Ik doe geen uitspraken over individuele zaken.",
        "Het is niet aan mij om daarover te oordelen.",
        "Voor het antwoord op deze vraag verwijs ik u naar de minister van Financiën.",
    ],
)
def test_declined(answer: str) -> None:
    assert said("Wordt de brug vervangen?", answer) == [("declined", answer)]


@pytest.mark.parametrize("line", SENTENCES, ids=lambda line: line[:40])
def test_a_sentence_declines_or_does_not(line: str) -> None:
    sign, sentence = line[0], line[2:]
    assert sign in "+-"
    assert declines(sentence) == (sign == "+")


@pytest.mark.parametrize(
    "answer",
    [
        "Ik kan daar geen vrede mee hebben.",
        "Ik kan niet vooruitlopen op de begroting, maar de brug wordt zeker in 2030 vervangen door een nieuwe brug.",
    ],
)
def test_not_declined_where_more_is_told(answer: str) -> None:
    assert ("declined", answer) not in said("Wordt de oude brug vervangen door een nieuwe?", answer)


@pytest.mark.parametrize("answer", ["Zie de bijlage.", "Kortheidshalve verwijs ik naar mijn brief van 4 mei."])
def test_by_reference(answer: str) -> None:
    assert said("Wat kost de brug?", answer) == [("by reference", answer)]


def test_an_answer_that_points_for_one_question_leaves_another_open() -> None:
    asked = (
        "De leden vragen waarop de aanzuigende werking berust. Zij vragen welke aanwijzingen er zijn voor draagvlak."
    )
    answer = "Voor het antwoord op de vraag naar de aanzuigende werking verwijs ik naar mijn antwoord op vraag 7."
    assert said(asked, answer) == [("by reference", answer), ("not found", None)]


def test_not_found_where_a_time_or_a_number_is_asked_and_none_is_told() -> None:
    answer = "De brug is oud en wordt goed onderhouden."
    assert said("Wanneer wordt de veerpont vervangen?", answer) == [("not found", None)]
    assert said("Hoeveel schepen varen daar?", answer) == [("not found", None)]
    assert said("Wanneer gaat de brug open?", "Binnenkort.") != [("not found", None)]
    assert said("Hoeveel bruggen zijn er?", "Dat wordt niet bijgehouden.") != [("not found", None)]
    table = Part(blocks=(Paragraph(text=answer, page=2), Table(rows=(("schepen", "12"),), page=2)))
    assert said("Hoeveel schepen varen daar?", table) == [(None, None)]


def test_nothing_is_said_where_it_is_not_sure() -> None:
    assert said("Waarom is het geld voor egels geschrapt? En wat nu?", "De regeling liep af. Dat is spijtig.") == [
        (None, None),
        (None, None),
    ]


def test_questions_that_wait_have_no_answer_and_a_single_empty_answer_says_nothing() -> None:
    waiting = with_insight(letter(("Klopt dat?", ""), ("Waarom?", ""), ("Hoe?", "")))
    assert [one.answered for exchange in waiting.exchanges for one in exchange.subquestions or ()] == ["not found"] * 3
    assert said("Klopt dat?", "") == [(None, None)]


def test_the_sentence_that_decided_has_its_page() -> None:
    found = with_insight(letter(("Klopt dat?", "Ja."))).exchanges[0].subquestions or ()
    assert [(one.number, one.page, one.decided_by and one.decided_by.page) for one in found] == [(1, 1, 2)]


def test_what_was_found_before_is_kept() -> None:
    from kamerbrief.insight import completed

    once = with_insight(letter(("Klopt dat?", "Ja.")))
    assert completed(once) is once
    assert completed(letter(("Klopt dat?", "Ja."))) == once


def test_a_letter_without_exchanges_is_completed_too() -> None:
    from kamerbrief.insight import completed

    bare = replace(letter(), sections=(), introduction=("Zie Kamerstuk 29 338, nr. 278.",))
    assert [one.id for one in completed(bare).citations or ()] == ["kst-29338-278"]
    assert completed(completed(bare)) == completed(bare)
