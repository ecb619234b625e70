"""Word files that are broken, or made to harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest

from conservation import of_document, of_letter
from kamerbrief.errors import DamagedFile, KamerbriefError
from kamerbrief.parse import parse_letter
from kamerbrief.reading import read

TEXT = ("Inbreng van de leden van de SP-fractie", "Hoe zit dat?", "Antwoord", "Zo zit dat.")


def word_file() -> bytes:
    word = docx.Document()
    for text in TEXT:
        word.add_paragraph(text)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def changed(change: Callable[[bytes], bytes], name: str = "word/document.xml") -> bytes:
    """A Word file with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return out.getvalue()


def inside(text: bytes) -> Callable[[bytes], bytes]:
    """The change that puts this at the end of the body."""
    return lambda xml: xml.replace(b"<w:sectPr", text + b"<w:sectPr", 1)


def nested(depth: int, start: bytes, end: bytes) -> bytes:
    return start * depth + b"<w:p><w:r><w:t>diep</w:t></w:r></w:p>" + end * depth


def test_a_bomb_is_refused() -> None:
    with pytest.raises(DamagedFile, match="made to harm"):
        parse_letter(changed(lambda xml: xml + b" " * (41 * 2**20)), "x.docx")


def test_a_picture_is_no_bomb() -> None:
    out = io.BytesIO(word_file())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", bytes(60 * 2**20))
    assert parse_letter(out.getvalue(), "x.docx").exchanges


def test_a_part_that_is_larger_than_it_says() -> None:
    data = bytearray(changed(lambda xml: xml + b" " * 10_000))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.getinfo("word/document.xml")
    said = part.file_size.to_bytes(4, "little")
    data = bytearray(bytes(data).replace(said, (500).to_bytes(4, "little")))
    with pytest.raises(DamagedFile):
        parse_letter(bytes(data), "x.docx")


def test_elements_in_elements() -> None:
    deep = nested(5_000, b"<w:sdt><w:sdtContent>", b"</w:sdtContent></w:sdt>")
    with pytest.raises(KamerbriefError):
        parse_letter(changed(inside(deep)), "x.docx")


def test_entities_of_entities() -> None:
    names = [b'<!ENTITY a "%s">' % (b"ha" * 100)]
    names += [b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)]
    kind = b"<!DOCTYPE w [" + b"".join(names) + b"]>"

    def change(xml: bytes) -> bytes:
        head, body = xml.split(b"?>", 1)
        return head + b"?>" + kind + inside(b"<w:p><w:r><w:t>&j;</w:t></w:r></w:p>")(body)

    try:
        letter = parse_letter(changed(change), "x.docx")
    except KamerbriefError:
        return
    assert "haha" not in str(letter)


def test_tables_in_tables_are_read_once() -> None:
    deep = nested(20, b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>")
    data = changed(inside(deep))
    assert of_letter(parse_letter(data, "x.docx")) == of_document(read(data))
    assert sum(line.text.count("diep") for page in read(data).pages for line in page.lines) == 1


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
def test_cut_short(part: float) -> None:
    data = word_file()
    with pytest.raises(KamerbriefError):
        parse_letter(data[: int(len(data) * part)], "x.docx")


def test_a_part_that_does_not_unpack() -> None:
    """Found by fuzzing: zlib's own error came out."""
    data = bytearray(changed(lambda xml: xml))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.getinfo("word/document.xml")
    start = part.header_offset + 30 + len(part.filename)
    data[start : start + 40] = b"\xff" * 40
    with pytest.raises(DamagedFile, match="broken"):
        parse_letter(bytes(data), "x.docx")
