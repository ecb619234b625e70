"""Tables: by rules, by level rules alone, by columns; over lines and over pages."""

from __future__ import annotations

from dataclasses import replace

from kamerbrief.reading.page_lines import Cells, Document, Gap, Line, Page, ParagraphFlow, Rule
from pages import column, document_of, laid_out, line, page_of

FULL = "Dit is een regel die tot aan het einde van de kolom loopt, met"
TEXT = [*[FULL] * 6, "een slot."]
WORDS = [("Maatregel", "Toelichting", "Wie"), ("Scholing", "Een cursus.", "Rijk"), ("Opvang", "Een huis.", "")]

Rows = tuple[tuple[str, ...], ...]


def tables(*pages: Page) -> list[Rows]:
    return [block.rows for block in laid_out(document_of(*pages)).blocks if block.rows]


def rows(*texts: tuple[str, ...], y: float = 300, step: float = 18, page: int = 1) -> list[Line]:
    """Cells 130 points apart."""
    return [
        line(text, x0=85 + 130 * n, y=y + step * m, page=page)
        for m, row in enumerate(texts)
        for n, text in enumerate(row)
        if text
    ]


def grid(top: float, steps: int, *, step: float = 18, uprights: bool = True) -> tuple[Rule, ...]:
    """The rules around rows of three cells."""
    bottom = top + steps * step
    level = [Rule(80, top + n * step, 470, top + n * step) for n in range(steps + 1)]
    return (*level, *(Rule(80 + 130 * n, top, 80 + 130 * n, bottom) for n in range(4) if uprights))


def test_rules_make_cells() -> None:
    page = page_of(*column(*TEXT), *rows(*WORDS), rules=grid(286, 3))
    assert tables(page) == [tuple(WORDS)]


def test_level_rules_alone_make_rows() -> None:
    page = page_of(*column(*TEXT), *rows(*WORDS), rules=grid(286, 3, uprights=False))
    assert tables(page) == [tuple(WORDS)]


def test_a_head_may_stand_above_the_first_rule() -> None:
    page = page_of(*column(*TEXT), *rows(*WORDS), rules=grid(304, 2, uprights=False))
    assert tables(page) == [tuple(WORDS)]


def test_underlined_words_are_no_table() -> None:
    rules = tuple(Rule(80, 101.5 + 36 * n, 122, 101.5 + 36 * n) for n in range(4))
    assert tables(page_of(*column(*TEXT * 3), rules=rules)) == []


def test_columns_alone_make_cells() -> None:
    three = [*WORDS, ("Terugkeer", "Een gesprek.", "Dienst")]
    assert tables(page_of(*column(*TEXT), *rows(*three))) == [tuple(three)]


def test_the_lines_of_a_cell_are_one_text() -> None:
    lines = rows(*WORDS[:2], y=300, step=20) + rows(("Opvang", "Een huis voor", "Rijk"), y=340)
    lines += rows(("", "wie terugkeert.", ""), y=352) + rows(("Reis", "Een kaartje.", "IOM"), y=372)
    (found,) = tables(page_of(*column(*TEXT), *lines))
    assert found[2] == ("Opvang", "Een huis voor wie terugkeert.", "Rijk")


def test_a_word_broken_in_a_cell_is_whole() -> None:
    rules = grid(286, 2, step=30)
    cells = [*rows(("Maatre\u2010", "Uitleg", "Wie")), line("gel", x0=85, y=312), *rows(("A", "Kort.", "B"), y=336)]
    (found,) = tables(page_of(*column(*TEXT), *cells, rules=rules))
    assert found == (("Maatregel", "Uitleg", "Wie"), ("A", "Kort.", "B"))


def test_two_signatures_are_no_table() -> None:
    signed = [("De Minister van A,", "", "De Minister van B,"), ("Jan Jansen", "", "Piet Pietersen")]
    assert tables(page_of(*column(*TEXT), *rows(*signed))) == []


