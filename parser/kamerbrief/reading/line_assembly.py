"""Assemble lines from runs of glyphs: join runs on one baseline, find the spaces, part lines at wide gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from operator import attrgetter

from kamerbrief.reading.bullets import with_bullets
from kamerbrief.reading.glyph_runs import GlyphRun, prepared
from kamerbrief.reading.normalise import plain
from kamerbrief.reading.page_lines import Gap, Line, Rule, Span
from kamerbrief.reading.superscripts import ShiftedRun, shifted
from kamerbrief.reading.underlines import with_underlines

WIDE = 0.9
"""Type sizes: a wider gap parts two lines on one baseline."""
WIDE_BARE = 0.5
"""Type sizes: a wider gap without a space in it parts lines too, in a file that sets spaces; only columns have such."""
WORD_GAP = 0.16
"""Type sizes: a wider gap is a space, in a file that sets none of its own."""
WORD_GAP_BESIDE_SPACES = 0.15
"""Type sizes: a wider gap is a space, in a file that does set spaces; its smaller gaps are kerning."""
NOTED_GAP = 0.4
"""Type sizes: a wider gap that does not part a line is noted, since two cells of a table may stand so close."""
SPACE = 0.25
"""Type sizes: the usual width of a space."""
MOST_WALLS = 400
"""The most upright rules of a page that part lines; a page with more is a drawing."""
Row = list[tuple[GlyphRun, bool]]
"""Runs from left to right, each with whether it is a superscript."""


def lines_of(page: int, runs: Iterable[GlyphRun], *, spaced: bool, rules: Sequence[Rule] = ()) -> tuple[Line, ...]:
    """The lines of one page, from top to bottom and from left to right.

    `page`: its number. `spaced`: whether the file sets its own spaces. `rules`: those of the page; an upright rule
    parts the lines on both its sides, however narrow the gap.
    """
    walls = sorted((rule for rule in rules if rule.x0 == rule.x1), key=attrgetter("x0"))[:MOST_WALLS]
    level, turned = prepared(runs)
    base, guests = shifted(level)
    found = [line for row in _rows(base, guests) for line in _lines(page, row, walls, spaced=spaced)]
    found += [Line(page, r.x0, r.x1, r.y, r.size, (Span(r.text, r.bold, r.italic),), turned=True) for r in turned]
    return tuple(with_underlines(with_bullets(sorted(found, key=attrgetter("y", "x0"))), rules))


def _lines(page: int, row: Row, walls: list[Rule], *, spaced: bool) -> list[Line]:
    """The lines of a row; a row of one run, as most are, is one line."""
    if len(row) > 1:
        return [_line(page, part, spaced) for part in _parts(row, walls, spaced=spaced)]
    run = row[0][0]
    text = run.text.strip()
    span = Span(text, run.bold, run.italic)
    return [Line(page, run.x0, run.x1, run.y, run.size, (span,))] if text else []


def _rows(base: list[GlyphRun], shifted: list[ShiftedRun]) -> Iterator[Row]:
    """The runs that share a baseline, with the superscripts and subscripts that belong to them."""
    guests: dict[int, list[ShiftedRun]] = {}
    for guest in shifted:
        guests.setdefault(id(guest.host), []).append(guest)
    row: list[GlyphRun] = []
    for run in sorted(base, key=attrgetter("y", "x0")):
        if row and run.y - row[0].y > 0.25 * min(run.size, row[0].size):
            yield _with_guests(row, guests)
            row = []
        row.append(run)
    if row:
        yield _with_guests(row, guests)


def _with_guests(row: list[GlyphRun], guests: dict[int, list[ShiftedRun]]) -> Row:
    """A row of runs with the superscripts and subscripts of each, from left to right."""
    both = [(run, False) for run in row]
    if guests:
        both += [(guest.small, guest.raised) for run in row for guest in guests.get(id(run), ())]
    return sorted(both, key=lambda pair: pair[0].x0) if len(both) > 1 else both


def _parts(row: Row, walls: list[Rule], *, spaced: bool) -> Iterator[Row]:
    """A row parted at wide gaps, at lesser gaps where the type size changes, and at upright rules (`walls`)."""
    near = [wall for wall in walls if row and wall.y0 < row[0][0].y - row[0][0].size / 3 < wall.y1]
    part: Row = []
    for run, raised in _inked(row):
        walled = part and any(_ink_end(part[-1][0]) - 1 < wall.x0 < run.x0 + 1 for wall in near)
        if part and (walled or _is_apart(part, run, raised, spaced=spaced)):
            yield part
            part = []
        part.append((run, raised))
    if part:
        yield part


def _inked(row: Row) -> Row:
    """The runs that show; a run of nothing but a space becomes a space at the end of the run before it."""
    found: Row = []
    for run, raised in row:
        if run.text.strip():
            found.append((run, raised))
        elif found and not found[-1][0].text.endswith(" ") and run.x1 - run.x0 > 0.12 * run.size:
            last, up = found[-1]
            if abs(run.x0 - last.x1) < 0.3 * run.size:
                found[-1] = (last._replace(text=last.text + " "), up)
    return found


def _is_apart(part: Row, run: GlyphRun, raised: bool, *, spaced: bool) -> bool:
    """Whether the gap before a run is so wide that the run is on another line than the part before it."""
    gap = run.x0 - max(r.x1 for r, _ in part[-3:])
    last, last_raised = part[-1]
    size = max(last.size, run.size)
    resized = not raised and not last_raised and abs(last.size - run.size) > 0.08 * size
    bare = spaced and not raised and not last_raised and not (last.text.endswith(" ") or run.text.startswith(" "))
    return gap > (WIDE_BARE if bare else WIDE) * size or (resized and gap > 0.35 * size)


def _line(page: int, part: Row, spaced: bool) -> Line:
    """The line that a part of a row is, with the baseline and the type size of its longest run."""
    main = max((run for run, up in part if not up), key=lambda run: len(run.text), default=part[0][0])
    least = (WORD_GAP_BESIDE_SPACES if spaced else WORD_GAP) * main.size
    x0, x1 = part[0][0].x0, max(run.x1 for run, _ in part)
    spans = _spans(part, least)
    return Line(page, x0, x1, main.y, main.size, spans, gaps=_gaps(part, spans, NOTED_GAP * main.size))


def _gaps(part: Row, spans: tuple[Span, ...], least: float) -> tuple[Gap, ...]:
    """The gaps of a line over `least`, placed in its text by the letters before each: accents may have moved."""
    wide = [n for n in range(1, len(part)) if part[n][0].x0 - _ink_end(part[n - 1][0]) > least]
    if not wide:
        return ()
    text = "".join(span.text for span in spans)
    ends = [n for n, letter in enumerate(text, 1) if not letter.isspace()]
    before = [0, *accumulate(sum(not letter.isspace() for letter in run.text) for run, _ in part)]
    return tuple(
        Gap(ends[before[n] - 1] + 1, _ink_end(part[n - 1][0]), part[n][0].x0) for n in wide if 0 < before[n] < len(ends)
    )


def _ink_end(run: GlyphRun) -> float:
    """Where the last letter of a run ends, by estimate where a space follows it."""
    return run.x1 - SPACE * run.size if run.text.endswith(" ") else run.x1


def _spans(part: Row, least: float) -> tuple[Span, ...]:
    """The text of a line in spans of one style, without white space at its ends; a gap over `least` is a space."""
    first, up = part[0]
    text, style = first.text.lstrip(), (first.bold, first.italic, up)
    found = []
    for (left, _), (right, raised) in pairwise(part):
        if right.x0 - left.x1 > least and not text.endswith(" ") and not right.text.startswith(" "):
            text += " "
        if style == (right.bold, right.italic, raised):
            text += right.text
        else:
            found.append((text, style))
            text, style = right.text, (right.bold, right.italic, raised)
    found.append((text.rstrip(), style))
    # an accent may have come as a run of its own, so that it only now stands behind its letter
    return tuple(Span(plain(text), *style) for text, style in found if text)
