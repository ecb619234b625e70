"""Runs of glyphs as a page paints them, cleaned before lines are made of them.

Text that was painted twice is kept once, turned text is set apart, and figures that were set one by one are joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from kamerbrief.reading.normalise import plain

FIGURES = re.compile(r"[\d\[\]()]{1,4}")
"""Text that may be part of a number or of a footnote's marker: "1", "[12]"."""


class GlyphRun(NamedTuple):
    """Glyphs set one after the other in one style; lengths in points, as in `page_lines`."""

    x0: float
    x1: float
    y: float
    """The height of the baseline, from the top of the page."""
    size: float
    text: str
    bold: bool
    italic: bool
    turned: bool = False
    """Set in another direction than from left to right."""
    hidden: bool = False
    """Set invisibly, as text that was recognised in a picture is."""
    slope: float = 0.0
    """How far its baseline goes down for each point to the right."""


def prepared(runs: Iterable[GlyphRun]) -> tuple[list[GlyphRun], list[GlyphRun]]:
    """The level runs of a page, and its turned runs, all with plain characters (see `normalise`)."""
    level, turned = _once(run if run.text.isascii() else run._replace(text=plain(run.text)) for run in runs)
    return _figures_joined(level), turned


def _once(runs: Iterable[GlyphRun]) -> tuple[list[GlyphRun], list[GlyphRun]]:
    """Level runs and turned runs; a level run that is painted twice in one place (to look bold) is one bold run."""
    level: dict[tuple[str, int, int], GlyphRun] = {}
    turned = []
    for run in runs:
        if run.turned:
            turned.append(run)
        else:
            key = (run.text, round(run.x0), round(run.y))
            level[key] = run._replace(bold=True) if key in level and run.text.strip() else run
    return list(level.values()), turned


def _figures_joined(runs: list[GlyphRun]) -> list[GlyphRun]:
    """The runs, with figures that stand close together as one run: a marker of two figures is raised as a whole."""
    figures = [run for run in runs if len(run.text) <= 4 and FIGURES.fullmatch(run.text)]
    joined: list[GlyphRun] = []
    for run in sorted(figures, key=attrgetter("y", "x0")):
        last = joined[-1] if joined else None
        if last and (last.y, last.size) == (run.y, run.size) and abs(run.x0 - last.x1) < 0.1 * run.size:
            joined[-1] = last._replace(text=last.text + run.text, x1=run.x1)
        else:
            joined.append(run)
    if len(joined) == len(figures):
        return runs
    apart = set(map(id, figures))
    return [*(run for run in runs if id(run) not in apart), *joined]
