"""Take the footnotes out of the foot of each page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kamerbrief.layout.glued_markers import pair_of
from kamerbrief.layout.note_lines import Note, number_of, with_notes_of
from kamerbrief.layout.sheet import Sheet, Sheets
from kamerbrief.patterns import pattern
from kamerbrief.reading.page_lines import Line, Rule
from kamerbrief.reading.underlines import underlines

GLUED = pattern(
    r"""[^\W\d_](\d{1,3})(?=[\s.,;:?!)\-”’]|$)
        | (?<!\d)[.,;:?!)”’"](\d{1,3})(?=[\s,;)]|$)
        | (?<=[a-z])(?<!\bnr)(?<!\bart)(?<!\bblz)[.?!”’)]\ (\d{1,3})(?=\ [A-Z]|$)
        | (?<!\d)(?<!ostbus\ )(?:19|20)\d\d[.,]?(\d{1,3})(?=\W|$)""",
    re.X,
    hits=("ODA3-landen", "woorden.1", "in juni 20213", "sinds 2023.1", "gesteld. 1 Hij"),
    misses=("in juni 2021", "3 landen", "nr. 3", "1.250 euro", "Postbus 20401"),
)
"""The number of a note that is glued to the text before it."""
FIGURES = pattern(r"\d+", hits=("12", "(3)"), misses=("*", ""))
SMALL = 0.95
"""Type of less than this share of the body's size is that of notes."""
GAP = 1.35
"""A step of more than so many leadings is a blank between two lines."""
MOST_LINES_OF_NOTE = 4
"""Notes in a text have at most so many lines on average."""
MOST_LINES = 1_000
"""Notes in a row take at most so many lines in a text that shows no pages."""


def strip_footnotes(document: Sheets) -> Sheets:
    """The document with its footnotes taken out of the bodies, in printed order."""
    notes: list[Note] = []
    bare: list[Sheet] = []
    markers: set[str] = set()
    for sheet in document.sheets:
        if not document.measured:
            markers |= glued_in(line.text for line in sheet.body)
        zones = [(_foot(sheet, notes), len(sheet.body))] if document.measured else _zones_of_text(sheet, notes, markers)
        for start, end in zones:
            notes = with_notes_of(sheet.body[start:end], notes, _raised(sheet.body[:start]), sheet.numbering)
        taken = {n for start, end in zones for n in range(start, end)}
        bare.append(replace(sheet, body=tuple(line for n, line in enumerate(sheet.body) if n not in taken)))
    return document.with_sheets(bare, notes=notes)


def glued_in(texts: Iterable[str]) -> set[str]:
    """The numbers that are glued to the words of these texts, as the markers of notes are in plain text.

    Two that follow each other may be glued together: "hierover?12" has 1 and 2.
    """
    found = {number for text in texts for figures in FIGURES.finditer(text) if (number := _glued(text, figures))}
    return found.union(*map(pair_of, found))


def _glued(text: str, figures: re.Match[str]) -> str | None:
    """The number of a note that these figures are or end with; only places right before them are tried, for speed."""
    for start in range(max(0, figures.start() - 2), figures.start() + 1):
        if found := GLUED.match(text, start):
            return next(number for number in found.groups() if number)
    return None


def _raised(lines: Sequence[Line]) -> set[str]:
    """The numbers that are raised in these lines."""
    spans = [span for line in lines for span in line.spans if span.raised]
    return {found for span in spans for found in FIGURES.findall(span.text)}


def _foot(sheet: Sheet, notes: list[Note]) -> int:
    """Index of the first line of the notes at the foot of a measured page; that of its end where it has none."""
    start = len(sheet.body)
    while start and sheet.body[start - 1].size < SMALL * sheet.frame.size:
        start -= 1
    ruled = _below_rule(sheet, notes)
    if ruled is not None and (start < ruled or number_of(sheet.body[ruled], sheet.numbering)):
        start = ruled  # small type above the rule is a caption or a table
    continued = bool(notes) and notes[-1].page == sheet.page.number - 1 and ruled is not None
    while start < len(sheet.body) and not continued and not number_of(sheet.body[start], sheet.numbering):
        start += 1
    return start if start < len(sheet.body) else _set_off(sheet, notes)


