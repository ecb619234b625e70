"""Tables out of a page: by their rules, else by cells that stand under each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kamerbrief.layout.columns import Frame, Sheet, one_per_row
from kamerbrief.layout.labels import labelled
from kamerbrief.reading.lines import Line, Rule

NUMBER = re.compile(r"[-–+±]?\s?(?:€\s?)?\d[\d.,]*\s?%?(?:-\d[\d.,]*)?|-|–|n\.?v\.?t\.?|\(\d[\d.,]*\)")
MOST_RULES = 2000
"""A page with more is a drawing."""
TOKEN = re.compile(r"[-–+]?(?:€\u00a0?)?\d[\d.,]*%?(?:[-–/]\d[\d.,]*)?|[-–]")
EURO = re.compile(r"€ (?=\d)")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows of cells, and the lines that it took."""

    rows: tuple[tuple[str, ...], ...]
    lines: tuple[Line, ...]

    @property
    def first(self) -> Line:
        """The topmost line, where the table stands in the flow."""
        return self.lines[0]


def find_tables(sheet: Sheet) -> list[Grid]:
    """The tables of a sheet's body, from top to bottom."""
    lines = list(sheet.body)
    rules = sheet.page.rules if len(sheet.page.rules) <= MOST_RULES else ()
    found = [grid for box in _boxes(rules) if (grid := _ruled(box, lines))]
    found += _aligned(_rest(lines, found), sheet.frame)
    found += _numbered(_rest(lines, found), sheet.frame)
    return sorted(found, key=lambda grid: grid.first.y)


def _rest(lines: list[Line], grids: list[Grid]) -> list[Line]:
    """The lines that no table has taken."""
    taken = {id(line) for grid in grids for line in grid.lines}
    return [line for line in lines if id(line) not in taken]


# --- by rules -------------------------------------------------------------------------------------------


