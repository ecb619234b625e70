"""Exchanges under their headings, with their factions, notes and pages."""

from __future__ import annotations

from dataclasses import replace

from kamerbrief.layout import LayoutBlock
from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.model import Footnote, Listing, NoteMark, Paragraph, Section
from kamerbrief.structure.evidence.marked_blocks import with_mark
from kamerbrief.structure.pairing.drafts import rejoin
from kamerbrief.structure.pairing.exchange_builder import build
from kamerbrief.structure.pairing.sections import NoteAssigner, sections
from kamerbrief.structure.roles import Role
from pages import block

NAMES = {"h": "heading", "q": "question", "m": "marker", "a": "answer"}


def paired(*pairs: tuple[str, LayoutBlock], notes: tuple[Footnote, ...] = ()) -> tuple[Section, ...]:
    roles = [Role(NAMES[letter], 9.0) for letter, _ in pairs]
    found = build([with_mark(b) for _, b in pairs], roles)
    return sections(rejoin(found), NoteAssigner(list(notes)))


def exchange(question: str, heading: str = "Inbreng van de D66-fractie") -> tuple[tuple[str, LayoutBlock], ...]:
    return (("h", block(heading)), ("q", block(question)), ("m", block("Antwoord")), ("a", block("Ja.")))


def test_a_heading_over_two_lines_is_one() -> None:
    (section,) = paired(("h", block("Vragen van de fracties van GroenLinks en")), *exchange("Is dat zo?", "de PvdA"))
    assert section.heading == "Vragen van de fracties van GroenLinks en de PvdA"
    assert section.exchanges[0].factions == ("GroenLinks", "PvdA")


def test_under_a_heading_without_factions_the_question_says_who_asks() -> None:
    (section,) = paired(*exchange("De leden van de SP-fractie wijzen de leden van de VVD op iets.", "Algemeen"))
    assert section.exchanges[0].factions == ("SP",)


def test_who_asks_is_inherited() -> None:
    first = exchange("De leden van de SP-fractie vragen iets.", "Algemeen")
    (section,) = paired(*first, *exchange("Deze leden vragen nog iets.")[1:])
    assert [e.factions for e in section.exchanges] == [("SP",), ("SP",)]


def test_a_faction_that_joins_in_asks_too() -> None:
    text = "De leden van de 50PLUS-fractie sluiten zich aan bij de vragen van de leden van de D66-fractie."
    (section,) = paired(*exchange(text))
    assert section.exchanges[0].factions == ("D66", "50PLUS")


def test_numbers_run_through_the_sections() -> None:
    found = paired(*exchange("Een?"), *exchange("Twee?", "Inbreng van de SP-fractie"))
    assert [e.number for s in found for e in s.exchanges] == [1, 2]


def test_items_under_each_other_are_a_list_and_one_alone_is_text() -> None:
    pairs = exchange("Wat?")[:3]
    (section,) = paired(*pairs, ("a", block("a. het een")), ("a", block("b. het ander")), ("a", block("Dat is het.")))
    listing, rest = section.exchanges[0].answer.blocks
    assert isinstance(listing, Listing)
    assert (listing.markers, listing.items) == (("a.", "b."), ("het een", "het ander"))
    assert isinstance(rest, Paragraph)
    (section,) = paired(*pairs, ("a", block("- een streep vooraf")))
    assert section.exchanges[0].answer.blocks == (Paragraph(text="- een streep vooraf", page=1),)


def test_a_paragraph_that_went_over_the_page_is_one_again() -> None:
    after = replace(block("Rest van het antwoord.", page=2), loose=True)
    (section,) = paired(*exchange("Wat?")[:3], ("a", block("Begin van het antwoord.")), ("a", after))
    (whole,) = section.exchanges[0].answer.blocks
    assert isinstance(whole, Paragraph)
    assert whole.text == "Begin van het antwoord. Rest van het antwoord."
    assert [(turn.offset, turn.page) for turn in whole.turns] == [(24, 2)]
    assert section.exchanges[0].pages == (1, 2)


def test_a_note_goes_to_the_text_with_its_marker_and_the_nearest_page() -> None:
    text = AnnotatedText("Zie de nota.", (NoteMark(offset=12, marker="1"),))
    answer = replace(block(""), text=text, page=3, end_page=3)
    notes = (Footnote(marker="1", text="Eerder.", page=1), Footnote(marker="1", text="Hier.", page=3))
    (section,) = paired(*exchange("Wat?")[:3], ("a", answer), notes=notes)
    assert [note.text for note in section.exchanges[0].footnotes] == ["Hier."]


def test_a_marker_without_a_note_is_kept() -> None:
    text = AnnotatedText("Op 4 juni 2021 is dat gezegd.", (NoteMark(offset=14, marker="10"),))
    (section,) = paired(*exchange("Wat?")[:3], ("a", replace(block(""), text=text)))
    assert section.exchanges[0].footnotes == (Footnote(marker="10", text=None, page=1),)


def test_one_item_alone_is_a_list_where_it_has_a_bullet() -> None:
    (section,) = paired(*exchange("• Wat kost de brug?"))
    assert section.exchanges[0].question.blocks == (Listing(items=("Wat kost de brug?",), page=1, markers=("•",)),)
