"""Notes out of the page's foot, however they are set, and endnotes."""

from __future__ import annotations

import pytest

from kamerbrief.layout import Body
from kamerbrief.reading import read
from kamerbrief.reading.page_lines import Cells, Document, Line, ParagraphFlow, Rule, Span
from pages import column, document_of, laid_out, line, page_of

FULL = "Dit is een regel die tot aan het einde van de kolom loopt, met"
TEXT = [*[FULL] * 6, "woorden."]
SHORT_RULE = Rule(80, 690, 180, 690)


def spans(*parts: str, y: float, size: float = 10, page: int = 1) -> Line:
    """A line in which parts that start with ^ are raised."""
    text = "".join(parts).replace("^", "")
    made = tuple(Span(part.removeprefix("^"), raised=part.startswith("^")) for part in parts)
    return Line(page, 80, 80 + len(text) * size / 2, y, size, made)


def notes(*lines: Line, rules: tuple[Rule, ...] = ()) -> list[tuple[str, str | None]]:
    return told(laid_out(document_of(page_of(*lines, rules=rules))))


def told(body: Body) -> list[tuple[str, str | None]]:
    return [(note.marker, note.text) for note in (*body.notes, *body.endnotes)]


def test_small_type_at_the_foot() -> None:
    foot = [line("1 Kamerstukken II, nr. 4.", y=700, size=7), line("2 Idem.", y=709, size=7)]
    assert notes(*column(*TEXT), *foot) == [("1", "Kamerstukken II, nr. 4."), ("2", "Idem.")]


def test_the_text_s_own_size_below_a_rule() -> None:
    assert notes(*column(*TEXT), line("1 Idem.", y=700), rules=(SHORT_RULE,)) == [("1", "Idem.")]


def test_below_a_rule_as_wide_as_the_text_only_the_next_number_is_a_note() -> None:
    wide = Rule(80, 690, 390, 690)
    assert notes(*column(*TEXT), line("1 Idem.", y=700), rules=(wide,)) == [("1", "Idem.")]
    assert notes(*column(*TEXT), line("36 miljoen.", y=700), rules=(wide,)) == []


def test_an_underlined_heading_has_no_notes_below_it() -> None:
    heading = line("D66", y=690)
    underline = Rule(heading.x0, 692, heading.x1, 692)
    assert notes(*column(*TEXT), heading, line("1. Waarom niet?", y=702), rules=(underline,)) == []


def test_without_a_rule_the_text_must_have_the_marker() -> None:
    referring = [*TEXT[:-1], "woorden.1"]
    assert notes(*column(*referring), line("1 Idem.", y=700)) == [("1", "Idem.")]
    assert notes(*column(*TEXT), line("1 januari is het zover.", y=700)) == []


def test_several_notes_in_one_line() -> None:
    foot = spans("^1", " Idem. ", "^2", " Zie hoofdstuk 3.", y=700, size=7)
    assert notes(*column(*TEXT), foot, rules=(SHORT_RULE,)) == [("1", "Idem."), ("2", "Zie hoofdstuk 3.")]


def test_several_in_one_line_whose_numbers_only_the_text_tells() -> None:
    body = [*column(*TEXT[:-1]), spans("woorden.", "^1", " Meer.", "^2", y=172)]
    foot = line("1 Kamerstukken II, nr. 5. 2 Zie 3 mei.", y=700, size=7)
    assert notes(*body, foot) == [("1", "Kamerstukken II, nr. 5."), ("2", "Zie 3 mei.")]


def test_a_number_inside_a_note_parts_nothing() -> None:
    foot = line("1 Besluit van 2 Kamers. 2 Leden waren tegen.", y=700, size=7)
    assert notes(*column(*TEXT[:-1]), spans("woorden.", "^1", y=172), foot) == [
        ("1", "Besluit van 2 Kamers. 2 Leden waren tegen.")
    ]


def test_a_note_goes_on_on_the_next_page_but_not_with_what_stands_above_the_rule() -> None:
    first = page_of(*column(*TEXT), line("1 Verordening van", y=700, size=7), rules=(SHORT_RULE,))
    small = line("Meldingen per jaar", y=600, page=2, size=7)
    second = [*column(*TEXT, page=2), small, line("20 juni 2019.", y=700, page=2, size=7)]
    body = laid_out(document_of(first, page_of(*second, number=2, rules=(SHORT_RULE,))))
    assert told(body) == [("1", "Verordening van 20 juni 2019.")]


