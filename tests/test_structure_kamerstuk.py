"""What stands over a Kamerstuk: dossier, number, kind and date."""

from __future__ import annotations

import pytest

from kamerbrief.structure.header.kamerstuk import issued, kamerstuk_subject, last_docket_line, numbered_chamber

ASKED = "heeft vragen voorgelegd aan de Minister van Sport over de brief van 3 mei over de veiligheid van duikplanken."

WIDE = "Wijziging van de Badwet in verband met de diepte"


@pytest.mark.parametrize(
    ("texts", "subject"),
    [
        (["29 338 Zwembaden", "Nr. 289 Verslag van een schriftelijk overleg"], "Zwembaden"),
        (["29 338", "Sport", "Nr. 289", "VERSLAG VAN EEN SCHRIFTELIJK OVERLEG"], "Sport"),
        (
            ["Tweede Kamer der Staten-Generaal 2", "Vergaderjaar 2024–2025", "Regels over het bad", "Nr. 6"],
            "Regels over het bad",
        ),
        (["Wet op de baden", "NADERE MEMORIE VAN ANTWOORD Ontvangen 27 maart 1998"], "Wet op de baden"),
        (["36 788", "Wijziging van de Badwet in verband met", "de diepte", "Nr. 6"], WIDE),
        (["36 788", "Wijziging van de Badwet in", "verband met de diepte", "Nr. 6"], WIDE),
        (["29 338 Sport", "Nota naar aanleiding van het verslag Wijziging van de Badwet"], "Wijziging van de Badwet"),
        (["Verslag van een schriftelijk overleg", "Vastgesteld 4 december 2014"], "veiligheid van duikplanken"),
    ],
)
def test_the_title_of_the_dossier_is_the_subject(texts: list[str], subject: str) -> None:
    assert kamerstuk_subject(texts, [ASKED]) == subject


def test_no_kamerstuk_has_no_such_subject() -> None:
    assert kamerstuk_subject(["Ministerie van Sport", "Datum 3 mei 2024"], ["Hierbij zend ik u de antwoorden."]) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Vastgesteld 4 december 2014", "2014-12-04"),
        ("NOTA NAAR AANLEIDING VAN HET VERSLAG Ontvangen 20 februari 2025", "2025-02-20"),
        ("(ontvangen 13 oktober 2020)", "2020-10-13"),
        ("De vragen zijn op 4 december 2014 vastgesteld", None),
    ],
)
def test_the_date_of_adoption(text: str, date: str | None) -> None:
    assert issued(["Nr. 7", text]) == date


@pytest.mark.parametrize(
    ("texts", "chamber"),
    [
        (["Nr. 94", "Verslag van een schriftelijk overleg"], "Tweede Kamer"),
        (["Nr. 361 Verslag van een schriftelijk overleg"], "Tweede Kamer"),
        (["Nr. 187d", "Memorie van antwoord"], "Eerste Kamer"),
        (["C", "Memorie van antwoord"], "Eerste Kamer"),
        (["Memorie van antwoord"], None),
        (["Nr. 94", "Brief"], None),
    ],
)
def test_the_number_tells_the_chamber(texts: list[str], chamber: str | None) -> None:
    assert numbered_chamber(texts) == chamber


def test_the_last_line_over_the_text() -> None:
    assert last_docket_line(["36 788", "Regels", "Nr. 7", "Nota naar aanleiding van het verslag", "Inleiding"]) == 3
    assert last_docket_line(["Datum 3 mei 2024", "Geachte voorzitter,"]) == -1
