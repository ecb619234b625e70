"""Reports in two parts, notas, genres, levels: from blocks to the letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kamerbrief.errors import NotALetter
from kamerbrief.layout import LayoutBlock
from pages import block
from structured import head, letter, said

REPORT = (
    head("VERSLAG VAN EEN SCHRIFTELIJK OVERLEG"),
    head("I Vragen en opmerkingen vanuit de fracties"),
    head("Vragen en opmerkingen van de leden van de VVD-fractie"),
    block("De leden van de VVD-fractie vragen wat de veerboot naar Texel kost."),
    block("Deze leden vragen ook of het zwembad in Assen open blijft."),
    head("Vragen en opmerkingen van de leden van de SP-fractie"),
    block("De leden van de SP-fractie vragen wie de molens onderhoudt."),
    head("II Reactie van de Minister"),
    block("Ik dank de leden voor hun inbreng."),
    head("Vragen en opmerkingen van de leden van de VVD-fractie"),
    block("De veerboot naar Texel kost drie miljoen euro."),
    block("De leden van de VVD-fractie vragen naar het zwembad in Assen. Dat blijft open."),
    head("Vragen en opmerkingen van de leden van de SP-fractie"),
    block("De molens worden onderhouden door vrijwilligers."),
)


def test_answers_of_part_two_are_paired_by_faction_and_words() -> None:
    found = letter(*REPORT)
    assert found.genre == "verslag-schriftelijk-overleg"
    assert [e.factions for e in found.exchanges] == [("VVD",), ("VVD",), ("SP",)]
    assert [said(e)[1][:12] for e in found.exchanges] == ["De veerboot ", "De leden van", "De molens wo"]


def test_the_thanks_before_the_first_answer_answer_nobody() -> None:
    assert "Ik dank de leden voor hun inbreng." in letter(*REPORT).introduction


def test_factions_stand_under_the_part_that_they_ask_in() -> None:
    sections = {section.heading: section.parents for section in letter(*REPORT).sections}
    assert sections["Vragen en opmerkingen van de leden van de SP-fractie"] == (
        "I Vragen en opmerkingen vanuit de fracties",
    )


SP = "*Vragen en opmerkingen van de leden van de SP-fractie*"
VVD = "*Vragen en opmerkingen van de leden van de VVD-fractie*"
D66 = "*Vragen en opmerkingen van de leden van de D66-fractie*"
PART_ONE, PART_TWO = "*I Vragen en opmerkingen vanuit de fracties*", "*II Reactie van de Minister*"


def answers(*texts: str) -> list[tuple[tuple[str, ...], str]]:
    """Who asks, and the answer, of each exchange."""
    return [(exchange.factions, said(exchange)[1]) for exchange in letter(*texts).exchanges]


def test_answers_are_paired_by_number_within_a_faction() -> None:
    found = letter(
        PART_ONE,
        *(VVD, "1. Wat kost de veerboot?", "2. Wie bouwt de brug?", "3. Waarom sluit het zwembad?"),
        *(SP, "1. Hoe oud is de molen?", "2. Wanneer maalt hij?"),
        PART_TWO,
        *(VVD, "1. Drie miljoen.", "2. Een aannemer.", "3. Het is op."),
        *(SP, "1. Een eeuw.", "2. Bij wind."),
    )
    assert [(e.factions, e.labels, said(e)[1]) for e in found.exchanges] == [
        (("VVD",), ("1",), "Drie miljoen."),
        (("VVD",), ("2",), "Een aannemer."),
        (("VVD",), ("3",), "Het is op."),
        (("SP",), ("1",), "Een eeuw."),
        (("SP",), ("2",), "Bij wind."),
    ]


def test_a_theme_may_stand_over_several_factions_in_both_parts() -> None:
    asks = "De leden van de {}-fractie vragen de minister wat hij hiervan vindt."
    found = answers(
        "*DEEL I – VRAGEN UIT DE FRACTIES*",
        *("*1. Water*", SP, asks.format("SP"), VVD, asks.format("VVD")),
        *("*2. Lucht*", SP, asks.format("SP"), VVD, asks.format("VVD")),
        "*DEEL II – ANTWOORD VAN DE MINISTER*",
        *("*1. Water*", SP, "Het is nat.", VVD, "Het is koud."),
        *("*2. Lucht*", SP, "Die is schoon.", VVD, "Die is blauw."),
    )
    assert found == [
        (("SP",), "Het is nat."),
        (("VVD",), "Het is koud."),
        (("SP",), "Die is schoon."),
        (("VVD",), "Die is blauw."),
    ]


def test_under_the_same_theme_in_both_parts_the_answers_are_to_its_questions() -> None:
    found = answers(
        PART_ONE,
        *(VVD, "*Vervoer*", "De leden van de VVD-fractie vragen wat dit kost."),
        *("*Zwemmen*", "De leden van de VVD-fractie vragen wat dat kost."),
        *(SP, "De leden van de SP-fractie vragen wie de molen onderhoudt."),
        PART_TWO,
        *(VVD, "*Vervoer*", "Drie miljoen.", "*Zwemmen*", "Niets."),
        *(SP, "Een vrijwilliger."),
    )
    assert found == [(("VVD",), "Drie miljoen."), (("VVD",), "Niets."), (("SP",), "Een vrijwilliger.")]


SILENT = (
    PART_ONE,
    *(VVD, "De leden van de VVD-fractie vragen wat de veerboot naar Texel in de winter kost."),
    *(D66, "De leden van de D66-fractie danken de minister voor de brief."),
    *(SP, "De leden van de SP-fractie vragen wie de molens van Kinderdijk onderhoudt."),
    PART_TWO,
    *(VVD, "De veerboot naar Texel kost drie miljoen euro."),
    *(SP, "De molens worden onderhouden door vrijwilligers."),
)


def test_a_faction_that_asks_nothing_has_no_exchange() -> None:
    assert [factions for factions, _ in answers(*SILENT)] == [("VVD",), ("SP",)]


def test_what_a_silent_faction_says_is_kept_as_a_remark() -> None:
    remarks = [aside.text for aside in letter(*SILENT).asides if aside.kind == "remark"]
    assert remarks == ["De leden van de D66-fractie danken de minister voor de brief."]


def test_an_answer_that_nobody_asked_for_stays_alone_with_a_warning() -> None:
    found = letter(
        PART_ONE,
        *(VVD, "De leden van de VVD-fractie vragen wat de veerboot kost."),
        *(SP, "De leden van de SP-fractie vragen wie de molen onderhoudt."),
        PART_TWO,
        *(VVD, "Drie miljoen."),
        *(SP, "Een vrijwilliger."),
        *(D66, "De brug blijft open."),
    )
    assert said(found.exchanges[-1]) == ("", "De brug blijft open.")
    assert [(w.code, w.exchange) for w in found.warnings if w.code == "no-question"] == [("no-question", 3)]


def test_without_headings_of_factions_the_sentences_say_whose_questions_are_answered() -> None:
    found = answers(
        PART_ONE,
        "De leden van de VVD-fractie vragen wat de veerboot kost.",
        "De leden van de SP-fractie vragen wie de molen onderhoudt.",
        PART_TWO,
        "De leden van de VVD-fractie vragen naar de veerboot. Die kost drie miljoen.",
        "De leden van de SP-fractie vragen naar de molen. Dat doet een vrijwilliger.",
    )
    assert [factions for factions, _ in found] == [("VVD",), ("SP",)]
    assert [answer.split(". ")[1] for _, answer in found] == ["Die kost drie miljoen.", "Dat doet een vrijwilliger."]


NOTA = (
    head("NOTA NAAR AANLEIDING VAN HET VERSLAG"),
    head("1. Inleiding"),
    block("De leden van de VVD-fractie vragen waarom een wet nodig is. Kan het niet zonder?"),
    block("Zonder wet is niet vast te stellen wie de ligplaats gebruikt."),
    head("2. Inhoud"),
    head("2.1 De plicht"),
    block("De leden van de BBB-fractie vragen wat een vereniging moet doen."),
    block("De leden van de CDA-fractie sluiten zich bij deze vraag aan."),
    block("Niets, wanneer een wisseling korter dan vier weken duurt."),
    block("Tot slot vragen de leden van de SP-fractie wanneer de wet wordt geëvalueerd."),
    block("Na vijf jaar."),
)


def test_a_nota_has_no_marks_and_its_factions_stand_in_sentences() -> None:
    found = letter(*NOTA)
    assert found.genre == "nota-naar-aanleiding-van-verslag"
    assert [e.factions for e in found.exchanges] == [("VVD",), ("BBB", "CDA"), ("SP",)]
    assert [said(e)[1] for e in found.exchanges][1] == "Niets, wanneer een wisseling korter dan vier weken duurt."


def test_themes_are_a_tree() -> None:
    assert [(s.heading, s.parents) for s in letter(*NOTA).sections if s.exchanges] == [
        ("1. Inleiding", ()),
        ("2.1 De plicht", ("2. Inhoud",)),
    ]


TITLE = block("Vragen van het lid Bos (CDA) aan de Minister van Financiën over bruggen (ingezonden 3 mei 2024).")
ASK = (block("Vraag 1"), block("Hoeveel bruggen zijn er?"), block("Vraag 2"), block("Wat kosten zij?"))


def test_a_notice_of_delay_answers_nothing_and_says_why() -> None:
    why = block("De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.")
    found = letter(TITLE, *ASK, head("Mededeling"), why)
    assert [said(e)[1] for e in found.exchanges] == ["", ""]
    (warning,) = found.warnings
    assert warning.code == "not-answered"
    assert "gebruikelijke termijn" in warning.message
    assert why.words in [aside.text for aside in found.asides if aside.kind == "notice"]


def test_questions_that_wait_for_their_answer() -> None:
    found = letter(TITLE, *ASK)
    assert (found.genre, found.asked, found.subject) == ("kamervragen", "2024-05-03", "bruggen")
    assert [(e.labels, e.members, e.factions) for e in found.exchanges] == [
        (("1",), ("Bos",), ("CDA",)),
        (("2",), ("Bos",), ("CDA",)),
    ]


def test_the_title_of_a_publication_says_who_answers_and_when() -> None:
    answered = block("Antwoord van Minister De Wit (Financiën) (ontvangen 13 juni 2024).")
    found = letter(TITLE, answered, *ASK[:2], block("Antwoord 1"), block("Acht."))
    assert (found.date, found.asked) == ("2024-06-13", "2024-05-03")
    assert [(s.role, s.name) for s in found.signatories] == [("Minister (Financiën)", "De Wit")]


def test_type_tells_answers_without_marks() -> None:
    def asked(number: int) -> tuple[LayoutBlock, LayoutBlock]:
        question = replace(block(f"{number}. Hoeveel bruggen zijn er in provincie {number}?"), italic=True)
        return question, block(f"In deze provincie zijn het er {number}0.")

    found = letter(block("Antwoorden op vragen van het lid Bos (CDA) over bruggen"), *asked(1), *asked(2), *asked(3))
    assert [said(e)[1] for e in found.exchanges] == [f"In deze provincie zijn het er {n}0." for n in (1, 2, 3)]


def test_a_genre_may_be_forced() -> None:
    assert letter(*NOTA, genre="verslag-schriftelijk-overleg").genre == "verslag-schriftelijk-overleg"


def test_a_letter_without_questions_is_refused() -> None:
    with pytest.raises(NotALetter, match="no questions with answers"):
        letter(
            block("Geachte voorzitter,"), block("Hierbij zend ik u het jaarverslag."), block("De Minister van Sport,")
        )
