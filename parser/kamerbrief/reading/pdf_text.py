"""The strings of a PDF's text operators -> pieces of text, each with where it starts and ends.

Strings are taken as they are, many letters at once: no object per character, and no layout analysis.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pdfminer.pdfinterp import PDFTextState

from kamerbrief.reading.pdf_fonts import Codes, FontStyle

APART = 0.08
"""A step of more type sizes parts two pieces; a lesser one is kerning."""

Piece = tuple[float, float, str]
"""Where text starts and ends, and the text."""
Group = tuple[float, list[bytes], float]
"""A step, the strings behind it, and the kerning between these."""


def pieces(look: FontStyle, state: PDFTextState, seq: Iterable[Any]) -> list[Piece]:
    """What the strings and numbers of a TJ operator set; the state then stands behind the last."""
    scaling = state.scaling * 0.01
    wide, each, space = state.fontsize * scaling, state.charspace * scaling, state.wordspace * scaling
    found: list[Piece] = []
    codes: Codes = []
    x, y = state.linematrix
    for step, strings, kerned in _parted(seq, 0.001 * wide, APART * abs(wide)):
        start = x + step
        x = start + kerned
        codes = look.codes(strings)
        if codes:
            x += look.advance(codes, wide, each, space)
            found.append((start, x, look.text(codes)))
    state.linematrix = (x, y)
    if each and codes:  # no letter follows the last one
        found[-1] = (found[-1][0], x - each, found[-1][2])
    return found


def _parted(seq: Iterable[Any], unit: float, apart: float) -> Iterator[Group]:
    """Strings that no more than kerning parts."""
    step, strings, kerned = 0.0, [], 0.0
    for item in seq:
        if isinstance(item, bytes):
            if item:
                strings.append(item)
        elif isinstance(item, (int, float)):
            shift = -item * unit
            if not strings:
                step += shift
            elif abs(shift) <= apart:
                kerned += shift
            else:
                yield step, strings, kerned
                step, strings, kerned = shift, [], 0.0
    yield step, strings, kerned
