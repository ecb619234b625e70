"""Rows on pages -> plain text, as one or another extraction tool leaves it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from paper import sidebar
from setting import Row, Sheet
from source import Source

Page = list[str]
"""The rows of a page, as text; a blank row is a blank line."""


def text_of(source: Source, sheets: list[Sheet]) -> bytes:
    """The letter as a text file, damaged in the way its source asks for."""
    return STYLES[source.head["text"]](source, sheets)


def _rows(rows: list[Row]) -> Iterator[str]:
    for row in rows:
        if row.gap:
            yield ""
        yield row.text()


def _beside(source: Source) -> Page:
    return [text for text, _ in sidebar(source, first=False)]


def _top(source: Source) -> Page:
    """The letterhead, as far as text keeps it."""
    head = source.head
    address = [
        "Aan de Voorzitter van de " + head["chamber"],
        "der Staten-Generaal",
        "Postbus 20018",
        "2500 EA Den Haag",
    ]
    return [head["ministry"], "", *address, "", f"Datum {head['date']}", f"Betreft {head['subject']}"]


def _double(source: Source, sheets: list[Sheet]) -> bytes:
    """Double-spaced, a leading space at each page's start, the sidebar of the second page in mid-sentence,
    notes in the flow under a row of blanks, and words broken by a blank."""
    out: list[str] = []
    for number, sheet in enumerate(sheets, 1):
        rows = [*_top(source), *_rows(sheet.rows)] if number == 1 else list(_rows(sheet.rows))
        if number == 2:
            rows = ["Pagina 2 van " + str(len(sheets)), "", *_beside(source), "", *rows]
        if sheet.notes:
            rows += ["", " " * 49, *_rows(sheet.notes)]
        rows = [row or " " for row in rows]
        out += [f" {rows[0]} ", "", *(part for row in rows[1:] for part in (f"{row} " if row.strip() else row, ""))]
        out.pop()
    return _broken("\n".join(out)).encode()


def _broken(text: str) -> str:
    """A word and a hyphen broken, of which the letter has whole ones too."""
    text = text.replace("zwembaden is", "zwe mbaden is", 1)
    return re.sub(r"Deze leden (?=\w)", "Deze le- den ", text, count=1)


def _formfeed(source: Source, sheets: list[Sheet]) -> bytes:
    """Single-spaced, form feeds between pages, running heads and page numbers in place."""
    pages = []
    for number, sheet in enumerate(sheets, 1):
        head = [source.head["department"], f"Ons kenmerk {source.head['reference']} | {source.head['date']}", ""]
        rows = [*head, *(_top(source) if number == 1 else []), *_rows(sheet.rows)]
        rows += ["", *_rows(sheet.notes)] if sheet.notes else []
        pages.append("\n".join([*rows, "", f"Pagina {number} van {len(sheets)}", ""]))
    return "\f".join(pages).encode()


def _cp1252(source: Source, sheets: list[Sheet]) -> bytes:
    """Windows-1252, form feeds, the sidebar at each page's start."""
    pages = []
    for number, sheet in enumerate(sheets, 1):
        rows = [*_beside(source), "", *(_top(source) if number == 1 else []), *_rows(sheet.rows)]
        rows += ["", *_rows(sheet.notes)] if sheet.notes else []
        pages.append("\r\n".join([*rows, "", str(number), ""]))
    return "\f".join(pages).encode("cp1252")


def _plain(source: Source, sheets: list[Sheet]) -> bytes:
    """Wrapped text with blank lines and no sign of pages; the notes stand at the end."""
    rows = [*_top(source), *(row for sheet in sheets for row in _rows(sheet.rows))]
    notes = [row for sheet in sheets for row in _rows(sheet.notes)]
    return "\n".join([*rows, "", "", *notes, ""]).encode()


STYLES: dict[str, Callable[[Source, list[Sheet]], bytes]] = {
    "double": _double,
    "formfeed": _formfeed,
    "cp1252": _cp1252,
    "plain": _plain,
}
