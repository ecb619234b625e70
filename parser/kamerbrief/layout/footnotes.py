"""Footnotes out of the page's foot: where they start, which number each has."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kamerbrief.layout.columns import Sheet
from kamerbrief.layout.marks import MARKER
from kamerbrief.reading.lines import Line

NOTE = re.compile(r"[\[(]?(\d{1,3})[\])]?[.:]?(?:\s+\S|$|(?=[A-Z‘“]))")
"""A note's first line: "3 Official ...", "3. Official", "[3] Official", its number alone, "3Official"."""
GLUED = re.compile(r"[^\W\d_]%s(?=[\s.,;:?!)\-”’]|$)|[.,;:?!)”’\"]%s(?=[\s,;)]|$)|(?:19|20)\d\d%s(?=\W|$)")
"""A marker glued to the text before it, for a given number."""
SMALL = 0.95
MOST_LINES = 1_000
"""Lines that notes in a row may take in a text that shows no pages."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note as printed: its marker and the lines of its text."""

    marker: str
    lines: tuple[Line, ...]

    @property
    def page(self) -> int:
        """The page on which it starts."""
        return self.lines[0].page


def strip_footnotes(sheets: tuple[Sheet, ...], *, measured: bool) -> tuple[tuple[Sheet, ...], list[Note]]:
    """Each sheet's body without its footnotes; the notes in printed order."""
    notes: list[Note] = []
    bare = []
    before: list[str] = []
    for sheet in sheets:
        before += [line.text for line in sheet.body]
        zones = [(_foot(sheet, notes), len(sheet.body))] if measured else _zones_of_text(sheet, notes, before)
        for start, end in zones:
            _collect(sheet.body[start:end], notes)
        taken = {n for start, end in zones for n in range(start, end)}
        bare.append(replace(sheet, body=tuple(line for n, line in enumerate(sheet.body) if n not in taken)))
    return tuple(bare), notes


def _foot(sheet: Sheet, notes: list[Note]) -> int:
    """Index of the first line of the notes at a measured page's foot."""
    start = len(sheet.body)
    while start and sheet.body[start - 1].size < SMALL * sheet.frame.size:
        start -= 1
    ruled = _below_rule(sheet)
    if ruled is not None and ruled < start and _number(sheet.body[ruled]):
        start = ruled
    continued = bool(notes) and notes[-1].page == sheet.page.number - 1 and ruled is not None
    while start < len(sheet.body) and not continued and not _number(sheet.body[start]):
        start += 1
    return start


def _below_rule(sheet: Sheet) -> int | None:
    """Index of the first line under a short rule in the lower part of the page."""
    width = sheet.frame.right - sheet.frame.left
    rules = [
        rule.y0
        for rule in sheet.page.rules
        if rule.y0 == rule.y1
        and abs(rule.x0 - sheet.frame.left) < 12
        and rule.x1 - rule.x0 < 0.75 * width
        and rule.y0 > 0.25 * sheet.page.height
    ]
    below = [n for n, line in enumerate(sheet.body) if rules and line.y > max(rules)]
    return below[0] if below and below == list(range(below[0], len(sheet.body))) else None


def _zones_of_text(sheet: Sheet, notes: list[Note], before: list[str]) -> list[tuple[int, int]]:
    """The same in plain text: under a rule of blanks, or from a number whose marker stands before it.

    A text that shows no pages may have several such places in one sheet.
    """
    ruled = [rule.y0 for rule in sheet.page.rules]
    text = "\n".join(before)
    expected = int(notes[-1].marker) + 1 if notes and notes[-1].marker.isdigit() else 1
    zones: list[tuple[int, int]] = []
    n = 0
    while n < len(sheet.body):
        number = _number(sheet.body[n])
        end = _end_of_notes(sheet, n, int(number)) if number and number.isdigit() else n
        under = any(sheet.body[n].y > y and _nothing_between(sheet, y, n) for y in ruled)
        if number and (under or (number == str(expected) and end == len(sheet.body) and _is_marked(number, text))):
            zones.append((n, end))
            expected = int(number) + 1 + sum(_number(line) is not None for line in sheet.body[n + 1 : end])
            n = end
        else:
            n += 1
    return zones


def _nothing_between(sheet: Sheet, y: float, n: int) -> bool:
    return n == 0 or sheet.body[n - 1].y < y


def _is_marked(number: str, text: str) -> bool:
    return re.search(GLUED.pattern.replace("%s", number), text) is not None


def _end_of_notes(sheet: Sheet, start: int, number: int) -> int:
    """Where notes that start here end: at a gap that no next number follows, or at the page's end."""
    for n in range(start + 1, len(sheet.body)):
        line = sheet.body[n]
        if n - start > MOST_LINES:
            return n
        if _number(line) == str(number + 1):
            number += 1
        elif line.y - sheet.body[n - 1].y > 1.35 * sheet.frame.leading:
            return n
    return len(sheet.body)


def _number(line: Line) -> str | None:
    """The marker with which a line starts a note, raised or not."""
    first = line.spans[0]
    if first.raised and (found := MARKER.fullmatch(first.text)):
        return found[1]
    found = NOTE.match(line.text)
    return found[1] if found else None


def _collect(lines: tuple[Line, ...], notes: list[Note]) -> None:
    """Append the notes that these lines hold; lines before the first number continue the last note."""
    last = int(notes[-1].marker) if notes and notes[-1].marker.isdigit() else None
    for line in lines:
        number = _number(line)
        raised = line.spans[0].raised
        follows = number is not None and (
            raised or last is None or not number.isdigit() or 0 < int(number) - last <= 2 or number == "1"
        )
        if number is not None and follows:
            notes.append(Note(number, (_without_number(line),)))
            last = int(number) if number.isdigit() else last
        elif notes:
            notes[-1] = replace(notes[-1], lines=(*notes[-1].lines, line))


def _without_number(line: Line) -> Line:
    first, *rest = line.spans
    if first.raised:
        return replace(line, spans=tuple(rest) or (first._replace(text="", raised=False),))
    text = re.sub(r"^[\[(]?\d{1,3}[\])]?[.:]?\s*", "", first.text)
    return replace(line, spans=(first._replace(text=text), *rest))
