"""What a PDF page paints: chunks of text, rules and pictures, taken from pdfminer.six's operators.

Text is taken from the string operators themselves: no object per character and no layout analysis.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager, PDFTextState
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.psparser import LIT
from pdfminer.utils import PathSegment, apply_matrix_pt, mult_matrix

from kamerbrief.reading.assemble import Chunk
from kamerbrief.reading.content import Name, Operator, Unusual, objects
from kamerbrief.reading.lines import Rule
from kamerbrief.reading.pdf_limits import TooMuch
from kamerbrief.unsafe import encodable

THIN = 2.5
"""Points: a painted box no thicker than this is a rule."""
MOST_CHUNKS = 40_000
"""Pieces of text on one page; a page full of single letters has about 6,000."""
MOST_LETTERS = 100_000
"""Letters in one piece of text."""
MOST_FORMS = 2_000
"""Times that one page may paint a form: forms that paint forms that paint forms soon are billions."""
MOST_RULES = 20_000
"""Rules on one page; what has more is a drawing, and the rest of it is left out."""
LARGEST_CONTENT = 16 * 2**20
"""Bytes of operators on one page, or in one form."""
Look = tuple[dict[int, tuple[str, float]], bool, bool]
OPERATORS = {
    **dict.fromkeys("q Q BT ET h S s f F f_a B B_a b b_a n T_a".split(), 0),
    **dict.fromkeys("Tc Tw Tz TL Tr Ts Tj TJ _q Do".split(), 1),
    **dict.fromkeys("Tf Td TD m l".split(), 2),
    "_w": 3,
    "v": 4,
    "y": 4,
    "re": 4,
    "cm": 6,
    "Tm": 6,
    "c": 6,
}
"""The operators that place text and paint paths, by their names in pdfminer, with their number of operands."""


class Interpreter(PDFPageInterpreter):
    """pdfminer's interpreter, for the operators that matter here, on content scanned by `content`."""

    device: Device

    def execute(self, streams: Sequence[object]) -> None:
        self.device.forms += 1
        if self.device.forms > MOST_FORMS:
            raise TooMuch
        found = [stream_value(stream) for stream in streams]
        if any(stream.objid is None or stream.objid in self.parent_stream_ids for stream in found):
            super().execute(streams)
            return
        content = b"\n".join(stream.get_data() for stream in found)
        if len(content) > LARGEST_CONTENT:
            raise TooMuch
        try:
            steps = list(objects(content))
        except Unusual:
            super().execute(streams)
            return
        self.stream_ids = {stream.objid for stream in found if stream.objid is not None}
        known = {_operator(name): (getattr(self, f"do_{name}"), count) for name, count in OPERATORS.items()}
        self.run(steps, known)

    def run(self, steps: list[Any], known: dict[bytes, tuple[Callable[..., None], int]]) -> None:
        """Carry out the operators that are known, each with its last operands."""
        operands: list[Any] = []
        for step in steps:
            if type(step) is not Operator:
                operands.append(LIT(step) if type(step) is Name else step)
                continue
            function, count = known.get(step, (None, 0))
            if function is not None and len(operands) >= count:
                function(*operands[len(operands) - count :])
            operands.clear()


def _operator(name: str) -> bytes:
    return {"_q": "'", "_w": '"'}.get(name, name.replace("_a", "*")).encode()


