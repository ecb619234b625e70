"""The device that a PDF page is painted on: it keeps runs of glyphs and rules, and counts pictures.

pdfminer.six's interpreter calls it for each operator that paints (ISO 32000-1, 8.5 and 9.4.3).
"""

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
from kamerbrief.reading.pdf_limits import (
    MOST_CHARACTERS,
    MOST_RULES,
    MOST_RULES_IN_ALL,
    MOST_RUNS,
    MOST_RUNS_IN_ALL,
    LimitExceeded,
)
from kamerbrief.reading.pdf_rules import FAR, rules_of
from kamerbrief.reading.pdf_text import pieces

FILLED_AND_STROKED, INVISIBLE = 2, 3
"""Text rendering modes (ISO 32000-1, 9.3.6); the first is how programs make bold of a regular font."""


class Device(PDFTextDevice):
    """Gathers what one page at a time paints."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.styles: dict[int, FontStyle] = {}
        """The style of each font by the font's id. A style keeps its font, so that no id is given out twice."""
        self.characters = self.kept_runs = self.kept_rules = 0
        """What all pages so far have: characters of text, and of those before this one: runs and rules."""
        self.runs: list[GlyphRun] = []
        self.rules: list[Rule] = []
        self.clear(0.0)

    def clear(self, height: float) -> None:
        """Start a page of this height, in points. Raises LimitExceeded where there are MOST_RUNS_IN_ALL."""
        self.kept_runs += len(self.runs)
        self.kept_rules += len(self.rules)
        if self.kept_runs > MOST_RUNS_IN_ALL:
            raise LimitExceeded
        self.height = height
        self.runs, self.rules = [], []
        self.pictures = 0
        self.forms = 0
        """The number of streams of operators carried out for this page: its own, and those of its forms."""

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002 - pdfminer's signature
        """Count a picture."""
        self.pictures += 1

    def render_string(
        self,
        textstate: PDFTextState,
        seq: Any,
        ncs: PDFColorSpace,  # noqa: ARG002 - pdfminer's signature
        graphicstate: PDFGraphicState,  # noqa: ARG002
    ) -> None:
        """Keep what a text operator sets; pdfminer's interpreter calls this."""
        self.show(textstate, seq)

    def show(self, state: PDFTextState, seq: Iterable[Any]) -> None:
        """Keep the runs of glyphs that the strings and numbers `seq` of a text operator set.

        Raises LimitExceeded at more than MOST_RUNS on one page, or MOST_CHARACTERS in all.
        """
        if len(self.runs) > MOST_RUNS or self.characters > MOST_CHARACTERS:
            raise LimitExceeded
        if state.font is None or self.ctm is None:
            return
        style = self.styles.get(id(state.font)) or self.style(state.font)
        a, b, c, d, e, f = mult_matrix(state.matrix, self.ctm)
        size = abs(state.fontsize) * math.hypot(c, d)
        bold = style.bold or state.render == FILLED_AND_STROKED
        italic = style.italic or (b == 0 and abs(c) > 0.15 * abs(d))  # slanted by its matrix
        turned = abs(b) > 0.1 * abs(a)
        hidden = state.render == INVISIBLE
        slope = -b / a if hidden and a else 0.0
        rise = state.linematrix[1] + state.rise
        e, f = c * rise + e, d * rise + f
        for start, end, text in pieces(style, state, seq):
            x0, x1, y = a * start + e, a * end + e, self.height - (b * start + f)
            self.characters += len(text)
            if abs(x0) + abs(x1) + abs(y) + size < FAR:
                self.runs.append(GlyphRun(x0, x1, y, size, text, bold, italic, turned, hidden, slope))

    def style(self, font: PDFFont) -> FontStyle:
        """The style of a font met for the first time."""
        found = self.styles[id(font)] = FontStyle(font)
        return found

    def paint_path(
        self,
        graphicstate: PDFGraphicState,  # noqa: ARG002 - pdfminer's signature
        stroke: bool,
        fill: bool,
        evenodd: bool,  # noqa: ARG002
        path: Sequence[PathSegment],
    ) -> None:
        """Keep the rules among the parts of a painted path, up to MOST_RULES on a page."""
        if stroke or fill:
            found = rules_of(path, self.ctm or MATRIX_IDENTITY, self.height, stroked=stroke)
            room = min(MOST_RULES, MOST_RULES_IN_ALL - self.kept_rules) - len(self.rules)
            self.rules += islice(found, max(0, room))
