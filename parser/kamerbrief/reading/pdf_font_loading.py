"""Fonts of a PDF, loaded by pdfminer.six with a bound on their tables of codes and widths.

A table may say in a few bytes that it names billions of codes, and pdfminer then writes each of them down.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping

from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdffont import PDFCIDFont, PDFFont, PDFSimpleFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, list_value, resolve1
from pdfminer.psparser import LIT, PSKeyword, literal_name
from pdfminer.utils import nunpack

from kamerbrief.reading.pdf_limits import LARGEST_TABLE, LONGEST_TEXT, MOST_CODES, MOST_CODES_IN_ALL, LimitExceeded

COMPOSITE = "Type0"
"""The subtype of a composite font, whose tables belong to the font inside it, which is loaded after it."""
CODE_AND_GLYPH = re.compile(rb"<([0-9a-fA-F]{4})>\s*(?:<[0-9a-fA-F]{4}>\s*)?(\d{1,5})\s")
"""A line of a CMap: a code, or the first and the last of a range, with the number of its glyph."""
WIDTH_TABLES = {"W": 3, "W2": 5}
"""The tables of widths in a composite font, each with the number of values of one range (ISO 32000-1, 9.7.4.3)."""


class BoundedResourceManager(PDFResourceManager):
    """Loads each font of a document once.

    get_font raises LimitExceeded where a range of one of the font's tables names more than MOST_CODES codes.
    """

    def __init__(self) -> None:
        super().__init__()
        self.fonts: dict[object, PDFFont] = {}

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font with this object number (None where it has none) that the dictionary `spec` describes."""
        if objid in self.fonts:
            return self.fonts[objid]
        for name, size in WIDTH_TABLES.items():
            _check_width_ranges(map(resolve1, list_value(spec.get(name, []))), size)
        encoding = resolve1(spec.get("Encoding"))
        if isinstance(encoding, PDFStream) and is_identity(_table_of(encoding)):
            spec = {**spec, "Encoding": LIT("Identity-H")}  # pdfminer knows CMaps by their names only
        table = resolve1(spec.get("ToUnicode"))
        if isinstance(table, PDFStream) and literal_name(spec.get("Subtype")) != COMPOSITE:
            font = super().get_font(objid, {**spec, "ToUnicode": PDFStream({}, b"")})
            if isinstance(font, (PDFSimpleFont, PDFCIDFont)):
                font.unicode_map = unicode_map_of(_table_of(table))
        else:
            font = super().get_font(objid, spec)
        if objid:
            self.fonts[objid] = font
        return font


def _table_of(stream: PDFStream) -> bytes:
    """What a font's table of codes unpacks to; raises LimitExceeded where that is more than LARGEST_TABLE."""
    data = stream.get_data()
    if len(data) > LARGEST_TABLE:
        raise LimitExceeded
    return data


def is_identity(cmap: bytes) -> bool:
    """Whether a CMap gives each of its two-byte codes the glyph of the same number, or none: 0 (ISO 32000-1, 9.7.5)."""
    pairs = CODE_AND_GLYPH.findall(cmap)
    return bool(pairs) and all(int(glyph) in (0, int(code, 16)) for code, glyph in pairs)


def unicode_map_of(data: bytes) -> FileUnicodeMap:
    """The text of each character code, from a ToUnicode CMap (ISO 32000-1, 9.10.3)."""
    found = FileUnicodeMap()
    BoundedCMapParser(found, io.BytesIO(data)).run()
    return found


class BoundedCMapParser(CMapParser):
    """pdfminer's parser of CMaps, which raises LimitExceeded at ranges of too many codes."""

    named = 0
    """How many codes the ranges so far have named."""

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Act on a keyword of the CMap; check the ranges (first code, last code, text) that it ends."""
        if token in (self.KEYWORD_ENDBFRANGE, self.KEYWORD_ENDCIDRANGE):
            values = [value for _, value in self.curstack]
            for first, last, text in zip(values[::3], values[1::3], values[2::3], strict=False):
                if isinstance(first, bytes) and isinstance(last, bytes):
                    self.named += _distance(first, last) + 1
                if self.named > MOST_CODES_IN_ALL or (isinstance(text, bytes) and len(text) > LONGEST_TEXT):
                    raise LimitExceeded
        super().do_keyword(pos, token)


def _distance(first: bytes, last: bytes) -> int:
    """How many codes lie between two codes, each a big-endian number; raises LimitExceeded at MOST_CODES or more."""
    found = nunpack(last) - nunpack(first) if max(len(first), len(last)) <= 8 else MOST_CODES
    if found >= MOST_CODES:
        raise LimitExceeded
    return max(found, 0)


def _check_width_ranges(values: Iterable[object], size: int) -> None:
    """Raise LimitExceeded where a range `first last width ...` of `size` values is too long, or all of them are.

    Beside ranges a table has lists, `first [width ...]`, whose length is what stands there.
    """
    named = 0.0
    run: list[float] = []
    for value in values:
        if isinstance(value, (int, float)):
            run.append(value)
        if isinstance(value, list) or len(run) == size:
            if len(run) == size:
                named += max(run[1] - run[0], 0) + 1
                if run[1] - run[0] >= MOST_CODES or named > MOST_CODES_IN_ALL:
                    raise LimitExceeded
            run = []
