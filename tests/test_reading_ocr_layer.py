"""The text layer of a scan: level lines in the size and weight that the letters have, and notes with their numbers."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from handmade import document, pdf, stream
from kamerbrief.parse import parse_letter
from kamerbrief.reading.glyph_runs import GlyphRun
from kamerbrief.reading.line_assembly import lines_of
from kamerbrief.reading.ocr_layer import set_right
from kamerbrief.reading.page_lines import Line
from kamerbrief.reading.pdf import read_pdf
from kamerbrief.reading.plain_text import text_width

SCAN = Path(__file__).parent.parent.parent / "shared" / "fresh" / "scanned" / "com2021-120-ocr.pdf"
SENTENCE = "De leden van de fractie vragen hoeveel wegen er in het land zijn"


def words(
    text: str, y: float, *, x: float = 80, size: float = 9, guess: float = 9, slope: float = 0, hidden: bool = True
) -> list[GlyphRun]:
    """A line as OCR leaves it: `size` is what was printed, `guess` the type size that the layer says."""
    found = []
    start = x
    for word in text.split():
        wide = text_width(word) * size / 10
        found.append(
            GlyphRun(x, x + wide, y + slope * (x - start), guess, f"{word} ", False, False, False, hidden, slope)
        )
        x += wide + 0.4 * size
    return found


def page(*lines: list[GlyphRun]) -> list[GlyphRun]:
    return [run for line in lines for run in line]


def lines(*runs: list[GlyphRun]) -> tuple[Line, ...]:
    (found,) = set_right([page(*runs)])
    return lines_of(1, found, spaced=True)


BODY = [words(SENTENCE, 100 + 12 * n) for n in range(8)]


def test_a_skewed_line_is_one_line() -> None:
    skewed = [words(SENTENCE, 100 + 12 * n, slope=0.01) for n in range(8)]
    assert [line.text for line in lines(*skewed)] == [SENTENCE] * 8
    steps = [b.y - a.y for a, b in pairwise(lines(*skewed))]
    assert max(steps) - min(steps) < 0.1


def test_the_usual_type_is_told_whatever_size_the_layer_guesses() -> None:
    guessed = [words(SENTENCE, 200 + 12 * n, guess=guess) for n, guess in enumerate((8, 10, 12))]
    assert {(line.size, line.bold) for line in lines(*BODY, *guessed)} == {(9.0, False)}


@pytest.mark.parametrize(
    ("size", "found"), [(6.5, (6.5, False)), (8, (8.0, False)), (10.2, (9.0, True)), (14, (14.0, False))]
)
def test_other_type_is_told_by_its_width(size: float, found: tuple[float, bool]) -> None:
    line = lines(*BODY, words("Vragen en opmerkingen", 300, size=size))[-1]
    assert (line.size, line.bold) == found


def test_a_few_letters_tell_nothing() -> None:
    assert lines(*BODY, words("rt", 300, size=40))[-1].size == 9


def test_visible_text_is_left_as_it_is() -> None:
    visible = page(*(words(SENTENCE, 100 + 12 * n, guess=8 + n, slope=0.01, hidden=False) for n in range(3)))
    assert set_right([visible, []]) == [visible, []]


def raised(found: tuple[Line, ...]) -> list[str]:
    return [span.text.strip() for line in found for span in line.spans if span.raised]


@pytest.mark.parametrize(
    "sign", ["! Kamerstuk 29", "* Kamerstuk 29", "*Kamerstuk 29", "1 Kamerstuk 29", "1. Kamerstuk 29"]
)
def test_a_sign_before_a_note_is_its_number(sign: str) -> None:
    found = lines(
        words("Dat is gesteld.* Ook elders", 88), *BODY, words(sign, 700, size=7.5), words("Pagina 1", 790, x=400)
    )
    assert [line.text for line in found[-2:]] == ["1 Kamerstuk 29", "Pagina 1"]
    assert found[0].text == "Dat is gesteld.1 Ook elders"
    assert raised(found) == ["1"]


def test_notes_are_numbered_on_from_page_to_page() -> None:
    pages = [
        page(words("De ODA*-landen, en andere.* Ook", 88), *BODY, *notes)
        for notes in (
            [words("* Kamerstuk 29", 700, size=7.5), words("? Kamerstuk 30", 710, size=7.5)],
            [words("! Kamerstuk 31", 700, size=7.5), words("> Kamerstuk 32", 710, size=7.5)],
        )
    ]
    found = [lines_of(n, runs, spaced=True) for n, runs in enumerate(set_right(pages), 1)]
    assert [line.text[:2] for own in found for line in own[-2:]] == ["1 ", "2 ", "3 ", "4 "]
    assert [raised(own) for own in found] == [["1", "2"], ["3", "4"]]


def test_a_running_foot_below_the_notes_is_no_text() -> None:
    foot = words("Tweede Kamer, vergaderjaar 2024", 780)
    found = lines(*BODY, words("* Kamerstuk 29", 700, size=7.5), foot)
    assert found[-2].text == "1 Kamerstuk 29"


def test_a_star_stays_where_the_page_has_no_notes() -> None:
    assert lines(words("Dat is gesteld.* Ook elders", 88), *BODY)[0].text == "Dat is gesteld.* Ook elders"


def test_the_text_layer_of_a_pdf() -> None:
    rows = [
        b"BT 3 Tr /F1 %d Tf 1 -0.01 0.01 1 70 %d Tm (%s) Tj ET" % (9 + n % 2, 700 - 12 * n, SENTENCE.encode())
        for n in range(8)
    ]
    ((found,),) = (
        {line.size for line in page.lines} for page in read_pdf(pdf(document(stream(b" ".join(rows))))).pages
    )
    assert 8.9 < found < 10.1


@pytest.mark.skipif(not SCAN.exists(), reason="the shared letters are not on this machine")
def test_a_scan_of_the_founding_letter() -> None:
    letter = parse_letter(SCAN.read_bytes(), "scan.pdf")
    assert len(letter.exchanges) == 24
    assert all(exchange.factions for exchange in letter.exchanges)
    assert [note.marker for exchange in letter.exchanges for note in exchange.footnotes if note.text] == ["1", "3", "4"]
