"""PDF files written by hand, to be as broken as a test needs them."""

from __future__ import annotations

import zlib

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
HEADING = "Vragen en opmerkingen van de leden van de fractie van de VVD"
LETTER = [
    [HEADING, "", "De leden van de VVD-fractie lezen over wegen. Hoeveel wegen zijn er?", "", "Antwoord", ""],
    ["Er zijn 139.000 kilometer wegen. Dat zijn er veel, en daar komen er nog bij."],
]


def pdf(objects: dict[int, bytes], *, root: int = 1, trailer: bytes = b"", xref: bool = True) -> bytes:
    """A file of these objects, with a table of where they are."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    if xref:
        out += b"xref\n0 1\n0000000000 65535 f \n"
        for number, place in places.items():
            out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        max(objects) + 1,
        root,
        trailer,
        start,
    )
    return bytes(out)


def stream(data: bytes, extra: bytes = b"", *, packed: bool = False) -> bytes:
    """A stream object."""
    if packed:
        data, extra = zlib.compress(data, 9), extra + b" /Filter /FlateDecode"
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def text(lines: list[str]) -> bytes:
    """A page's operators that set lines under each other."""
    rows = (line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252") for line in lines)
    return b"BT /F1 11 Tf 14 TL 70 760 Td " + b" ".join(b"(%s) Tj T*" % row for row in rows) + b" ET"


def document(*contents: bytes, extra: dict[int, bytes] | None = None, resources: bytes = b"") -> dict[int, bytes]:
    """The objects of a document whose pages are painted by these streams (objects 10, 12, ... and 11, 13, ...)."""
    kids = b" ".join(b"%d 0 R" % (10 + 2 * n) for n in range(len(contents)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)),
        3: FONT,
        **(extra or {}),
    }
    for n, content in enumerate(contents):
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R" % (11 + 2 * n)
        objects[10 + 2 * n] = page + b" /Resources << /Font << /F1 3 0 R >> %s >> >>" % resources
        objects[11 + 2 * n] = content
    return objects


def letter(*, last: bytes = b"", **more: object) -> dict[int, bytes]:
    """The objects of a letter of two pages, and of another behind them where its stream is given."""
    pages = [stream(text(lines)) for lines in LETTER]
    return document(*pages, *([last] if last else []), **more)  # type: ignore[arg-type]