def _boxes(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules that touch each other, where both directions are among them."""
    groups: list[list[Rule]] = []
    for rule in rules:
        near = [group for group in groups if any(_touch(rule, other) for other in group)]
        merged = [rule, *(other for group in near for other in group)]
        groups = [group for group in groups if group not in near] + [merged]
    return [g for g in groups if any(r.x0 == r.x1 for r in g) and sum(r.y0 == r.y1 for r in g) > 1]


def _touch(a: Rule, b: Rule, slack: float = 3) -> bool:
    return a.x0 <= b.x1 + slack and b.x0 <= a.x1 + slack and a.y0 <= b.y1 + slack and b.y0 <= a.y1 + slack


def _ruled(box: list[Rule], lines: list[Line]) -> Grid | None:
    """The lines between the rules, each in the cell in which it stands."""
    xs = _levels([rule.x0 for rule in box if rule.x0 == rule.x1])
    ys = _levels([rule.y0 for rule in box if rule.y0 == rule.y1])
    inside = [
        line for line in lines if xs[0] - 3 < line.x0 < xs[-1] and ys[0] - 1 < line.y - line.size / 3 < ys[-1] + 1
    ]
    if len(xs) < 3 or len(ys) < 2 or not inside:
        return None
    cells: dict[tuple[int, int], list[Line]] = {}
    for line in inside:
        row = sum(y < line.y - line.size / 3 for y in ys[1:-1])
        column = sum(x < (line.x0 + min(line.x1, line.x0 + 8)) / 2 for x in xs[1:-1])
        cells.setdefault((row, column), []).append(line)
    rows = tuple(tuple(_cell(cells.get((r, c), [])) for c in range(len(xs) - 1)) for r in range(len(ys) - 1))
    return Grid(tuple(row for row in rows if any(row)), tuple(inside))


def _levels(values: list[float]) -> list[float]:
    """Values further than 3 points apart, in order."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > 3:
            found.append(value)
    return found


def _cell(lines: list[Line]) -> str:
    text = " ".join(line.plain.strip() for line in sorted(lines, key=lambda line: (line.y, line.x0)))
    return re.sub(r"(\w)- (?=[a-z])", r"\1", text)


# --- by cells under each other --------------------------------------------------------------------------


def _aligned(lines: list[Line], frame: Frame) -> list[Grid]:
    """Runs of rows that have two cells or more, mostly numbers beside the first."""
    found = []
    run: list[list[Line]] = []
    for row in [*_rows(lines), []]:
        if len(row) > 1 and (not run or row[0].y - run[-1][0].y < 2.6 * frame.leading):
            run.append(row)
        else:
            found += _grid_of(run)
            run = [row] if len(row) > 1 else []
    return found


def _rows(lines: list[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in lines:
        if rows and abs(rows[-1][0].y - line.y) < 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.x0) for row in rows]


def _grid_of(run: list[list[Line]]) -> list[Grid]:
    beside = [line for row in run for line in row[1:]]
    numeric = sum(1 for line in beside if NUMBER.fullmatch(line.plain.strip()))
    letterhead = any(labelled(row[0].text) for row in run)
    if len(run) < 2 or letterhead or numeric < 0.5 * len(beside):
        return []
    return [Grid(_by_column(run) or _by_order(run), tuple(line for row in run for line in row))]


def _by_column(run: list[list[Line]]) -> tuple[tuple[str, ...], ...] | None:
    """Each row's cells by where they stand; None where the columns do not keep apart."""
    columns = _bands([line for row in run for line in row])
    if any(len({_band(line, columns) for line in row}) < len(row) for row in run):
        return None
    return tuple(
        tuple(_cell([line for line in row if _band(line, columns) == c]) for c in range(len(columns))) for row in run
    )


def _by_order(run: list[list[Line]]) -> tuple[tuple[str, ...], ...]:
    """Each row's cells in order; a head that has fewer stands over the last columns."""
    width = max(len(row) for row in run)
    texts = [[_cell([line]) for line in row] for row in run]
    lack = [width - len(row) for row in texts]
    first = (*[""] * lack[0], *texts[0])
    return (first, *((*row, *[""] * n) for row, n in zip(texts[1:], lack[1:], strict=True)))


def _bands(lines: list[Line]) -> list[tuple[float, float]]:
    """The columns: stretches of x that cells cover together."""
    bands: list[tuple[float, float]] = []
    for line in sorted(lines, key=lambda line: line.x0):
        if bands and line.x0 < bands[-1][1] + 2:
            bands[-1] = (bands[-1][0], max(bands[-1][1], line.x1))
        else:
            bands.append((line.x0, line.x1))
    return bands


def _band(line: Line, bands: list[tuple[float, float]]) -> int:
    return next(n for n, (left, right) in enumerate(bands) if left - 1 <= line.x0 <= right + 1)


# --- in text that lost its columns ----------------------------------------------------------------------


def _words(line: Line) -> list[str]:
    """A line's words, an amount of money as one."""
    return EURO.sub("€\u00a0", line.text).split(" ")


def _figures(line: Line, frame: Frame) -> int:
    """How many of a short line's last words are figures; a dash stands for one that is missing."""
    if line.x1 > frame.left + 0.7 * (frame.right - frame.left) or line.text.endswith("."):
        return 0
    words = _words(line)
    count = next((n for n, word in enumerate(reversed(words)) if not TOKEN.fullmatch(word)), len(words))
    return count if any(word[-1].isalnum() or word[-1] == "%" for word in words[len(words) - count :]) else 0


def _numbered(lines: list[Line], frame: Frame) -> list[Grid]:
    """Runs of short lines that end in the same number of figures, with the head line above them."""
    found: list[Grid] = []
    n = 0
    while n < len(lines):
        width = _figures(lines[n], frame)
        end = n
        while end < len(lines) and width > 1 and _figures(lines[end], frame) == width:
            end += 1
        if end - n >= 2:
            start = n - 1 if n and _is_head(lines[n - 1], lines[n], width, frame) else n
            found += _plain_grid(lines[start:end], width)
        n = max(end, n + 1)
    return found


def _is_head(line: Line, below: Line, width: int, frame: Frame) -> bool:
    """Whether a line names the columns of the figures below it: short, no sentence, words enough."""
    words = _words(line)
    short = line.x1 < frame.left + 0.7 * (frame.right - frame.left) and below.y - line.y < 1.35 * frame.leading
    told = any(TOKEN.fullmatch(word) for word in words) or len(words) in (width, width + 1)
    return short and told and width <= len(words) <= width + 4 and not re.search(r"[.?!:;,]$", line.text)


def _plain_grid(lines: list[Line], width: int) -> list[Grid]:
    """The lines as a table: their last words are cells, what stands before these is the first."""
    rows = [[word.replace("\u00a0", " ") for word in _words(line)] for line in lines]
    cells = [(" ".join(row[:-width]), *row[-width:]) for row in rows]
    return [Grid(tuple(cells), tuple(lines))] if any(cell[0] for cell in cells[1:]) else []


def without_tables(sheet: Sheet) -> tuple[Sheet, list[Grid]]:
    """The sheet's body without its tables, and these."""
    grids = find_tables(sheet)
    return replace(sheet, body=tuple(one_per_row(_rest(list(sheet.body), grids), sheet.frame))), grids
