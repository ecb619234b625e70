"""Bullets of symbol fonts, which are extracted as no letter."""

from __future__ import annotations

import pytest

from handmade import document, pdf, stream
from kamerbrief.reading.bullets import plain_bullet
from kamerbrief.reading.page_lines import Document
from kamerbrief.reading.pdf import read_pdf

TABLE = b"1 beginbfchar <42> <%s> endbfchar"
FONT = b"<< /Type /Font /Subtype /TrueType /BaseFont /Wingdings /FirstChar 66 /Widths [460] /ToUnicode 5 0 R >>"


def page(glyph: bytes, *rows: bytes) -> Document:
    """A page set by these operators, in which B in the font F2 is a glyph without a letter."""
    objects = document(
        stream(b"BT " + b" ".join(rows) + b" ET"), extra={4: FONT, 5: stream(TABLE % glyph)}, resources=b""
    )
    objects[10] = objects[10].replace(b"/F1 3 0 R", b"/F1 3 0 R /F2 4 0 R")
    return read_pdf(pdf(objects))


def row(y: int, x: int, text: bytes, font: bytes = b"F1") -> bytes:
    return b"/%s 11 Tf 1 0 0 1 %d %d Tm (%s) Tj" % (font, x, y, text)


def texts(found: Document) -> list[str]:
    return [line.text for line in found.pages[0].lines]


@pytest.mark.parametrize("glyph", [b"f0b7", b"ffff", b"fffd", b"e000"])
def test_a_glyph_that_hangs_before_text_is_a_bullet(glyph: bytes) -> None:
    rows = [part for y in (700, 686) for part in (row(y, 70, b"B", b"F2"), row(y, 88, b"een zaak"))]
    assert texts(page(glyph, *rows)) == ["•", "een zaak", "•", "een zaak"]


def test_a_glyph_close_before_its_text_is_a_bullet_too() -> None:
    assert texts(page(b"f0b7", row(700, 70, b"B", b"F2"), row(700, 78, b"een zaak"))) == ["• een zaak"]


def test_other_glyphs_stay() -> None:
    inside = page(b"f0b7", row(700, 70, b"een"), row(700, 92, b"B", b"F2"), row(700, 100, b"zaak"))
    assert texts(inside) == ["een \uf0b7 zaak"]
    assert texts(page(b"f0b7", row(700, 70, b"B", b"F2"), row(600, 88, b"een zaak"))) == ["\uf0b7", "een zaak"]
    assert texts(page(b"f0b7", row(700, 70, b"een zaak"), row(700, 300, b"B", b"F2"))) == ["een zaak", "\uf0b7"]


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("\uf0b7 een", "• een"),
        ("\uffff\teen", "•\teen"),
        ("\uf0b7een", "\uf0b7een"),
        ("een \uf0b7", "een \uf0b7"),
        ("een", "een"),
        ("\uf0b7", "\uf0b7"),
    ],
)
def test_a_line_of_text(printed: str, plain: str) -> None:
    assert plain_bullet(printed) == plain
