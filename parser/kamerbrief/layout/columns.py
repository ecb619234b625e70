"""Find the body column of each page, which is where most of the document's text stands; the rest stands beside it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from kamerbrief.layout.line_sets import without
from kamerbrief.layout.list_items import is_marker
from kamerbrief.layout.printed_rows import one_per_row, raised_before
from kamerbrief.layout.ruled_boxes import table_areas
from kamerbrief.layout.sheet import SLACK, Frame, Sheet
from kamerbrief.reading.page_lines import Document, Line, Page

EXACT = 0.01
"""The share of lines that may end to the right of the column where their places were measured."""
A_WORD = 6
"""Longer text beside a line is no number and no bullet."""
A_FEW = 3
A_DOZEN = 12
"""So few lines do not show where the body stands."""
BESIDE = 0.15
"""Where more than this share of the lines has text to the left, they are a column of tables."""
FLUSH = 0.7
"""Justified lines end within so many points of each other."""


def sheets(document: Document) -> tuple[Sheet, ...]:
    """Each page with its body lines and side lines told apart."""
    # a text does not show which lines are notes in small type, and those are longer than the body's
    over = EXACT if document.measured else 0.04
    running = [line for page in document.pages for line in _outside_tables(page)]
    tabled = [line for page in document.pages for line in _as_wide_as_tables(page)]
    if len(running) > len(tabled):
        whole = frame_of(running, over)
        whole = _over_columns(whole, running) if document.measured else whole
        return tuple(_sheet(page, whole) for page in document.pages)
    # nearly all is in tables, which are often wider than the letter before them
    wide = frame_of([*running, *tabled], over)
    bare = [line for page in document.pages if not table_areas(page.rules) for line in page.lines]
    before = frame_of(bare if len(bare) > A_DOZEN else [*running, *tabled])
    return tuple(_sheet(page, wide if table_areas(page.rules) else before) for page in document.pages)


def frame_of(lines: Iterable[Line], over: float = EXACT) -> Frame:
    """The frame in which most of the text stands.

    `over` is the share of lines that may end to the right of it.
    """
    left, right, size, lines = _column_of(lines, over)
    ends = [line.x1 for line in lines]
    flush = sum(abs(end - right) < FLUSH for end in ends)
    justified, ragged = flush > 0.6 * max(8, len(ends)), len(ends) > 40 and flush < 0.3 * len(ends)
    return Frame(left, right, size, _leading(lines, size), justified, ragged)


def _over_columns(frame: Frame, lines: list[Line]) -> Frame:
    """The frame, widened to the left where it is only the last column of tables without rules.

    Then many of its lines have text to the left of them, and the text that stands over the tables is wider.
    """
    if sum(line.x1 < frame.left and len(line.text) > A_WORD for line in lines) < A_FEW:
        return frame
    rows: defaultdict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        if not line.turned and abs(line.size - frame.size) <= 0.5 and line.x0 < frame.right:
            rows[line.page, round(line.y)].append(line)
    own = [row for row in rows.values() if any(abs(line.x0 - frame.left) < 3 for line in row)]
    beside = sum(any(line.x1 < frame.left and len(line.text) > A_WORD for line in row) for row in own)
    if beside < max(A_FEW, BESIDE * len(own)):
        return frame
    lefts = Counter(
        round(min(line.x0 for line in row)) for row in rows.values() if max(line.x1 for line in row) > frame.left
    )
    return replace(frame, left=float(min((left for left, count in lefts.items() if count > 1), default=frame.left)))


class _Column(NamedTuple):
    left: float
    right: float
    size: float
    lines: list[Line]
    """The lines of the body's type size that start at its left edge."""


def _column_of(lines: Iterable[Line], over: float = EXACT) -> _Column:
    lines = [line for line in lines if not line.turned and line.text]
    size = _heaviest(lines, attrgetter("size"), 0.5) or 10.0
    main = [line for line in lines if abs(line.size - size) <= 0.5]
    left = _heaviest(main, attrgetter("x0"), 3) or 0.0
    at_left = [line for line in main if abs(line.x0 - left) < 3]
    ends = sorted([line.x1 for line in at_left])
    right = ends[-1 - int(len(ends) * over)] if ends else left + 1
    if over > EXACT:
        right = _where_most_end(ends, left, right)
    return _Column(min([line.x0 for line in at_left], default=left), right, size, at_left)


