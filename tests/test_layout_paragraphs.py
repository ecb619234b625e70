"""Where a paragraph ends, and where it only turns the page."""

from __future__ import annotations

from dataclasses import replace

from kamerbrief.reading import read
from kamerbrief.reading.page_lines import Line, Rule
from pages import column, document_of, laid_out, line, page_of

FULL = "Dit is een regel die tot aan het einde van de kolom loopt, met"
FILLER = [*[FULL] * 4, "een slot."]


def laid(*pages: list[Line]) -> list[str]:
    document = document_of(*(page_of(*lines, number=n) for n, lines in enumerate(pages, 1)))
    return [block.text.text for block in laid_out(document).blocks]


def test_a_blank_line_ends_a_paragraph() -> None:
    assert laid(column(*FILLER) + column(*FILLER, y=184)) == [" ".join(FILLER)] * 2


def test_a_line_that_ended_early_ends_one_without_a_blank_line() -> None:
    assert laid(column(*FILLER, *FILLER)) == [" ".join(FILLER)] * 2


def test_a_full_line_does_not() -> None:
    rows = [FULL, "woorden. Een volgende zin die de hele regel vult tot het eind.", "En het gaat verder."]
    assert laid(column(*rows)) == [" ".join(rows)]


def test_a_bold_line_stands_alone() -> None:
    lines = column(*FILLER)
    assert laid([line("Antwoord", y=88, bold=True), *lines]) == ["Antwoord", " ".join(FILLER)]


def test_a_sentence_goes_on_over_the_page() -> None:
    assert laid(column(*FILLER, y=600, page=1)[:4], column("vervolg van de zin.", page=2)) == [
        " ".join([*FILLER[:4], "vervolg van de zin."])
    ]


def test_the_page_on_which_it_goes_on_is_kept() -> None:
    document = document_of(page_of(*column(FULL, FULL)), page_of(*column("slot.", page=2), number=2))
    (block,) = laid_out(document).blocks
    turn = block.text.turns[0]
    assert (block.page, block.end_page, turn.page) == (1, 2, 2)
    assert block.text.text[turn.offset :] == "slot."


def test_a_new_paragraph_starts_on_the_next_page() -> None:
    assert laid(column(*FILLER), column("Een nieuwe alinea begint.", page=2)) == [
        " ".join(FILLER),
        "Een nieuwe alinea begint.",
    ]


def test_sidebar_heads_and_page_numbers_stand_apart() -> None:
    pages = [
        page_of(
            *column(*FILLER, page=n),
            line("Directoraat-Generaal", x0=450, y=100, size=6, page=n),
            line("Datum", x0=450, y=110, size=6, page=n),
            line(f"Kamerstuk 36 000, nr. {n}", y=40, size=7, page=n),
            line(f"Pagina {n} van 2", x0=450, y=800, size=6, page=n),
            number=n,
        )
        for n in (1, 2)
    ]
    body = laid_out(document_of(*pages))
    assert [block.text.text for block in body.blocks] == [" ".join(FILLER)] * 2
    assert {kept.kind for kept in body.kept} == {"sidebar", "running-head", "page-number"}
    assert len(body.kept) == 8


def test_a_marker_at_the_same_height_on_every_page_is_no_running_head() -> None:
    pages = [page_of(line("Antwoord", page=n), *column(*FILLER, y=112, page=n), number=n) for n in (1, 2, 3)]
    assert [b.text.text for b in laid_out(document_of(*pages)).blocks].count("Antwoord") == 3


def test_footnotes_go_with_their_numbers() -> None:
    marked = line("Nieuwsuur, is er aandacht geweest voor deze", y=100)
    raised = marked.spans[0]._replace(text="1", raised=True)
    first, rest = marked.spans[0]._replace(text="Nieuwsuur,"), marked.spans[0]._replace(text=" is er aandacht.")
    marked = replace(marked, spans=(first, raised, rest))
    foot = [line("1 Een bron, d.d. 13 januari 2020; een tweede", y=700, size=8), line("bron.", y=710, size=8)]
    body = laid_out(document_of(page_of(marked, *column(*FILLER, y=124), *foot)))
    assert body.blocks[0].text.text == "Nieuwsuur, is er aandacht."
    assert [(m.offset, m.marker) for m in body.blocks[0].text.notes] == [(10, "1")]
    assert [(n.marker, n.text) for n in body.notes] == [("1", "Een bron, d.d. 13 januari 2020; een tweede bron.")]


def test_a_ruled_table_stays_a_table() -> None:
    rules = (
        *(Rule(80, y, 300, y) for y in (190, 204, 218)),
        *(Rule(x, 190, x, 218) for x in (80, 200, 300)),
    )
    cells = [line("2020", x0=210, y=200), line("Aantal", x0=84, y=214), line("12", x0=230, y=214)]
    body = laid_out(document_of(page_of(*column(*FILLER), *cells, *column(*FILLER, y=240), rules=rules)))
    assert [block.rows for block in body.blocks] == [(), (("", "2020"), ("Aantal", "12")), ()]


def test_a_table_without_rules_is_told_by_its_columns() -> None:
    cells = [
        line(text, x0=x, y=200 + 12 * row)
        for row, texts in enumerate([("Jaar", "Aantal", "Kosten"), ("2020", "12", "3,5"), ("2021", "14", "4,0")])
        for x, text in zip((80, 200, 300), texts, strict=True)
    ]
    body = laid_out(document_of(page_of(*column(*FILLER), *cells, *column(*FILLER, y=260))))
    assert body.blocks[1].rows == (("Jaar", "Aantal", "Kosten"), ("2020", "12", "3,5"), ("2021", "14", "4,0"))


