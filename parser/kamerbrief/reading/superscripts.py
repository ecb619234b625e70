"""Find superscripts and subscripts: small runs just off the baseline of the larger text that they stand beside."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from kamerbrief.reading.glyph_runs import GlyphRun

BAND = 12.0
"""Points of height in which runs are looked up together."""
BESIDE = 10.0
"""Points on either side of a small run in which its text is looked for."""
MOST = 12
"""The most runs that are looked at on one side of a small run in one band."""
SEVERAL = re.compile(r"\d{1,3}(?:[,; ]+\d{1,3}){0,3}|[\[(]\d{1,3}[\])]")
"""Footnote markers longer than three characters: several in one place ("1, 2"), or one in brackets ("[12]")."""
LARGER = 1.12
"""How many times larger than a small run its text is at least."""
BEHIND, BEFORE = 0.4, 0.6
"""How far a small run may stand behind its text (a marker), and before it (the number of a note), in type sizes."""


class ShiftedRun(NamedTuple):
    """A small run off the baseline of the text that it belongs to."""

    small: GlyphRun
    host: GlyphRun
    """The text."""
    raised: bool
    """True above the baseline (a superscript), False below it (the 2 of CO2)."""


def shifted(runs: list[GlyphRun]) -> tuple[list[GlyphRun], list[ShiftedRun]]:
    """The runs that stand on a baseline of their own, and those that are superscripts or subscripts."""
    largest = max((run.size for run in runs), default=0.0)
    small = [run for run in runs if largest > LARGER * run.size and _may_be_shifted(run.text.strip())]
    if not small:
        return runs, []
    nearby = _Nearby(runs)
    guests = [ShiftedRun(run, *found) for run in small if (found := _host(run, nearby))]
    away = {id(guest.small) for guest in guests}
    return [run for run in runs if id(run) not in away], guests


def _may_be_shifted(text: str) -> bool:
    """Whether a text is as short as a superscript."""
    return 0 < len(text) <= 3 or SEVERAL.fullmatch(text) is not None


class _Nearby:
    """Looks up the runs beside a place: by bands of height, and in each band by where runs start and end."""

    def __init__(self, runs: list[GlyphRun]) -> None:
        self.bands: dict[int, list[GlyphRun]] = {}
        for run in runs:
            self.bands.setdefault(int(run.y // BAND), []).append(run)
        self.ordered: dict[tuple[int, str], list[GlyphRun]] = {}
        """The runs of a band by one of their edges, sorted when they are first asked for."""

    def beside(self, small: GlyphRun) -> Iterator[GlyphRun]:
        """The runs near a small run's height that end before it or start behind it, within BESIDE."""
        band = int(small.y // BAND)
        for near in (band - 1, band, band + 1):
            if near in self.bands:
                yield from self._between(near, "x1", small.x0)
                yield from self._between(near, "x0", small.x1)

    def _between(self, band: int, edge: str, x: float) -> list[GlyphRun]:
        """At most MOST runs of a band whose edge ("x0" or "x1") lies within BESIDE of x."""
        key = attrgetter(edge)
        ordered = self.ordered.get((band, edge))
        if ordered is None:
            ordered = self.ordered[band, edge] = sorted(self.bands[band], key=key)
        start = bisect_left(ordered, x - BESIDE, key=key)
        return ordered[start : start + MOST] if start < len(ordered) and key(ordered[start]) < x + BESIDE else []


def _host(small: GlyphRun, nearby: _Nearby) -> tuple[GlyphRun, bool] | None:
    """The nearest larger text whose baseline a small run is just off, and whether the run is above it."""
    best: tuple[float, GlyphRun, bool] | None = None
    for run in nearby.beside(small):
        rise = (run.y - small.y) / max(run.size, 0.1)
        if run.size > LARGER * small.size and (0.1 < rise < 0.75 or -0.4 < rise < -0.05):
            apart = max(small.x0 - run.x1, run.x0 - small.x1, 0)
            reach = BEHIND if run.x1 <= small.x0 else BEFORE
            if apart < reach * run.size and (best is None or apart < best[0]):
                best = (apart, run, rise > 0)
    return best[1:] if best else None
