"""Sentences are word for word, in order, each with the page on which it starts."""

from __future__ import annotations

from kamerbrief.insight.located_sentences import LocatedSentence, located_sentences
from kamerbrief.model import Listing, PageTurn, Paragraph, Part, Table


def test_a_sentence_has_the_page_on_which_it_starts() -> None:
    text = "Op grond van art. 3 mag dat. Dit loopt door op de volgende bladzij. Daar staat dit."
    turns = (PageTurn(offset=text.index("door"), page=3),)
    part = Part(blocks=(Paragraph(text=text, page=2, turns=turns),))
    assert [(one.text, one.page) for one in located_sentences(part)] == [
        ("Op grond van art. 3 mag dat.", 2),
        ("Dit loopt door op de volgende bladzij.", 2),
        ("Daar staat dit.", 3),
    ]


def test_items_of_a_list_have_sentences_and_tables_have_none() -> None:
    blocks = (
        Table(rows=(("Wat? Dat.",),), page=1),
        Listing(items=("Hoeveel?", "Wie? En wanneer?"), page=4),
    )
    assert located_sentences(Part(blocks=blocks)) == (
        LocatedSentence("Hoeveel?", 4, 1, 0),
        LocatedSentence("Wie?", 4, 1, 1),
        LocatedSentence("En wanneer?", 4, 1, 1, 5),
    )


def test_a_letter_without_pages_has_sentences_without_pages() -> None:
    part = Part(blocks=(Paragraph(text="Hoe? Zo.", page=None),))
    assert [one.page for one in located_sentences(part)] == [None, None]
