"""Tells the body column of each page from what stands beside it, by where most of the document's text stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from kamerbrief.layout.line_sets import without
from kamerbrief.layout.list_items import is_marker
from kamerbrief.layout.sheet import Frame, Sheet
from kamerbrief.reading.page_lines import Document, Line, Page, Span

FLUSH = 0.7
"""Justified lines end within so many points of each other."""
SLACK = 4.0
"""A line may stick out of its column by so many points."""


def sheets(document: Document) -> tuple[Sheet, ...]:
    """Each page with its body lines and side lines told apart."""
    # a text does not show which lines are notes in small type, and those are longer than the body's
    over = 0.01 if document.measured else 0.04
    whole = frame_of((line for page in document.pages for line in page.lines), over)
    return tuple(_sheet(page, whole) for page in document.pages)


def frame_of(lines: Iterable[Line], over: float = 0.01) -> Frame:
    """The frame in which most of the text stands.

    `over` is the share of lines that may end to the right of it.
    """
    left, right, size, lines = _column_of(lines, over)
    ends = [line.x1 for line in lines]
    flush = sum(abs(end - right) < FLUSH for end in ends)
    justified, ragged = flush > 0.6 * max(8, len(ends)), len(ends) > 40 and flush < 0.3 * len(ends)
    return Frame(left, right, size, _leading(lines, size), justified, ragged)


class _Column(NamedTuple):
    left: float
    right: float
    size: float
    lines: list[Line]
    """The lines of the body's type size that start at its left edge."""


def _column_of(lines: Iterable[Line], over: float = 0.01) -> _Column:
    lines = [line for line in lines if not line.turned and line.text]
    size = _heaviest(lines, attrgetter("size"), 0.5) or 10.0
    main = [line for line in lines if abs(line.size - size) <= 0.5]
    left = _heaviest(main, attrgetter("x0"), 3) or 0.0
    at_left = [line for line in main if abs(line.x0 - left) < 3]
    ends = sorted([line.x1 for line in at_left])
    right = ends[-1 - int(len(ends) * over)] if ends else left + 1
    return _Column(min([line.x0 for line in at_left], default=left), right, size, at_left)


def _heaviest(lines: list[Line], measure: Callable[[Line], float], step: float) -> float | None:
    """The value of a measure that most of the text has, rounded to a step; None where there is no text."""
    exact: defaultdict[float, int] = defaultdict(int)
    for line in lines:
        exact[measure(line)] += len(line.text)
    counts: Counter[float] = Counter()
    for value, weight in exact.items():
        counts[round(value / step) * step] += weight
    return counts.most_common(1)[0][0] if counts else None


def _leading(lines: list[Line], size: float) -> float:
    """The usual distance between two lines of a paragraph."""
    steps = [b.y - a.y for a, b in pairwise(lines) if a.page == b.page]
    usual = Counter(round(step, 1) for step in steps if 0.8 * size < step < 2.8 * size)
    return min((step for step, n in usual.items() if n > len(lines) / 8), default=1.2 * size)


def _sheet(page: Page, whole: Frame) -> Sheet:
    frame = _moved(whole, page)
    body = [line for line in page.lines if _in_body(line, frame)]
    side = without(page.lines, body)
    labels = [line for line in side if _labels_a_line(line, body)]
    body = sorted([*body, *labels], key=lambda line: (round(line.y, 1), line.x0))
    return Sheet(page, frame, tuple(one_per_row(body, frame)), tuple(without(side, labels)))


def _moved(whole: Frame, page: Page) -> Frame:
    """The document's frame, moved to where this page has it: odd and even pages may be mirrored."""
    if len(page.lines) <= 12:
        return whole
    left, right, size, _ = _column_of(page.lines)
    shift = left - whole.left
    if abs(size - whole.size) > 0.5 or abs(right - whole.right - shift) >= 1.5 * size:
        return whole
    return replace(whole, left=left, right=whole.right + shift)


def _in_body(line: Line, frame: Frame) -> bool:
    if line.turned or line.x0 > frame.right - SLACK or line.x1 < frame.left + SLACK:
        return False
    narrow_right = line.x1 > frame.right + 3 * SLACK and line.size < 0.85 * frame.size
    return not (narrow_right and line.x0 > (frame.left + frame.right) / 2)


def _labels_a_line(line: Line, body: list[Line]) -> bool:
    """Whether a line in the margin is the number of a note or a question: beside a line of the body, or right above."""
    return line.text.strip().isdigit() and any(_beside(line, other) or _above(line, other) for other in body)


def _beside(number: Line, text: Line) -> bool:
    level = abs(text.y - number.y) < 3 and text.size < 1.2 * number.size and 0 <= text.x0 - number.x1 < 40
    return level or _raised_before(number, text)


def _raised_before(number: Line, text: Line) -> bool:
    """Whether a number stands right before a line, raised and in smaller type."""
    raised = 0 <= text.y - number.y < 0.6 * text.size and number.size < 0.85 * text.size
    return raised and 0 <= text.x0 - number.x1 < 2 * text.size


def _above(number: Line, text: Line) -> bool:
    near = 0 < text.y - number.y < 2 * text.size and -1 < text.x0 - number.x0 < 20
    return near and text.size < 1.4 * number.size


def one_per_row(lines: list[Line], frame: Frame) -> list[Line]:
    """The lines, with the parts of one printed line joined: justification and hanging markers tear it apart.

    `lines` are in reading order.
    """
    found: list[Line] = []
    for line in lines:
        if found and _continues(found[-1], line, frame):
            found[-1] = joined(found[-1], line)
        else:
            found.append(line)
    return found


def _continues(left: Line, right: Line, frame: Frame) -> bool:
    """Whether two pieces are one printed line: on one baseline, alike, with a gap that can be explained.

    Either a marker hangs before the text of its item, or justification has stretched a full line.
    """
    if left.text.strip().isdigit() and _raised_before(left, right):
        return True
    if abs(left.y - right.y) >= 0.15 * frame.size or abs(left.size - right.size) >= 0.1 * frame.size:
        return False
    hung = left.text.strip().isdigit() and left.x1 < frame.left + SLACK
    hung = hung or (is_marker(left.text) and right.x0 - left.x1 < 3.5 * frame.size)
    narrow = right.x0 - left.x1 < 2.2 * frame.size
    full = right.x1 > frame.right - 0.6 * frame.size and left.x1 - frame.left > 0.2 * (right.x1 - frame.left)
    return hung or (narrow and full and not frame.ragged)


def joined(left: Line, right: Line) -> Line:
    """Two pieces of one printed line as one, with a space between them; a raised number becomes a superscript."""
    if _raised_before(left, right):
        raised = tuple(span._replace(raised=True) for span in left.spans)
        return replace(right, x0=left.x0, spans=(*raised, Span(" "), *right.spans))
    return replace(left, x1=right.x1, spans=(*left.spans, Span(" "), *right.spans))