def test_bullets_are_no_column() -> None:
    items = [found for n in range(5) for found in (line("•", y=300 + 14 * n), line("een zaak;", x0=98, y=300 + 14 * n))]
    body = laid_out(document_of(page_of(*column(*TEXT), *items)))
    assert [block.text.text for block in body.blocks][1:] == ["• een zaak;"] * 5


def test_a_table_goes_on_over_the_page_without_its_repeated_head() -> None:
    first = page_of(*column(*TEXT), *rows(*WORDS[:2], y=700), rules=grid(686, 2))
    more = [WORDS[0], ("Terugkeer", "Een gesprek.", "Dienst")]
    second = page_of(*rows(*more, y=100, page=2), *column(*TEXT, y=200, page=2), number=2, rules=grid(86, 2))
    assert tables(first, second) == [(*WORDS[:2], more[1])]


def test_another_table_on_the_next_page_is_another() -> None:
    first = page_of(*column(*TEXT), *rows(*WORDS, y=700), rules=grid(686, 3))
    second = page_of(*column(*TEXT, page=2), *rows(*WORDS, y=300, page=2), number=2, rules=grid(286, 3))
    assert len(tables(first, second)) == 2


def test_rows_of_figures_close_together_are_rows() -> None:
    lines = rows(("Grond", "2021", "2022"), y=300) + rows(
        ("Geslacht", "2", "3"), ("Afkomst", "10", "14"), y=318, step=12
    )
    (found,) = tables(page_of(*column(*TEXT), *lines))
    assert found == (("Grond", "2021", "2022"), ("Geslacht", "2", "3"), ("Afkomst", "10", "14"))


def test_the_caption_of_a_table_in_small_type_is_its_first_row() -> None:
    small = [line("Meldingen per grond", x0=85, y=290, size=7)]
    for n, row in enumerate([("Geslacht", "2", "3"), ("Afkomst", "10", "14")]):
        small += [line(text, x0=85 + 130 * m, y=302 + 9 * n, size=7) for m, text in enumerate(row)]
    (found,) = tables(page_of(*column(*TEXT), *small))
    assert found[0] == ("Meldingen per grond", "", "")


def test_text_of_the_letter_s_own_size_above_a_table_is_text() -> None:
    page = page_of(*column(*TEXT), line("In de tabel:", y=288), *rows(*WORDS), rules=grid(291, 3))
    assert tables(page) == [tuple(WORDS)]


ASKED = [
    ("1", "Hoeveel bruggen?", "Er zijn er zestig."),
    ("2", "Hoeveel sluizen en", "Er zijn er tien, waarvan"),
]
"""The second row goes on over the page."""


def question_table(page: int = 1, y: float = 300, *, number: bool = True) -> tuple[list[Line], tuple[Rule, ...]]:
    """A table that is all that the page has, with an answer of two paragraphs in its last row."""
    head, first, second = ("Nr", "Vraag", "Antwoord"), *ASKED
    on = [("", "waar liggen die?", "drie in Friesland.")] if not number else [first, second]
    return rows(head, *on, y=y, page=page), grid(y - 14, 1 + len(on))


def test_a_row_without_a_number_goes_on_from_the_page_before() -> None:
    lines, rules = question_table()
    more, _ = question_table(2, 100, number=False)
    below = (*grid(86, 1, step=74), Rule(80, 104, 470, 104))
    last = line("De andere liggen in Zeeland.", x0=345, y=148, page=2)
    first = page_of(*column(*TEXT), *lines, rules=rules)
    body = laid_out(document_of(first, page_of(*more, last, number=2, rules=below)))
    (table,) = [block for block in body.blocks if block.rows]
    assert [row[0] for row in table.rows] == ["Nr", "1", "2"]
    assert table.rows[2][1] == "Hoeveel sluizen en waar liggen die?"
    assert [part.text.text for part in table.cells[2][2]] == [
        "Er zijn er tien, waarvan drie in Friesland.",
        "De andere liggen in Zeeland.",
    ]
    assert [(part.page, part.end_page) for part in table.cells[2][2]] == [(1, 2), (2, 2)]


