"""Groups the rules (thin lines) of a page that touch each other, as those of a table do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kamerbrief.reading.page_lines import Line, Rule

Box = tuple[Rule, ...]
MOST_RULES = 2000
"""A page with more rules than this is a drawing."""

LEAST_RULES = 4
"""Fewer level rules may stand for anything: under a head, above the notes."""
WIDE = 150
"""Points; shorter rules underline words."""


def usable(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules of a page; none where there are so many that they are a drawing."""
    return rules if len(rules) <= MOST_RULES else ()


@lru_cache(maxsize=8)
def boxes(rules: tuple[Rule, ...]) -> tuple[Box, ...]:
    """Groups of rules that touch each other, if there are both upright and level ones among them.

    Of a row that is cut off by the end of a page there is one level rule, and the upright ones of its columns.
    """
    groups: list[Box] = []
    for rule in usable(rules):
        near = [group for group in groups if any(_touch(rule, other) for other in group)]
        merged = (rule, *(other for group in near for other in group))
        groups = [group for group in groups if group not in near] + [merged]
    return tuple(group for group in groups if _is_box(group))


def _is_box(group: Box) -> bool:
    uprights = {round(rule.x0) for rule in group if rule.x0 == rule.x1}
    level = sum(rule.y0 == rule.y1 for rule in group)
    return bool(uprights) and level > (0 if len(uprights) > 2 else 1)


def _touch(a: Rule, b: Rule, slack: float = 3) -> bool:
    return a.x0 <= b.x1 + slack and b.x0 <= a.x1 + slack and a.y0 <= b.y1 + slack and b.y0 <= a.y1 + slack


def levels(values: Sequence[float]) -> list[float]:
    """The values that are more than 3 points apart, in order."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > 3:
            found.append(value)
    return found


def extents(rules: Sequence[Rule]) -> list[tuple[float, float, list[float]]]:
    """Groups of level rules that start and end at the same places: left, right, and the heights of the rules.

    A rule may be drawn in pieces.
    """
    pieces: dict[int, tuple[float, float]] = {}
    for rule in rules:
        if rule.y0 == rule.y1:
            left, right = pieces.get(round(rule.y0), (rule.x0, rule.x1))
            pieces[round(rule.y0)] = (min(left, rule.x0), max(right, rule.x1))
    together: dict[tuple[int, int], list[float]] = {}
    for y, (left, right) in pieces.items():
        together.setdefault((round(left / 3), round(right / 3)), []).append(y)
    return [(left * 3, right * 3, ys) for (left, right), ys in together.items() if len(ys) > 2]


class Area(NamedTuple):
    """A part of a page."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, line: Line) -> bool:
        """Whether a line stands in it."""
        level = self.top - 3 < line.y - line.size / 3 < self.bottom
        return level and self.left - 3 < line.x0 and line.x1 < self.right + 3


@lru_cache(maxsize=64)
def table_areas(rules: tuple[Rule, ...]) -> tuple[Area, ...]:
    """Where tables surely stand on a page: in rules that make columns, or between many level rules of one width."""
    if len(rules) < LEAST_RULES:
        return ()
    ruled = [box for box in boxes(rules) if len(levels([rule.x0 for rule in box if rule.x0 == rule.x1])) > 2]
    areas = [
        Area(min(r.x0 for r in box), min(r.y0 for r in box), max(r.x1 for r in box), max(r.y1 for r in box))
        for box in ruled
    ]
    striped = [(x0, x1, ys) for x0, x1, ys in extents(usable(rules)) if len(ys) >= LEAST_RULES and x1 - x0 > WIDE]
    return (*areas, *(Area(x0, min(ys), x1, max(ys)) for x0, x1, ys in striped))