def test_a_field_of_the_letterhead_ends_where_the_next_label_stands() -> None:
    subject = "Onderwerp Antwoorden op vragen over zwembaden, badmeesters en de"
    assert laid([*column(subject, "Kenmerk 2023-12"), *column(*FILLER, y=160)])[:2] == [subject, "Kenmerk 2023-12"]


def test_a_table_that_lost_its_columns_is_told_by_its_figures() -> None:
    rows = ["Soort bad 2019 2023 Verschil", "Binnenbad 640 612 -28", "Buitenbad 210 - -", "Totaal € 850 € 612 -28"]
    filler = "\n".join([FULL] * 4 + ["een slot."])
    text = f"{filler}\n\n" + "\n".join(rows) + f"\n\n{filler}\n"
    tables = [block.rows for block in laid_out(read(text.encode())).blocks if block.rows]
    assert tables == [
        (
            ("Soort bad", "2019", "2023", "Verschil"),
            ("Binnenbad", "640", "612", "-28"),
            ("Buitenbad", "210", "-", "-"),
            ("Totaal", "€ 850", "€ 612", "-28"),
        )
    ]


def test_a_justified_line_at_the_right_edge_goes_on_over_the_page() -> None:
    whole = [FULL[:-1] + "."] * 10
    assert laid(column(*whole), column("Het gaat verder.", page=2)) == [" ".join([*whole, "Het gaat verder."])]


def test_an_indent_starts_a_paragraph_on_the_next_page() -> None:
    inward = line("Het begint hier.", x0=95, page=2)
    assert laid(column(*[FULL[:-1] + "."] * 10), [inward])[-1] == "Het begint hier."


def test_a_dash_of_thought_in_front_is_no_item() -> None:
    rows = [FULL, FULL, "– een gedachte – verder."]
    assert laid(column(*rows)) == [" ".join(rows)]
    assert laid(column("Het gaat om:", "– een zaak;", "– nog een.")) == ["Het gaat om:", "– een zaak;", "– nog een."]


def test_a_blank_smaller_than_usual_parts_paragraphs_where_it_comes_back() -> None:
    texts = [[FULL, FULL, f"een slot dat de regel {n} keer vult tot aan het eind van de kol."] for n in range(6)]
    lines = [found for n, text in enumerate(texts) for found in column(*text, y=100 + n * 39.6)]
    assert laid(lines) == [" ".join(text) for text in texts]


def test_one_step_that_is_a_little_larger_parts_nothing() -> None:
    lines = [*column(*[FULL] * 5, f"{FULL[:-5]}."), *column(f"Verder {FULL[7:]}", *[FULL] * 6, y=175)]
    assert len(laid(lines)) == 1


def test_a_bullet_at_the_edge_of_the_column_is_in_it() -> None:
    bullets = [line("•", x0=80, y=160 + 12 * n, size=6) for n in (1, 2)]
    items = [line(f"een zaak {n};", x0=88, y=160 + 12 * n) for n in (1, 2)]
    assert laid([*column(*FILLER), *bullets, *items])[1:] == ["• een zaak 1;", "• een zaak 2;"]


WRAPPED = [
    "Dit is een regel van een gewone tekst die ongeveer zo lang is als de",
    "andere regels van deze tekst en die dus tot aan het einde doorloopt,",
]


def test_in_a_text_without_blank_lines_a_sentence_that_leaves_room_ends_a_paragraph() -> None:
    short = "De minister heeft de Kamer hierover in het voorjaar geïnformeerd."[:58] + "."
    paragraphs = [[*WRAPPED * 2, short], [*WRAPPED * 2, short], [*WRAPPED * 3, short]]
    text = "\n".join(line for lines in paragraphs for line in lines)
    assert [block.text.text for block in laid_out(read(text.encode())).blocks] == [" ".join(p) for p in paragraphs]


def test_lines_that_extraction_joined_do_not_widen_a_text() -> None:
    joined = " ".join(WRAPPED)
    text = "\n".join(
        [*WRAPPED * 6, joined, "de leden van de fracties van GroenLinks, D66 en Volt, maar niet de", "PvdA."]
    )
    assert len(laid_out(read(text.encode())).blocks) == 1


def test_a_mark_before_its_text_opens_a_block_only_after_a_whole_sentence() -> None:
    full = [FULL, f"{FULL[:-1]}?"]
    assert laid(column(*full, f"Antwoord: De {FULL[14:]}", "einde.")) == [
        " ".join(full),
        f"Antwoord: De {FULL[14:]} einde.",
    ]
    noted = [FULL, f"{FULL[:-4]}?[1]"]
    assert len(laid(column(*noted, f"Antwoord: De {FULL[14:]}", "einde."))) == 2
    unfinished = [FULL, f"Antwoord: De {FULL[14:]}", "einde."]
    assert laid(column(*unfinished)) == [" ".join(unfinished)]


def test_an_item_at_the_top_of_a_page_is_an_item() -> None:
    assert laid(column("Het gaat om:", "a) een zaak;"), column("b) nog een.", page=2))[1:] == [
        "a) een zaak;",
        "b) nog een.",
    ]
