"""Content streams scanned by one expression: the same as pdfminer scans, or left to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pdfminer.pdfinterp import PDFPageInterpreter

from kamerbrief.errors import KamerbriefError
from kamerbrief.reading import pdf_interpreter
from kamerbrief.reading.content import DEEPEST, Name, Operator, Unusual, objects
from kamerbrief.reading.lines import Document
from kamerbrief.reading.pdf import read_pdf

SAMPLES = Path(__file__).parent.parent / "samples"
SHARED = Path(__file__).parent.parent.parent / "shared" / "letters"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"/F1 12 Tf", [Name("F1"), 12, Operator(b"Tf")]),
        (b"1 0 0 1 -.5 +7. Tm", [1, 0, 0, 1, -0.5, 7.0, Operator(b"Tm")]),
        (rb"(a\(b\)\n\101\7) Tj", [b"a(b)\nA\x07", Operator(b"Tj")]),
        (b"<48 65 6> Tj", [b"He`", Operator(b"Tj")]),
        (b"[(a)-20(b)]TJ % note\nET", [[b"a", -20, b"b"], Operator(b"TJ"), Operator(b"ET")]),
        (b"/P <</MCID 0/A true>> BDC", [Name("P"), {"MCID": 0, "A": True}, Operator(b"BDC")]),
        (b"f* ' \" T*", [Operator(b"f*"), Operator(b"'"), Operator(b'"'), Operator(b"T*")]),
    ],
)
def test_objects_of_a_stream(data: bytes, found: list[Any]) -> None:
    assert list(objects(data)) == found


@pytest.mark.parametrize(
    "data",
    [b"BI /W 1 ID x EI", b"(a(b)c) Tj", b"[(a)", b"] TJ", b"(open", b"[" * (DEEPEST + 1), b"\xff\xfe", b"1.2.3 Td"],
)
def test_what_is_left_to_pdfminer(data: bytes) -> None:
    with pytest.raises(Unusual):
        list(objects(data))


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
