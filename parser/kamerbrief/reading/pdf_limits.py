"""pdfminer.six with bounds: what it takes a file's word for, and where a few bytes make it work for hours.

Importing this puts them in place.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any

from pdfminer import pdffont, pdftypes
from pdfminer.cmapdb import CMapParser
from pdfminer.lzw import LZWDecoder
from pdfminer.psparser import PSKeyword
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor, nunpack

LARGEST = 64 * 2**20
"""Bytes that one stream of a PDF may unpack to."""
LONGEST_ROW = 2**20
"""Bytes in a row of a stream that is stored by rows (a picture, a table of objects)."""
MOST_CODES = 2**16
"""Codes that one range of a font's table may name."""


class LimitExceeded(Exception):
    """The file holds more than any letter does."""


class _Zlib:
    """zlib as pdfminer uses it."""

    error = zlib.error
    decompressobj = staticmethod(zlib.decompressobj)

    @staticmethod
    def decompress(data: bytes) -> bytes:
        inflate = zlib.decompressobj()
        out = inflate.decompress(data, LARGEST)
        if inflate.unconsumed_tail:
            raise LimitExceeded
        if not inflate.eof:
            raise zlib.error("incomplete stream")
        return out


def _corrupted(data: bytes) -> bytes:
    """What can be had of a stream with a wrong checksum; pdfminer adds it up byte by byte."""
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    out = inflate.decompress(data[2:], LARGEST)
    if inflate.unconsumed_tail:
        raise LimitExceeded
    if not inflate.eof:
        raise zlib.error("incomplete stream")
    return out


def _lzw(data: bytes) -> bytes:
    import io

    found = bytearray()
    for piece in LZWDecoder(io.BytesIO(data)).run():
        found += piece
        if len(found) > LARGEST:
            raise LimitExceeded
    return bytes(found)


def _run_length(data: bytes) -> bytes:
    found = bytearray()
    at = 0
    while at < len(data) and data[at] != 128:
        length = data[at]
        if length < 128:
            found += data[at + 1 : at + length + 2]
            at += length + 2
        else:
            found += data[at + 1 : at + 2] * (257 - length)
            at += 2
        if len(found) > LARGEST:
            raise LimitExceeded
    return bytes(found)


def _png(predictor: int, colors: int, columns: int, bits: int, data: bytes) -> bytes:
    _check_row(colors, columns)
    return apply_png_predictor(predictor, colors, columns, bits, data)


def _tiff(colors: int, columns: int, bits: int, data: bytes) -> bytes:
    _check_row(colors, columns)
    return apply_tiff_predictor(colors, columns, bits, data)


def _check_row(colors: int, columns: int) -> None:
    if colors < 1 or columns < 1:
        raise ValueError("a row of nothing")
    if colors * columns > LONGEST_ROW:
        raise LimitExceeded


class _CMapParser(CMapParser):
    """Reads a font's table of codes."""

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        if token in (self.KEYWORD_ENDBFRANGE, self.KEYWORD_ENDCIDRANGE):
            values = [value for _, value in self.curstack]
            for first, last in zip(values[::3], values[1::3], strict=False):
                if isinstance(first, bytes) and isinstance(last, bytes) and nunpack_far(first, last):
                    raise LimitExceeded
        super().do_keyword(pos, token)


def nunpack_far(first: bytes, last: bytes) -> bool:
    """Whether too many codes lie between two."""
    return len(first) > 8 or len(last) > 8 or nunpack(last) - nunpack(first) >= MOST_CODES


def _widths(sequence: Iterable[object]) -> dict[str | int, float]:
    values = [pdftypes.resolve1(value) for value in sequence]
    _check_ranges(values, 3)
    return pdffont_widths(values)


def _widths2(sequence: Iterable[object]) -> Any:
    values = list(sequence)
    _check_ranges(values, 5)
    return pdffont_widths2(values)


def _check_ranges(values: list[object], size: int) -> None:
    """Ranges `first last width ...` beside lists `first [width ...]`, as ISO 32000-1, 9.7.4.3, has them."""
    run: list[float] = []
    for value in values:
        if isinstance(value, (int, float)):
            run.append(value)
        if isinstance(value, list) or len(run) == size:
            if len(run) == size and run[1] - run[0] >= MOST_CODES:
                raise LimitExceeded
            run = []


pdffont_widths, pdffont_widths2 = pdffont.get_widths, pdffont.get_widths2
for module, names in (
    (
        pdftypes,
        {
            "zlib": _Zlib,
            "decompress_corrupted": _corrupted,
            "lzwdecode": _lzw,
            "rldecode": _run_length,
            "apply_png_predictor": _png,
            "apply_tiff_predictor": _tiff,
        },
    ),
    (pdffont, {"CMapParser": _CMapParser, "get_widths": _widths, "get_widths2": _widths2}),
):
    for name, bounded in names.items():
        setattr(module, name, bounded)