def _where_most_end(ends: list[float], left: float, right: float) -> float:
    """The right edge of estimated lines: extraction joins broken words, and leaves many lines too long.

    `ends` are in order. Full lines all end within a word's length of the edge.
    """
    long = [end for end in ends if end - left > 0.3 * (right - left)]
    near = [bisect_right(long, end) - bisect_left(long, end - 0.12 * (end - left)) for end in long]
    return long[near.index(max(near))] if near and max(near) > 0.4 * len(long) else right


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
    body = [line for line in page.lines if _in_body(line, frame) or _in_table(line, page, frame)]
    side = without(page.lines, body)
    hanging = Counter(round(line.x0) for line in body if line.x0 < frame.left - SLACK)
    labels = [line for line in side if _labels_a_line(line, body) or _hangs(line, hanging, frame)]
    body = sorted([*body, *labels], key=lambda line: (round(line.y, 1), line.x0))
    return Sheet(page, frame, tuple(one_per_row(body, frame, page.rules)), tuple(without(side, labels)))


def _moved(whole: Frame, page: Page) -> Frame:
    """The document's frame, moved to where this page has it: odd and even pages may be mirrored."""
    lines = _outside_tables(page)
    if len(lines) <= A_DOZEN:
        return whole
    left, right, size, _ = _column_of(lines)
    shift = left - whole.left
    if abs(size - whole.size) > 0.5 or abs(right - whole.right - shift) >= 1.5 * size:
        return whole
    return replace(whole, left=left, right=whole.right + shift)


def _in_body(line: Line, frame: Frame) -> bool:
    left_of_it = line.x1 < frame.left + SLACK and line.x0 < frame.left - 1  # a bullet in the column may be as narrow
    if line.turned or line.x0 > frame.right - SLACK or left_of_it:
        return False
    narrow_right = line.x1 > frame.right + 3 * SLACK and line.size < 0.85 * frame.size
    return not (narrow_right and line.x0 > (frame.left + frame.right) / 2)


def _outside_tables(page: Page) -> Sequence[Line]:
    areas = table_areas(page.rules)
    return [line for line in page.lines if not any(area.holds(line) for area in areas)] if areas else page.lines


def _as_wide_as_tables(page: Page) -> Iterator[Line]:
    """The lines in tables, each made as wide as its table: a table is as wide as the text, its columns are not."""
    for area in table_areas(page.rules):
        lines = [line for line in page.lines if area.holds(line)]
        left, right = min((line.x0 for line in lines), default=0), max((line.x1 for line in lines), default=0)
        yield from (replace(line, x0=left, x1=right) for line in lines)


def _in_table(line: Line, page: Page, frame: Frame) -> bool:
    """Whether a line stands inside the rules of a table that reaches over the middle of the body column."""
    middle = frame.left + frame.width / 2
    return not line.turned and any(
        area.left < middle < area.right and area.holds(line) for area in table_areas(page.rules)
    )


def _hangs(line: Line, hanging: Counter[int], frame: Frame) -> bool:
    """Whether a short line left of the column starts where lines of the body do that hang out of it.

    `hanging` counts those by where they start: in some lists the answers are set further in than the questions.
    """
    alike = not line.turned and abs(line.size - frame.size) <= 0.5
    return alike and line.x0 < frame.left - SLACK and hanging[round(line.x0)] > 1


def _labels_a_line(line: Line, body: list[Line]) -> bool:
    """Whether a line in the margin marks text of the body: a number beside a line or right above, an item's marker."""
    if line.text.strip().isdecimal():
        return any(_beside(line, other) or _above(line, other) for other in body)
    return is_marker(line.text) and any(_beside(line, other) for other in body)


def _beside(number: Line, text: Line) -> bool:
    level = abs(text.y - number.y) < 3 and text.size < 1.2 * number.size and 0 <= text.x0 - number.x1 < 40
    return level or raised_before(number, text)


def _above(number: Line, text: Line) -> bool:
    near = 0 < text.y - number.y < 2 * text.size and -1 < text.x0 - number.x0 < 20
    return near and text.size < 1.4 * number.size
