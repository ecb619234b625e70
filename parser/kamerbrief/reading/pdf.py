"""PDF -> pages of lines, with pdfminer.six.

Text is taken from the string operators themselves: no object per character and no layout analysis, which
is where pdfminer spends most of its time.
"""

from __future__ import annotations

import io
import logging
import math
import warnings
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSException
from pdfminer.utils import PathSegment, apply_matrix_pt, mult_matrix

from kamerbrief.errors import DamagedFile, PasswordNeeded
from kamerbrief.reading.assemble import Chunk, lines_of
from kamerbrief.reading.lines import Document, Page, Rule

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

THIN = 2.5
"""Points: a painted box no thicker than this is a rule."""
BROKEN = (PSException, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError)
"""What pdfminer raises on a broken file."""
Look = tuple[dict[int, tuple[str, float]], bool, bool]


class _Device(PDFTextDevice):
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

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002 - pdfminer's signature
        self.pictures += 1

    def render_string(
        self,
        textstate: PDFTextState,
        seq: Any,
        ncs: PDFColorSpace,  # noqa: ARG002 - pdfminer's signature
        graphicstate: PDFGraphicState,  # noqa: ARG002
    ) -> None:
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
        if not 2 <= len(points) <= 6 or not (stroke or fill):
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
    return text, font.char_width(cid)


def _is_bold(font: PDFFont) -> bool:
    name = str(font.fontname).casefold()
    named = any(word in name for word in ("bold", "black", "heavy", "semibold", "demi"))
    return named or bool(font.flags & 1 << 18)


def _is_italic(font: PDFFont) -> bool:
    name = str(font.fontname).casefold()
    named = any(word in name for word in ("italic", "oblique", "kursiv", "cursief"))
    return named or bool(font.flags & 1 << 6) or abs(font.italic_angle or 0) > 2


def read_pdf(data: bytes, *, password: str | None = None) -> Document:
    """The pages of a PDF.

    Raises PasswordNeeded where it is encrypted and `password` does not open it, DamagedFile where it
    cannot be read to its end.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            document = PDFDocument(PDFParser(io.BytesIO(data)), password or "")
            expected = _expected(document)
            found = list(_pages(document))
    except PDFPasswordIncorrect as error:
        what = "the password is wrong" if password else "the PDF is encrypted"
        raise PasswordNeeded(f"{what}; give its password with --password") from error
    except PDFEncryptionError as error:
        raise PasswordNeeded(f"the PDF is encrypted in a way that cannot be read ({error})") from error
    except RecursionError as error:
        raise DamagedFile("the PDF's objects point at each other in a circle; get a fresh copy") from error
    except BROKEN as error:
        raise DamagedFile("the PDF is broken and cannot be read; get a fresh copy of it") from error
    _check(found, expected)
    spaced = _spaced(found)
    pages = tuple(
        Page(n, width, height, lines_of(n, chunks, spaced=spaced), tuple(rules), pictures)
        for n, (width, height, chunks, rules, pictures) in enumerate(found, 1)
    )
    return Document("application/pdf", pages)


Found = tuple[float, float, list[Chunk], list[Rule], int]
"""A page as it comes: width, height, chunks, rules, number of pictures."""


def _pages(document: PDFDocument) -> Iterator[Found]:
    manager = PDFResourceManager()
    device = _Device(manager)
    interpreter = PDFPageInterpreter(manager, device)
    lost: list[int] = []
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        x0, y0, x1, y1 = page.mediabox
        width, height = (y1 - y0, x1 - x0) if page.rotate in (90, 270) else (x1 - x0, y1 - y0)
        device.clear(height)
        if any(_is_lost(resolve1(stream)) for stream in page.contents):
            lost.append(number)
            continue
        interpreter.process_page(page)
        yield width, height, device.chunks, device.rules, device.pictures
    if lost:
        which = f"page {lost[0]}" if len(lost) == 1 else f"pages {', '.join(map(str, lost))}"
        raise DamagedFile(f"part of the PDF is missing: {which} cannot be read; get a fresh copy of it")


def _is_lost(stream: object) -> bool:
    """Whether a page's content is not there, or stops before its end."""
    if not isinstance(stream, PDFStream):
        return True
    filters = [str(getattr(name, "name", name)) for name, _ in stream.get_filters()]
    if filters != ["FlateDecode"] or stream.decipher or not stream.rawdata:
        return False
    inflate = zlib.decompressobj()
    try:
        inflate.decompress(stream.rawdata)
    except zlib.error:
        return True
    return not inflate.eof


def _expected(document: PDFDocument) -> int | None:
    """The number of pages that the PDF itself says it has."""
    pages = resolve1(document.catalog.get("Pages"))
    count = resolve1(pages.get("Count")) if isinstance(pages, dict) else None
    return count if isinstance(count, int) else None


def _check(found: list[Found], expected: int | None) -> None:
    if not found:
        raise DamagedFile("the PDF has no readable pages (cut short?); get a fresh copy of it")
    if expected is not None and len(found) < expected:
        raise DamagedFile(f"the PDF says {expected} pages and only {len(found)} can be read; get a fresh copy of it")


def _spaced(found: list[Found]) -> bool:
    text = "".join(chunk.text for page in found for chunk in page[2])
    return text.count(" ") > len(text) / 25