class Device(PDFTextDevice):
    """Gathers the chunks and rules of one page at a time."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.looks: dict[int, Look] = {}
        self.fonts: list[PDFFont] = []
        self.clear(0.0)

    def clear(self, height: float) -> None:
        self.height = height
        self.chunks: list[Chunk] = []
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
        if len(self.chunks) > MOST_CHUNKS:
            raise TooMuch
        font = textstate.font
        if font is None or self.ctm is None:
            return
        glyphs, bold, italic = self.looks.get(id(font)) or self.look(font)
        a, b, c, d, e, f = mult_matrix(textstate.matrix, self.ctm)
        scaling = textstate.scaling * 0.01
        step = 0.001 * textstate.fontsize * scaling
        wide, each = textstate.fontsize * scaling, textstate.charspace * scaling
        space = 0.0 if font.is_multibyte() else textstate.wordspace * scaling
        size = abs(textstate.fontsize) * math.hypot(c, d)
        slanted = italic or (b == 0 and abs(c) > 0.15 * abs(d))
        heavy = bold or textstate.render == 2
        turned = abs(b) > 0.1 * abs(a)
        x, y = textstate.linematrix
        y_rise = y + textstate.rise
        text: list[str] = []
        start = x

        def flush(end: float) -> None:
            if text:
                left, low = a * start + c * y_rise + e, b * start + d * y_rise + f
                right = a * end + c * y_rise + e
                whole = "".join(text)
                self.chunks.append(Chunk(left, right, self.height - low, size, whole, heavy, slanted, turned))
                text.clear()

        for item in seq:
            if isinstance(item, (int, float)):
                shift = -item * step
                if abs(shift) > 0.08 * abs(wide):
                    flush(x)
                    x += shift
                    start = x
                else:
                    x += shift
                continue
            if not isinstance(item, bytes):
                continue
            for cid in font.decode(item):
                known = glyphs.get(cid)
                if known is None:
                    known = glyphs[cid] = _glyph(font, cid)
                if not text:
                    start = x
                elif len(text) > MOST_LETTERS:
                    raise TooMuch
                text.append(known[0])
                x += known[1] * wide + each
                if cid == 32:
                    x += space
        flush(x - each)
        textstate.linematrix = (x, y)

    def look(self, font: PDFFont) -> Look:
        """A font's glyphs (filled as they come), and whether it is bold and italic."""
        found: Look = ({}, _is_bold(font), _is_italic(font))
        self.looks[id(font)] = found
        self.fonts.append(font)  # kept, so that no id is given out twice
        return found

    def paint_path(
        self,
        graphicstate: PDFGraphicState,  # noqa: ARG002 - pdfminer's signature
        stroke: bool,
        fill: bool,
        evenodd: bool,  # noqa: ARG002
        path: Sequence[PathSegment],
    ) -> None:
        points: list[tuple[float, float]] = []
        for segment in path:
            if segment[0] == "m":
                self._keep(points, stroke, fill)
                points = []
            if segment[0] in "mlvyc" and len(segment) >= 3:
                points.append(apply_matrix_pt(self.ctm or (1, 0, 0, 1, 0, 0), segment[-2:]))
            elif segment[0] == "h" and points:
                points.append(points[0])
        self._keep(points, stroke, fill)

    def _keep(self, points: list[tuple[float, float]], stroke: bool, fill: bool) -> None:
        """A straight stroke, or the edges of a stroked box, as rules."""
        if not 2 <= len(points) <= 6 or not (stroke or fill) or len(self.rules) > MOST_RULES:
            return
        left, right = min(p[0] for p in points), max(p[0] for p in points)
        top, bottom = (self.height - pick(p[1] for p in points) for pick in (max, min))
        if bottom - top <= THIN and right - left > THIN:
            middle = (top + bottom) / 2
            self.rules.append(Rule(left, middle, right, middle))
        elif right - left <= THIN and bottom - top > THIN:
            middle = (left + right) / 2
            self.rules.append(Rule(middle, top, middle, bottom))
        elif stroke and len(points) >= 4:
            self.rules += [Rule(left, y, right, y) for y in (top, bottom)]
            self.rules += [Rule(x, top, x, bottom) for x in (left, right)]


def _glyph(font: PDFFont, cid: int) -> tuple[str, float]:
    try:
        text = font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        text = "\ufffd"
    return encodable(text), font.char_width(cid)


def _is_bold(font: PDFFont) -> bool:
    name = str(font.fontname).casefold()
    named = any(word in name for word in ("bold", "black", "heavy", "semibold", "demi"))
    return named or bool(font.flags & 1 << 18)


def _is_italic(font: PDFFont) -> bool:
    name = str(font.fontname).casefold()
    named = any(word in name for word in ("italic", "oblique", "kursiv", "cursief"))
    return named or bool(font.flags & 1 << 6) or abs(font.italic_angle or 0) > 2