def test_where_all_is_in_tables_their_columns_are_not_the_body_s() -> None:
    body = laid_out(
        document_of(
            *(
                page_of(*lines, line("Ons kenmerk", x0=480, y=60, page=n, size=7), number=n, rules=rules)
                for n in (1, 2, 3)
                for lines, rules in [question_table(n)]
            )
        )
    )
    assert [block.rows[0] for block in body.blocks if block.rows] == [("Nr", "Vraag", "Antwoord")]
    assert {kept.line.text for kept in body.kept if kept.kind == "sidebar"} == {"Ons kenmerk"}
    assert {kept.line.text for kept in body.kept if kept.kind != "sidebar"} == {"Nr", "Vraag", "Antwoord"}


ANSWER = "Er zijn er tien, alle in Zeeland."
NUMBERED = [("Nr.", "Vraag", "Antwoord"), ("1", "Hoeveel bruggen?", "Zestig."), ("2", "Hoeveel sluizen?", "Tien.")]


def test_a_numbered_table_needs_no_rules() -> None:
    lines = rows(*NUMBERED) + rows(("", "En waar liggen die?", "In Zeeland."), y=348)
    (found,) = tables(page_of(*column(*TEXT), *lines))
    assert found == (*NUMBERED[:2], ("2", "Hoeveel sluizen? En waar liggen die?", "Tien. In Zeeland."))


def test_its_last_row_goes_on_on_the_next_page_without_a_head() -> None:
    first = page_of(*column(*TEXT), *rows(*NUMBERED, y=700))
    second = page_of(*rows(("", "", "In Zeeland."), y=100, page=2), *column(*TEXT, y=140, page=2), number=2)
    (found,) = tables(first, second)
    assert found[-1] == ("2", "Hoeveel sluizen?", "Tien. In Zeeland.")


def test_a_head_that_is_printed_again_is_kept_apart() -> None:
    first = page_of(*column(*TEXT), *rows(*NUMBERED, y=700))
    second = page_of(*rows(NUMBERED[0], ("3", "Hoeveel?", "Acht."), y=100, page=2), number=2)
    body = laid_out(document_of(first, second))
    assert [block.rows for block in body.blocks if block.rows] == [(*NUMBERED, ("3", "Hoeveel?", "Acht."))]
    assert [(aside.kind, aside.line.text) for aside in body.kept] == [("running-head", text) for text in NUMBERED[0]]


def test_a_line_that_holds_two_cells_is_cut_at_its_gap_before_the_next_column() -> None:
    text = f"Hoeveel sluizen zijn er? {ANSWER}"
    gaps = (Gap(8, 250, 256), Gap(25, 336, 345))
    joined = replace(line(text, x0=215, y=336), gaps=gaps)
    (found,) = tables(page_of(*column(*TEXT), *rows(*NUMBERED[:2]), line("2", x0=85, y=336), joined))
    assert found[-1] == ("2", "Hoeveel sluizen zijn er?", ANSWER)


def test_a_row_may_have_several_numbers() -> None:
    several = ("3, 4", "Hoeveel sloten?", "Acht.")
    assert tables(page_of(*column(*TEXT), *rows(*NUMBERED, several))) == [(*NUMBERED, several)]


def test_a_word_behind_a_wide_space_stays_in_its_cell() -> None:
    torn = [line(text, x0=x0, y=336) for text, x0 in (("2", 85), ("Hoeveel", 215), ("sluizen?", 290), ("Tien.", 345))]
    (found,) = tables(page_of(*column(*TEXT), *rows(*NUMBERED[:2]), *torn))
    assert found == tuple(NUMBERED)


