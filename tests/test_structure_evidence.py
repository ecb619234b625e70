"""What blocks say about their own role, and how they belong to the block before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kamerbrief.structure.evidence.cues import DERIVED
from pages import block
from structured import evidence_of


def cues(*texts: str) -> frozenset[str]:
    """The cues of the last of these texts."""
    return evidence_of(*texts).cues[-1]


@pytest.mark.parametrize(
    ("cue", "hit", "near_miss"),
    [
        ("members_ask", "De leden van de SP-fractie vragen wat dat kost.", "De leden van de SP-fractie: zeven."),
        ("asks_indirectly", "Graag een reactie van de regering.", "De regering reageert."),
        ("they_ask", "Waarom is dat, zo vragen zij.", "Zij hebben dat zo gedaan."),
        ("addresses_you", "Bent u bekend met dit bericht?", "U bent daarmee bekend."),
        ("joins", "De leden van de SGP-fractie sluiten zich hierbij aan.", "De wegen sluiten op elkaar aan."),
        ("heading_words", "Vragen van de leden van de SP-fractie", "Vragen van de leden van de SP-fractie zijn er."),
        ("faction_alone", "D66-fractie", "D66 heeft zwembaden"),
        ("numbered_heading", "2.1 De plicht", "2.1 De plicht is helder."),
        ("states_last", "Waarom is dat? De brug was op.", "De brug was op. Waarom is dat?"),
        ("government_speaks", "De regering deelt die zorg.", "Deelt de gemeente die zorg?"),
        ("opens_with_that", "Dat is gebeurd.", "De brug is gebouwd."),
        ("restates", "Op de vraag van de leden van D66 kan ik zeggen dat het kan.", "D66 heeft een vraag."),
        ("announces", "Hierbij bied ik u de antwoorden aan.", "Hierbij is overlegd."),
        ("title", "Antwoorden op vragen van het lid Bos (CDA) over bruggen", "Antwoorden zijn er niet."),
        ("position", "drs. A.B. de Wit, president", "president"),
        ("first_person", "Daarover heb ik overlegd.", "Daarover is overlegd."),
    ],
)
def test_a_cue_has_a_hit_and_a_near_miss(cue: str, hit: str, near_miss: str) -> None:
    assert cue in cues(hit)
    assert cue not in cues(near_miss)


def test_what_a_quotation_asks_is_not_asked() -> None:
    assert "has_question" not in cues("De beheerder schreef: ‘Waarom gaat het bad dicht?’ Dat is betreurd.")


@pytest.mark.parametrize("cue", DERIVED)
def test_a_cue_of_what_is_missing_does_not_say_anything_of_a_table(cue: str) -> None:
    table = replace(block(""), rows=(("2020", "8"), ("2021", "9")))
    assert cue not in evidence_of(table).cues[0]


def test_a_paragraph_that_asks_nothing_states_something() -> None:
    assert "states" in cues("De brug is vernieuwd.")
    assert "states" not in cues("De leden van de SP-fractie vragen of de brug is vernieuwd.")


def test_a_line_that_ends_in_a_colon_states_nothing() -> None:
    assert "states" not in cues("Het gaat om de volgende bruggen:")


def test_what_stands_behind_the_mark_of_a_question_is_known() -> None:
    found = evidence_of("Vraag 1", "Wat kost dat?", "Wanneer?").cues
    assert ["first_after_label" in given for given in found] == [False, True, False]


def test_a_short_line_that_stands_twice_is_known_as_such() -> None:
    found = evidence_of("Veiligheid", "De brug is oud.", "VEILIGHEID", "De brug is oud en smal.").cues
    assert ["printed_twice" in given for given in found] == [True, False, True, False]


def test_marks_that_stand_twice_are_no_line_printed_twice() -> None:
    found = evidence_of("Antwoord", "Ja.", "Antwoord", "Nee.").cues
    assert not any("printed_twice" in given for given in found)


def test_a_docket_stands_before_the_first_question_only() -> None:
    found = evidence_of("Nr. 7", "Hoeveel bruggen zijn er?", "Nr. 8").cues
    assert ["docket" in given for given in found] == [True, False, False]


def test_a_faction_of_two_capitals_is_no_letter_of_a_series() -> None:
    assert ["docket" in given for given in evidence_of("SP", "E").cues] == [False, True]


def test_a_line_that_ends_in_a_colon_leads_to_what_follows() -> None:
    ties = evidence_of("De leden vragen het volgende:", "Wat kost de brug?", "Wanneer is hij af?").ties
    assert [tie.led for tie in ties] == [False, True, False]


def test_a_mark_with_a_colon_leads_to_nothing() -> None:
    assert not evidence_of("Antwoord:", "Dat is gebeurd.").ties[1].led


def test_an_item_under_another_is_tied_to_it() -> None:
    ties = evidence_of("Het gaat om:", "- een brug", "- een sluis", "Dat is alles.").ties
    assert [tie.item for tie in ties] == [False, False, True, False]


def test_what_leads_to_a_quotation_or_speaks_of_it_refers_back() -> None:
    lead, quote = "De Raad schreef hierover in zijn advies:", "‘Een brug zonder leuning is geen brug.’"
    ties = evidence_of("Wat kost de brug?", lead, quote, "Hoe wordt deze conclusie beoordeeld?").ties
    assert [tie.back for tie in ties] == [False, True, False, True]
    ties = evidence_of("Wat kost de brug?", "Hierover kan ik melden dat hij niets kost.", quote, "Dat is niet zo.").ties
    assert not any(tie.back for tie in ties)


def test_a_part_of_the_evidence_has_its_blocks_cues_and_ties() -> None:
    whole = evidence_of("Vraag 1", "Wat?", "Antwoord 1", "Dit.")
    part = whole.part(2)
    assert ([b.words for b in part.blocks], len(part)) == (["Antwoord 1", "Dit."], 2)
    assert (part.cues, part.ties) == (whole.cues[2:], whole.ties[2:])
