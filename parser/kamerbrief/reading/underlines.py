"""Tell which lines of a page are underlined, as headings are in some letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kamerbrief.reading.page_lines import Line, Rule

BELOW = 0.4
"""Type sizes below the baseline, between which and the baseline an underline stands."""
SHARE = 0.75
"""The share of a line that its underline takes at least: it may be broken where a letter goes below the baseline."""
MOST = 400
"""A page with more level rules is a drawing or a table."""


def underlines(rule: Rule, line: Line) -> bool:
    """Whether a rule is no wider than a line and hangs right below its baseline, as under a heading or a link."""
    return 0 < rule.y0 - line.y < BELOW * line.size and line.x0 - 2 < rule.x0 and rule.x1 < line.x1 + 2


def with_underlines(lines: Iterable[Line], rules: Sequence[Rule]) -> Iterator[Line]:
    """The lines of a page, those told that a rule stands right below."""
    level = [rule for rule in rules if rule.y0 == rule.y1]
    if not 0 < len(level) <= MOST:
        yield from lines
        return
    for line in lines:
        drawn = sum(rule.x1 - rule.x0 for rule in level if underlines(rule, line))
        yield replace(line, underlined=True) if drawn > SHARE * (line.x1 - line.x0) else line
