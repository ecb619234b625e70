"""Names and words without what a comparison does not look at."""

from __future__ import annotations

import pytest

from kamerbrief.case_folding import fold_name, plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Van Nispen", "van  nispen"),
        ("GroenLinks-PvdA", "groenlinks\u2011pvda"),
        ("Çelik", "C\u0327ELIK"),
        ("Fractie-'t Hart", "fractie ’t hart"),
        ("Straße", "STRASSE"),
    ],
)
def test_names_that_are_written_in_two_ways_are_one(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(("one", "other"), [("50PLUS", "50+"), ("D66", "D6"), ("SP\x1fSGP", "SPSGP")])
def test_names_that_differ_stay_apart(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


def test_a_word_keeps_its_apostrophe_and_its_hyphen() -> None:
    assert plain("Foto’s BNC-fiche één") == "foto’s bnc-fiche een"