def _set_off(sheet: Sheet, notes: list[Note]) -> int:
    """Index of the first note of those set in the body's size without a rule.

    They stand in the lower half, behind a blank, start with the next number, and the page has its marker.
    """
    numbers = _numbers(sheet)
    expected = _expected(notes)
    if numbers.count(expected) != 1 or expected not in glued_in(line.text for line in sheet.body):
        return len(sheet.body)
    for n in range(max(1, len(sheet.body) // 2), len(sheet.body)):
        gap = sheet.body[n].y - sheet.body[n - 1].y > GAP * sheet.frame.leading
        in_brackets = sheet.body[n].text.startswith(("[", "("))  # the marker in the text has them too, and is not glued
        if gap and not in_brackets and numbers[n] == expected and _end_of_notes(sheet, n, numbers) == len(sheet.body):
            return n
    return len(sheet.body)


def _below_rule(sheet: Sheet, notes: list[Note]) -> int | None:
    """Index of the first line below the lowest rule that may part notes from the text; None where there is none.

    A rule as wide as the text may also be the end of a table: then the next note must follow it.
    """
    rules = [rule for rule in sheet.page.rules if _may_part_notes(rule, sheet)]
    lowest = max(rules, key=lambda rule: rule.y0, default=None)
    below = [n for n, line in enumerate(sheet.body) if lowest and line.y > lowest.y0]
    if lowest is None or not below or below != list(range(below[0], len(sheet.body))):
        return None
    short = lowest.x1 - lowest.x0 < 0.75 * sheet.frame.width
    return below[0] if short or number_of(sheet.body[below[0]], sheet.numbering) == _expected(notes) else None


def _may_part_notes(rule: Rule, sheet: Sheet) -> bool:
    """Whether a rule may stand over notes: level, at the left edge, not too high, and no rule of a table."""
    low = rule.y0 > 0.25 * sheet.page.height
    near = 1.5 * sheet.frame.leading
    of_table = any(grid.first.y - near < rule.y0 < grid.lines[-1].y + near for grid in sheet.tables)
    level = rule.y0 == rule.y1 and abs(rule.x0 - sheet.frame.left) < 12
    return level and low and not of_table and not any(underlines(rule, line) for line in sheet.body)


def _expected(notes: list[Note]) -> str:
    """The number that the next note has if they count on."""
    return str(int(notes[-1].marker) + 1) if notes and notes[-1].marker.isdecimal() else "1"


def _numbers(sheet: Sheet) -> list[str | None]:
    """For each line of the body the number of the note that it may start."""
    return [number_of(line, sheet.numbering) for line in sheet.body]


def _zones_of_text(sheet: Sheet, notes: list[Note], markers: set[str]) -> list[tuple[int, int]]:
    """Where the notes of a page of plain text start and end, as indexes of lines.

    They stand under a rule of blanks, or start with the next number where the text so far has its marker
    (`markers`). A text that shows no pages may have several such places in one sheet.
    """
    ruled = sorted(rule.y0 for rule in sheet.page.rules)
    expected = int(_expected(notes))
    numbers = _numbers(sheet)
    last_at = {number: n for n, number in enumerate(numbers)}
    zones: list[tuple[int, int]] = []
    n = 0
    while n < len(sheet.body):
        above = bisect_left(ruled, sheet.body[n].y)
        under = above > 0 and _nothing_between(sheet, ruled[above - 1], n)
        # where its notes end is asked only of a line that may start some: it takes a look at many lines
        number = numbers[n] if under or numbers[n] in (str(expected), str(expected + 1)) else None
        # a question with the same number may stand above the note
        last = under or last_at.get(number) == n
        end = _end_of_notes(sheet, n, numbers) if number and number.isdecimal() and last else n
        if number and end > n and (under or (_may_be_notes(numbers, n, end) and number in markers)):
            zones.append((n, end))
            expected = int(number) + 1 + sum(other is not None for other in numbers[n + 1 : end])
            n = end
        else:
            n += 1
    return zones


def _may_be_notes(numbers: Sequence[str | None], start: int, end: int) -> bool:
    """Whether lines at the end of a page of text may be notes, and are no list or questions with their answers."""
    notes = sum(number is not None for number in numbers[start:end])
    return end == len(numbers) and end - start <= MOST_LINES_OF_NOTE * notes + 1


def _nothing_between(sheet: Sheet, y: float, n: int) -> bool:
    return n == 0 or sheet.body[n - 1].y < y


def _end_of_notes(sheet: Sheet, start: int, numbers: Sequence[str | None]) -> int:
    """Where notes that start here end: at a blank that no next number follows, or at the page's end.

    Below a number alone on its line a blank means nothing: extraction sets numbers apart from their notes.
    """
    following = str(int(numbers[start] or 0) + 1)
    gap = GAP * sheet.frame.leading
    for n in range(start + 1, min(len(numbers), start + 1 + MOST_LINES)):
        if numbers[n] == following:
            following = str(int(following) + 1)
        elif sheet.body[n].y - sheet.body[n - 1].y > gap and not sheet.body[n - 1].text.strip().isdecimal():
            return n
    return min(len(numbers), start + 1 + MOST_LINES)
