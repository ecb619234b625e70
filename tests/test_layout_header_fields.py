"""The labels of a letterhead."""

from __future__ import annotations

import pytest

from kamerbrief.layout.header_fields import labelled


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Datum 30 augustus 2021", ("date", "30 augustus 2021")),
        ("  DATUM: ", ("date", "")),
        ("Ons kenmerk 123", ("reference", "123")),
        ("Kenmerk", ("reference", "")),
        ("Uw brief van 3 mei", ("their-reference", "3 mei")),
        ("Bijlagen: 2", ("enclosures", "2")),
        ("Bijlage(n) 2", ("enclosures", "2")),
        ("T 070 123", ("contact", "070 123")),
        ("Directie Water", ("department", "Water")),
        # near misses
        ("Data", None),
        ("De datum", None),
        ("T is een letter", None),
        ("kabinet en Kamer", None),
        ("", None),
    ],
)
def test_labels(line: str, found: tuple[str, str] | None) -> None:
    assert labelled(line) == found
