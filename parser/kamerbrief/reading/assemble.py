"""Chunks of glyphs -> lines: baselines gathered, spaces found, superscripts told, wide gaps split."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from kamerbrief.reading.letters import plain
from kamerbrief.reading.lines import Line, Rule, Span

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
BAND, BESIDE, MOST = 12.0, 10.0, 12
"""Points of height that are looked at together, points beside a small chunk, and chunks there at most."""
SEVERAL = re.compile(r"\d{1,3}(?:[,; ]+\d{1,3}){0,3}|[\[(]\d{1,3}[\])]")
"""Markers longer than three letters: several in one place (¹, ²), or one in brackets."""
FIGURES = re.compile(r"[\d\[\]()]{1,4}")
BEHIND, BEFORE = 0.4, 0.6
"""A raised marker is no further behind its text, and no further before its note, in type sizes."""


class Chunk(NamedTuple):
    """Glyphs set one after the other in one look, as a reader finds them."""

    x0: float
    x1: float
    y: float
    size: float
    text: str
    bold: bool
    italic: bool
    turned: bool = False


class Guest(NamedTuple):
    """A chunk off the baseline of the larger text that it belongs to."""

    small: Chunk
    host: Chunk
    raised: bool
    """Above it; below it otherwise, as the 2 of CO2."""


def lines_of(page: int, chunks: Iterable[Chunk], *, spaced: bool, rules: Sequence[Rule] = ()) -> tuple[Line, ...]:
    """The lines of one page, from top to bottom; `spaced`: the file sets its own spaces.

    An upright rule parts the lines on both its sides, however narrow the gap.
    """
    walls = sorted((rule for rule in rules if rule.x0 == rule.x1), key=attrgetter("x0"))[:MOST_WALLS]
    level, turned = _once(chunk._replace(text=plain(chunk.text)) for chunk in chunks)
    level = _figures_joined(level)
    base, raised = _shifted(level)
    found = [
        _line(page, run, spaced)
        for row in _rows(base, raised)
        for run in _runs(row, walls, spaced=spaced)
        if any(chunk.text.strip() for chunk, _ in run)
    ]
    found += [Line(page, c.x0, c.x1, c.y, c.size, (Span(c.text, c.bold, c.italic),), turned=True) for c in turned]
    return tuple(sorted(found, key=attrgetter("y", "x0")))


def _once(chunks: Iterable[Chunk]) -> tuple[list[Chunk], list[Chunk]]:
    """Chunks painted twice (a shadow, a poor man's bold) only once; turned ones apart."""
    level: dict[tuple[str, int, int], Chunk] = {}
    turned = []
    for chunk in chunks:
        if chunk.turned:
            turned.append(chunk)
        else:
            key = (chunk.text, round(chunk.x0), round(chunk.y))
            level[key] = chunk._replace(bold=True) if key in level and chunk.text.strip() else chunk
    return list(level.values()), turned


def _figures_joined(chunks: list[Chunk]) -> list[Chunk]:
    """Figures that were set one by one, as one: a marker of two is raised as a whole."""
    figures = sorted((c for c in chunks if FIGURES.fullmatch(c.text)), key=attrgetter("y", "x0"))
    joined: list[Chunk] = []
    for chunk in figures:
        last = joined[-1] if joined else None
        if last and (last.y, last.size) == (chunk.y, chunk.size) and abs(chunk.x0 - last.x1) < 0.1 * chunk.size:
            joined[-1] = last._replace(text=last.text + chunk.text, x1=chunk.x1)
        else:
            joined.append(chunk)
    return [*(c for c in chunks if not FIGURES.fullmatch(c.text)), *joined] if len(joined) < len(figures) else chunks


def _shifted(chunks: list[Chunk]) -> tuple[list[Chunk], list[Guest]]:
    """Chunks on their own baseline, and super- and subscripts each with the chunk they stand beside."""
    nearby = _Nearby(chunks)
    short = [c for c in chunks if 0 < len(c.text.strip()) <= 3 or SEVERAL.fullmatch(c.text.strip())]
    guests = [Guest(c, *found) for c in short if (found := _host(c, nearby))]
    away = {id(guest.small) for guest in guests}
    return [c for c in chunks if id(c) not in away], guests


class _Nearby:
    """Chunks by height, and in each band by where they start and where they end."""

    def __init__(self, chunks: list[Chunk]) -> None:
        bands: dict[int, list[Chunk]] = {}
        for chunk in chunks:
            bands.setdefault(int(chunk.y // BAND), []).append(chunk)
        self.starts = {band: sorted(found, key=attrgetter("x0")) for band, found in bands.items()}
        self.ends = {band: sorted(found, key=attrgetter("x1")) for band, found in bands.items()}

    def beside(self, small: Chunk) -> Iterator[Chunk]:
        """The chunks near its height that end or start near it."""
        band = int(small.y // BAND)
        for near in (band - 1, band, band + 1):
            yield from _between(self.ends.get(near, []), "x1", small.x0)
            yield from _between(self.starts.get(near, []), "x0", small.x1)


def _between(ordered: list[Chunk], edge: str, x: float) -> list[Chunk]:
    key = attrgetter(edge)
    start = bisect_left(ordered, x - BESIDE, key=key)
    return ordered[start : start + MOST] if start < len(ordered) and key(ordered[start]) < x + BESIDE else []


def _host(small: Chunk, nearby: _Nearby) -> tuple[Chunk, bool] | None:
    """The larger text beside a small chunk just off its baseline, and whether the chunk is above it."""
    best: tuple[float, Chunk, bool] | None = None
    for chunk in nearby.beside(small):
        rise = (chunk.y - small.y) / max(chunk.size, 0.1)
        if chunk.size > 1.12 * small.size and (0.1 < rise < 0.75 or -0.4 < rise < -0.05):
            apart = max(small.x0 - chunk.x1, chunk.x0 - small.x1, 0)
            reach = BEHIND if chunk.x1 <= small.x0 else BEFORE
            if apart < reach * chunk.size and (best is None or apart < best[0]):
                best = (apart, chunk, rise > 0)
    return best[1:] if best else None


def _rows(base: list[Chunk], shifted: list[Guest]) -> Iterator[list[tuple[Chunk, bool]]]:
    """Chunks that share a baseline, from left to right, each with whether it is raised."""
    guests: dict[int, list[Guest]] = {}
    for guest in shifted:
        guests.setdefault(id(guest.host), []).append(guest)
    row: list[Chunk] = []
    for chunk in sorted(base, key=attrgetter("y", "x0")):
        if row and chunk.y - row[0].y > 0.25 * min(chunk.size, row[0].size):
            yield _with_guests(row, guests)
            row = []
        row.append(chunk)
    if row:
        yield _with_guests(row, guests)


def _with_guests(row: list[Chunk], guests: dict[int, list[Guest]]) -> list[tuple[Chunk, bool]]:
    both = [(chunk, False) for chunk in row]
    both += [(guest.small, guest.raised) for chunk in row for guest in guests.get(id(chunk), ())]
    return sorted(both, key=lambda pair: pair[0].x0)


def _runs(row: list[tuple[Chunk, bool]], walls: list[Rule], *, spaced: bool) -> Iterator[list[tuple[Chunk, bool]]]:
    """A row parted at its wide gaps, at lesser ones where the type size changes, and at upright rules."""
    near = [wall for wall in walls if row and wall.y0 < row[0][0].y - row[0][0].size / 3 < wall.y1]
    run: list[tuple[Chunk, bool]] = []
    for chunk, raised in _inked(row):
        walled = run and any(run[-1][0].x1 - 1 < wall.x0 < chunk.x0 + 1 for wall in near)
        if run and (walled or _parted(run, chunk, raised, spaced=spaced)):
            yield run
            run = []
        run.append((chunk, raised))
    if run:
        yield run


def _inked(row: list[tuple[Chunk, bool]]) -> list[tuple[Chunk, bool]]:
    """The chunks that show; one that is only a space is added to the one that it stands behind."""
    found: list[tuple[Chunk, bool]] = []
    for chunk, raised in row:
        if chunk.text.strip():
            found.append((chunk, raised))
        elif found and not found[-1][0].text.endswith(" ") and chunk.x1 - chunk.x0 > 0.12 * chunk.size:
            last, up = found[-1]
            if abs(chunk.x0 - last.x1) < 0.3 * chunk.size:
                found[-1] = (last._replace(text=last.text + " "), up)
    return found


def _parted(run: list[tuple[Chunk, bool]], chunk: Chunk, raised: bool, *, spaced: bool) -> bool:
    gap = chunk.x0 - max(c.x1 for c, _ in run[-3:])
    last, last_raised = run[-1]
    size = max(last.size, chunk.size)
    resized = not raised and not last_raised and abs(last.size - chunk.size) > 0.08 * size
    bare = spaced and not raised and not last_raised and not (last.text.endswith(" ") or chunk.text.startswith(" "))
    return gap > (WIDE_BARE if bare else WIDE) * size or (resized and gap > 0.35 * size)


def _line(page: int, run: list[tuple[Chunk, bool]], spaced: bool) -> Line:
    main = max((c for c, up in run if not up), key=lambda c: len(c.text), default=run[0][0])
    least = (WORD_GAP_BESIDE_SPACES if spaced else WORD_GAP) * main.size
    spans = [Span(run[0][0].text.lstrip(), run[0][0].bold, run[0][0].italic, run[0][1])]
    for (left, _), (right, raised) in pairwise(run):
        gap = right.x0 - left.x1 > least
        if gap and not spans[-1].text.endswith(" ") and not right.text.startswith(" "):
            spans[-1] = spans[-1]._replace(text=spans[-1].text + " ")
        spans.append(Span(right.text, right.bold, right.italic, raised))
    x0, x1 = run[0][0].x0, max(c.x1 for c, _ in run)
    return Line(page, x0, x1, main.y, main.size, _merged(spans))


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    """Neighbours of one look as one span; white space at the line's end gone."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1][1:] == span[1:]:
            found[-1] = found[-1]._replace(text=found[-1].text + span.text)
        else:
            found.append(span)
    found[-1] = found[-1]._replace(text=found[-1].text.rstrip())
    # an accent may have come as a chunk of its own
    return tuple(span._replace(text=plain(span.text)) for span in found if span.text)
