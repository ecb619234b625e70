"""Turn the rows of a sample's pages into plain text, with the damage that extraction tools do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from paper import sidebar
from setting import Row, Sheet
from source import Source

Page = list[str]
"""The rows of a page as text. A blank row is a blank line."""


def text_of(source: Source, sheets: list[Sheet]) -> bytes:
    """Return the letter as a text file, damaged in the way that its source asks for."""
    return STYLES[source.head["text"]](source, sheets)


def _text_rows(rows: list[Row]) -> Iterator[str]:
    """Yield the text of rows, with a blank line above those that have a gap."""
    for row in rows:
        if row.gap:
            yield ""
        yield row.text()


def _sidebar_rows(source: Source) -> Page:
    """Return the lines of the sidebar of a page that is not the first."""
    return [text for text, _ in sidebar(source, first=False)]


def _letterhead_rows(source: Source) -> Page:
    """Return the letterhead, as far as text keeps it."""
    head = source.head
    address = [
        "Aan de Voorzitter van de " + head["chamber"],
        "der Staten-Generaal",
        "Postbus 20018",
        "2500 EA Den Haag",
    ]
    return [head["ministry"], "", *address, "", f"Datum {head['date']}", f"Betreft {head['subject']}"]


def _double(source: Source, sheets: list[Sheet]) -> bytes:
    """Return double-spaced text.

    Each page starts with a space, the sidebar of page 2 interrupts a sentence, footnotes stand in the text after a row
    of blanks, and some words are broken by a blank.
    """
    out: list[str] = []
    for number, sheet in enumerate(sheets, 1):
        rows = [*_letterhead_rows(source), *_text_rows(sheet.rows)] if number == 1 else list(_text_rows(sheet.rows))
        if number == 2:
            rows = ["Pagina 2 van " + str(len(sheets)), "", *_sidebar_rows(source), "", *rows]
        if sheet.notes:
            rows += ["", " " * 49, *_text_rows(sheet.notes)]
        rows = [row or " " for row in rows]
        out += [f" {rows[0]} ", "", *(part for row in rows[1:] for part in (f"{row} " if row.strip() else row, ""))]
        out.pop()
    return _break_words("\n".join(out)).encode()


def _break_words(text: str) -> str:
    """Break a word and a hyphenated word that the letter also has unbroken."""
    text = text.replace("zwembaden is", "zwe mbaden is", 1)
    return re.sub(r"Deze leden (?=\w)", "Deze le- den ", text, count=1)


def _formfeed(source: Source, sheets: list[Sheet]) -> bytes:
    """Return single-spaced text with form feeds between pages, running heads and page numbers."""
    pages = []
    for number, sheet in enumerate(sheets, 1):
        head = [source.head["department"], f"Ons kenmerk {source.head['reference']} | {source.head['date']}", ""]
        rows = [*head, *(_letterhead_rows(source) if number == 1 else []), *_text_rows(sheet.rows)]
        rows += ["", *_text_rows(sheet.notes)] if sheet.notes else []
        pages.append("\n".join([*rows, "", f"Pagina {number} van {len(sheets)}", ""]))
    return "\f".join(pages).encode()


def _cp1252(source: Source, sheets: list[Sheet]) -> bytes:
    """Return text in Windows-1252 with form feeds, and the sidebar at the start of each page."""
    pages = []
    for number, sheet in enumerate(sheets, 1):
        rows = [*_sidebar_rows(source), "", *(_letterhead_rows(source) if number == 1 else []), *_text_rows(sheet.rows)]
        rows += ["", *_text_rows(sheet.notes)] if sheet.notes else []
        pages.append("\r\n".join([*rows, "", str(number), ""]))
    return "\f".join(pages).encode("cp1252")


def _plain(source: Source, sheets: list[Sheet]) -> bytes:
    """Return wrapped text with blank lines and no trace of pages; the footnotes stand at the end."""
    rows = [*_letterhead_rows(source), *(row for sheet in sheets for row in _text_rows(sheet.rows))]
    notes = [row for sheet in sheets for row in _text_rows(sheet.notes)]
    return "\n".join([*rows, "", "", *notes, ""]).encode()


STYLES: dict[str, Callable[[Source, list[Sheet]], bytes]] = {
    "double": _double,
    "formfeed": _formfeed,
    "cp1252": _cp1252,
    "plain": _plain,
}
"""Each kind of damage, by the name that sources use for it."""
