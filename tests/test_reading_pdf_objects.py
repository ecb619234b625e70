"""A PDF's objects in their common forms: the same as pdfminer reads, or left to it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from handmade import letter, pdf
from kamerbrief.reading import pdf_document
from kamerbrief.reading.content_stream import UnusualStream
from kamerbrief.reading.pdf_document import BoundedPDFDocument
from kamerbrief.reading.pdf_objects import object_at

SAMPLES = Path(__file__).parent.parent / "samples"
COMMON = [
    b"<< /Type /Page /Rotate 90 /MediaBox [0 0 595.28 841.89] /A -.5 /B true /C null >>",
    b"<</Kids[3 0 R 4 0 R]/Name/F+1,a/ID[<0aFF><>(Kamer 1)]>>",
    b"[1 [2 << /A [3] >>] (a) null]",
    b"<< /Length 5 /A 3 0 R >>\nstream\nBT ET\nendstream",
    b"17",
    b"3 0 R",
]
ODD = [
    b"<< /Length 4 >>\nstream\nBT ET\nendstream",
    b"<< /Length 99999 >>\nstream\nBT ET\nendstream",
    b"<< /Length 9 0 R >>\nstream\nBT ET\nendstream",
    b"<< /A#20B 1 >>",
    b"<< /A (a(b)c) >>",
    rb"<< /A (a\)b) >>",
    b"<< /A 1 % more\n >>",
    b"<< /A <0 a> >>",
    b"<< 1 2 >>",
    b"<< /A >>",
    b"[1 >>",
    b"1 2",
    b"[" * 30 + b"]" * 30,
]


def shown(value: Any) -> str:
    """An object, with what its references and streams are."""
    return f"{value!r} {getattr(value, 'rawdata', '')!r}"


def both(data: bytes, number: int, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """An object as we and as pdfminer read it; what it fails at is an outcome too."""
    ours = outcome(data, number)
    monkeypatch.setattr(pdf_document, "object_at", unusual)
    return ours, outcome(data, number)


def outcome(data: bytes, number: int) -> str:
    try:
        return shown(BoundedPDFDocument(data).getobj(number))
    except Exception as error:
        return type(error).__name__


def unusual(*_: object) -> object:
    raise UnusualStream


@pytest.mark.parametrize("body", COMMON + ODD)
def test_objects_are_those_that_pdfminer_reads(body: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = both(pdf(letter(extra={4: body})), 4, monkeypatch)
    assert ours == theirs


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.pdf")), ids=lambda path: path.name)
def test_objects_of_letters(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 30):
        ours, theirs = both(path.read_bytes(), number, monkeypatch)
        monkeypatch.undo()
        assert ours == theirs


@pytest.mark.parametrize("body", COMMON)
def test_common_forms_are_read(body: bytes) -> None:
    data = b"4 0 obj\n" + body + b"\nendobj\n"
    object_at(BoundedPDFDocument(pdf(letter())), data, 0, 4)


@pytest.mark.parametrize("body", ODD)
def test_odd_forms_are_left_to_pdfminer(body: bytes) -> None:
    data = b"4 0 obj\n" + body + b"\nendobj\n"
    with pytest.raises(UnusualStream):
        object_at(BoundedPDFDocument(pdf(letter())), data, 0, 4)


def test_what_is_another_object_or_none() -> None:
    document = BoundedPDFDocument(pdf(letter()))
    for data, at in ((b"5 0 obj 1 endobj", 0), (b"4 0 obj 1 endobj", 3), (b"4 0 obj 1 endobj", -16), (b"", 9)):
        with pytest.raises(UnusualStream):
            object_at(document, data, at, 4)


@pytest.mark.parametrize("part", [b" ", b"1 ", b"/A ", b"<<", b"[1 2 R ", b"(", b"<00", b"1\n\n\n\n"])
def test_no_form_takes_long(part: bytes) -> None:
    started = time.process_time()
    with pytest.raises(UnusualStream):
        object_at(BoundedPDFDocument(pdf(letter())), b"4 0 obj " + part * 300_000, 0, 4)
    assert time.process_time() - started < 5
