"""PDFs that are broken, or made to harm: a letter, or one line that says what is wrong; never a hang."""

from __future__ import annotations

import zlib

import pytest

from handmade import FONT, LETTER, document, letter, pdf, stream, text
from kamerbrief.errors import DamagedFile, KamerbriefError, NoText
from kamerbrief.model import Letter
from kamerbrief.parse import parse_letter

WORDS = text(["Zomaar een regel."])
ENDLESS = b"9" * 400
NULLS = b"\x00" * 2**20


def bomb(times: int) -> bytes:
    """Many megabytes in a few kilobytes, as many as there are times."""
    pack = zlib.compressobj(9)
    packed = b"".join([*(pack.compress(NULLS) for _ in range(times)), pack.flush()])
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def filtered(data: bytes, name: str, more: str = "") -> bytes:
    return stream(data, f"/Filter /{name} {more}".encode())


def font(more: bytes) -> dict[int, bytes]:
    """A letter set in a font that has this too."""
    return {**letter(), 3: FONT.replace(b">>", more + b" >>")}


def cid_font(more: bytes, table: bytes = b"") -> dict[int, bytes]:
    """A letter set in a composite font that has this too."""
    inner = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
    )
    return {
        **letter(extra={4: inner + b" /Supplement 0 >> " + more + b" >>", 5: stream(table)}),
        3: b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H"
        b" /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
    }


def forms(depth: int, each: int) -> dict[int, bytes]:
    """Forms that paint forms: `each` times at every one of `depth` levels."""
    found = {}
    for n in range(depth):
        head = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>" % (101 + n)
        found[100 + n] = stream(b"/X Do " * each, head)
    found[100 + depth] = stream(
        WORDS, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 3 0 R >> >>"
    )
    return found


def with_forms(depth: int, each: int) -> dict[int, bytes]:
    return letter(last=stream(b"/X Do"), extra=forms(depth, each), resources=b"/XObject << /X 100 0 R >>")


def outcome(objects: dict[int, bytes] | bytes) -> Letter | str:
    try:
        return parse_letter(objects if isinstance(objects, bytes) else pdf(objects), "x.pdf")
    except KamerbriefError as error:
        return str(error)


TOO_MUCH = {
    "a page that unpacks to eighty megabytes": letter(last=bomb(80)),
    "a font table that unpacks to eighty megabytes": {**font(b"/ToUnicode 5 0 R"), 5: bomb(80)},
    "ten million letters in one piece": letter(last=stream(text(["a" * 10_000_000]), packed=True)),
    "a page in very many pieces": letter(last=stream(b"BT /F1 1 Tf " + b"(a) Tj " * 50_000 + b"ET", packed=True)),
    "seventeen megabytes of operators": letter(last=stream(b"0 0 m " * 3_000_000, packed=True)),
    "forms in forms, a billion times": with_forms(9, 10),
    "runs of one byte, packed": letter(last=stream(b"\x81a" * 600_000, b"/Filter /RunLengthDecode")),
    "a row as wide as the memory": letter(
        last=filtered(
            zlib.compress(b"\x02" + NULLS), "FlateDecode", "/DecodeParms << /Predictor 12 /Columns 99999999999 >>"
        )
    ),
    "a font table of four billion codes": cid_font(b"", b"1 beginbfrange <00000000> <ffffffff> <0000> endbfrange"),
    "widths for ten billion letters": cid_font(b"/W [0 9999999999 500]"),
}


@pytest.mark.parametrize("objects", TOO_MUCH.values(), ids=TOO_MUCH)
def test_far_too_much_is_refused(objects: dict[int, bytes]) -> None:
    with pytest.raises(DamagedFile, match="made to harm"):
        parse_letter(pdf(objects), "x.pdf")


def test_more_pages_than_any_letter_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kamerbrief.reading.pdf.MOST_PAGES", 2)
    assert parse_letter(pdf(letter()), "x.pdf").exchanges
    with pytest.raises(DamagedFile, match="made to harm"):
        parse_letter(pdf(letter(last=stream(WORDS))), "x.pdf")


