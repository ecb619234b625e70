"""Finds the tables of a page: by their rules, else by cells that stand under each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kamerbrief.layout.columns import one_per_row
from kamerbrief.layout.flattened_tables import by_figures
from kamerbrief.layout.sheet import Frame, Sheet, Sheets
from kamerbrief.layout.table_grid import Grid, captioned, cell, rest_of
from kamerbrief.layout.unruled_tables import band_of, bands_of, by_place, is_figures, rows_of
from kamerbrief.reading.page_lines import Line, Rule

MOST_RULES = 2000
"""A page with more rules than this is a drawing."""


def set_tables_apart(document: Sheets) -> Sheets:
    """The document with the tables of each sheet taken out of its body."""
    return document.with_sheets(map(_without_tables, document.sheets))


def _without_tables(sheet: Sheet) -> Sheet:
    tables = find_tables(sheet)
    body = one_per_row(rest_of(sheet.body, tables), sheet.frame)
    return replace(sheet, body=tuple(body), tables=tuple(tables))


def find_tables(sheet: Sheet) -> list[Grid]:
    """The tables of a sheet's body, from top to bottom."""
    lines = list(sheet.body)
    rules = sheet.page.rules if len(sheet.page.rules) <= MOST_RULES else ()
    found: list[Grid] = []
    for box in _boxes(rules):
        found += _ruled(box, rest_of(lines, found))
    found += _striped(rules, rest_of(lines, found), sheet.frame)
    found += by_place(rest_of(lines, found), sheet.frame)
    found += by_figures(rest_of(lines, found), sheet.frame)
    found = [captioned(grid, rest_of(lines, found), sheet.frame.size) for grid in found]
    return sorted(found, key=lambda grid: grid.first.y)


def _boxes(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Groups of rules that touch each other, if there are both upright and level ones among them."""
    groups: list[list[Rule]] = []
    for rule in rules:
        near = [group for group in groups if any(_touch(rule, other) for other in group)]
        merged = [rule, *(other for group in near for other in group)]
        groups = [group for group in groups if group not in near] + [merged]
    return [g for g in groups if any(r.x0 == r.x1 for r in g) and sum(r.y0 == r.y1 for r in g) > 1]


def _touch(a: Rule, b: Rule, slack: float = 3) -> bool:
    return a.x0 <= b.x1 + slack and b.x0 <= a.x1 + slack and a.y0 <= b.y1 + slack and b.y0 <= a.y1 + slack


def _ruled(box: list[Rule], lines: list[Line]) -> list[Grid]:
    """The table that a box of rules makes: each line in the cell in which it stands."""
    xs = _levels([rule.x0 for rule in box if rule.x0 == rule.x1])
    ys = _levels([rule.y0 for rule in box if rule.y0 == rule.y1])
    inside = _between(ys, [line for line in lines if xs[0] - 3 < line.x0 < xs[-1]])
    if len(xs) < 3 or len(ys) < 2 or not inside:
        return []
    columns = [sum(x < (line.x0 + min(line.x1, line.x0 + 8)) / 2 for x in xs[1:-1]) for line in inside]
    return [_grid(inside, columns, ys, len(xs) - 1)]


def _striped(rules: Sequence[Rule], lines: list[Line], frame: Frame) -> list[Grid]:
    """Tables whose rows stand between level rules of one width, in columns that keep apart."""
    found: list[Grid] = []
    for left, right, levels in _extents([rule for rule in rules if rule.y0 == rule.y1]):
        for ys in _ladders(_levels(levels), rest_of(lines, found)):
            head = _head(ys[0], left, right, rest_of(lines, found), frame)
            inside = [*head, *_between(ys, rest_of(lines, found))]
            bands = bands_of(inside)
            whole = all(left - 3 < line.x0 and line.x1 < right + 3 for line in inside)
            if whole and len(bands) > 1 and len(inside) > len(ys):
                levels = [min(line.y for line in head) - frame.leading, *ys] if head else ys
                levels = _with_rows_of_figures(levels, inside)
                found.append(_grid(inside, [band_of(line, bands) for line in inside], levels, len(bands)))
    return found


def _with_rows_of_figures(ys: list[float], lines: list[Line]) -> list[float]:
    """The levels, with one more between each two rows of figures that no rule parts."""
    found = list(ys)
    for top, bottom in pairwise(ys):
        rows = rows_of(_between([top, bottom], lines))
        if len(rows) > 1 and all(map(is_figures, rows)):
            found += [row[0].y - row[0].size for row in rows[1:]]
    return sorted(found)


def _extents(level: list[Rule]) -> list[tuple[float, float, list[float]]]:
    """Groups of level rules that start and end at the same places: left, right, and the heights of the rules.

    A rule may be drawn in pieces.
    """
    pieces: dict[int, tuple[float, float]] = {}
    for rule in level:
        left, right = pieces.get(round(rule.y0), (rule.x0, rule.x1))
        pieces[round(rule.y0)] = (min(left, rule.x0), max(right, rule.x1))
    together: dict[tuple[int, int], list[float]] = {}
    for y, (left, right) in pieces.items():
        together.setdefault((round(left / 3), round(right / 3)), []).append(y)
    return [(left * 3, right * 3, ys) for (left, right), ys in together.items() if len(ys) > 2]


def _ladders(ys: list[float], lines: list[Line]) -> Iterator[list[float]]:
    """Runs of levels that have text between each and the next."""
    run = ys[:1]
    for y in ys[1:]:
        if _between([run[-1], y], lines):
            run.append(y)
        else:
            if len(run) > 2:
                yield run
            run = [y]
    if len(run) > 2:
        yield run


def _head(top: float, left: float, right: float, lines: list[Line], frame: Frame) -> list[Line]:
    """The cells of a head that stands right above the first rule; none where the head stands below it."""
    row = [line for line in lines if top - 1.3 * frame.leading < line.y < top]
    return row if len(row) > 1 and all(left - 3 < line.x0 and line.x1 < right + 3 for line in row) else []


def _between(ys: list[float], lines: list[Line]) -> list[Line]:
    """The lines between the topmost and the lowest level."""
    return [line for line in lines if ys and ys[0] - 1 < line.y - line.size / 3 < ys[-1] + 1]


def _grid(inside: list[Line], columns: list[int], ys: list[float], width: int) -> Grid:
    cells: dict[tuple[int, int], list[Line]] = {}
    for line, column in zip(inside, columns, strict=True):
        row = sum(y < line.y - line.size / 3 for y in ys[1:-1])
        cells.setdefault((row, column), []).append(line)
    rows = tuple(tuple(cell(cells.get((r, c), [])) for c in range(width)) for r in range(len(ys) - 1))
    return Grid(tuple(row for row in rows if any(row)), tuple(inside))


def _levels(values: list[float]) -> list[float]:
    """Values further than 3 points apart, in order."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > 3:
            found.append(value)
    return found
