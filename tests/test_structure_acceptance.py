"""Which documents are letters with answers, and which only look like it."""

from __future__ import annotations

import pytest

from kamerbrief.errors import NotALetter
from structured import letter

THREE_ANSWERS = (
    *("Wat kost de brug?", "Antwoord", "Niets."),
    *("Wanneer is de brug open?", "Antwoord", "Altijd."),
    *("Wie bedient de brug?", "Antwoord", "Niemand."),
)

REFUSED = {
    "a paper in English, under a heading that is also the name of a faction": (
        "*SP*",
        *("1. What does the stack pointer hold?", "It holds an address."),
        *("2. When does it move?", "It moves at each call."),
        *("3. Who resets it?", "The kernel does."),
    ),
    "answers that have nothing to do with parliament": THREE_ANSWERS,
    "a bill": (
        "*Voorstel van wet*",
        "*Artikel I*",
        "De Brugwet wordt als volgt gewijzigd: in artikel 3 wordt «brug» vervangen door «brug of sluis».",
        "*Artikel II*",
        "Deze wet treedt in werking op een bij koninklijk besluit te bepalen tijdstip.",
        "De Minister van Infrastructuur en Waterstaat,",
    ),
    "a motion": (
        "*MOTIE VAN HET LID BOS*",
        "Voorgesteld 3 mei 2024",
        "De Kamer, gehoord de beraadslaging, constaterende dat veel bruggen oud zijn,",
        "verzoekt de regering voor het najaar een plan voor bruggen te maken,",
        "en gaat over tot de orde van de dag.",
        "Bos",
    ),
    "minutes": (
        "*Verslag van een commissiedebat over bruggen*",
        "Aanvang 10.00 uur. Aanwezig zijn zes leden der Kamer.",
        "De heer Bos (CDA): Voorzitter. Mijn fractie heeft veel bruggen gezien.",
        "Mevrouw Ali (D66): Voorzitter. Wij zien dat anders.",
        "De voorzitter: Ik schors de vergadering voor tien minuten.",
    ),
    "a decision note": (
        "Nota ter beslissing",
        "Aanleiding",
        "De Kamer heeft gevraagd om een brief over bruggen.",
        "Geadviseerd besluit",
        "U wordt gevraagd in te stemmen met verzending van de brief.",
        "Kernpunten",
        "De brief beschrijft de stand van bruggen en sluizen.",
    ),
    "a letter without questions": (
        "Geachte voorzitter,",
        "Hierbij zend ik u het jaarverslag.",
        "De Minister van Sport,",
    ),
    "questions that nobody asks and nothing answers": ("Wat is een brug?", "Wanneer is hij open?"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_only_looks_like_a_letter_is_refused(name: str) -> None:
    with pytest.raises(NotALetter, match="no questions with answers"):
        letter(*REFUSED[name])


TAKEN = {
    "an answer in English under marks of a letter": (
        "*Vragen en opmerkingen van de leden van de fractie van de VVD*",
        "What does it cost?",
        "Antwoord",
        "Nothing at all, and there is no more to say about it than that it is open at all times.",
    ),
    "one question of one faction": (
        "*Vragen en opmerkingen van de leden van de fractie van de VVD*",
        "De leden van de VVD-fractie vragen wat de brug kost.",
        "Antwoord",
        "De brug kost niets.",
    ),
    "one numbered question": (
        "Antwoord op vragen van het lid Bos (CDA) over bruggen",
        "Vraag 1",
        "Wat kost de brug?",
        "Antwoord 1",
        "Niets.",
    ),
    "three marked answers, nobody named who asks": ("Antwoorden aan de Tweede Kamer", *THREE_ANSWERS),
    "a short nota without marks": (
        "*NOTA NAAR AANLEIDING VAN HET VERSLAG*",
        "De leden van de SP-fractie vragen wat de brug kost.",
        "De regering merkt op dat de brug niets kost.",
    ),
    "questions of a member that wait for their answer": (
        "Vragen van het lid Bos (CDA) aan de Minister over bruggen (ingezonden 3 mei 2024).",
        "Vraag 1",
        "Wat kost de brug?",
    ),
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_short_letter_is_taken(name: str) -> None:
    assert letter(*TAKEN[name]).exchanges


def test_the_message_says_how_the_file_begins_and_how_long_it_is() -> None:
    with pytest.raises(NotALetter, match=r"1 page, beginning 'Geachte voorzitter,'"):
        letter(*REFUSED["a letter without questions"])