READ = {
    "arrays in arrays": letter(last=stream(b"[" * 30_000 + b"]" * 30_000 + WORDS)),
    "dictionaries in dictionaries": letter(last=stream(b"<</A" * 20_000 + b" 1 " + b">>" * 20_000 + WORDS)),
    "deep arrays in an object": letter(extra={4: b"[" * 50_000 + b"]" * 50_000}, resources=b"/ProcSet 4 0 R"),
    "a form that paints itself": letter(
        last=stream(b"/X Do"),
        extra={
            100: stream(
                b"/X Do",
                b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 100 0 R >> >>",
            )
        },
        resources=b"/XObject << /X 100 0 R >>",
    ),
    "forms that paint each other": letter(
        last=stream(b"/X Do"),
        extra={
            n: stream(
                b"/X Do",
                b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>" % (201 - n),
            )
            for n in (100, 101)
        },
        resources=b"/XObject << /X 100 0 R >>",
    ),
    "forty forms in each other": with_forms(40, 1),
    "a reference to itself": letter(extra={4: b"4 0 R"}, resources=b"/ProcSet 4 0 R"),
    "references in a circle": letter(extra={4: b"5 0 R", 5: b"4 0 R"}, resources=b"/ColorSpace << /C 4 0 R >>"),
    "a page tree in a circle": {**letter(), 2: b"<< /Type /Pages /Kids [10 0 R 2 0 R 12 0 R] /Count 2 >>"},
    "more saves than restores": letter(last=stream(b"q " * 30_000 + WORDS)),
    "a stream longer than it says": letter(last=stream(WORDS).replace(b"/Length %d" % len(WORDS), b"/Length 3")),
    "a stream that is said to be endless": letter(
        last=stream(WORDS).replace(b"/Length %d" % len(WORDS), b"/Length 99999999999")
    ),
    "a length that is its own stream": letter(
        last=stream(WORDS).replace(b"/Length %d" % len(WORDS), b"/Length 15 0 R")
    ),
    "text at no place": letter(last=stream(b"BT /F1 9 Tf %s.0 0 Td (a) Tj (1) Tj ET" % ENDLESS)),
    "text of no size": letter(last=stream(b"BT /F1 %s.0 Tf 9 9 Td (a) Tj (1) Tj ET" % ENDLESS)),
    "a step to nowhere": letter(last=stream(b"BT /F1 9 Tf [(a) %s (1)] TJ ET" % ENDLESS)),
    "a rule to nowhere": letter(last=stream(b"0 9 m %s.0 9 l S %s 0 0 9 re S" % (ENDLESS, ENDLESS))),
    "more rules than a table has": letter(last=stream(b"0 9 m 99 9 l S " * 30_000, packed=True)),
}


@pytest.mark.parametrize("objects", READ.values(), ids=READ)
def test_what_is_odd_is_read_or_refused_in_a_line(objects: dict[int, bytes]) -> None:
    found = outcome(objects)
    assert isinstance(found, Letter) or (found and "\n" not in found)


def test_the_letter_itself_is_read() -> None:
    found = parse_letter(pdf(letter()), "x.pdf")
    assert found.warnings == ()
    assert [exchange.factions for exchange in found.exchanges] == [("VVD",)]
    assert found.exchanges[0].pages == (1, 2)


def test_without_a_table_of_objects() -> None:
    assert parse_letter(pdf(letter(), xref=False), "x.pdf").exchanges


@pytest.mark.parametrize("trailer", [b"/Prev 0", b"/Prev 99999999", b"/XRefStm 0", b"/Prev -1"])
def test_a_table_that_goes_on_nowhere(trailer: bytes) -> None:
    found = outcome(pdf(letter(), trailer=trailer))
    assert isinstance(found, Letter) or "\n" not in found


def test_tables_in_a_circle() -> None:
    data = pdf(letter(), trailer=b"/Prev 00000000")
    start = data.rindex(b"startxref\n") + len(b"startxref\n")
    place = data[start : data.index(b"\n", start)]
    found = outcome(data.replace(b"/Prev 00000000", b"/Prev %s" % place.rjust(8, b"0")))
    assert isinstance(found, Letter) or "\n" not in found


@pytest.mark.parametrize("part", [0.2, 0.5, 0.8, 0.95])
def test_cut_short(part: float) -> None:
    data = pdf(letter())
    found = outcome(data[: int(len(data) * part)])
    assert isinstance(found, str)
    assert "copy" in found


def test_a_missing_page_is_named() -> None:
    objects = letter()
    del objects[13]
    with pytest.raises(DamagedFile, match="page 2 cannot be read"):
        parse_letter(pdf(objects), "x.pdf")


def test_a_page_without_text_is_a_warning() -> None:
    found = parse_letter(pdf(letter(last=stream(b"0 0 m 9 9 l S"))), "x.pdf")
    assert [(warning.code, warning.page, warning.message) for warning in found.warnings] == [
        ("no-text", 3, "page 3: no text (blank?)")
    ]


PICTURE = stream(
    b"\x00", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
)


def test_a_scanned_page_is_a_warning_that_says_so() -> None:
    objects = letter(last=stream(b"/P Do"), extra={4: PICTURE}, resources=b"/XObject << /P 4 0 R >>")
    (warning,) = parse_letter(pdf(objects), "x.pdf").warnings
    assert (warning.code, warning.page) == ("no-text", 3)
    assert "ocrmypdf -l nld" in warning.message


def test_a_scan_says_how_to_get_its_text() -> None:
    objects = document(stream(b"/P Do"), extra={4: PICTURE}, resources=b"/XObject << /P 4 0 R >>")
    with pytest.raises(NoText, match="ocrmypdf -l nld"):
        parse_letter(pdf(objects), "x.pdf")


def test_encrypted_only_against_copying() -> None:
    fpdf = pytest.importorskip("fpdf")
    made = fpdf.FPDF()
    made.set_font("Helvetica", size=11)
    made.set_encryption(owner_password="geheim", permissions=fpdf.enums.AccessPermission.none())
    for lines in LETTER:
        made.add_page()
        for line in lines:
            made.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    assert parse_letter(bytes(made.output()), "x.pdf").exchanges
