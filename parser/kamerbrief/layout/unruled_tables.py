"""Find tables without ruled lines: cells that stand under each other, with clear gutters between them."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter

from kamerbrief.layout.header_fields import labelled
from kamerbrief.layout.list_items import may_hang
from kamerbrief.layout.sheet import Frame
from kamerbrief.layout.table_grid import Grid, grid_of
from kamerbrief.patterns import pattern
from kamerbrief.reading.page_lines import Line

NUMBER = pattern(
    r"[-–+±]?\s?(?:€\s?)?\d[\d.,]*\s?%?(?:-\d[\d.,]*)?|-|–|n\.?v\.?t\.?|\(\d[\d.,]*\)",
    how="fullmatch",
    hits=("1.250", "€ 3,5", "-12%", "n.v.t.", "(12)"),
    misses=("12 leden", "D66", "nr. 3"),
)
"""A cell that is a figure, or stands for one."""
FURTHEST = 2.6
"""Two rows of one table are at most so many leadings apart."""
WITHIN = 1.15
"""Two lines of one cell are at most so many leadings apart."""

Row = list[Line]
Band = tuple[float, float]


def by_place(lines: list[Line], frame: Frame) -> list[Grid]:
    """The tables that runs of rows make whose cells keep to their columns."""
    found: list[Grid] = []
    run: list[Row] = []
    for row in [*rows_of(lines), []]:
        if run and row and row[0].y - run[-1][0].y < FURTHEST * frame.leading and _fits(row, run, frame):
            run.append(row)
        else:
            found += _grid(run, frame)
            run = [row] if len(row) > 1 else []
    return found


def going_on(lines: list[Line], table: Grid) -> list[Grid]:
    """The rows of figures at the top of a page that go on in the columns of a table on the page before."""
    columns = bands_of(list(table.lines))
    rows: list[Row] = []
    for row in rows_of(lines):
        under = [line.x0 < right and line.x1 > left for line, (left, right) in zip(row, columns, strict=False)]
        if len(row) != len(columns) or not is_figures(row) or not all(under):
            break
        rows.append(row)
    cells = [[[line] for line in row] for row in rows]
    return [grid_of(cells, [line for row in rows for line in row])] if rows else []


def rows_of(lines: list[Line]) -> list[Row]:
    """The lines by row: those on one baseline, from left to right."""
    rows: list[Row] = []
    for line in lines:
        if rows and abs(rows[-1][0].y - line.y) < 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=attrgetter("x0")) if len(row) > 1 else row for row in rows]


def _fits(row: Row, run: list[Row], frame: Frame) -> bool:
    """Whether a row may belong to a run: it has cells, or is the next line of a cell above it."""
    if len(row) > 1:
        return True
    line, bands = row[0], bands_of([line for row in run for line in row])
    inside = [n for n, band in enumerate(bands) if line.x0 < band[1] and line.x1 > band[0]]
    if len(bands) < 2 or len(inside) > 1:
        return False
    near = any(abs(line.x0 - other.x0) < 3 or abs(line.x1 - other.x1) < 3 for row in run for other in row)
    wide = line.x1 - line.x0 > 0.75 * frame.width
    return near and not wide and row[0].y - run[-1][0].y < 1.8 * frame.leading


def _grid(run: list[Row], frame: Frame) -> list[Grid]:
    several = [row for row in run if len(row) > 1]
    if len(several) < 2:
        return []
    while len(run[-1]) == 1 and _ends_before(run, frame):
        run = run[:-1]
    cells = [line for row in run for line in row]
    beside = [line for row in run for line in row[1:]]
    if any(labelled(row[0].text) for row in run):
        return []
    if all(may_hang(row[0].text) for row in several):
        return []
    if sum(1 for line in beside if NUMBER.fullmatch(line.plain.strip())) < 0.5 * len(beside):
        return _text_grid(run, several, cells, frame)
    return [grid_of(_by_column(run, frame) or _by_order(run), cells)]


def _ends_before(run: list[Row], frame: Frame) -> bool:
    """Whether the last row, a single line, is text after the table: it stands at the left, and not close below."""
    line, above = run[-1][0], run[-2][0] if len(run) > 1 else run[-1][0]
    return line.x0 < frame.left + 3 and line.y - above.y > WITHIN * _leading(line, frame)


def _text_grid(run: list[Row], several: list[Row], cells: Row, frame: Frame) -> list[Grid]:
    """The table that rows of words make, if there are enough of them for it to be no pair of signatures."""
    columns = len(bands_of(cells))
    if len(several) < 3 or columns < 2 or (columns == 2 and len(several) < 4):
        return []
    rows = _by_column(run, frame)
    return [grid_of(rows, cells)] if rows and 3 * len(several) >= len(run) else []


def _by_column(run: list[Row], frame: Frame) -> list[list[Row]] | None:
    """The cells of each row by where they stand; None where the columns do not keep apart."""
    columns = bands_of([line for row in run for line in row])
    if any(len({band_of(line, columns) for line in row}) < len(row) for row in run):
        return None
    found: list[list[Row]] = []
    for row, goes_on in zip(run, _goes_on(run, columns, frame), strict=True):
        if not goes_on:
            found.append([[] for _ in columns])
        for line in row:
            found[-1][band_of(line, columns)].append(line)
    return found


def _goes_on(run: list[Row], columns: list[Band], frame: Frame) -> list[bool]:
    """For each row whether it is the next line of the cells above it."""
    steps = [b[0].y - a[0].y for a, b in pairwise(run)]
    close = [step < WITHIN * _leading(row[0], frame) for step, row in zip(steps, run[1:], strict=True)]
    spaced = not all(close)
    first = [any(band_of(line, columns) == 0 for line in row) for row in run]
    own = [lead and is_figures(row) for lead, row in zip(first, run, strict=True)]
    goes_on = [near and (spaced or not lead) for near, lead in zip(close, first[1:], strict=True)]
    return [False, *(on and not alone for on, alone in zip(goes_on, own[1:], strict=True))]


def is_figures(row: Row) -> bool:
    """Whether all cells of a row but the first are figures: such a row goes on from no other."""
    return len(row) > 1 and all(NUMBER.fullmatch(line.plain.strip()) for line in row[1:])


def _leading(line: Line, frame: Frame) -> float:
    return frame.leading * line.size / frame.size


def _by_order(run: list[Row]) -> list[list[Row]]:
    """The cells of each row in order; a head that has fewer stands over the last columns."""
    width = max(len(row) for row in run)
    cells: list[list[Row]] = [[[line] for line in row] for row in run]
    blank: list[list[Row]] = [[[]] * (width - len(row)) for row in run]
    return [blank[0] + cells[0], *(row + rest for row, rest in zip(cells[1:], blank[1:], strict=True))]


def bands_of(lines: list[Line]) -> list[Band]:
    """The columns: stretches of x that cells cover together."""
    bands: list[Band] = []
    for line in sorted(lines, key=lambda line: line.x0):
        if bands and line.x0 < bands[-1][1] + 2:
            bands[-1] = (bands[-1][0], max(bands[-1][1], line.x1))
        else:
            bands.append((line.x0, line.x1))
    return bands


def band_of(line: Line, bands: list[Band]) -> int:
    """Which column a line stands in."""
    return next(n for n, (left, right) in enumerate(bands) if left - 1 <= line.x0 <= right + 1)
