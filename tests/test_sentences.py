"""Where Dutch sentences end, and where they only seem to."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerbrief.model import Listing, Paragraph, Part
from kamerbrief.sentences import questions, split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ja. Dat klopt.",
        "Klopt dat? Zo nee, waarom niet?",
        "Het ‘draagvlak’ is er (nog). “Zeker.” Wel.",
        "In 2020 waren het er 1.250. 30 procent meer.",
        "Dat zegt de brief (Kamerstuk 36 000, nr. 3). De rest volgt.",
    ],
)
def test_sentences_end(text: str) -> None:
    assert len(sentences(text)) > 1
    assert " ".join(sentences(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "Dit is m.b.t. art. 3 van de wet d.d. 4 mei niet zo.",
        "De heer J. de Vries en mw. A.B. Jansen komen.",
        "Het gaat om 1.250 mensen en 3.2 procent van COM(2021) 120.",
        "Dat is bijv. Frontex, o.a. Europol en prof. Bakker.",
        "Zie www.rijksoverheid.nl voor meer.",
        "De minister vroeg ‘waarom?’ en ging door.",
    ],
)
def test_sentences_that_go_on(text: str) -> None:
    assert sentences(text) == [text]


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
