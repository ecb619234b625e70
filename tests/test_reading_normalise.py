"""Characters as typesetting leaves them."""

from __future__ import annotations

import pytest

from kamerbrief.reading.normalise import plain


@pytest.mark.parametrize(
    ("typeset", "letters"),
    [
        ("o\ufb03cieel", "officieel"),
        ("e\u6600\u6600ect", "effect"),  # bytes turned by a PDF printer
        ("5\u00a0miljoen", "5 miljoen"),
        ("BNC\u2011fiche", "BNC-fiche"),
        ("voor\u200bbeeld", "voorbeeld"),
        ("Kostic\xb4", "Kostić"),
        ("ree\u0308l", "reël"),
        ("foto\xb4s", "foto\xb4s"),  # an apostrophe, and no accent
        ("gewoon – «zo»", "gewoon – «zo»"),
    ],
)
def test_plain_letters(typeset: str, letters: str) -> None:
    assert plain(typeset) == letters
