"""Who writes to whom, about what, when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kamerbrief.layout import AsideLine, LayoutBlock
from kamerbrief.structure.header.letterhead import read_letterhead
from kamerbrief.structure.header.signatories import signatories
from pages import block, column, line


def signed(*texts: str) -> list[tuple[str | None, str | None]]:
    blocks = [replace(block(text), lines=tuple(column(text, y=100 + 30 * n))) for n, text in enumerate(texts)]
    return [(s.role, s.name) for s in signatories(blocks)]


def heads(*texts: str) -> dict[str, list[LayoutBlock]]:
    return {"letterhead": [block(text) for text in texts], "opening": [], "closing": [], "introduction": [], "text": []}


def test_fields_stand_on_the_line_of_their_label_or_below_it() -> None:
    head = read_letterhead(heads("Datum 3 mei 2024", "Betreft", "Zwembaden in Drenthe"), [])
    assert (head.date, head.fields["subject"]) == ("2024-05-03", "Zwembaden in Drenthe")


def test_the_sidebar_fills_in_what_the_letterhead_lacks() -> None:
    texts = ["Directoraat-Generaal", "Migratie", "Turfmarkt 147", "Ons kenmerk", "3437286", "Uw kenmerk", "2021Z1"]
    kept = [AsideLine("sidebar", line(text, x0=450, y=100 + 9 * n, size=6)) for n, text in enumerate(texts)]
    head = read_letterhead(heads(), kept)
    assert (head.fields["reference"], head.fields["their-reference"]) == ("3437286", "2021Z1")
    assert head.department == ["Directoraat-Generaal Migratie"]


def test_a_label_glued_to_its_value() -> None:
    assert read_letterhead(heads("Ons kenmerk5086975"), []).fields["reference"] == "5086975"


@pytest.mark.parametrize(
    ("text", "chamber"),
    [
        ("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", "Tweede Kamer"),
        ("De voorzitter van de Eerste Kamer", "Eerste Kamer"),
        ("Antwoorden aan de Tweede Kamer over zwembaden", None),
    ],
)
def test_the_chamber_is_the_one_addressed(text: str, chamber: str | None) -> None:
    assert read_letterhead(heads(text), []).chamber == chamber


def test_an_office_and_the_name_below_it() -> None:
    assert signed("Hoogachtend,", "De Minister van Sport,", "A.B. de Vries") == [
        ("De Minister van Sport", "A.B. de Vries")
    ]


def test_an_office_over_two_lines_and_a_full_first_name() -> None:
    assert signed("De Staatssecretaris van Infrastructuur en", "Waterstaat,", "Ankie Broekers-Knol") == [
        ("De Staatssecretaris van Infrastructuur en Waterstaat", "Ankie Broekers-Knol")
    ]


def test_two_ministers_under_each_other() -> None:
    texts = ["De Minister van Sport,", "A. Bakker", "De Minister van Bouw,", "mr. C.D. van den Berg"]
    assert signed(*texts) == [
        ("De Minister van Sport", "A. Bakker"),
        ("De Minister van Bouw", "mr. C.D. van den Berg"),
    ]


def test_two_ministers_side_by_side() -> None:
    rows = [("De Minister van Sport,", "De Minister van Bouw,"), ("A. Bakker", "C. de Groot")]
    blocks = [
        replace(block(" ".join(row)), lines=(line(row[0], y=100 + 40 * n), line(row[1], x0=300, y=100 + 40 * n)))
        for n, row in enumerate(rows)
    ]
    assert [(s.role, s.name) for s in signatories(blocks)] == [
        ("De Minister van Sport", "A. Bakker"),
        ("De Minister van Bouw", "C. de Groot"),
    ]


def test_a_chamber_over_two_lines() -> None:
    head = read_letterhead(heads("Aan de Voorzitter van de Tweede", "Kamer der Staten-Generaal"), [])
    assert head.chamber == "Tweede Kamer"


def test_a_registered_number_in_a_running_head_is_the_reference() -> None:
    kept = [AsideLine("running-head", line("Ministerie van Bouw | IENW/BSK-2019/229940"))]
    assert read_letterhead(heads(), kept).fields["reference"] == "IENW/BSK-2019/229940"


def test_officials_sign_only_where_the_government_does_not() -> None:
    report = ["De voorzitter van de commissie,", "Bromet", "Adjunct-griffier van de commissie,", "Huls"]
    officials = {**heads(), "closing": [_lined(text) for text in report]}
    assert [(s.role, s.name) for s in read_letterhead(officials, []).signatories] == [
        ("De voorzitter van de commissie", "Bromet"),
        ("Adjunct-griffier van de commissie", "Huls"),
    ]
    both = {**heads(), "closing": [_lined(text) for text in [*report, "De Minister van Sport,", "A. Bakker"]]}
    assert [s.name for s in read_letterhead(both, []).signatories] == ["A. Bakker"]


def test_a_subject_and_a_date_without_a_label() -> None:
    texts = ["Ministerie van Sport 7 september 2023", "Beantwoording schriftelijk overleg over zwembaden"]
    head = read_letterhead({**heads(*texts), "opening": [block(text) for text in texts]}, [])
    assert (head.date, head.fields["subject"]) == ("2023-09-07", texts[1])


def test_a_date_alone_dates_the_letter_in_its_running_head() -> None:
    kept = [AsideLine("running-head", line("7 september 2023")), AsideLine("sidebar", line("8 september 2023"))]
    assert read_letterhead(heads(), kept).date == "2023-09-07"
    assert read_letterhead(heads(), kept[1:]).date is None


def test_the_value_of_a_label_may_look_like_a_heading() -> None:
    label, date, subject, theme = (
        block(text) for text in ["Datum", "3 mei 2024", "Betreft Baden", "Onderwerp en doel"]
    )
    head = read_letterhead({**heads(), "letterhead": [label, subject], "opening": [label, date, theme, subject]}, [])
    assert (head.date, head.fields["subject"]) == ("2024-05-03", "Baden")


def test_a_label_has_the_last_word() -> None:
    texts = ["Ministerie van Sport 7 september 2023", "Datum 8 september 2023"]
    assert read_letterhead(heads(*texts), []).date == "2023-09-08"


def test_a_name_with_a_soft_hyphen_or_long_initials() -> None:
    assert signed("De Minister van Sport,", "R.E. van Haaf\xadDijk") == [
        ("De Minister van Sport", "R.E. van Haaf-Dijk")
    ]
    assert signed("De Minister van Sport,", "Th.R. van Es") == [("De Minister van Sport", "Th.R. van Es")]


def test_two_signatures_on_one_line_of_text() -> None:
    both = [("De Minister van Sport", "A. Bakker"), ("De Minister van Bouw", "mr. C. de Groot")]
    assert signed("De Minister van Sport,      De Minister van Bouw,", "A. Bakker     mr. C. de Groot") == both
    assert signed("De Minister van Sport, De Minister van Bouw,", "A. Bakker mr. C. de Groot") == both


def test_an_office_with_the_name_behind_it() -> None:
    assert signed("De Minister van Volksgezondheid, Welzijn en Sport, mr. A.B. de Wit") == [
        ("De Minister van Volksgezondheid, Welzijn en Sport", "mr. A.B. de Wit")
    ]


def test_an_office_with_a_name_signs_wherever_it_stands() -> None:
    texts = ["Ja.", "De Minister van Sport,", "A.B. de Wit", "BIJLAGE Baden"]
    head = read_letterhead({**heads(), "text": [_lined(text) for text in texts]}, [])
    assert [(s.role, s.name) for s in head.signatories] == [("De Minister van Sport", "A.B. de Wit")]
    spoken = ["De Minister van Sport,", "Anna Bakker", "de Minister van Bouw", "A. Bos"]
    assert read_letterhead({**heads(), "text": [_lined(text) for text in spoken]}, []).signatories == ()


@pytest.mark.parametrize("text", ["Den Haag, 3 mei 1975", "’s-Gravenhage, 3 mei 1975"])
def test_a_published_letter_is_dated_behind_its_place(text: str) -> None:
    assert read_letterhead(heads(text), []).date == "1975-05-03"


def test_a_heading_behind_the_signature_does_not_sign() -> None:
    assert signed("De Minister van Sport,", "A. Bakker", "Bijlage Aanvragen per provincie") == [
        ("De Minister van Sport", "A. Bakker")
    ]


def _lined(text: str) -> LayoutBlock:
    return replace(block(text), lines=(line(text),))
