"""Characters as typesetting leaves them -> the plain letters of the words."""

from __future__ import annotations

import re
import unicodedata

LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
SPACES = dict.fromkeys([0xA0, 0x202F, *range(0x2000, 0x200B)], " ")
NOTHING = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF], "")
HYPHENS = {0x2011: "-"}
TURNED = {ord(letter) << 8: letter for letter in "fijlth"}
"""Letters whose two bytes a PDF printer wrote the wrong way round, in its ligatures: "e\u6600\u6600ect" """
TABLE = LIGATURES | SPACES | NOTHING | HYPHENS | TURNED
SPECIAL = re.compile(
    "[\xa0\u0300-\u036f\u2000-\u200d\u2011\u202f\u2060\u6600\u6800\u6900\u6a00\u6c00\u7400\ufb00-\ufb06\ufeff\xb4\u02c7]"
)
ACCENTS = {"\xb4": "\u0301", "\u02c7": "\u030c"}
LOOSE = re.compile("([cnszCNSZ])([\xb4\u02c7])")
"""An accent that was set behind its consonant. Behind a vowel it may stand for an apostrophe: "foto´s"."""


def plain(text: str) -> str:
    """Ligatures undone, all spaces plain, what has no width gone, accents on their letters.

    >>> plain("e\ufb03cie\u0308nt"), plain("Kostic\xb4"), plain("foto\xb4s"), plain("\u20ac\xa05")
    ('efficiënt', 'Kostić', 'foto´s', '€ 5')
    """
    if text.isascii() or not SPECIAL.search(text):
        return text
    text = LOOSE.sub(lambda found: found[1] + ACCENTS[found[2]], text.translate(TABLE))
    return unicodedata.normalize("NFC", text)
