"""Footnote markers that text extraction glued to the word before them."""

from __future__ import annotations

import pytest

from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.layout.glued_markers import unglue


def cut(text: str, *notes: str, others: tuple[str, ...] = ()) -> tuple[str, list[tuple[str, str]]]:
    """The text without its markers, and each marker with the five characters before it."""
    texts = [AnnotatedText(text), *(AnnotatedText(other) for other in others)]
    found = unglue(texts, [1] * len(texts), [(note, 1) for note in notes])[0]
    return found.text, [(mark.marker, found.text[max(0, mark.offset - 5) : mark.offset]) for mark in found.notes]


@pytest.mark.parametrize(
    ("text", "clean", "before"),
    [
        ("Volgens Nieuwsuur,1 is dat zo.", "Volgens Nieuwsuur, is dat zo.", "suur,"),
        ("Dat is gesteld.1 Ook hier.", "Dat is gesteld. Ook hier.", "teld."),
        ("In kritische vragen1 gesteld.", "In kritische vragen gesteld.", "ragen"),
        ("De ODA1-landen doen mee.", "De ODA-landen doen mee.", "e ODA"),
        ("Peildatum 20211 is gekozen.", "Peildatum 2021 is gekozen.", " 2021"),
        ("Een toename tot 8,4.1 Dat is veel.", "Een toename tot 8,4. Dat is veel.", " 8,4."),
    ],
)
def test_a_glued_marker_is_cut_out_and_kept_as_a_mark(text: str, clean: str, before: str) -> None:
    assert cut(text, "1") == (clean, [("1", before)])


@pytest.mark.parametrize(
    "text",
    [
        "Postbus 20901",
        "De uitstoot van CO1 en CO1-beleid.",
        "In 2021 is dat zo.",
        "Een bedrag van 1,1 miljoen.",
        "art. 11",
    ],
)
def test_figures_that_belong_to_their_word(text: str) -> None:
    assert cut(text, "1") == (text, [])


def test_markers_come_in_the_order_of_their_notes() -> None:
    text = "Eerst dit.1 Dan dat.2 En weer.1"
    assert cut(text, "1", "2") == ("Eerst dit. Dan dat. En weer.1", [("1", " dit."), ("2", " dat.")])


def test_a_year_with_figures_behind_it_is_a_year_and_a_marker() -> None:
    assert cut("De brief van 4 juni 202110 zegt dat.") == ("De brief van 4 juni 2021 zegt dat.", [("10", " 2021")])
