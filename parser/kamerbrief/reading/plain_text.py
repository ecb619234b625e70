"""Plain text, as extraction tools leave it -> pages of lines with an estimated geometry.

Text knows no places, so they are estimated: a line's width from its letters, its height from the blank
lines above it. That is enough to tell a line that was full from one where a paragraph ended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kamerbrief.reading.normalise import plain
from kamerbrief.reading.page_lines import Document, Line, Page, Rule, Span

SIZE = 10.0
LEADING = 12.0
MARK_OF_PAGE = re.compile(r" \S")
"""One leading space: how one family of tools marks the first line of a page."""
COLUMNS = re.compile(r"\S {3,}\S|^ {60}")
"""Text kept in columns: words far apart on one row, or only a sidebar, far from the margin."""
WIDTHS = {
    **dict.fromkeys("iljI.,:;|!'’‘ ", 0.30),
    **dict.fromkeys('frt()[]-/"“”', 0.38),
    **dict.fromkeys("mMwW%@—", 0.90),
}
"""Widths of letters in ems, of a common sans serif; what is not named has its class's (`_width`)."""


def read_text(data: bytes) -> Document:
    """The pages of a text in UTF-8, UTF-16 with its mark, or Windows-1252."""
    text = _shown(plain(_decode(data))).replace("\r\n", "\n").replace("\r", "\n")
    sheets = _sheets(text)
    in_columns, step = _in_columns(text), _step(text.replace("\f", "\n").split("\n"))
    pages = tuple(_page(n, rows, step, in_columns) for n, rows in enumerate(sheets, 1))
    return Document("text/plain", pages, measured=False, paged=len(pages) > 1 or "\f" in text)


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _shown(text: str) -> str:
    """Without soft hyphens that do not end their line: nobody sees these."""
    return re.sub("\u00ad(?![ \r\n])", "", text)


def _sheets(text: str) -> list[list[str]]:
    """The rows of each page."""
    if "\f" in text:
        sheets = text.split("\f")
        while len(sheets) > 1 and not sheets[-1].strip():
            sheets.pop()
        return [sheet.split("\n") for sheet in sheets]
    rows = text.split("\n")
    starts = [n for n, row in enumerate(rows) if MARK_OF_PAGE.match(row)]
    inked = sum(1 for row in rows if row.strip())
    indented = sum(1 for row in rows if row.startswith("  ") and row.strip())
    if not starts or len(starts) > 1 + inked / 15 or indented > inked / 20:
        return [rows]
    if any(row.strip() for row in rows[: starts[0]]):
        starts = [0, *starts]
    ends = [*starts[1:], len(rows)]
    return [rows[start:end] for start, end in zip(starts, ends, strict=True)]


def _in_columns(text: str) -> bool:
    rows = [row for row in text.split("\n") if row.strip()]
    return sum(1 for row in rows if COLUMNS.search(row)) > len(rows) / 10


def _page(number: int, rows: list[str], step: int, in_columns: bool) -> Page:
    lines: list[Line] = []
    rules: list[Rule] = []
    y, blank = 0.0, step
    for row in rows:
        if not row.strip():
            blank += 1
            if len(row) > 20:
                rules.append(Rule(0, y + LEADING / 2, 100, y + LEADING / 2))
            continue
        y += LEADING * (1 + max(0, blank - step) / (step + 1))
        lines += _columns(number, row, y) if in_columns or COLUMNS.search(row) else [_line(number, row, y)]
        blank = 0
    return Page(number, 600, y + LEADING, tuple(lines), tuple(rules))


def _step(rows: list[str]) -> int:
    """How many blank rows stand between two lines of one paragraph: 1 in a double-spaced text."""
    gaps: Counter[int] = Counter()
    blank = 0
    for row in rows:
        if row.strip():
            gaps[blank] += 1
            blank = 0
        else:
            blank += 1
    return 1 if gaps[1] > 3 * gaps[0] + 2 else 0


def _line(page: int, row: str, y: float) -> Line:
    """A row whose words follow each other, its width estimated from its letters."""
    text = re.sub(r"\s+", " ", row.strip())
    indent = len(row) - len(row.lstrip())
    x0 = indent * 0.3 * SIZE if indent > 1 else 0.0
    return Line(page, x0, x0 + text_width(text), y, SIZE, (Span(text),))


def _columns(page: int, row: str, y: float) -> Iterator[Line]:
    """The cells of a row that was kept in columns, each where its column is."""
    for cell in re.finditer(r"\S+(?: {1,2}\S+)*", row.expandtabs()):
        em = 0.5 * SIZE
        text = re.sub(r"\s+", " ", cell.group())
        yield Line(page, cell.start() * em, cell.end() * em, y, SIZE, (Span(text),))


def text_width(text: str) -> float:
    """An estimate of a text's width in points at this reader's type size."""
    return SIZE * sum(WIDTHS.get(letter) or _width(letter) for letter in text)


def _width(letter: str) -> float:
    return 0.68 if letter.isupper() else 0.62 if letter.isdigit() else 0.57
