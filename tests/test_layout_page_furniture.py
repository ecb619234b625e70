"""Heads and feet that come back page after page, and lines that only look like them."""

from __future__ import annotations

from kamerbrief.reading import read
from kamerbrief.reading.page_lines import Line, Page
from pages import column, document_of, laid_out, line, page_of

FULL = "Dit is een regel die tot aan het einde van de kolom loopt, met"
TEXT = [*[FULL] * 6, "een slot."]


def kept(*pages: Page) -> list[str]:
    return [of.line.text for of in laid_out(document_of(*pages)).kept]


def pages(*feet: Line) -> list[Page]:
    return [page_of(*column(*TEXT, page=foot.page), foot, number=foot.page) for foot in feet]


def test_a_foot_whose_number_counts_on_with_the_pages() -> None:
    feet = [line(f"{n} Staten-Generaal, vergaderjaar 2023", y=800, page=n, size=7) for n in (1, 2, 3)]
    assert kept(*pages(*feet)) == [foot.text for foot in feet]


def test_notes_of_one_form_at_one_height_are_none() -> None:
    feet = [line(f"{m} Kamerstukken II, nr. {n}", y=760, page=n, size=7) for n, m in ((1, 1), (2, 4), (3, 9))]
    assert kept(*pages(*feet)) == []


def test_the_name_under_a_signature_is_none() -> None:
    text = "Dit is het antwoord.\n\nDe Minister van Zaken,\n\n\n\n\n\n\n\nJ. Jansen\n"
    assert [block.text.text for block in laid_out(read(text.encode())).blocks][-1] == "J. Jansen"
    foot = [line("De Minister van Zaken,", y=700), line("Jan Jansen", y=790)]
    assert kept(page_of(*column(*TEXT), *foot)) == []


def test_a_small_head_that_repeats_the_letterhead_is_one_though_there_is_one_page_of_it() -> None:
    head = line("Ministerie van Zaken", y=40, page=2, size=7)
    first = page_of(line("Ministerie van Zaken", y=60, size=12), *column(*TEXT, y=120))
    assert kept(first, page_of(head, *column(*TEXT, page=2), number=2)) == [head.text]
    other = line("Een noot bij de tabel", y=40, page=2, size=7)
    assert kept(first, page_of(other, *column(*TEXT, page=2), number=2)) == []


def test_the_imprint_of_parliament_is_a_foot_on_a_page_of_its_own_too() -> None:
    feet = [
        "kst-29338-289",
        "ISSN 0921 - 7371",
        "’s-Gravenhage 2024",
        "Tweede Kamer, vergaderjaar 2023–2024, 29 338, nr. 289",
    ]
    lines = [line(text, y=800 + 8 * n, size=6) for n, text in enumerate(feet)]
    assert sorted(kept(page_of(*column(*TEXT), *lines))) == sorted(feet)


def test_small_type_at_the_edge_is_none_of_the_text_however_close_it_stands() -> None:
    def page_with(n: int) -> Page:
        first, last = line("AAN DE KAMER – 2020-0000554118", y=86, size=7, page=n), 100 + 12 * len(TEXT)
        return page_of(
            *([first] if n > 1 else []),
            *column(*TEXT, page=n),
            line(f"Pagina {n} van 3", x0=300, y=last + 2, size=7, page=n),
            number=n,
        )

    heads = ["AAN DE KAMER – 2020-0000554118"] * 2
    assert sorted(kept(*map(page_with, (1, 2, 3)))) == [*heads, *(f"Pagina {n} van 3" for n in (1, 2, 3))]


def test_the_last_line_of_a_note_is_none_though_another_page_ends_with_its_like() -> None:
    feet = [line(f"Kamerstukken II, nr. {n}.", y=184, page=n, size=7) for n in (1, 2, 3)]
    assert kept(*pages(*feet)) == []


def test_a_mark_that_counts_by_itself_is_no_running_head() -> None:
    marks = [line(f"Antwoord op vraag {m}", y=60, page=n) for n, m in ((1, 2), (2, 9), (3, 14))]
    assert kept(*pages(*marks)) == []
    heads = [line(f"Kamerstuk 36 000, nr. 7, blad {n + 4}", y=60, page=n) for n in (1, 2, 3)]
    assert kept(*pages(*heads)) == [head.text for head in heads]


def test_the_number_of_a_row_of_a_table_at_the_top_of_a_page_is_no_page_number() -> None:
    cells = [("2", 85, 60), ("Hoeveel", 215, 60), ("Zestig", 345, 60), ("bruggen?", 215, 72), ("in al.", 345, 72)]
    row = [line(text, x0=x0, y=y, page=2) for text, x0, y in cells]
    assert kept(page_of(*column(*TEXT)), page_of(*row, *column(*TEXT, y=120, page=2), number=2)) == []
    head = [line("2", x0=85, y=60, page=2), line("Tweede Kamer", x0=215, y=60, page=2)]
    assert kept(page_of(*column(*TEXT)), page_of(*head, *column(*TEXT, y=120, page=2), number=2)) == [
        "2",
        "Tweede Kamer",
    ]


def test_the_mark_of_an_answer_is_no_foot_though_two_pages_end_with_it() -> None:
    for mark in ("Antwoord op vraag 1", "Antwoord"):
        feet = [line(mark, y=760, page=n) for n in (1, 2)]
        assert kept(*pages(*feet)) == []
    feet = [line("Antwoord van de regering op 8 mei", y=760, page=n) for n in (1, 2)]
    assert kept(*pages(*feet)) == [foot.text for foot in feet]


def test_a_mark_left_of_the_column_is_none_where_questions_start_there_too() -> None:
    asked = [line("Hoeveel bruggen zijn er in Nederland?", x0=40, y=y) for y in (112, 172)]
    marks = [line("5", x0=40, y=100), line("6 en 7", x0=40, y=160)]
    body = laid_out(document_of(page_of(*marks, *asked, *column(*TEXT, y=184), *column(*TEXT, y=300))))
    assert not [aside for aside in body.kept if "6 en 7" in aside.line.text]


def test_a_raised_figure_of_its_own_is_no_page_number() -> None:
    foot = [line("³", x0=80, y=800), line("Kamerstuk", x0=300, y=800)]
    assert "³" not in kept(page_of(*column(*TEXT), *foot))
