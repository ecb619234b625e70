"""Chunks of glyphs -> lines: baselines gathered, spaces found, superscripts told, wide gaps split."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from kamerbrief.reading.glyph_runs import GlyphRun, prepared
from kamerbrief.reading.normalise import plain
from kamerbrief.reading.page_lines import Line, Rule, Span
from kamerbrief.reading.superscripts import ShiftedRun, shifted

WIDE = 0.9
"""A gap of so many times the type size parts two lines on one baseline."""
WIDE_BARE = 0.5
"""The same for a gap without a space in it, where the file does set spaces: only columns have these."""
WORD_GAP = 0.16
"""A gap of so many times the type size is a space where the file sets none of its own."""
WORD_GAP_BESIDE_SPACES = 0.2
"""The same where the file does set spaces: its smaller gaps are kerning."""


MOST_WALLS = 400
"""A page with more upright rules is a drawing."""
Row = list[tuple[GlyphRun, bool]]
"""Chunks from left to right, each with whether it is raised."""


def lines_of(page: int, chunks: Iterable[GlyphRun], *, spaced: bool, rules: Sequence[Rule] = ()) -> tuple[Line, ...]:
    """The lines of one page, from top to bottom; `spaced`: the file sets its own spaces.

    An upright rule parts the lines on both its sides, however narrow the gap.
    """
    walls = sorted((rule for rule in rules if rule.x0 == rule.x1), key=attrgetter("x0"))[:MOST_WALLS]
    level, turned = prepared(chunks)
    base, guests = shifted(level)
    found = [line for row in _rows(base, guests) for line in _lines(page, row, walls, spaced=spaced)]
    found += [Line(page, c.x0, c.x1, c.y, c.size, (Span(c.text, c.bold, c.italic),), turned=True) for c in turned]
    return tuple(sorted(found, key=attrgetter("y", "x0")))


def _lines(page: int, row: Row, walls: list[Rule], *, spaced: bool) -> list[Line]:
    """The lines of a row: mostly a chunk that is one."""
    if len(row) > 1:
        return [_line(page, run, spaced) for run in _runs(row, walls, spaced=spaced)]
    chunk = row[0][0]
    text = chunk.text.strip()
    span = Span(text, chunk.bold, chunk.italic)
    return [Line(page, chunk.x0, chunk.x1, chunk.y, chunk.size, (span,))] if text else []


def _rows(base: list[GlyphRun], shifted: list[ShiftedRun]) -> Iterator[Row]:
    """Chunks that share a baseline, from left to right, each with whether it is raised."""
    guests: dict[int, list[ShiftedRun]] = {}
    for guest in shifted:
        guests.setdefault(id(guest.host), []).append(guest)
    row: list[GlyphRun] = []
    for chunk in sorted(base, key=attrgetter("y", "x0")):
        if row and chunk.y - row[0].y > 0.25 * min(chunk.size, row[0].size):
            yield _with_guests(row, guests)
            row = []
        row.append(chunk)
    if row:
        yield _with_guests(row, guests)


def _with_guests(row: list[GlyphRun], guests: dict[int, list[ShiftedRun]]) -> Row:
    both = [(chunk, False) for chunk in row]
    if guests:
        both += [(guest.small, guest.raised) for chunk in row for guest in guests.get(id(chunk), ())]
    return sorted(both, key=lambda pair: pair[0].x0) if len(both) > 1 else both


def _runs(row: Row, walls: list[Rule], *, spaced: bool) -> Iterator[Row]:
    """A row parted at its wide gaps, at lesser ones where the type size changes, and at upright rules."""
    near = [wall for wall in walls if row and wall.y0 < row[0][0].y - row[0][0].size / 3 < wall.y1]
    run: Row = []
    for chunk, raised in _inked(row):
        walled = run and any(run[-1][0].x1 - 1 < wall.x0 < chunk.x0 + 1 for wall in near)
        if run and (walled or _parted(run, chunk, raised, spaced=spaced)):
            yield run
            run = []
        run.append((chunk, raised))
    if run:
        yield run


def _inked(row: Row) -> Row:
    """The chunks that show; one that is only a space is added to the one that it stands behind."""
    found: Row = []
    for chunk, raised in row:
        if chunk.text.strip():
            found.append((chunk, raised))
        elif found and not found[-1][0].text.endswith(" ") and chunk.x1 - chunk.x0 > 0.12 * chunk.size:
            last, up = found[-1]
            if abs(chunk.x0 - last.x1) < 0.3 * chunk.size:
                found[-1] = (last._replace(text=last.text + " "), up)
    return found


def _parted(run: Row, chunk: GlyphRun, raised: bool, *, spaced: bool) -> bool:
    gap = chunk.x0 - max(c.x1 for c, _ in run[-3:])
    last, last_raised = run[-1]
    size = max(last.size, chunk.size)
    resized = not raised and not last_raised and abs(last.size - chunk.size) > 0.08 * size
    bare = spaced and not raised and not last_raised and not (last.text.endswith(" ") or chunk.text.startswith(" "))
    return gap > (WIDE_BARE if bare else WIDE) * size or (resized and gap > 0.35 * size)


def _line(page: int, run: Row, spaced: bool) -> Line:
    main = max((c for c, up in run if not up), key=lambda c: len(c.text), default=run[0][0])
    least = (WORD_GAP_BESIDE_SPACES if spaced else WORD_GAP) * main.size
    x0, x1 = run[0][0].x0, max(c.x1 for c, _ in run)
    return Line(page, x0, x1, main.y, main.size, _spans(run, least))


def _spans(run: Row, least: float) -> tuple[Span, ...]:
    """Neighbours of one look as one span, spaces in gaps; white space at the line's ends gone."""
    first, up = run[0]
    text, look = first.text.lstrip(), (first.bold, first.italic, up)
    found = []
    for (left, _), (right, raised) in pairwise(run):
        if right.x0 - left.x1 > least and not text.endswith(" ") and not right.text.startswith(" "):
            text += " "
        if look == (right.bold, right.italic, raised):
            text += right.text
        else:
            found.append((text, look))
            text, look = right.text, (right.bold, right.italic, raised)
    found.append((text.rstrip(), look))
    # an accent may have come as a chunk of its own
    return tuple(Span(plain(text), *look) for text, look in found if text)