def test_a_last_line_that_is_a_number_stays_in_its_note() -> None:
    foot = [line("1 Zie www.voorbeeld.nl/stuk/", y=741, size=7), line("08", y=750, size=7)]
    assert notes(*column(*TEXT), *foot, line("Pagina 1 van 9", y=800, size=7)) == [
        ("1", "Zie www.voorbeeld.nl/stuk/08")
    ]


@pytest.mark.parametrize("mark", ["[1]", "1)"])
def test_endnotes(mark: str) -> None:
    text = f"Vraag 1\nKent u het bericht? {mark}\n\nAntwoord 1\nJa.\n\n{mark} NOS, 3 mei 2024\n"
    body = laid_out(read(text.encode()))
    assert told(body) == [("1", "NOS, 3 mei 2024")]
    assert [(block.text.text, len(block.text.notes)) for block in body.blocks] == [
        ("Vraag 1", 0),
        ("Kent u het bericht?", 1),
        ("Antwoord 1", 0),
        ("Ja.", 0),
    ]


def test_an_enumeration_is_no_endnote() -> None:
    text = "Het geldt als 1) er geld is; 2) er tijd is.\n\nNamelijk:\n\n1) geld van het Rijk;\n\n2) tijd van allen.\n"
    assert told(laid_out(read(text.encode()))) == []


def test_a_raised_number_that_was_set_on_its_own_is_that_of_the_note_beside_it() -> None:
    raised = [line("1", x0=76, y=697.6, size=4.4), line("2", x0=76, y=706.6, size=4.4)]
    foot = [line("Kamerstukken II, nr. 4.", x0=88, y=700, size=7), line("Idem.", x0=88, y=709, size=7)]
    assert notes(*column(*TEXT), *raised, *foot) == [("1", "Kamerstukken II, nr. 4."), ("2", "Idem.")]


def test_a_note_right_above_the_number_of_its_page_is_a_note() -> None:
    pages = [
        page_of(
            *column(*TEXT, page=n),
            line(f"{n}", y=744, size=8, page=n),
            line(f"Bron nummer {name}.", x0=92, y=744, size=8, page=n),
            line(f"Pagina {n} van 2", x0=350, y=758, size=7, page=n),
            number=n,
        )
        for n, name in ((1, "een"), (2, "twee"))
    ]
    assert told(laid_out(document_of(*pages))) == [("1", "Bron nummer een."), ("2", "Bron nummer twee.")]


def test_endnotes_may_stand_in_any_order_and_before_a_signature() -> None:
    text = (
        "Vraag 1\nKent u [1] en [2]?\n\nAntwoord 1\nJa.\n\n[2] NRC, 4 mei\n\n[1] NOS, 3 mei\n\nDe minister,\n\nJ. Bos\n"
    )
    body = laid_out(read(text.encode()))
    assert told(body) == [("2", "NRC, 4 mei"), ("1", "NOS, 3 mei")]
    assert [block.text.text for block in body.blocks][-2:] == ["De minister,", "J. Bos"]


def test_markers_of_endnotes_are_cut_out_of_the_cells_of_a_table() -> None:
    table = Cells(1, (("Nr", "Vraag", "Antwoord"), ("1", "Kent u dit?[1]", "Ja.[2]"), ("2", "Waarom?", "Daarom.")))
    paragraphs = [(Line(1, 0, 0, 0, 1, (Span(text),)),) for text in ("[1] NOS, 3 mei", "[2] NRC, 4 mei")]
    body = laid_out(Document("application/msword", (), flow=ParagraphFlow((table, *paragraphs))))
    assert told(body) == [("1", "NOS, 3 mei"), ("2", "NRC, 4 mei")]
    assert [cell[0].text.text for cell in body.blocks[0].cells[1]] == ["1", "Kent u dit?", "Ja."]


def test_the_number_of_a_heading_is_no_note() -> None:
    lines = [*column("Postbus 20401"), line("1 Algemeen", y=500), *column(*TEXT, y=520)]
    assert notes(*lines) == []


BODY = "Dat schreef de krant.1 De Kamer vroeg ernaar.2 Het antwoord volgt hieronder."


@pytest.mark.parametrize(
    "foot",
    [
        "1\n\nNOS, 3 mei 2024\n\n2\n\nNRC, 4 mei 2024",
        "1\n2\n\nNOS, 3 mei 2024\nNRC, 4 mei 2024",
        "1 NOS, 3 mei 2024\n2 NRC, 4 mei 2024",
    ],
)
def test_in_a_text_the_numbers_of_notes_may_stand_apart_from_them(foot: str) -> None:
    text = f"{BODY}\n\n{foot}\n\nPagina 1 van 2\n\fEn verder.\n\nPagina 2 van 2\n"
    body = laid_out(read(text.encode()))
    assert told(body) == [("1", "NOS, 3 mei 2024"), ("2", "NRC, 4 mei 2024")]
    assert [mark.marker for block in body.blocks for mark in block.text.notes] == ["1", "2"]


