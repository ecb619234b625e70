"""Chunks of glyphs, as a reader finds them: each painted once, and figures that belong together joined."""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from kamerbrief.reading.normalise import plain

FIGURES = re.compile(r"[\d\[\]()]{1,4}")


class GlyphRun(NamedTuple):
    """Glyphs set one after the other in one look."""

    x0: float
    x1: float
    y: float
    size: float
    text: str
    bold: bool
    italic: bool
    turned: bool = False


def prepared(chunks: Iterable[GlyphRun]) -> tuple[list[GlyphRun], list[GlyphRun]]:
    """Chunks of plain letters that are set level, and those that are turned."""
    level, turned = _once(c if c.text.isascii() else c._replace(text=plain(c.text)) for c in chunks)
    return _figures_joined(level), turned


def _once(chunks: Iterable[GlyphRun]) -> tuple[list[GlyphRun], list[GlyphRun]]:
    """Chunks painted twice (a shadow, a poor man's bold) only once; turned ones apart."""
    level: dict[tuple[str, int, int], GlyphRun] = {}
    turned = []
    for chunk in chunks:
        if chunk.turned:
            turned.append(chunk)
        else:
            key = (chunk.text, round(chunk.x0), round(chunk.y))
            level[key] = chunk._replace(bold=True) if key in level and chunk.text.strip() else chunk
    return list(level.values()), turned


def _figures_joined(chunks: list[GlyphRun]) -> list[GlyphRun]:
    """Figures that were set one by one, as one: a marker of two is raised as a whole."""
    figures = [chunk for chunk in chunks if len(chunk.text) <= 4 and FIGURES.fullmatch(chunk.text)]
    joined: list[GlyphRun] = []
    for chunk in sorted(figures, key=attrgetter("y", "x0")):
        last = joined[-1] if joined else None
        if last and (last.y, last.size) == (chunk.y, chunk.size) and abs(chunk.x0 - last.x1) < 0.1 * chunk.size:
            joined[-1] = last._replace(text=last.text + chunk.text, x1=chunk.x1)
        else:
            joined.append(chunk)
    if len(joined) == len(figures):
        return chunks
    apart = set(map(id, figures))
    return [*(chunk for chunk in chunks if id(chunk) not in apart), *joined]
