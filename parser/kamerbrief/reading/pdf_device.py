"""What a PDF page paints: chunks of text, rules and pictures, taken from pdfminer.six's operators."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFTextState
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import MATRIX_IDENTITY, PathSegment, mult_matrix

from kamerbrief.reading.glyph_runs import GlyphRun
from kamerbrief.reading.page_lines import Rule
from kamerbrief.reading.pdf_fonts import FontStyle
from kamerbrief.reading.pdf_limits import LimitExceeded
from kamerbrief.reading.pdf_rules import FAR, rules_of
from kamerbrief.reading.pdf_text import pieces

MOST_CHUNKS = 40_000
"""Pieces of text on one page; a page full of single letters has about 6,000."""
MOST_RULES = 20_000
"""Rules on one page; what has more is a drawing, and the rest of it is left out."""


class Device(PDFTextDevice):
    """Gathers the chunks and rules of one page at a time."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.looks: dict[int, FontStyle] = {}
        """By the id of their fonts, which they keep: no id is given out twice."""
        self.clear(0.0)

    def clear(self, height: float) -> None:
        self.height = height
        self.chunks: list[GlyphRun] = []
        self.rules: list[Rule] = []
        self.pictures = 0
        self.forms = 0

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002 - pdfminer's signature
        self.pictures += 1

    def render_string(
        self,
        textstate: PDFTextState,
        seq: Any,
        ncs: PDFColorSpace,  # noqa: ARG002 - pdfminer's signature
        graphicstate: PDFGraphicState,  # noqa: ARG002
    ) -> None:
        self.show(textstate, seq)

    def show(self, state: PDFTextState, seq: Iterable[Any]) -> None:
        """The chunks that strings and numbers set."""
        if len(self.chunks) > MOST_CHUNKS:
            raise LimitExceeded
        if state.font is None or self.ctm is None:
            return
        look = self.looks.get(id(state.font)) or self.look(state.font)
        a, b, c, d, e, f = mult_matrix(state.matrix, self.ctm)
        size = abs(state.fontsize) * math.hypot(c, d)
        bold = look.bold or state.render == 2
        italic = look.italic or (b == 0 and abs(c) > 0.15 * abs(d))
        turned = abs(b) > 0.1 * abs(a)
        rise = state.linematrix[1] + state.rise
        e, f = c * rise + e, d * rise + f
        for start, end, text in pieces(look, state, seq):
            x0, x1, y = a * start + e, a * end + e, self.height - (b * start + f)
            if abs(x0) + abs(x1) + abs(y) + size < FAR:
                self.chunks.append(GlyphRun(x0, x1, y, size, text, bold, italic, turned))

    def look(self, font: PDFFont) -> FontStyle:
        """A font as it is needed here."""
        found = self.looks[id(font)] = FontStyle(font)
        return found

    def paint_path(
        self,
        graphicstate: PDFGraphicState,  # noqa: ARG002 - pdfminer's signature
        stroke: bool,
        fill: bool,
        evenodd: bool,  # noqa: ARG002
        path: Sequence[PathSegment],
    ) -> None:
        if stroke or fill:
            found = rules_of(path, self.ctm or MATRIX_IDENTITY, self.height, stroked=stroke)
            self.rules += islice(found, max(0, MOST_RULES - len(self.rules)))
