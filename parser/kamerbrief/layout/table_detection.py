"""Find the tables of a page: by their ruled lines, else by cells that stand under each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kamerbrief.layout.flattened_tables import by_figures
from kamerbrief.layout.numbered_tables import Starts, by_numbers
from kamerbrief.layout.printed_rows import one_per_row
from kamerbrief.layout.ruled_boxes import Box, boxes, extents, levels, usable
from kamerbrief.layout.sheet import Frame, Sheet, Sheets
from kamerbrief.layout.stacked_tables import by_cells
from kamerbrief.layout.table_grid import Grid, captioned, continued, grid_of, rest_of
from kamerbrief.layout.unruled_tables import band_of, bands_of, by_place, going_on, is_figures, rows_of
from kamerbrief.reading.page_lines import Line, Rule

NOTES = 0.95
"""Type of less than this share of the body's size is that of notes."""


def set_tables_apart(document: Sheets) -> Sheets:
    """The document with the tables of each sheet taken out of its body."""
    bare: list[Sheet] = []
    open_table: Starts = ()
    above: list[Grid] = []
    for sheet in document.sheets:
        tables, open_table = find_tables(sheet, open_table, above)
        if not document.measured:
            tables = sorted([*tables, *by_cells(rest_of(sheet.body, tables), sheet.frame)], key=lambda t: t.first.y)
        body = one_per_row(rest_of(sheet.body, tables), sheet.frame)
        bare.append(replace(sheet, body=tuple(body), tables=tuple(tables)))
        above = [table for table in tables[-1:] if _reaches_end(table, sheet)]
    return document.with_sheets(bare)


def _reaches_end(table: Grid, sheet: Sheet) -> bool:
    """Whether a table is the last on its page, but for notes."""
    return all(line.size < NOTES * sheet.frame.size for line in sheet.body if line.y > table.lines[-1].y + 1)


def find_tables(sheet: Sheet, open_table: Starts = (), above: Sequence[Grid] = ()) -> tuple[list[Grid], Starts]:
    """The tables of a sheet's body, from top to bottom, and the columns of one that reaches its end.

    `open_table` are the columns of such a table on the page before, `above` is a table without numbers there.
    """
    lines = list(sheet.body)
    rules = usable(sheet.page.rules)
    found = [grid for table in above for grid in going_on(lines, table)]
    for box in boxes(rules):
        found += _ruled(box, rest_of(lines, found))
    numbered = by_numbers(rest_of(lines, found), sheet.frame, open_table)
    found += [grid for grid, _ in numbered]
    found += _striped(rules, rest_of(lines, found), sheet.frame)
    found = [_with_open_end(grid, rest_of(lines, found)) for grid in found]
    found += by_place(rest_of(lines, found), sheet.frame)
    found += by_figures(rest_of(lines, found), sheet.frame)
    reaches_end = [starts for grid, starts in numbered if lines[-1] in grid.lines]
    found = [captioned(grid, rest_of(lines, found), sheet.frame.size) for grid in found]
    return sorted(found, key=lambda grid: grid.first.y), reaches_end[-1] if reaches_end else ()


def _with_open_end(table: Grid, lines: Sequence[Line]) -> Grid:
    """A table with the rows of figures right below its last rule: some tables have none at their end."""
    last = table.lines[-1].y
    steps = [b - a for a, b in pairwise(sorted({line.y for line in table.lines if line.page == table.first.page}))]
    below = [line for line in lines if line.y > last]
    if not below or below[0].y > last + 1.2 * max(steps, default=0):
        return table
    return next((joined for more in going_on(below, table) if (joined := continued(table, more))), table)


def _ruled(box: Box, lines: list[Line]) -> list[Grid]:
    """The table that a box of rules makes: each line in the cell in which it stands."""
    xs = levels([rule.x0 for rule in box if rule.x0 == rule.x1])
    # a row that goes on on another page has no rule at its end there
    ends = [min(rule.y0 for rule in box), max(rule.y1 for rule in box)]
    ys = levels([*(rule.y0 for rule in box if rule.y0 == rule.y1), *ends])
    inside = _between(ys, [line for line in lines if xs[0] - 3 < line.x0 < xs[-1]])
    if len(xs) < 3 or len(ys) < 2 or not inside:
        return []
    columns = [sum(x < (line.x0 + min(line.x1, line.x0 + 8)) / 2 for x in xs[1:-1]) for line in inside]
    return [_grid(inside, columns, ys, len(xs) - 1)]


def _striped(rules: Sequence[Rule], lines: list[Line], frame: Frame) -> list[Grid]:
    """Tables whose rows stand between level rules of one width, in columns that keep apart."""
    found: list[Grid] = []
    for left, right, heights in extents(rules):
        for ys in _ladders(levels(heights), rest_of(lines, found)):
            head = _head(ys[0], left, right, rest_of(lines, found), frame)
            inside = [*head, *_between(ys, rest_of(lines, found))]
            bands = bands_of(inside)
            whole = all(left - 3 < line.x0 and line.x1 < right + 3 for line in inside)
            if whole and len(bands) > 1 and len(inside) > len(ys):
                steps = [min(line.y for line in head) - frame.leading, *ys] if head else ys
                steps = _with_rows_of_figures(steps, inside)
                found.append(_grid(inside, [band_of(line, bands) for line in inside], steps, len(bands)))
    return found


def _with_rows_of_figures(ys: list[float], lines: list[Line]) -> list[float]:
    """The levels, with one more between each two rows of figures that no rule parts."""
    found = list(ys)
    for top, bottom in pairwise(ys):
        rows = rows_of(_between([top, bottom], lines))
        if len(rows) > 1 and all(map(is_figures, rows)):
            found += [row[0].y - row[0].size for row in rows[1:]]
    return sorted(found)


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
    return grid_of(((cells.get((r, c), []) for c in range(width)) for r in range(len(ys) - 1)), inside)
