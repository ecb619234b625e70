"""Footnotes out of the page's foot: where they start, which number each has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kamerbrief.layout.columns import Sheet
from kamerbrief.layout.note_lines import Note, collect, number_of
from kamerbrief.reading.page_lines import Line, Rule

GLUED = re.compile(r"[^\W\d_]%s(?=[\s.,;:?!)\-”’]|$)|[.,;:?!)”’\"]%s(?=[\s,;)]|$)|(?:19|20)\d\d%s(?=\W|$)")
"""A marker glued to the text before it, for a given number."""
SMALL = 0.95
MOST_LINES = 1_000
"""Lines that notes in a row may take in a text that shows no pages."""


def strip_footnotes(sheets: tuple[Sheet, ...], *, measured: bool) -> tuple[tuple[Sheet, ...], list[Note]]:
    """Each sheet's body without its footnotes; the notes in printed order."""
    notes: list[Note] = []
    bare = []
    before: list[str] = []
    for sheet in sheets:
        before += [line.text for line in sheet.body]
        zones = [(_foot(sheet, notes), len(sheet.body))] if measured else _zones_of_text(sheet, notes, before)
        for start, end in zones:
            collect(sheet.body[start:end], notes, _raised(sheet.body[:start]))
        taken = {n for start, end in zones for n in range(start, end)}
        bare.append(replace(sheet, body=tuple(line for n, line in enumerate(sheet.body) if n not in taken)))
    return tuple(bare), notes


def _raised(lines: Sequence[Line]) -> set[str]:
    """The markers in a page's text."""
    spans = [span for line in lines for span in line.spans if span.raised]
    return {found for span in spans for found in re.findall(r"\d+", span.text)}


def _foot(sheet: Sheet, notes: list[Note]) -> int:
    """Index of the first line of the notes at a measured page's foot."""
    start = len(sheet.body)
    while start and sheet.body[start - 1].size < SMALL * sheet.frame.size:
        start -= 1
    ruled = _below_rule(sheet, notes)
    if ruled is not None and (start < ruled or number_of(sheet.body[ruled])):
        start = ruled  # small type above the rule is a caption or a table
    continued = bool(notes) and notes[-1].page == sheet.page.number - 1 and ruled is not None
    while start < len(sheet.body) and not continued and not number_of(sheet.body[start]):
        start += 1
    return start if start < len(sheet.body) else _set_off(sheet, notes)


def _set_off(sheet: Sheet, notes: list[Note]) -> int:
    """Index of the first of notes in the text's own size without a rule: a gap, the next number, and its marker."""
    text = "\n".join(line.text for line in sheet.body)
    for n in range(1, len(sheet.body)):
        line, above = sheet.body[n], sheet.body[n - 1]
        gap = line.y - above.y > 1.35 * sheet.frame.leading
        if gap and number_of(line) == _expected(notes) and _is_marked(_expected(notes), text):
            end = _end_of_notes(sheet, n, list(map(number_of, sheet.body)))
            if end == len(sheet.body):
                return n
    return len(sheet.body)


def _below_rule(sheet: Sheet, notes: list[Note]) -> int | None:
    """Index of the first line under the lowest rule in the lower part of the page.

    A rule as wide as the text may stand for anything: the next note must follow it.
    """
    width = sheet.frame.right - sheet.frame.left
    rules = [rule for rule in sheet.page.rules if _may_part_notes(rule, sheet)]
    lowest = max(rules, key=lambda rule: rule.y0, default=None)
    below = [n for n, line in enumerate(sheet.body) if lowest and line.y > lowest.y0]
    if lowest is None or not below or below != list(range(below[0], len(sheet.body))):
        return None
    short = lowest.x1 - lowest.x0 < 0.75 * width
    return below[0] if short or number_of(sheet.body[below[0]]) == _expected(notes) else None


def _may_part_notes(rule: Rule, sheet: Sheet) -> bool:
    low = rule.y0 > 0.25 * sheet.page.height
    return rule.y0 == rule.y1 and abs(rule.x0 - sheet.frame.left) < 12 and low


def _expected(notes: list[Note]) -> str:
    """The number of the next note."""
    return str(int(notes[-1].marker) + 1) if notes and notes[-1].marker.isdigit() else "1"


def _zones_of_text(sheet: Sheet, notes: list[Note], before: list[str]) -> list[tuple[int, int]]:
    """The same in plain text: under a rule of blanks, or from a number whose marker stands before it.

    A text that shows no pages may have several such places in one sheet.
    """
    ruled = [rule.y0 for rule in sheet.page.rules]
    text = "\n".join(before)
    expected = int(_expected(notes))
    numbers = list(map(number_of, sheet.body))
    zones: list[tuple[int, int]] = []
    n = 0
    while n < len(sheet.body):
        under = any(sheet.body[n].y > y and _nothing_between(sheet, y, n) for y in ruled)
        # where its notes end is asked only of a line that may start some: it takes a look at many lines
        number = numbers[n] if under or numbers[n] == str(expected) else None
        end = _end_of_notes(sheet, n, numbers) if number and number.isdigit() else n
        if number and (under or (end == len(sheet.body) and _is_marked(number, text))):
            zones.append((n, end))
            expected = int(number) + 1 + sum(other is not None for other in numbers[n + 1 : end])
            n = end
        else:
            n += 1
    return zones


def _nothing_between(sheet: Sheet, y: float, n: int) -> bool:
    return n == 0 or sheet.body[n - 1].y < y


def _is_marked(number: str, text: str) -> bool:
    return re.search(GLUED.pattern.replace("%s", number), text) is not None


def _end_of_notes(sheet: Sheet, start: int, numbers: Sequence[str | None]) -> int:
    """Where notes that start here end: at a gap that no next number follows, or at the page's end."""
    following = str(int(numbers[start] or 0) + 1)
    gap = 1.35 * sheet.frame.leading
    for n in range(start + 1, min(len(numbers), start + 1 + MOST_LINES)):
        if numbers[n] == following:
            following = str(int(following) + 1)
        elif sheet.body[n].y - sheet.body[n - 1].y > gap:
            return n
    return min(len(numbers), start + 1 + MOST_LINES)
