"""What holds for the sentences of any text; where they end stands in cases/sentences.txt."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kamerbrief.model import Listing, Paragraph, Part
from kamerbrief.sentences import questions, split


@given(st.text(alphabet="aB. ?!1’”\n", max_size=60))
def test_spans_hold_all_but_white_space_in_order(text: str) -> None:
    spans = split(text)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_questions_are_the_sentences_that_ask() -> None:
    part = Part(
        blocks=(
            Paragraph(text="Dit is zo. Waarom? Deze leden vernemen dat graag.", page=1),
            Listing(items=("Hoeveel?", "niets"), page=1),
        )
    )
    assert questions(part) == ("Waarom?", "Hoeveel?")
