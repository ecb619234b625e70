"""How tables are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from kamerbrief.model import Table
from kamerbrief_cli.views.tables import TableView, is_number

if TYPE_CHECKING:
    from cli.conftest import Render

ROWS = (("", "2010-2016", "2017-2019"), ("Vertrek", "3.860", "4.060"), ("Deel", "60%", "-"))


def test_numbers_stand_right_and_words_left(render: Render) -> None:
    assert render(TableView(Table(rows=ROWS, page=1))).splitlines() == [
        "          2010-2016   2017-2019",
        "───────────────────────────────",
        "Vertrek       3.860       4.060",
        "Deel            60%           -",
    ]


def test_a_table_that_does_not_fit_becomes_labelled_lines(render: Render) -> None:
    assert render(TableView(Table(rows=ROWS, page=1)), width=24).splitlines() == [
        "- Vertrek",
        "  2010-2016: 3.860",
        "  2017-2019: 4.060",
        "- Deel",
        "  2010-2016: 60%",
        "  2017-2019: -",
    ]


def test_rows_of_unequal_length_are_filled_up(render: Render) -> None:
    out = render(TableView(Table(rows=(("a",), ("b", "c")), page=1)))
    assert [line.split() for line in out.splitlines()[::2]] == [["a"], ["b", "c"]]


@pytest.mark.parametrize(("rows", "shown"), [((), []), (((),), []), ((("kop",),), ["kop"])])
def test_a_table_with_next_to_nothing_in_it(
    rows: tuple[tuple[str, ...], ...], shown: list[str], render: Render
) -> None:
    assert render(TableView(Table(rows=rows, page=1))).replace("─", " ").split() == shown


@pytest.mark.parametrize("cell", ["1.250", "12,5%", "€ 3", "-4", "2017-2019", "1 000", "(12)"])
def test_numbers(cell: str) -> None:
    assert is_number(cell)


@pytest.mark.parametrize("cell", ["", "-", "n.v.t.", "3 mln", "art. 3"])
def test_near_numbers(cell: str) -> None:
    assert not is_number(cell)


WORDS = st.lists(st.text("abcde012 ", min_size=1, max_size=30), min_size=1, max_size=6)


@settings(deadline=None)  # the machine may be busy
@given(st.lists(WORDS, min_size=1, max_size=4), st.integers(20, 100))
def test_no_word_is_cut_at_any_width(rows: list[list[str]], width: int) -> None:
    console = Console(width=width, color_system=None, highlight=False)
    with console.capture() as capture:
        console.print(TableView(Table(rows=tuple(map(tuple, rows)), page=1)))
    shown = sorted("".join(capture.get().split()))
    for character in "abcde012":
        meant = sum(cell.count(character) for row in rows for cell in row)
        assert shown.count(character) >= meant
