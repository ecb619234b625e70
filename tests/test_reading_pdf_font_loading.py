"""Composite fonts whose codes an embedded CMap tells apart."""

from __future__ import annotations

import pytest

from handmade import document, pdf, stream
from kamerbrief.reading import read
from kamerbrief.reading.pdf_font_loading import is_identity

TEXT = "De brug gaat open."
TO_UNICODE = b"1 begincodespacerange <0000> <ffff> endcodespacerange %d beginbfchar\n%s\nendbfchar" % (
    len(set(TEXT)),
    b"\n".join(b"<%04x> <%04x>" % (ord(c), ord(c)) for c in sorted(set(TEXT))),
)
CODES = b"\n".join(b"<%04x> %d" % (ord(c), ord(c)) for c in sorted(set(TEXT)))
CMAP = (
    b"/CMapName /Own-0 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n%d begincidchar\n%s\nendcidchar"
    % (
        len(set(TEXT)),
        CODES,
    )
)


def composite(cmap: bytes) -> bytes:
    """A page set in a composite font with this CMap inside the file."""
    content = b"BT /F1 11 Tf 70 700 Td <%s> Tj ET" % TEXT.encode("utf-16-be").hex().encode()
    system = b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    font = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own %s /DW 500 /FontDescriptor 7 0 R >>" % system
    objects = document(stream(content)) | {
        3: b"<< /Type /Font /Subtype /Type0 /Encoding 4 0 R /ToUnicode 5 0 R /DescendantFonts [6 0 R] >>",
        4: stream(cmap, b"/Type /CMap /CMapName /Own-0"),
        5: stream(TO_UNICODE),
        6: font,
        7: b"<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 500 700] /Ascent 700 /Descent -200 >>",
    }
    return pdf(dict(sorted(objects.items())))


def test_a_cmap_inside_the_file_that_gives_each_code_its_own_glyph_is_read() -> None:
    (page,) = read(composite(CMAP)).pages
    assert [line.text for line in page.lines] == [TEXT]


@pytest.mark.parametrize(
    ("cmap", "expected"),
    [
        (CODES, True),
        (b"<0000> <00ff> 0\n<0100> <01ff> 256\n", True),
        (b"<0018> 24\n<0ade> 0\n", True),
        (b"<0018> 25\n", False),
        (b"", False),
    ],
)
def test_whether_a_cmap_gives_each_code_its_own_glyph(cmap: bytes, expected: bool) -> None:
    assert is_identity(cmap + b"\n") == expected
