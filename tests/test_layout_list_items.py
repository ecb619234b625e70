"""What starts an item of a list, and what only hangs beside one."""

from __future__ import annotations

import pytest

from kamerbrief.layout.list_items import is_marker, item_of, may_hang, starts_bullet


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("a. de kosten", ("a.", "de kosten")),
        ("(iv) de baten", ("(iv)", "de baten")),
        ("\uf0b7 een bullet van een symboolfont", ("\uf0b7", "een bullet van een symboolfont")),
        ("\ufffd een teken dat niemand kent", ("\ufffd", "een teken dat niemand kent")),
    ],
)
def test_an_item_has_a_marker_and_a_text(text: str, item: tuple[str, str]) -> None:
    assert item_of(text) == item


def test_what_starts_no_item() -> None:
    assert [item_of(text) for text in ("12 leden", "2021. Daarna", "–20 graden", "De kosten")] == [None] * 4


def test_a_number_has_no_bullet() -> None:
    assert starts_bullet("– een zaak")
    assert not starts_bullet("1. een zaak")


def test_a_bare_number_may_hang_but_is_no_marker() -> None:
    assert may_hang("12")
    assert not is_marker("12")
    assert is_marker("12.")
