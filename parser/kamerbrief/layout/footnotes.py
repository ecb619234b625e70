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
        start = _foot(sheet, notes) if measured else _foot_of_text(sheet, notes, before)
        _collect(sheet.body[start:], notes)
        bare.append(replace(sheet, body=sheet.body[:start]))
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


def _foot_of_text(sheet: Sheet, notes: list[Note], before: list[str]) -> int:
    """The same in plain text: under a rule of blanks, or from a number whose marker stands before it."""
    ruled = [rule.y0 for rule in sheet.page.rules]
    text = "\n".join(before)
    expected = int(notes[-1].marker) + 1 if notes and notes[-1].marker.isdigit() else 1
    for n, line in enumerate(sheet.body):
        number = _number(line)
        if number is None:
            continue
        if any(line.y > y and _nothing_between(sheet, y, n) for y in ruled):
            return n
        if number == str(expected) and _ends_page(sheet, n, expected) and _is_marked(number, text):
            return n
    return len(sheet.body)


def _nothing_between(sheet: Sheet, y: float, n: int) -> bool:
    return n == 0 or sheet.body[n - 1].y < y


def _is_marked(number: str, text: str) -> bool:
    return re.search(GLUED.pattern.replace("%s", number), text) is not None


def _ends_page(sheet: Sheet, start: int, expected: int) -> bool:
    """Whether what follows to the page's end are notes: close together, or numbered on."""
    previous = sheet.body[start]
    for line in sheet.body[start + 1 :]:
        number = _number(line)
        if number == str(expected + 1):
            expected += 1
        elif line.y - previous.y > 1.35 * sheet.frame.leading:
            return False
        previous = line
    return len(sheet.body) - start < 0.6 * len(sheet.body) or len(sheet.body) < 8


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