def test_in_a_text_questions_with_the_numbers_of_notes_are_none() -> None:
    asked = "\n".join(
        f"{n}. Hoeveel bruggen zijn er in deze provincie en wanneer gaan die open?\nAntwoord\n{BODY}\n{BODY}\n{BODY}"
        for n in (1, 2)
    )
    body = laid_out(read(f"{asked}\n1 NOS, 3 mei\n2 NRC, 4 mei\n".encode()))
    assert told(body) == [("1", "NOS, 3 mei"), ("2", "NRC, 4 mei")]


def test_the_lowest_rule_of_a_table_is_none_over_notes() -> None:
    level = [Rule(80, y, 300, y) for y in (386, 404, 422)]
    upright = [Rule(x, 386, x, 422) for x in (80, 190, 300)]
    cells = [
        line(text, x0=x, y=y) for y, row in ((400, "ab"), (418, "cd")) for x, text in zip((84, 194), row, strict=True)
    ]
    below = column("1. Een vaste norm bestaat niet.", y=440)
    assert notes(*column(*TEXT), *cells, *below, rules=(*level, *upright)) == []


@pytest.mark.parametrize("note", ["1de Telegraaf, 3 mei", "1Zie de Telegraaf", "1 de Telegraaf"])
def test_a_note_may_start_with_a_small_letter_right_behind_its_number(note: str) -> None:
    body = laid_out(document_of(page_of(*column(*TEXT[:-1], "voorwerpen’?1"), line(note, y=700, size=7))))
    assert told(body) == [("1", note.removeprefix("1").strip())]
    assert body.blocks[-1].text.text.endswith("voorwerpen’?")


def test_a_marker_that_fell_to_a_line_of_its_own_is_one() -> None:
    lines = [*column(*TEXT[:-1]), line("2", y=167.7, size=5.8), *column("Een ander.", y=190)]
    foot = line("2 Idem.", y=700, size=7)
    found = laid_out(document_of(page_of(*lines, foot))).blocks
    assert [mark.marker for mark in found[0].text.notes] == ["2"]
    assert [block.text.text for block in found[1:]] == ["Een ander."]
    small = line("2", y=196, size=5.8)  # the number of the note beside it
    assert told(laid_out(document_of(page_of(*column(*TEXT[:-1]), small, line("Idem.", x0=84, y=200, size=7))))) == [
        ("2", "Idem.")
    ]


def test_in_a_text_a_number_that_is_lost_hides_no_note_behind_it() -> None:
    pages = [f"{BODY}{n}\n\n{n} NOS, {n} mei 2024\n\nPagina 1 van 2\n\f" for n in (1, 3)]
    assert told(laid_out(read("".join(pages).encode()))) == [("1", "NOS, 1 mei 2024"), ("3", "NOS, 3 mei 2024")]


def test_in_a_text_two_markers_may_be_glued_together() -> None:
    foot = "1\n2\n\nNOS, «Op losse palen»,\nwww.nos.nl.\nNRC, 4 mei 2024"
    text = f"{BODY.replace('2', '').replace('1', '')}\nEen zin hierover?12\n\n{foot}\n\nPagina 1 van 2\n\fEn verder.\n"
    body = laid_out(read(text.encode()))
    assert told(body) == [("1", "NOS, «Op losse palen», www.nos.nl."), ("2", "NRC, 4 mei 2024")]
    assert [mark.marker for block in body.blocks for mark in block.text.notes] == ["1", "2"]
    assert any(block.text.text.endswith("hierover?") for block in body.blocks)


def test_the_markers_of_notes_at_the_foot_may_stand_in_brackets() -> None:
    text = column("Kent u het bericht[1]?", "En dat andere bericht[2]?")
    feet = [line("[1] De Stentor, 3 mei.", y=700, size=7), line("[2] Het Parool, 4 mei.", y=710, size=7)]
    body = laid_out(document_of(page_of(*column(*[FULL] * 4, y=300), *text, *feet)))
    assert [block.text.text for block in body.blocks[:2]] == ["Kent u het bericht?", "En dat andere bericht?"]
    assert [mark.marker for block in body.blocks for mark in block.text.notes] == ["1", "2"]
