"""Join the pieces into which justification and hanging markers tear a printed line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kamerbrief.layout.list_items import is_marker
from kamerbrief.layout.sheet import SLACK, Frame
from kamerbrief.reading.page_lines import Gap, Line, Rule, Span

IN_COLUMN = 6
"""So many lines of a page that start at one place make a column."""

MARKER = 0.75
"""The marker of a note is at most so large, in sizes of the text before it."""
MOST = 100
"""A line that is full is longer than so many points."""


def raised_before(number: Line, text: Line) -> bool:
    """Whether a number stands right before a line, raised and in smaller type."""
    raised = 0 <= text.y - number.y < 0.6 * text.size and number.size < 0.85 * text.size
    return raised and 0 <= text.x0 - number.x1 < 2 * text.size


def wraps(number: Line, before: Line, after: Line | None) -> bool:
    """Whether a number is the marker of a note that fell from the end of a line to a line of its own.

    It is small and raised on that line, and stands before no text.
    """
    if not number.text.strip().isdecimal() or number.size > MARKER * before.size or number.x0 - before.x0 > SLACK:
        return False
    raised = 0.4 * before.size < number.y - before.y < 1.2 * before.size and before.x1 - before.x0 > MOST
    return raised and not (after and raised_before(number, after))


def one_per_row(lines: list[Line], frame: Frame, rules: Sequence[Rule] = ()) -> list[Line]:
    """The lines, with the parts of one printed line joined: justification and hanging markers tear it apart.

    `lines` are in reading order; what an upright one of the `rules` parts is not joined.
    """
    uprights = [rule for rule in rules if rule.x0 == rule.x1]
    starts = Counter(round(line.x0) for line in lines)
    found: list[Line] = []
    for n, line in enumerate(lines):
        if found and wraps(line, found[-1], lines[n + 1] if n + 1 < len(lines) else None):
            found[-1] = replace(found[-1], spans=(*found[-1].spans, *(s._replace(raised=True) for s in line.spans)))
        elif found and _continues(found[-1], line, frame, starts) and not _parted(found[-1], line, uprights):
            found[-1] = joined(found[-1], line)
        else:
            found.append(line)
    return found


def _parted(left: Line, right: Line, uprights: Sequence[Rule]) -> bool:
    """Whether an upright rule stands between two pieces of text."""
    return any(left.x1 - 1 < rule.x0 < right.x0 + 1 and rule.y0 < left.y - left.size / 3 < rule.y1 for rule in uprights)


def _continues(left: Line, right: Line, frame: Frame, starts: Counter[int]) -> bool:
    """Whether two pieces are one printed line: on one baseline, alike, with a gap that can be explained.

    Either a marker hangs before the text of its item, or justification has stretched a full line. Where many lines
    start at one place (`starts`, rounded to points), that is a column.
    """
    if left.text.strip().isdecimal() and raised_before(left, right):
        return True
    if abs(left.y - right.y) >= 0.15 * frame.size or abs(left.size - right.size) >= 0.1 * frame.size:
        return False
    hung = left.text.strip().isdecimal() and left.x1 < frame.left + SLACK
    hung = hung or (is_marker(left.text) and right.x0 - left.x1 < 3.5 * frame.size)
    narrow = right.x0 - left.x1 < 2.2 * frame.size
    full = right.x1 > frame.right - 0.6 * frame.size and left.x1 - frame.left > 0.2 * (right.x1 - frame.left)
    column = starts[round(right.x0)] >= IN_COLUMN
    return hung or (narrow and full and not frame.ragged and not column)


def joined(left: Line, right: Line) -> Line:
    """Two pieces of one printed line as one, with a space between them; a raised number becomes a superscript."""
    before = left.spans
    if raised_before(left, right):
        before = tuple(span._replace(raised=True) for span in left.spans)
        left, right = replace(right, x0=left.x0, x1=left.x1, gaps=left.gaps), right
    offset = sum(len(span.text) for span in before) + 1
    gaps = (*left.gaps, Gap(offset, left.x1, right.x0), *(g._replace(offset=g.offset + offset) for g in right.gaps))
    return replace(left, x1=right.x1, spans=(*before, Span(" "), *right.spans), gaps=gaps)
