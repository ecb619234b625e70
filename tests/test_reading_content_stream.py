"""Content streams scanned by one expression: the same as pdfminer scans, or left to it."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import Any

import pytest
from pdfminer.pdfinterp import PDFPageInterpreter

from kamerbrief.errors import KamerbriefError
from kamerbrief.reading import pdf_interpreter
from kamerbrief.reading.content_operations import operations
from kamerbrief.reading.content_stream import DEEPEST, Name, UnusualStream, operation
from kamerbrief.reading.page_lines import Document
from kamerbrief.reading.pdf import read_pdf

SAMPLES = Path(__file__).parent.parent / "samples"
SHARED = Path(__file__).parent.parent.parent / "shared" / "letters"


Found = list[tuple[bytes, list[Any]]]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"/F1 12 Tf", [(b"Tf", [Name("F1"), 12])]),
        (b"1 0 0 1 -.5 +7. Tm", [(b"Tm", [1, 0, 0, 1, -0.5, 7.0])]),
        (rb"(a\(b\)\n\101\7) Tj", [(b"Tj", [b"a(b)\nA\x07"])]),
        (rb"(a(b\))c()) Tj", [(b"Tj", [b"a(b))c()"])]),
        (b"<48 65 6> Tj", [(b"Tj", [b"He`"])]),
        (b"<4865> Tj", [(b"Tj", [b"He"])]),
        (b"[(a)-20(b)]TJ % note\nET", [(b"TJ", [[b"a", -20, b"b"]])]),
        (b"[<41> 3.5 () <>]TJ", [(b"TJ", [[b"A", 3.5, b"", b""]])]),
        (b"/P <</MCID 0/A true>> BDC", [(b"BDC", [Name("P"), {"MCID": 0, "A": True}])]),
        (b"f* ' \" T*", [(b"f*", []), (b"'", []), (b'"', []), (b"T*", [])]),
        (b"q BT ET EMC Q", [(b"q", []), (b"BT", []), (b"Q", [])]),
    ],
)
def test_operations_of_a_stream(data: bytes, found: Found) -> None:
    assert one_by_one(data) == found
    assert [(operator, list(operands)) for operator, operands in operations(data, known(found))] == [
        step for step in found if step[0] != b"BDC"
    ]


def one_by_one(data: bytes) -> Found:
    """The operations, each read object by object."""
    found, at = [], 0
    while at < len(data):
        operator, operands, at = operation(data, at)
        if operator not in (b"", b"ET", b"EMC"):
            found.append((operator, operands))
    return found


def known(found: Found) -> dict[bytes, int]:
    return {operator: len(operands) for operator, operands in found}


def test_an_operator_takes_its_last_operands() -> None:
    counts = {b"Td": 2, b"Tj": 1}
    assert list(operations(b"7 1 2 Td (a) (b) Tj", counts)) == [(b"Td", [1, 2]), (b"Tj", [b"b"])]


@pytest.mark.parametrize(
    "data",
    [b"BI /W 1 ID x EI", b"(a(b(c)d)e) Tj", b"[(a)", b"] TJ", b"(open", b"[" * (DEEPEST + 1), b"\xff\xfe", b"1.2.3 Td"],
)
def test_what_is_left_to_pdfminer(data: bytes) -> None:
    with pytest.raises(UnusualStream):
        one_by_one(data)
    with pytest.raises(UnusualStream):
        list(operations(data, {}))


@pytest.mark.parametrize("data", [b"1 0 0 1 (a) 0 Tm", b"1 0 0 1 0 Tm", b"/A 1 Td", b"/A Tw"])
def test_operands_that_are_no_numbers_or_too_few_are_left_to_pdfminer(data: bytes) -> None:
    with pytest.raises(UnusualStream):
        list(operations(data, {b"Tm": 6, b"Td": 2, b"Tw": 1}))


@pytest.mark.parametrize(
    "part", [b"ET ", b"1 ", b"(a)", b"[", b"/A ", b"/A <<", b"<", b"(", b"((a)", b"[(a) 1", b"BT 1 ' "]
)
def test_no_form_takes_long(part: bytes) -> None:
    started = time.process_time()
    with contextlib.suppress(UnusualStream):
        list(operations(part * 100_000 + b"'", {}))
    assert time.process_time() - started < 5


def pdfs() -> list[Path]:
    found = [*SAMPLES.glob("*.pdf"), *(SHARED.rglob("*.pdf") if SHARED.exists() else ())]
    return sorted(found)


def outcome(data: bytes) -> Document | str:
    try:
        return read_pdf(data)
    except KamerbriefError as error:
        return str(error)


@pytest.mark.parametrize("path", pdfs(), ids=lambda path: path.name)
def test_pages_are_those_that_pdfminer_itself_scans(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = path.read_bytes()
    ours = outcome(data)
    monkeypatch.setattr(pdf_interpreter.Interpreter, "execute", PDFPageInterpreter.execute)
    assert outcome(data) == ours