def test_a_word_broken_in_a_cell_is_joined_by_the_words_of_other_cells() -> None:
    cells = [("1", "Zijn er scheepsliften?", "Nee."), ("2", "Komen er scheeps-", "Ja."), ("", "liften?", "")]
    (found,) = tables(page_of(*column(*TEXT), *rows(NUMBERED[0], *cells)))
    assert found[-1][1] == "Komen er scheepsliften?"


def test_a_list_of_sources_under_short_words_is_no_numbered_table() -> None:
    lines = [*rows(("Een", "Twee", "Drie")), *column("Hier gaat het verder.", "En hier.", y=330)]
    assert tables(page_of(*column(*TEXT), *lines)) == []


def test_a_row_cut_off_by_the_end_of_a_page_has_no_rule_below_it() -> None:
    rules = (
        *(Rule(80, y, 470, y) for y in (286, 304)),
        *(Rule(80 + 130 * n, 286, 80 + 130 * n, 322) for n in range(4)),
    )
    assert tables(page_of(*column(*TEXT), *rows(*WORDS[:2]), rules=rules)) == [tuple(WORDS[:2])]


def test_the_text_over_tables_without_rules_tells_where_the_body_stands() -> None:
    body = laid_out(
        document_of(
            page_of(
                *column("Geachte voorzitter,", FULL),
                *rows(*NUMBERED, *[("", "en nog veel meer", "Verder met de bruggen.")] * 9, y=150),
            )
        )
    )
    assert [block.text.text for block in body.blocks if not block.rows] == ["Geachte voorzitter,", FULL]


def test_a_page_of_few_lines_behind_tables_does_not_tell_how_the_letter_is_set() -> None:
    cells = [("Jaar", "Varkens", "Koeien"), *[("2011", "17.400", "310")] * 30]
    ruled = page_of(*rows(*cells, y=100), rules=grid(86, 31))
    last = page_of(line("Dat was de tabel.", y=100, page=2), line("De Minister,", y=122, page=2), number=2)
    assert [b.text.text for b in laid_out(document_of(ruled, last)).blocks if not b.rows][-1] == "De Minister,"


def test_a_table_that_the_file_says_is_one_keeps_the_paragraphs_of_its_cells() -> None:
    table = Cells(2, (("Nr", "Antwoord"), ("1", "Er zijn er tien.\nDe andere liggen elders.")))
    (block,) = laid_out(Document("application/msword", (), flow=ParagraphFlow((table,)))).blocks
    assert block.rows[1] == ("1", "Er zijn er tien. De andere liggen elders.")
    assert [part.text.text for part in block.cells[1][1]] == ["Er zijn er tien.", "De andere liggen elders."]
    assert block.page == 2


FIGURES = [("Jaar", "Varkens", "Koeien"), ("2011", "17.400", "310"), ("2012", "9.800", "190"), ("2013", "14.100", "60")]


def test_rows_of_figures_below_the_last_rule_belong_to_the_table() -> None:
    page = page_of(*column(*TEXT), *rows(*FIGURES), *column(*TEXT, y=390), rules=grid(286, 3))
    assert tables(page) == [tuple(FIGURES)]
    apart = [*rows(*FIGURES[:3]), *rows(FIGURES[3], y=420)]
    assert tables(page_of(*column(*TEXT), *apart, rules=grid(286, 3))) == [tuple(FIGURES[:3])]
    words = [*FIGURES[:3], ("Bron: CBS", "", "")]
    assert tables(page_of(*column(*TEXT), *rows(*words), rules=grid(286, 3))) == [tuple(FIGURES[:3])]


def test_rows_of_figures_go_on_on_the_next_page_without_a_head() -> None:
    first = page_of(*column(*TEXT), *rows(*FIGURES[:3], y=700))
    second = page_of(*rows(*FIGURES[3:], y=100, page=2), *column(*TEXT, y=200, page=2), number=2)
    assert tables(first, second) == [tuple(FIGURES)]
    other = page_of(*rows(("2013", "14.100"), y=100, page=2), *column(*TEXT, y=200, page=2), number=2)
    assert tables(first, other) == [tuple(FIGURES[:3])]
