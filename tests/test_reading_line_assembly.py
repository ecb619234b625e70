"""Chunks of glyphs to lines."""

from __future__ import annotations

from kamerbrief.reading.glyph_runs import GlyphRun
from kamerbrief.reading.line_assembly import lines_of
from kamerbrief.reading.page_lines import Rule


def chunk(text: str, x0: float, y: float = 100, size: float = 10, *, bold: bool = False) -> GlyphRun:
    return GlyphRun(x0, x0 + len(text) * size / 2, y, size, text, bold, False)


def spans(*chunks: GlyphRun, spaced: bool = True) -> list[list[tuple[str, bool]]]:
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


def test_a_number_further_off_is_no_marker() -> None:
    assert spans(chunk("tekst", 0), chunk("3437286", 31, y=97, size=6.5))[1] == [("tekst", False)]
    assert spans(chunk("tekst", 0), chunk("12", 30, y=96, size=6))[0] == [("12", False)]


def test_a_marker_of_two_figures_set_one_by_one_is_raised_as_a_whole() -> None:
    figures = [chunk("1", 40.5, y=96, size=6), chunk("2", 43.5, y=96, size=6)]
    assert spans(chunk("gesteld.", 0), *figures) == [[("gesteld.", False), ("12", True)]]


def test_a_space_set_on_its_own_counts_however_narrow() -> None:
    assert spans(chunk("zien.", 0), chunk(" ", 25, size=3), chunk("Het", 26.6)) == [[("zien. Het", False)]]


def test_an_upright_rule_parts_two_cells() -> None:
    chunks = [chunk("2010-2016", 0), chunk("2017-2019", 48)]
    texts = [line.text for line in lines_of(1, chunks, spaced=True, rules=[Rule(46, 80, 46, 120)])]
    assert texts == ["2010-2016", "2017-2019"]
    assert [line.text for line in lines_of(1, chunks, spaced=True)] == ["2010-2016 2017-2019"]


def test_a_rule_parts_two_cells_though_the_first_ends_in_a_space_that_runs_over_it() -> None:
    chunks = [chunk("2010-2016 ", 0), chunk("2017-2019", 50.5)]
    texts = [line.text for line in lines_of(1, chunks, spaced=True, rules=[Rule(48, 80, 48, 120)])]
    assert texts == ["2010-2016", "2017-2019"]


def test_a_gap_that_is_wide_yet_parts_no_line_is_noted_with_what_stands_on_its_sides() -> None:
    (line,) = lines_of(
        1, [chunk("Waarom", 0), chunk("nu?", 33), chunk("Omdat het ", 52.5), chunk("kan.", 103)], spaced=True
    )
    assert (line.text, [gap.x1 for gap in line.gaps]) == ("Waarom nu? Omdat het kan.", [52.5])
    left, right = line.parted(line.gaps[0])
    assert (left.text, left.x1, right.text, right.x0) == ("Waarom nu?", 48, "Omdat het kan.", 52.5)


def test_a_line_is_parted_in_the_middle_of_a_style_and_keeps_its_superscripts() -> None:
    chunks = [
        chunk("Waar?", 0),
        chunk("1", 25.5, y=96, size=6),
        chunk("Hier", 33),
        chunk("dus", 57.5),
        chunk("ook.", 77),
    ]
    (line,) = lines_of(1, chunks, spaced=True)
    left, right = line.parted(line.gaps[0])
    assert [(s.text, s.raised) for s in left.spans] == [("Waar?", False), ("1", True)]
    assert [right.text[gap.offset :] for gap in right.gaps] == ["dus ook.", "ook."]
