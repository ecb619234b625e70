"""Find tables without ruled lines whose rows are numbered, and whose cells start right under those of a head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kamerbrief.layout.sheet import Frame
from kamerbrief.layout.table_grid import Grid, grid_of
from kamerbrief.layout.unruled_tables import Row, rows_of
from kamerbrief.patterns import pattern
from kamerbrief.reading.page_lines import Line
from kamerbrief.reading.plain_text import text_width

NUMBER = pattern(r"\d{1,3}[.)]?", how="fullmatch", hits=("12", "3."), misses=("2024", "3 leden", "a."))
SLACK = 3.0
"""A cell starts within so many points of its column's head."""
LEAST_COLUMNS = 3
A_FEW_WORDS = 10
"""A text of fewer letters tells too little about their widths."""
MOST_WORDS = 3
"""A cell of the head has at most so many words."""

Starts = tuple[float, ...]
"""The left edges of the columns of a table."""


def by_numbers(lines: Sequence[Line], frame: Frame, open_table: Starts = ()) -> list[tuple[Grid, Starts]]:
    """The numbered tables among the lines of a page, each with the left edges of its columns.

    `open_table` are those of a table that reached the end of the page before, and may go on at the top of this one.
    """
    rows = rows_of(list(lines))
    found: list[tuple[Grid, Starts]] = []
    n = 0
    if open_table and (end := _end_of(rows, 0, open_table, frame)):
        found.append((_grid(rows[:end], open_table), open_table))
        n = end
    while n < len(rows):
        starts = _head(rows[n])
        end = _end_of(rows, n + 1, starts, frame) if starts else n
        if starts and _is_numbered(rows[n + 1 : end], starts):
            found.append((_grid(rows[n:end], starts), starts))
            n = end
        else:
            n += 1
    return found


def _head(row: Row) -> Starts:
    """The left edges of the columns that a row is the head of; none where it is no head."""
    if len(row) < LEAST_COLUMNS:
        return ()
    short = all(len(line.plain.split()) <= MOST_WORDS and not NUMBER.fullmatch(line.plain.strip()) for line in row)
    return tuple(line.x0 for line in row) if short else ()


def _column(line: Line, starts: Starts) -> int | None:
    """The column at whose edge a line starts; None where it starts at none."""
    return next((n for n, start in enumerate(starts) if abs(line.x0 - start) < SLACK), None)


def _end_of(rows: Sequence[Row], first: int, starts: Starts, frame: Frame) -> int:
    """Where a table ends: at a line that starts at none of its columns, or in the first and is no number."""
    for n in range(first, len(rows)):
        columns = [_column(line, starts) for line in rows[n]]
        numbered = all(c != 0 or NUMBER.fullmatch(line.plain.strip()) for c, line in zip(columns, rows[n], strict=True))
        far = n > first and rows[n][0].y - rows[n - 1][0].y > 2.6 * frame.leading
        if None in columns or not numbered or far:
            return n
    return len(rows)


def _is_numbered(rows: Sequence[Row], starts: Starts) -> bool:
    """Whether rows start with a number, and have text in two more columns at least."""
    filled = {n for row in rows for line in row for n, x in enumerate(starts) if line.x0 - SLACK < x < line.x1 - SLACK}
    return bool(rows) and _column(rows[0][0], starts) == 0 and len({0, *filled}) >= LEAST_COLUMNS


def _grid(rows: Sequence[Row], starts: Starts) -> Grid:
    scale = _scale([line for row in rows for line in row], starts)
    cells: list[list[Row]] = []
    for n, row in enumerate(rows):
        pieces = [piece for line in row for piece in _apart(line, starts, scale)]
        if n == 0 or _column(row[0], starts) == 0:
            cells.append([[] for _ in starts])
        for piece in pieces:
            cells[-1][_column(piece, starts) or 0].append(piece)
    return grid_of(cells, [line for row in rows for line in row])


def _next_start(line: Line, starts: Starts) -> float | None:
    """Where the next column starts, if a line runs into it."""
    following = next((start for start in starts if start > line.x0 + SLACK), None)
    return following if following is not None and line.x1 > following + SLACK else None


def _scale(lines: Sequence[Line], starts: Starts) -> float:
    """How wide the letters of these lines are, compared to the estimate for text."""
    own = [line for line in lines if len(line.text) >= A_FEW_WORDS and not _next_start(line, starts)]
    scales = sorted((line.x1 - line.x0) / text_width(line.text) for line in own)
    return scales[len(scales) // 2] if scales else 1.0


def _apart(line: Line, starts: Starts, scale: float) -> list[Line]:
    """A line, cut where the next column starts if it runs into that one: reading joins cells that nearly touch.

    It is cut at the blank that gives two pieces of which neither is too wide for its place.
    """
    following = _next_start(line, starts)
    text = line.spans[0].text
    blanks = [n for n, letter in enumerate(text) if letter == " "]
    if following is None or len(line.spans) != 1 or not blanks:
        return [line]

    def misfit(blank: int) -> float:
        left, right = scale * text_width(text[:blank]), scale * text_width(text[blank + 1 :])
        return max(0.0, left - (following - line.x0 - SLACK)) + abs(right - (line.x1 - following))

    cut = min(blanks, key=misfit)
    left, right = (line.spans[0]._replace(text=part) for part in (text[:cut], text[cut + 1 :]))
    rest = replace(line, x0=following, spans=(right,))
    return [replace(line, x1=following - 1, spans=(left,)), *_apart(rest, starts, scale)]
