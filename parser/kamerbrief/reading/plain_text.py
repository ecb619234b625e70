"""Read plain text, also as extraction tools leave it, into pages of lines with estimated places.

The width of a line is estimated from its letters, its height from the blank lines above it. That is enough to tell a
full line from one where a paragraph ends.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from kamerbrief.reading.bullets import plain_bullet
from kamerbrief.reading.limits import check_length
from kamerbrief.reading.normalise import plain
from kamerbrief.reading.page_lines import Document, Line, Page, Rule, Span

SIZE = 10.0
"""The type size that every line is given, in points."""
LEADING = 12.0
"""Points from one baseline to the next."""
MARK_OF_PAGE = re.compile(r" \S")
"""One leading space, with which some tools mark the first line of a page."""
COLUMNS = re.compile(r"\S {3,}\S|^ {60}")
"""Text kept in columns: words far apart on one row, or only a sidebar, far from the margin."""
WIDTHS = {
    **dict.fromkeys("iljI.,:;|!'’‘ ", 0.30),
    **dict.fromkeys('frt()[]-/"“”', 0.38),
    **dict.fromkeys("mMwW%@—", 0.90),
}
"""The widths of characters in type sizes, of a common sans serif; `_width` has those of the others."""


def read_text(data: bytes) -> Document:
    """Read the pages of a text in UTF-8, UTF-16 with a byte order mark, or Windows-1252.

    The document is `paged` where the text shows its page breaks. Raises DamagedFile where it is far too long.
    """
    text = _shown(plain(_decode(data))).replace("\r\n", "\n").replace("\r", "\n")
    sheets = _sheets(text)
    in_columns, step = _in_columns(text), _step(text.replace("\f", "\n").split("\n"))
    pages = tuple(_bounded(_page(n, rows, step, in_columns) for n, rows in enumerate(sheets, 1)))
    return Document("text/plain", pages, measured=False, paged=len(pages) > 1 or "\f" in text)


def _bounded(pages: Iterable[Page]) -> Iterator[Page]:
    """The pages; raises DamagedFile where they are too many, or have too many lines."""
    lines = 0
    for page in pages:
        lines += len(page.lines)
        check_length(lines, page.number)
        yield page


def _decode(data: bytes) -> str:
    """The text that bytes encode; every sequence of bytes gives some text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _shown(text: str) -> str:
    """A text without the soft hyphens inside its lines, which do not show."""
    return re.sub("\u00ad(?![ \r\n])", "", text)


def _sheets(text: str) -> list[list[str]]:
    """The rows of each page: parted at form feeds, else at rows with one leading space, else one page."""
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
    """Whether more than a tenth of the rows have words far apart."""
    rows = [row for row in text.split("\n") if row.strip()]
    return sum(1 for row in rows if COLUMNS.search(row)) > len(rows) / 10


def _page(number: int, rows: list[str], step: int, in_columns: bool) -> Page:
    """The page that rows make. `step`: the number of blank rows between two lines of a paragraph.

    A blank row of more than 20 spaces is a rule, as some tools leave one.
    """
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
        check_length(len(lines))
        blank = 0
    return Page(number, 600, y + LEADING, tuple(lines), tuple(rules))


def _step(rows: list[str]) -> int:
    """How many blank rows stand between two lines of a paragraph: 1 in a double-spaced text, else 0."""
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
    """The line that a row is, with its width estimated from its letters."""
    text = plain_bullet(re.sub(r"\s+", " ", row.strip()))
    indent = len(row) - len(row.lstrip())
    x0 = indent * 0.3 * SIZE if indent > 1 else 0.0
    return Line(page, x0, x0 + text_width(text), y, SIZE, (Span(text),))


def _columns(page: int, row: str, y: float) -> Iterator[Line]:
    """The lines that the cells of a row in columns are, each at the place of its column."""
    for count, cell in enumerate(re.finditer(r"\S+(?: {1,2}\S+)*", row.expandtabs())):
        check_length(count)
        em = 0.5 * SIZE
        text = re.sub(r"\s+", " ", cell.group())
        yield Line(page, cell.start() * em, cell.end() * em, y, SIZE, (Span(text),))


def text_width(text: str) -> float:
    """An estimate of the width of a text at the type size SIZE, in points."""
    return SIZE * sum(WIDTHS.get(letter) or _width(letter) for letter in text)


def _width(letter: str) -> float:
    """The width of a character that WIDTHS does not have, in type sizes."""
    return 0.68 if letter.isupper() else 0.62 if letter.isdecimal() else 0.57
