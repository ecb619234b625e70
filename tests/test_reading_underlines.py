"""Which lines are underlined."""

from __future__ import annotations

import docx

from kamerbrief.reading import read
from kamerbrief.reading.page_lines import Rule
from kamerbrief.reading.underlines import with_underlines
from pages import laid_out, line
from test_reading_docx import saved


def underlined(*rules: Rule) -> list[bool]:
    return [found.underlined for found in with_underlines([line("Ruimte op zee", x0=80, y=100)], rules)]


def test_a_rule_right_below_a_line_underlines_it() -> None:
    assert underlined(Rule(80, 102, 145, 102)) == [True]
    assert underlined(Rule(80, 102, 110, 102), Rule(114, 102, 145, 102)) == [True]


def test_a_rule_that_is_wider_or_lower_or_under_one_word_does_not() -> None:
    assert underlined(Rule(80, 102, 400, 102)) == [False]
    assert underlined(Rule(80, 108, 145, 108)) == [False]
    assert underlined(Rule(80, 102, 110, 102)) == [False]


def test_a_paragraph_of_a_word_file_is_underlined_where_all_its_text_is() -> None:
    word = docx.Document()
    word.add_paragraph().add_run("Ruimte op zee").underline = True
    mixed = word.add_paragraph("Zie ")
    mixed.add_run("de bijlage").underline = True
    found = [block.underlined for block in laid_out(read(saved(word))).blocks]
    assert found == [True, False]
