"""Tables of which extraction put the cells below each other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kamerbrief.reading import read
from pages import laid_out

ROWS = [("Jaar", "Inspecties", "Boetes"), ("2022", "312", "41"), ("2023", "1.250", "n.v.t."), ("2024", "98", "7")]
WORDS = [("Wrak", "Afgedekt", "Toestand"), ("BZN 3", "1988", "goed"), ("BZN 4", "2001", "matig")]
LONG = "Dit is een regel die tot aan het einde van de kolom loopt, met de andere"

Rows = Sequence[tuple[str, ...]]


def by_row(rows: Rows) -> str:
    return "\n\n".join(cell for row in rows for cell in row if cell)


def by_column(rows: Rows) -> str:
    return "\n\n".join("\n".join(filter(None, column)) for column in zip(*rows, strict=True))


def tables(table: str, before: str = "als volgt.", after: str = "De cijfers zijn voorlopig.") -> list[Rows]:
    text = "\n".join([*[LONG] * 12, before, table, "", after, *[LONG] * 6, "een slot."])
    return [list(block.rows) for block in laid_out(read(text.encode())).blocks if block.rows]


@pytest.mark.parametrize("rows", [ROWS, WORDS, [("", "2021", "2022"), ("Polen", "18", "3"), ("Italië", "4", "5")]])
@pytest.mark.parametrize("between", ["", "\n"])
def test_cells_below_each_other(rows: Rows, between: str) -> None:
    assert tables(between + by_row(rows)) == [rows]
    assert tables(between + by_column(rows)) == [rows]


def test_a_cell_of_several_lines_is_one() -> None:
    rows = [("Jaar", "Aantal", "Stand"), ("2022", "3", "in\nuitvoering"), ("2023", "4", "gereed")]
    (found,) = tables(by_row(rows))
    assert found[1] == ("2022", "3", "in uitvoering")


def test_the_text_around_a_table_is_none_of_it() -> None:
    assert tables(by_row(ROWS), after="Vraag 3\nWaarom is dat zo?") == [ROWS]
    assert tables(by_row(ROWS), after="PVV\n\nWaarom is dat zo?") == [ROWS]
    assert tables("\n4\n\n" + by_row(WORDS)) == [WORDS]


@pytest.mark.parametrize(
    "text",
    [
        "Datum\n\n3 mei 2024\n\nOns kenmerk\n\n2024-1\n\nBijlagen\n\n1",
        "1\n\nWaarom niet?\n\n2\n\nHoeveel zijn er?\n\n3\n\nWie betaalt dat?",
        "Vraag 1\n\nAntwoord\n\nVraag 2\n\nAntwoord\n\nVraag 3\n\nAntwoord",
        "VVD\n\nCDA\n\nD66\n\nSP\n\nVolt\n\nDENK",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert tables("\n" + text) == []


def test_a_column_of_figures_may_have_a_range() -> None:
    rows = [("Klasse", "Punten"), ("A en beter", "6"), ("B of C", "4"), ("E, F of G", "0 tot 3")]
    assert tables(by_row(rows)) == [rows]
