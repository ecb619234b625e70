"""Letters with gold beside them: genre, who asks, printed numbers, and each exchange letter for letter.

The letters are not ours to ship: where the shared folder is not there, this is skipped, and the samples stand for them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kamerbrief.export.json import export
from kamerbrief.parse import read_letter

SHARED = Path(__file__).parents[2] / "shared" / "letters"
WHOLE = {"nota-naar-aanleiding-van-verslag": 0.6, "verslag-schriftelijk-overleg": 0.8}
"""The share of exchanges that must be whole, where no marks tell them apart; elsewhere nine in ten."""
PAIRS = [
    (path, gold)
    for gold in sorted(SHARED.rglob("*.gold.json"))
    for path in sorted(gold.parent.glob(f"{gold.name.removesuffix('.gold.json')}*"))
    if path.suffix in (".pdf", ".txt", ".docx")
]
pytestmark = pytest.mark.skipif(not PAIRS, reason="the shared letters are not on this machine")


def exchanges(letter: dict[str, Any]) -> list[dict[str, Any]]:
    return [exchange for section in letter["sections"] for exchange in section["exchanges"]]


def squashed(part: Any) -> str:
    texts = part["paragraphs"] if isinstance(part, dict) else part
    return "".join(c for text in texts for c in text.casefold() if c.isalnum())


@pytest.mark.parametrize(("path", "gold"), PAIRS, ids=lambda path: path.name)
def test_a_letter_with_gold(path: Path, gold: Path) -> None:
    said = json.loads(gold.read_text(encoding="utf-8"))
    letter = json.loads(export(read_letter(path)))
    want, found = exchanges(said), exchanges(letter)
    assert letter["genre"] == said["genre"]
    assert len(found) == len(want)
    for key in ("labels", "members"):
        assert [e[key] for e in found] == [e[key] for e in want]
    assert [set(e["factions"]) for e in found] == [set(e["factions"]) for e in want]
    sides = [[(squashed(e["question"]), squashed(e["answer"])) for e in letters] for letters in (found, want)]
    whole = sum(a == b for a, b in zip(*sides, strict=True))
    assert whole >= WHOLE.get(said["genre"], 0.9) * len(want)
