"""Which blocks are marks: words, numbers in a row, tables of questions."""

from __future__ import annotations

from dataclasses import replace

from kamerbrief.layout import LayoutBlock
from kamerbrief.structure.evidence.evidence import gather
from kamerbrief.structure.evidence.marked_blocks import with_mark
from pages import block


def sides(*blocks: LayoutBlock) -> str:
    """q, a or n for each mark, - for a text."""
    return "".join(b.mark.side[0] if b.mark else "-" for b in gather(blocks).blocks)


def texts(*blocks: LayoutBlock) -> list[str]:
    return [b.words for b in gather(blocks).blocks]


def test_a_mark_and_what_stands_behind_it_are_two() -> None:
    assert texts(block("Antwoord: Ja, dat kan.")) == ["Antwoord:", "Ja, dat kan."]


def test_numbers_in_a_row_with_questions_behind_them_are_marks() -> None:
    parts = [part for n in "123" for part in (block(n), block("Hoeveel bruggen zijn er?"), block("Er zijn er acht."))]
    assert sides(*parts) == "q--q--q--"


def test_numbers_before_their_text_are_marks_too() -> None:
    parts = [part for n in "123" for part in (block(f"{n}. Hoeveel bruggen zijn er?"), block("Er zijn er acht."))]
    assert sides(*parts) == "q--q--q--"


def test_the_list_of_an_answer_is_no_row_of_questions() -> None:
    parts = [block("Vraag 1"), block("Wat?"), block("Antwoord 1"), *(block(f"{n}. een brug") for n in "123")]
    assert sides(*parts) == "q-a---"


def test_numbered_headings_are_no_marks() -> None:
    parts = [p for n in "123" for p in (block(f"{n}. Inleiding", bold=True), block("De leden vragen iets. Kan dat?"))]
    assert sides(*parts) == "------"


def test_several_numbers_alone_on_a_line_are_one_mark() -> None:
    row = [part for n in ("1", "2", "3 en 4") for part in (block(n), block("Hoeveel bruggen zijn er?"))]
    assert [b.mark.numbers for b in gather(row).blocks if b.mark] == [("1",), ("2",), ("3", "4")]


def test_a_table_of_questions_and_answers_is_what_it_lists() -> None:
    table = replace(block(""), rows=(("Nr.", "Vraag", "Antwoord"), ("1", "Wat kost het?", "Niets.")))
    assert texts(table) == ["Nr.", "Vraag", "Antwoord", "1", "Wat kost het?", "", "Niets."]
    assert sides(table) == "qqqq-a-"  # the heads of its columns are marks too, with nothing behind them


def test_another_table_stays_one() -> None:
    table = replace(block(""), rows=(("Jaar", "Antwoord"), ("2020", "8")))
    assert gather([table]).blocks == (with_mark(table),)
