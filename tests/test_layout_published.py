"""Published letters as laid out, against what people read in them: nothing of the page is left in the text."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kamerbrief.layout import Body
from kamerbrief.printed_marks import mark_of
from kamerbrief.reading import read
from kamerbrief.structure.evidence.letter_landmarks import is_marker
from pages import laid_out

HERE = Path(__file__).resolve()
REAL = next((p / "shared/letters/real" for p in HERE.parents if (p / "shared/letters/real").is_dir()), None)
LETTERS = [path for path in sorted(REAL.iterdir()) if path.suffix in (".pdf", ".docx")] if REAL else []
TEXTS = sorted(REAL.glob("*-text/*.txt")) if REAL else []

pytestmark = pytest.mark.skipif(REAL is None, reason="the shared letters are not on this machine")


def squashed(text: str) -> str:
    """Letters and figures alone."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def spelled(text: str) -> str:
    """Words as they are, but for the shape of quotes; a blank that justification set before a stop is none."""
    text = re.sub("[\u2018\u2019]", "'", unicodedata.normalize("NFKC", text))
    return " ".join(re.sub(r"\s+(?=[.,;:?!])", "", re.sub("[\u201c\u201d\u201e]", '"', text)).split())


def body_of(path: Path) -> Body:
    return laid_out(read(path.read_bytes()))


def running(body: Body) -> str:
    return " ".join(block.text.text for block in body.blocks if not block.rows)


def sides(gold: dict[str, Any]) -> Iterator[str]:
    """Each question and answer; of questions answered together, which have markers between them, each paragraph."""
    for section in gold["sections"]:
        for exchange in section["exchanges"]:
            if len(exchange["labels"]) > 1:
                yield from exchange["question"]
            else:
                yield " ".join(exchange["question"])
            yield " ".join(exchange["answer"])


def golds() -> Iterator[tuple[dict[str, Any], Body]]:
    for path in LETTERS:
        gold = path.with_name(f"{path.stem}.gold.json")
        if gold.exists():
            yield json.loads(gold.read_text(encoding="utf-8")), body_of(path)


def test_questions_and_answers_stand_in_one_piece() -> None:
    found = [squashed(text) in squashed(running(body)) for gold, body in golds() for text in sides(gold)]
    assert sum(found) >= 0.99 * len(found)


def test_their_words_are_spelled_as_printed() -> None:
    found = [spelled(text) in spelled(running(body)) for gold, body in golds() for text in sides(gold)]
    assert sum(found) >= 0.98 * len(found)


def test_notes_are_out_of_the_text_and_whole() -> None:
    found = [
        squashed(note["text"]) in {squashed(of.text or "") for of in (*body.notes, *body.endnotes)}
        for gold, body in golds()
        for section in gold["sections"]
        for exchange in section["exchanges"]
        for note in exchange.get("footnotes") or ()
        if note.get("text")
    ]
    assert sum(found) >= 0.95 * len(found)


def is_number(line: str) -> bool:
    """Whether a line is the numbered mark of a question or an answer, and nothing else."""
    mark = mark_of(line.rstrip())
    return mark is not None and bool(mark.numbers) and mark.end == len(line.rstrip())


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name[:20])
def test_markers_in_a_text_are_blocks_of_their_own(path: Path) -> None:
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    markers = {" ".join(line.split()) for line in lines if line[:1].isupper() and (is_number(line) or is_marker(line))}
    assert markers <= {" ".join(block.text.text.split()) for block in body_of(path).blocks}
