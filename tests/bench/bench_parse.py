"""Measure how long parsing takes: `pytest tests/bench/bench_parse.py`, with the extra `bench` installed.

This is not part of the tests: no test may fail because a machine is busy.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kamerbrief.layout import lay_out
from kamerbrief.model import Source
from kamerbrief.parse import parse_letter, read_letter
from kamerbrief.reading import read
from kamerbrief.structure import to_letter
from kamerbrief.structure.evidence import letter_landmarks
from long_letters import as_pdf, as_text

SHARED = Path(__file__).parent.parent.parent.parent / "shared" / "letters" / "com2021-120.pdf"
LETTER = as_pdf(15)
SOURCE = Source(name="x.pdf", sha256="", media_type="application/pdf", pages=15)


def test_cold(benchmark: Any) -> None:
    benchmark(parse_letter, LETTER, "x.pdf")


@pytest.mark.skipif(not SHARED.exists(), reason="the shared letters are not on this machine")
def test_cold_founding_letter(benchmark: Any) -> None:
    benchmark(parse_letter, SHARED.read_bytes() if SHARED.exists() else b"", "x.pdf")


def test_cached(benchmark: Any, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(LETTER)
    read_letter(path, cached=True)
    benchmark(read_letter, path, cached=True)


def test_stage_reading(benchmark: Any) -> None:
    benchmark(read, LETTER)


def test_stage_layout(benchmark: Any) -> None:
    benchmark(lay_out, read(LETTER), letter_landmarks)


def test_stage_structure(benchmark: Any) -> None:
    benchmark(to_letter, lay_out(read(LETTER), letter_landmarks), SOURCE)


@pytest.mark.parametrize("pages", [15, 150, 1500])
@pytest.mark.parametrize("made", [as_pdf, as_text])
def test_growth(benchmark: Any, made: Any, pages: int) -> None:
    benchmark.pedantic(parse_letter, (made(pages), "x"), rounds=1)
