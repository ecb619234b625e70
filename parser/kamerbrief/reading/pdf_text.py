"""The pieces of text that a text operator of a PDF sets, each with where it starts and ends.

Many letters are taken at once: there is no object for each character, and no analysis of the layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pdfminer.pdfinterp import PDFTextState

from kamerbrief.reading.pdf_fonts import Codes, FontStyle

KERNING = 0.08
"""A number between two strings that moves by no more than so many type sizes is kerning; a larger one parts them."""

Piece = tuple[float, float, str]
"""Where a text starts, where it ends (both in text space), and the text."""
Group = tuple[float, list[bytes], float]
"""A step, the strings behind it, and the sum of the kerning between these."""


def pieces(style: FontStyle, state: PDFTextState, seq: Iterable[Any]) -> list[Piece]:
    """The pieces of text that the strings and numbers of a TJ operator set (ISO 32000-1, 9.4.3).

    Moves `state` on to where the next text starts.
    """
    scaling = state.scaling * 0.01
    wide, each, space = state.fontsize * scaling, state.charspace * scaling, state.wordspace * scaling
    found: list[Piece] = []
    codes: Codes = []
    x, y = state.linematrix
    for step, strings, kerned in _parted(seq, 0.001 * wide, KERNING * abs(wide)):
        start = x + step
        x = start + kerned
        codes = style.codes(strings)
        if codes:
            x += style.advance(codes, wide, each, space)
            found.append((start, x, style.text(codes)))
    state.linematrix = (x, y)
    if each and codes:  # no letter follows the last one
        found[-1] = (found[-1][0], x - each, found[-1][2])
    return found


def _parted(seq: Iterable[Any], unit: float, apart: float) -> Iterator[Group]:
    """The strings of a TJ operator in groups, each of strings between which there is no more than kerning.

    `unit`: how far a number of 1 moves back. `apart`: the longest move that is kerning.
    """
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
