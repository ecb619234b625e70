"""Super- and subscripts: small chunks just off the baseline of the larger text that they stand beside."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from kamerbrief.reading.glyph_runs import GlyphRun

BAND, BESIDE, MOST = 12.0, 10.0, 12
"""Points of height that are looked at together, points beside a small chunk, and chunks there at most."""
SEVERAL = re.compile(r"\d{1,3}(?:[,; ]+\d{1,3}){0,3}|[\[(]\d{1,3}[\])]")
"""Markers longer than three letters: several in one place (¹, ²), or one in brackets."""
LARGER = 1.12
"""So many times a small chunk's size its text is at least."""
BEHIND, BEFORE = 0.4, 0.6
"""A raised marker is no further behind its text, and no further before its note, in type sizes."""


class ShiftedRun(NamedTuple):
    """A chunk off the baseline of the larger text that it belongs to."""

    small: GlyphRun
    host: GlyphRun
    raised: bool
    """Above it; below it otherwise, as the 2 of CO2."""


def shifted(chunks: list[GlyphRun]) -> tuple[list[GlyphRun], list[ShiftedRun]]:
    """Chunks on their own baseline, and super- and subscripts each with the chunk they stand beside."""
    largest = max((chunk.size for chunk in chunks), default=0.0)
    small = [chunk for chunk in chunks if largest > LARGER * chunk.size and _may_be_raised(chunk.text.strip())]
    if not small:
        return chunks, []
    nearby = _Nearby(chunks)
    guests = [ShiftedRun(chunk, *found) for chunk in small if (found := _host(chunk, nearby))]
    away = {id(guest.small) for guest in guests}
    return [chunk for chunk in chunks if id(chunk) not in away], guests


def _may_be_raised(text: str) -> bool:
    return 0 < len(text) <= 3 or SEVERAL.fullmatch(text) is not None


class _Nearby:
    """Chunks by height, and in each band by where they start and where they end."""

    def __init__(self, chunks: list[GlyphRun]) -> None:
        self.bands: dict[int, list[GlyphRun]] = {}
        for chunk in chunks:
            self.bands.setdefault(int(chunk.y // BAND), []).append(chunk)
        self.ordered: dict[tuple[int, str], list[GlyphRun]] = {}

    def beside(self, small: GlyphRun) -> Iterator[GlyphRun]:
        """The chunks near its height that end or start near it."""
        band = int(small.y // BAND)
        for near in (band - 1, band, band + 1):
            if near in self.bands:
                yield from self._between(near, "x1", small.x0)
                yield from self._between(near, "x0", small.x1)

    def _between(self, band: int, edge: str, x: float) -> list[GlyphRun]:
        key = attrgetter(edge)
        ordered = self.ordered.get((band, edge))
        if ordered is None:
            ordered = self.ordered[band, edge] = sorted(self.bands[band], key=key)
        start = bisect_left(ordered, x - BESIDE, key=key)
        return ordered[start : start + MOST] if start < len(ordered) and key(ordered[start]) < x + BESIDE else []


def _host(small: GlyphRun, nearby: _Nearby) -> tuple[GlyphRun, bool] | None:
    """The larger text beside a small chunk just off its baseline, and whether the chunk is above it."""
    best: tuple[float, GlyphRun, bool] | None = None
    for chunk in nearby.beside(small):
        rise = (chunk.y - small.y) / max(chunk.size, 0.1)
        if chunk.size > LARGER * small.size and (0.1 < rise < 0.75 or -0.4 < rise < -0.05):
            apart = max(small.x0 - chunk.x1, chunk.x0 - small.x1, 0)
            reach = BEHIND if chunk.x1 <= small.x0 else BEFORE
            if apart < reach * chunk.size and (best is None or apart < best[0]):
                best = (apart, chunk, rise > 0)
    return best[1:] if best else None
