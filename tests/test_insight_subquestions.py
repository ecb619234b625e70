"""Questions in lists; sentences that ask something (+) or nothing (-). Longer cases are in cases/subquestions.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamerbrief.insight.subquestions import asking_rule, subquestions
from kamerbrief.model import Listing, Paragraph, Part

SENTENCES = (Path(__file__).parent / "question_sentences.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", SENTENCES, ids=lambda line: line[:40])
def test_a_sentence_asks_something_or_nothing(line: str) -> None:
    sign, sentence = line[0], line[2:]
    assert sign in "+-"
    assert bool(asking_rule(sentence)) == (sign == "+")


def asked(*blocks: Paragraph | Listing) -> list[tuple[int | None, str]]:
    return [(one.page, one.text) for one in subquestions(Part(blocks=blocks))]


def test_each_item_of_a_list_of_questions_is_one() -> None:
    lead = Paragraph(text="Deze leden hebben zorgen. Kan de regering aangeven:", page=1)
    items = Listing(items=("hoeveel zaken er zijn;", "waarom dit zo lang duurt. Dat is zorgelijk."), page=2)
    assert asked(lead, items) == [(2, "hoeveel zaken er zijn;"), (2, "waarom dit zo lang duurt.")]


def test_a_list_of_other_things_has_no_questions() -> None:
    lead = Paragraph(text="Wat vindt de minister van deze punten:", page=1)
    points = Listing(items=("de kosten;", "de duur;", "de vraag of dit kan."), page=1)
    assert asked(lead, points) == []


def test_items_with_a_question_mark_need_no_lead() -> None:
    assert asked(Listing(items=("Klopt dat?", "Niets."), page=3)) == [(3, "Klopt dat?")]
