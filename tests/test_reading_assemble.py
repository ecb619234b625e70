"""Chunks of glyphs to lines."""

from __future__ import annotations

from kamerbrief.reading.assemble import Chunk, lines_of


def chunk(text: str, x0: float, y: float = 100, size: float = 10, *, bold: bool = False) -> Chunk:
    return Chunk(x0, x0 + len(text) * size / 2, y, size, text, bold, False)


def spans(*chunks: Chunk, spaced: bool = True) -> list[list[tuple[str, bool]]]:
    return [[(s.text, s.raised) for s in line.spans] for line in lines_of(1, chunks, spaced=spaced)]


def test_a_gap_is_a_space_and_kerning_is_none() -> None:
    assert spans(chunk("twee", 0), chunk("woorden", 23)) == [[("twee woorden", False)]]
    assert spans(chunk("on", 0), chunk("derwijs", 11.5)) == [[("onderwijs", False)]]


def test_narrow_gaps_are_spaces_where_the_file_sets_none() -> None:
    assert spans(chunk("twee", 0), chunk("woorden", 22), spaced=False) == [[("twee woorden", False)]]


def test_a_wide_gap_parts_two_lines() -> None:
    assert spans(chunk("tekst", 0), chunk("zijbalk", 60)) == [[("tekst", False)], [("zijbalk", False)]]


def test_a_small_figure_above_the_line_is_raised() -> None:
    assert spans(chunk("gesteld.", 0), chunk("2", 40.5, y=96, size=6)) == [[("gesteld.", False), ("2", True)]]


def test_a_small_figure_below_the_line_belongs_to_its_word() -> None:
    assert spans(chunk("CO", 0), chunk("2", 10.2, y=102, size=6)) == [[("CO2", False)]]


def test_a_small_word_on_the_line_is_not_raised() -> None:
    assert spans(chunk("gewoon", 0), chunk("klein", 32.6, size=9.3)) == [[("gewoon klein", False)]]


def test_text_painted_twice_is_one_bold_text() -> None:
    (line,) = lines_of(1, [chunk("Antwoord", 0), chunk("Antwoord", 0.3)], spaced=True)
    assert (line.text, line.bold) == ("Antwoord", True)
