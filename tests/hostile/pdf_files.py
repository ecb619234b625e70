"""Makers of PDF files that hold far more of one thing than a letter does.

A maker takes how much there is to be of it, and gives the file.
"""

from __future__ import annotations

from collections.abc import Callable

from handmade import FONT, letter, pdf, stream, text

Maker = Callable[[int], bytes]


def last_page(content: bytes, **more: object) -> bytes:
    """A letter with a last page of these operators."""
    return pdf(letter(last=stream(content, packed=True), **more))


def in_font(more: bytes, table: bytes) -> bytes:
    """A letter in a font with a table of the text of its codes."""
    objects = letter(extra={4: stream(table, packed=True)})
    return pdf({**objects, 3: FONT.replace(b">>", b"/ToUnicode 4 0 R " + more + b">>")})


def in_wide_font(more: bytes) -> bytes:
    """A letter in a composite font that has this too."""
    inner = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
    )
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] >>"
    return pdf({**letter(extra={4: inner + b" /Supplement 0 >> " + more + b" >>"}), 3: font})


def numbers_shown(count: int) -> bytes:
    """An array of numbers that shows nothing."""
    return last_page(b"BT /F1 9 Tf [" + b"0 " * count + b"] TJ ET")


def operands(count: int) -> bytes:
    """Numbers before an operator that takes six of them."""
    return last_page(b"0 " * count + b"1 0 0 1 9 9 cm")


def saves(count: int) -> bytes:
    """Graphics states that are saved and never restored."""
    return last_page(b"q " * count)


def operators(count: int) -> bytes:
    """Operators without operands."""
    return last_page(b"h " * count)


def points(count: int) -> bytes:
    """A path that is never painted."""
    return last_page(b"0 0 m " + b"1 1 l " * count)


def pieces(count: int) -> bytes:
    """Letters set one by one, on lines of a hundred."""
    row = b"(a) Tj " * 100 + b"T* "
    return last_page(b"BT /F1 9 Tf 9 TL 9 800 Td " + row * (count // 100 + 1) + b"ET")


def pages(count: int) -> bytes:
    """Pages that share one content of a hundred lines."""
    number = min(count, 5000)
    kids = b" ".join(b"%d 0 R" % (20 + n) for n in range(number))
    objects = letter(last=stream(text(["Zomaar een regel."] * 100), packed=True))
    objects[2] = b"<< /Type /Pages /Kids [10 0 R 12 0 R %s] /Count %d >>" % (kids, number + 2)
    objects |= {20 + n: objects[14] for n in range(number)}
    return pdf(objects)


def long_texts(count: int) -> bytes:
    """A code that stands for a very long text."""
    code = b"1 begincmap 1 beginbfchar <65> <%s> endbfchar endcmap" % (b"0041" * count)
    return in_font(b"", code)


def many_ranges(count: int) -> bytes:
    """A table of codes with many ranges, each of all codes."""
    return in_font(b"", b"1 begincmap 1 beginbfrange " + b"<0000> <fffe> <0041> " * count + b"endbfrange endcmap")


def long_table(count: int) -> bytes:
    """A table of codes with each code again and again."""
    return in_font(b"", b"1 begincmap 1 beginbfchar " + b"<65> <0041> " * count + b"endbfchar endcmap")


def many_widths(count: int) -> bytes:
    """Widths of all codes, again and again."""
    return in_wide_font(b"/W [%s]" % (b"0 65000 500 " * count))


def rules(count: int) -> bytes:
    """Upright rules beside each other, and text between them."""
    drawn = b" ".join(b"%d.5 0 m %d.5 800 l S" % (n % 600, n % 600) for n in range(count))
    return last_page(drawn + b" " + text(["woord " * 15] * 50))


def boxes(count: int) -> bytes:
    """A grid of small boxes."""
    return last_page(b" ".join(b"%d %d 9 9 re S" % (n % 60 * 10, n // 60 % 80 * 10) for n in range(count)))


def letters_apart(count: int) -> bytes:
    """Short texts spread over the page, as in columns."""
    return last_page(
        b"BT /F1 9 Tf "
        + b" ".join(b"1 0 0 1 %d %d Tm (a%d) Tj" % (n % 30 * 20, n // 30 % 80 * 10, n) for n in range(count))
        + b" ET"
    )


def one_spot(count: int) -> bytes:
    """Texts on top of each other."""
    return last_page(b"BT /F1 9 Tf " + b" ".join(b"1 0 0 1 9 9 Tm (a%d) Tj" % n for n in range(count)) + b" ET")


def superscripts(count: int) -> bytes:
    """Small figures beside text."""
    pair = b"/F1 11 Tf 0 Ts (woord) Tj /F1 6 Tf 4 Ts (%d) Tj "
    rows = b"".join(pair % n + (b"0 Ts T* " if n % 8 == 7 else b"") for n in range(count))
    return last_page(b"BT 9 TL 9 800 Td " + rows + b"ET")


def dictionaries(count: int) -> bytes:
    """Marked content with properties of its own at every letter."""
    return last_page(b"BT /F1 9 Tf " + b"/P <</MCID 0>> BDC (a) Tj EMC " * count + b"ET")


def objects_in_stream(count: int) -> bytes:
    """A stream of objects that unpacks to many of them."""
    body = stream(b"1 0 " + b"1 " * count, b"/Type /ObjStm /N 1 /First 4", packed=True)
    return pdf(letter(extra={4: body}, resources=b"/ProcSet 4 0 R"), xref=False)


MAKERS: dict[str, Maker] = {
    f"pdf-{make.__name__}": make
    for make in (
        numbers_shown,
        operands,
        saves,
        operators,
        points,
        pieces,
        pages,
        long_texts,
        many_ranges,
        long_table,
        many_widths,
        rules,
        boxes,
        letters_apart,
        one_spot,
        superscripts,
        dictionaries,
        objects_in_stream,
    )
}
"""The makers by name."""
