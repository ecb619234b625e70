"""Labels and their values, in whatever order a text gives them."""

from __future__ import annotations

import pytest

from kamerbrief.structure.header.fields import read_fields

SUBJECT = "Antwoorden op vragen over zwembaden in Drenthe"


@pytest.mark.parametrize(
    "texts",
    [
        ["Datum 3 mei 2024", f"Betreft: {SUBJECT}"],
        ["Datum", "3 mei 2024", "Betreft", SUBJECT],
        ["Datum", "Betreft", "3 mei 2024", SUBJECT],
        ["Datum", "Betreft", "Uw kenmerk", "2024Z01234", "3 mei 2024", SUBJECT],
        [
            "Datum",
            "Betreft",
            "2500 EA DEN HAAG",
            "3 mei 2024",
            "Wilt u slechts één zaak in uw brief behandelen.",
            SUBJECT,
        ],
        ["Datum", "Datum", "3 mei 2024", "Betreft", "Antwoorden op vragen over", "zwembaden in Drenthe"],
    ],
)
def test_values_find_their_label(texts: list[str]) -> None:
    fields = read_fields([*texts, "Geachte voorzitter,"])
    assert (fields["date"], fields["subject"]) == ("3 mei 2024", SUBJECT)


def test_five_labels_over_their_five_values() -> None:
    labels = ["Datum", "Ons kenmerk", "Uw kenmerk", "Bijlage(n)", "Onderwerp"]
    fields = read_fields([*labels, "7 februari 2025", "6077412", "176204.03u", "–", SUBJECT])
    assert fields == {
        "date": "7 februari 2025",
        "reference": "6077412",
        "their-reference": "176204.03u",
        "subject": SUBJECT,
    }


@pytest.mark.parametrize("nothing", ["-", "–", "geen"])
def test_a_dash_is_no_reference(nothing: str) -> None:
    assert "reference" not in read_fields(["Ons kenmerk", nothing, "Bij beantwoording ons kenmerk vermelden."])
    assert "reference" not in read_fields([f"Ons kenmerk {nothing}"])


def test_a_reference_is_not_the_address_that_stands_between() -> None:
    assert read_fields(["Ons kenmerk", "2500 EA DEN HAAG", "4688203"])["reference"] == "4688203"


def test_a_subject_goes_on_where_a_name_was_broken() -> None:
    texts = ["Betreft Vragen van het lid Van Bijster-", "Onze referentie", "Quist over archieven", "25377301"]
    assert read_fields(texts) == {
        "subject": "Vragen van het lid Van Bijster-Quist over archieven",
        "reference": "25377301",
    }


def test_a_whole_subject_takes_nothing_more() -> None:
    assert read_fields([f"Betreft {SUBJECT}", "Dit is een andere regel tekst"])["subject"] == SUBJECT
