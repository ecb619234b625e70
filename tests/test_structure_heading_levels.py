"""Which headings stand above each heading."""

from __future__ import annotations

from kamerbrief.structure.evidence.marked_blocks import with_mark
from kamerbrief.structure.pairing.drafts import ExchangeDraft, HeadingDraft
from kamerbrief.structure.pairing.heading_levels import parents_of
from pages import block

FILLED = (ExchangeDraft(question=(with_mark(block("Wat?")),)),)


def heading(text: str, *, bold: bool = True, filled: bool = True) -> HeadingDraft:
    return HeadingDraft((with_mark(block(text, bold=bold)),), FILLED if filled else ())


def parents(*headings: HeadingDraft) -> list[str]:
    return [" > ".join(above) for above in parents_of(headings)]


def test_decimals_stand_under_the_number_that_they_begin_with() -> None:
    found = parents(heading("2. Inhoud"), heading("2.1 De plicht"), heading("2.2 Het toezicht"), heading("3. Overig"))
    assert found == ["", "2. Inhoud", "2. Inhoud", ""]


def test_factions_stand_under_their_part() -> None:
    assert parents(
        heading("I Vragen"), heading("Inbreng van D66"), heading("Inbreng van de SP"), heading("II Reactie")
    ) == [
        "",
        "I Vragen",
        "I Vragen",
        "",
    ]


def test_a_heading_set_otherwise_right_under_another_belongs_to_it() -> None:
    assert parents(heading("Algemeen", filled=False), heading("Bruggen", bold=False)) == ["", "Algemeen"]


def test_a_heading_set_otherwise_behind_an_exchange_does_not() -> None:
    assert parents(heading("Algemeen"), heading("Bruggen", bold=False)) == ["", ""]


def test_headings_set_alike_stand_beside_each_other() -> None:
    assert parents(heading("Algemeen", filled=False), heading("Bruggen"), heading("Sluizen")) == ["", "", ""]


def test_a_heading_set_as_one_before_it_stands_under_the_same() -> None:
    found = parents(
        heading("Vragen van D66", filled=False), heading("Bruggen", bold=False), heading("Sluizen", bold=False)
    )
    assert found == ["", "Vragen van D66", "Vragen van D66"]
