"""Turn the characters that typesetting leaves in a text into plain ones."""

from __future__ import annotations

import re
import unicodedata

# each table holds code points, and what stands for them in plain text
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
SPACES = dict.fromkeys([0xA0, 0x202F, *range(0x2000, 0x200B)], " ")
NO_WIDTH = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF], "")
HYPHENS = {0x2011: "-"}
TURNED = {ord(letter) << 8: letter for letter in "fijlth"}
"""Letters whose two bytes one PDF printer swapped, in its ligatures: "e\u6600\u6600ect" is "effect"."""
TABLE = LIGATURES | SPACES | NO_WIDTH | HYPHENS | TURNED
SPECIAL = re.compile(
    "[\xa0\u0300-\u036f\u2000-\u200d\u2011\u202f\u2060\u6600\u6800\u6900\u6a00\u6c00\u7400\ufb00-\ufb06\ufeff\xb4\u02c7]"
)
ACCENTS = {"\xb4": "\u0301", "\u02c7": "\u030c"}
"""Accents that take up space, and those that are put on the letter before them."""
LOOSE = re.compile("([cnszCNSZ])([\xb4\u02c7])")
"""A consonant with its accent set behind it. Behind a vowel an accent may be an apostrophe: "foto´s"."""


def plain(text: str) -> str:
    """A text with its ligatures spelled out, plain spaces and hyphens, and accents on their letters.

    Characters without width go.

    >>> plain("e\ufb03cie\u0308nt"), plain("Kostic\xb4"), plain("foto\xb4s"), plain("\u20ac\xa05")
    ('efficiënt', 'Kostić', 'foto´s', '€ 5')
    """
    if text.isascii() or not SPECIAL.search(text):
        return text
    text = LOOSE.sub(lambda found: found[1] + ACCENTS[found[2]], text.translate(TABLE))
    return unicodedata.normalize("NFC", text)
