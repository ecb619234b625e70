"""What the genre of a letter is called."""

from __future__ import annotations

import pytest

from kamerbrief.structure.evidence.evidence import Evidence
from kamerbrief.structure.form.forms import Form
from kamerbrief.structure.genre import GENRES, _signs, genre_of, signs_of
from structured import evidence_of

SP, VVD = "*Inbreng van de leden van de SP-fractie*", "*Inbreng van de leden van de VVD-fractie*"
ASK, SAY = "De leden van de SP-fractie vragen wat de brug kost.", "De brug kost niets."
MARKED = (ASK, "Antwoord", SAY)

PHRASES = {
    "publication": (
        ["Aanhangsel van de Handelingen", "ah-tk-20232024-1980", "Vragen gesteld door de leden der Kamer"],
        ["Handelingen", "kst-36600-VII-1"],
    ),
    "written-questions": (
        ["Beantwoording Kamervragen over bruggen", "Vragen van het lid Bos (CDA)"],
        ["Vragen van de fractie", "vragen over de Kamer"],
    ),
    "list": (["Lijst van vragen en antwoorden"], ["Lijst van bruggen"]),
    "committee": (["de vaste commissie voor Sport"], ["de commissaris van de Koning"]),
    "verslag": (
        ["VERSLAG VAN EEN SCHRIFTELIJK OVERLEG", "Verslag nader schriftelijk overleg"],
        ["Verslag van een reis"],
    ),
    "nota": (["Nota naar aanleiding van het nader verslag", "MEMORIE VAN ANTWOORD"], ["Nota over bruggen", "Verslag"]),
    "first-term": (["Vragen uit de eerste termijn", "Begrotingsbehandeling Natuur"], ["De eerste brug", "Begroting"]),
    "senate": (["Aan de Voorzitter van de Eerste Kamer"], ["Tweede Kamer", "de eerste brug"]),
    "two-parts": (["II Reactie van de Minister", "II. Antwoorden"], ["III Reactie van de Minister", "II Vragen"]),
}
"""For each phrase of genres.toml what it is found in, and what it is not found in."""


def test_every_phrase_has_cases() -> None:
    assert set(PHRASES) == set(_signs().phrases)


@pytest.mark.parametrize("name", PHRASES)
def test_a_phrase_has_hits_and_near_misses(name: str) -> None:
    words = _signs().phrases[name]
    hits, misses = PHRASES[name]
    assert [text for text in hits if not words.search(text)] == []
    assert [text for text in misses if words.search(text)] == []


LETTERS = {
    "schriftelijk-overleg": evidence_of(SP, *MARKED, VVD, *MARKED, *MARKED),
    "kamervragen": evidence_of(
        "Vragen van het lid Bos (CDA) aan de Minister over bruggen", "Vraag 1", "Wat?", "Antwoord 1", SAY
    ),
    "lijst-van-vragen": evidence_of(
        "Lijst van vragen van de vaste commissie", *(t for n in "1234" for t in (f"Vraag {n}", "Wat?", "Antwoord", SAY))
    ),
    "verslag-schriftelijk-overleg": evidence_of("*VERSLAG VAN EEN SCHRIFTELIJK OVERLEG*", SP, ASK, SAY, VVD, ASK, SAY),
    "nota-naar-aanleiding-van-verslag": evidence_of(
        "*NOTA NAAR AANLEIDING VAN HET VERSLAG*", "*1. Inleiding*", ASK, SAY
    ),
    "eerste-termijn": evidence_of(
        *(t for _ in range(4) for t in ("Vraag van het lid Bos (CDA)", "Wat?", "Antwoord", SAY))
    ),
}


@pytest.mark.parametrize("genre", GENRES)
def test_each_genre_is_named_in_a_letter_of_its_own(genre: str) -> None:
    assert genre_of(LETTERS[genre], []) == genre


def test_the_form_in_which_a_letter_was_read_tells_its_genre_too() -> None:
    plain: Evidence = evidence_of(SP, ASK, SAY, VVD, ASK, SAY)
    apart = Form("unmarked", "plain", "factions", "person", second_part=4)
    assert genre_of(plain, []) == "schriftelijk-overleg"
    assert genre_of(plain, [], apart) == "verslag-schriftelijk-overleg"


def test_letters_to_the_senate_number_questions_of_factions_too() -> None:
    texts = (SP, "Vraag 1", ASK, "Vraag 2", ASK, VVD, "Vraag 3", ASK, "Vraag 4", ASK)
    apart = Form("unmarked", "numbered", "factions", "person")
    assert genre_of(evidence_of("De voorzitter van de Eerste Kamer", *texts), [], apart) == "schriftelijk-overleg"
    assert genre_of(evidence_of("De voorzitter van de Tweede Kamer", *texts), [], apart) != "schriftelijk-overleg"


def test_a_report_to_the_senate_is_a_report() -> None:
    texts = (
        "*Eerste Kamer der Staten-Generaal*",
        "*VERSLAG VAN EEN NADER SCHRIFTELIJK OVERLEG*",
        SP,
        *MARKED,
        VVD,
        *MARKED,
    )
    assert genre_of(evidence_of(*texts), []) == "verslag-schriftelijk-overleg"


def test_a_sign_counts_up_to_one() -> None:
    signs = signs_of(evidence_of(*MARKED, *MARKED), [])
    assert signs["bare-answers"] == 0.5
    assert signs_of(evidence_of(*MARKED * 9), [])["bare-answers"] == 1.0


def test_what_running_text_mentions_is_no_title() -> None:
    told = "De memorie van antwoord is besproken. " + "De brug is oud en wordt in het najaar vernieuwd. " * 6
    assert signs_of(evidence_of(told), [])["nota"] == 0.0
    assert signs_of(evidence_of("MEMORIE VAN ANTWOORD", told), [])["nota"] == 1.0
