"""Which blocks are marks: a mark in words, and the marks of a table of questions."""

from __future__ import annotations

from dataclasses import replace

from kamerbrief.layout import LayoutBlock
from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.model import NoteMark
from kamerbrief.structure.evidence.marked_blocks import split_at_mark, with_mark
from kamerbrief.structure.evidence.question_tables import listed
from pages import block, column


def texts(one: LayoutBlock) -> list[tuple[str | None, str]]:
    """The parts of a block, each with the side of its mark."""
    return [(part.side, part.words) for part in (listed(one) if one.rows else split_at_mark(one))]


def test_a_mark_and_what_stands_behind_it_are_two() -> None:
    assert texts(block("Antwoord: Ja, dat kan.")) == [("answer", "Antwoord:"), (None, "Ja, dat kan.")]


def test_a_mark_alone_is_one() -> None:
    assert texts(block("Vraag 3 en 4")) == [("question", "Vraag 3 en 4")]


def test_a_sentence_that_begins_as_a_mark_does_stays_one() -> None:
    assert texts(block("Vraag 3 en 4 gaan over bruggen.")) == [(None, "Vraag 3 en 4 gaan over bruggen.")]


def test_a_note_stays_with_the_text_that_has_its_marker() -> None:
    text = AnnotatedText("Antwoord: Zie de nota.", (NoteMark(offset=21, marker="1"),))
    mark, rest = split_at_mark(replace(block(""), text=text))
    assert (mark.text.notes, rest.text.notes) == ((), (NoteMark(offset=11, marker="1"),))


def test_the_line_of_a_mark_goes_with_it() -> None:
    lines = tuple(column("Antwoord", "Ja, dat kan."))
    mark, rest = split_at_mark(replace(block("Antwoord: Ja, dat kan."), lines=lines))
    assert [line.text for line in mark.lines] == ["Antwoord"]
    assert [line.text for line in rest.lines] == ["Antwoord", "Ja, dat kan."]


def test_a_table_of_questions_and_answers_is_what_it_lists() -> None:
    table = replace(block(""), rows=(("Nr.", "Vraag", "Antwoord"), ("1", "Wat kost het?", "Niets.")))
    heads, listing = texts(table)[:3], texts(table)[3:]
    assert heads == [("question", "Nr."), ("question", "Vraag"), ("question", "Antwoord")]
    assert listing == [("question", "1"), (None, "Wat kost het?"), ("answer", ""), (None, "Niets.")]


def test_a_cell_with_several_paragraphs_keeps_them_apart() -> None:
    rows = (("Vraag", "Reactie"), ("Wat kost het?", "Niets. Echt niet."))
    cells = ((), ((block("Wat kost het?"),), (block("Niets."), block("Echt niet."))))
    table = replace(block(""), rows=rows, cells=cells)
    assert texts(table)[-3:] == [("answer", ""), (None, "Niets."), (None, "Echt niet.")]


def test_another_table_stays_one() -> None:
    table = replace(block(""), rows=(("Jaar", "Antwoord"), ("2020", "8")))
    assert list(listed(table)) == [with_mark(table)]
