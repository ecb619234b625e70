"""A letter as gold says what a parse of it should be, and what a person decided."""

from __future__ import annotations

import json
from pathlib import Path

from kamerbrief import read_letter
from kamerbrief.export.gold import export
from kamerbrief.export.json import to_builtins
from kamerbrief.model import Decision
from letters.scoring import score

SAMPLES = Path(__file__).parent.parent / "samples"


def test_a_parse_scores_full_marks_against_its_own_gold() -> None:
    for path in sorted(SAMPLES.glob("*.pdf")):
        letter = read_letter(path)
        figures = score(json.loads(export(letter)), to_builtins(letter))
        assert figures["exchanges"] == 1.0
        assert set(figures.values()) == {1.0}, path.name


def test_gold_has_texts_where_the_json_has_objects() -> None:
    gold = json.loads(export(read_letter(SAMPLES / "fietspont.pdf")))
    exchange = gold["sections"][0]["exchanges"][1]
    assert (gold["pages"], exchange["pages"], exchange["labels"]) == (2, [1, 1], ["2"])
    assert all(
        isinstance(text, str) for text in (*exchange["question"], *exchange["answer"], *exchange["subquestions"])
    )
    assert exchange["tables"][0]["rows"][0] == ["Groep", "2022", "2023"]


def test_gold_notes_what_was_decided() -> None:
    import msgspec

    letter = read_letter(SAMPLES / "fietspont.pdf")
    letter = msgspec.structs.replace(letter, decisions=(Decision(verb="split", at="Bent u bekend", exchange=1),))
    notes = json.loads(export(letter))["notes"]
    assert notes[0].endswith(letter.source.sha256)
    assert json.loads(notes[1].partition(": ")[2]) == {"verb": "split", "at": "Bent u bekend", "exchange": 1}
