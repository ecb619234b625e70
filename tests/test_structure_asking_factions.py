"""Which factions ask a question of several paragraphs; those of one paragraph stand in cases/asking_factions.txt."""

from __future__ import annotations

import pytest

from kamerbrief.structure.pairing.asking_factions import askers_of

NOTE = "De leden van de VVD-fractie hebben met belangstelling kennisgenomen van de brief."
ASK = "De leden van de SP-fractie vragen wat de brug kost."


def asked(*question: str, answer: str = "", heading: tuple[str, ...] = (), before: tuple[str, ...] = ()) -> str:
    return " ".join(askers_of(question, answer, of_heading=heading, inherited=before))


def test_all_who_ask_in_any_paragraph_ask() -> None:
    assert asked(ASK, "De leden van de D66-fractie vragen dat ook.") == "SP D66"


def test_who_only_takes_note_before_another_asks_does_not() -> None:
    assert asked(NOTE, ASK) == "SP"
    assert asked(f"{NOTE} Wat kost de brug?", ASK) == "VVD SP"


def test_who_only_takes_note_in_the_end_asks() -> None:
    assert asked(ASK, NOTE) == "SP VVD"


def test_these_members_are_those_of_the_paragraph_before() -> None:
    assert asked(ASK, "Deze leden vragen ook wanneer de brug opengaat.", before=("CDA",)) == "SP"


def test_where_nobody_is_named_the_answer_tells() -> None:
    answer = "De leden van de Volt-fractie, die hiernaar vroegen, wijs ik op de brief."
    assert asked("Wat kost de brug?", answer=answer, before=("CDA",)) == "Volt"


def test_the_answer_does_not_tell_where_somebody_is_named() -> None:
    answer = "De leden van de Volt-fractie, die hiernaar vroegen, wijs ik op de brief."
    assert asked(ASK, answer=answer) == "SP"
    assert asked("Wat kost de brug?", answer=answer, heading=("D66",)) == "D66"


def test_an_answer_without_a_question_is_to_the_faction_of_its_heading() -> None:
    assert asked(answer="De brug kost niets.", heading=("D66",)) == "D66"


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("Samen met de leden van de SP-fractie vragen de leden van de CDA-fractie wat de brug kost.", ("SP", "CDA")),
        ("Mede namens de leden van de SGP verzoeken de leden van de fractie van D66 om uitstel.", ("SGP", "D66")),
        ("De leden van de fractie van de BBB en die van de SGP vragen wat de brug kost.", ("BBB", "SGP")),
        ("De leden van de PvdA-fractie, met wie de leden van de SP-fractie instemmen, vragen dat.", ("PvdA", "SP")),
        ("De Partij voor de Dieren vraagt wat de brug kost.", ("PvdD",)),
    ],
)
def test_who_asks_together_stands_in_many_places_of_a_sentence(text: str, asking: tuple[str, ...]) -> None:
    assert askers_of([text], "", of_heading=(), inherited=("VVD",)) == asking


def test_a_faction_under_its_own_heading_may_be_joined_by_one_named_first() -> None:
    text = "Samen met de leden van de SP-fractie vragen de leden van de CDA-fractie wat de brug kost."
    assert set(askers_of([text], "", of_heading=("CDA",), inherited=())) == {"SP", "CDA"}
