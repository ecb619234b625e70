"""Find sidebars in plain text by what they say: labels with short values, since a text does not show their place."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kamerbrief.layout.header_fields import labelled
from kamerbrief.layout.page_edges import is_page_number
from kamerbrief.layout.sheet import AsideLine, Sheet, Sheets
from kamerbrief.patterns import pattern
from kamerbrief.reading.page_lines import Line

SHORT = 0.55
"""A line of a sidebar is no longer than this share of the body's width."""
VALUES = 3
"""At most so many lines follow a label before the next one."""
DATE = pattern(r"\d{1,2}\s+\w+\s+(?:19|20)\d\d", hits=("30 augustus 2021",), misses=("augustus 2021",))
WORDS = pattern(r"[a-z]{3}", hits=("Directie",), misses=("2021-0000", "DGB/AB"))


def strip_sidebars(document: Sheets) -> Sheets:
    """The document without sidebars and page numbers in its bodies; these become asides."""
    asides: list[AsideLine] = []
    bare = []
    seen = Counter(line.text for sheet in document.sheets for line in sheet.body)
    for sheet in document.sheets:
        out: dict[int, str] = {}
        for start, end in _runs(sheet, seen):
            out.update(dict.fromkeys(range(start, end), "sidebar"))
        out.update({n: "page-number" for n, line in enumerate(sheet.body) if _numbers_page(line, sheet)})
        asides += [AsideLine(kind, sheet.body[n]) for n, kind in sorted(out.items())]
        bare.append(replace(sheet, body=tuple(line for n, line in enumerate(sheet.body) if n not in out)))
    return document.with_sheets(bare, asides=asides)


def _numbers_page(line: Line, sheet: Sheet) -> bool:
    """Whether a line is a page number: one on the outside of the page, or one that says so."""
    outer = line in (sheet.body[0], sheet.body[-1])
    return is_page_number(line.text) and ("agina" in line.text.casefold() or outer)


def _runs(sheet: Sheet, seen: Counter[str]) -> list[tuple[int, int]]:
    """Where the lines of sidebars start and end: at least two labels with their values, or one that comes back."""
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(sheet.body):
        end, fields = _run(sheet, start)
        again = len(fields) == 1 and end - start > 1 and all(seen[line.text] > 1 for line in sheet.body[start:end])
        if (len(fields) >= 2 or again) and "subject" not in fields:
            found.append((start, end))
        start = max(end, start + 1)
    return found


def _run(sheet: Sheet, start: int) -> tuple[int, set[str]]:
    """Where a run of labels and values that starts here ends, and which fields it has."""
    fields: set[str] = set()
    end, since = start, 0
    for n in range(start, len(sheet.body)):
        line = sheet.body[n]
        field = _field(line, sheet)
        if field:
            fields.add(field)
            end, since = n + 1, 0
        elif fields and since < VALUES and _is_value(line, sheet):
            since += 1
            end = n + 1 if _surely_value(line, since) else end
        else:
            break
    return end, fields


def _field(line: Line, sheet: Sheet) -> str | None:
    if not _is_value(line, sheet):
        return None
    if is_page_number(line.text) and not line.text.strip().isdecimal():
        return "page"
    found = labelled(line.text)
    return found[0] if found else None


def _is_value(line: Line, sheet: Sheet) -> bool:
    short = line.x1 < sheet.frame.left + SHORT * sheet.frame.width
    return short and not line.text.rstrip().endswith((".", "?", "!", ";", ":"))


def _surely_value(line: Line, since: int) -> bool:
    """Whether a line is surely a value: right after a label, or a date or a number."""
    return since == 1 or bool(DATE.search(line.text)) or not WORDS.search(line.text)
