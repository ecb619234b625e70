"""Print the rows of a sample's pages as a PDF that looks like a letter of a ministry."""

from __future__ import annotations

from datetime import UTC, datetime

from fpdf import FPDF

from setting import LEADING, LEFT, RIGHT, SIZE, TOP, Row, Sheet, set_pages
from source import Source

SIDE = 466.0
"""The left edge of the sidebar, in points."""


class Paper(FPDF):
    """A PDF of A4 pages in points, with a core font, and a fixed date so that the bytes are always the same."""

    def __init__(self, family: str) -> None:
        super().__init__(unit="pt", format="A4")
        self.family = family
        self.core_fonts_encoding = "windows-1252"
        self.set_auto_page_break(False)
        self.set_compression(False)  # the same bytes with any zlib
        self.set_creation_date(datetime(2024, 1, 1, tzinfo=UTC))

    def measure(self, text: str, style: str, size: float) -> float:
        """Return the width of a text in points."""
        self.set_font(self.family, style, size)
        return float(self.get_string_width(text))

    def put(self, x: float, y: float, text: str, style: str = "", size: float = SIZE) -> None:
        """Print a text with its baseline at a place."""
        self.set_font(self.family, style, size)
        self.text(x, y, text)


def pages_of(source: Source) -> list[Sheet]:
    """Return the rows of each page, measured in the letter's font."""
    return set_pages(source, _paper(source).measure)


def pdf_of(source: Source) -> bytes:
    """Return the letter as PDF; the same source always gives the same bytes."""
    paper = _paper(source)
    sheets = set_pages(source, paper.measure)
    for number, sheet in enumerate(sheets, 1):
        paper.add_page()
        if number == 1:
            _letterhead(paper, source)
        _furniture(paper, source, number, len(sheets))
        _rows(paper, source, sheet)
    return bytes(paper.output())


def _paper(source: Source) -> Paper:
    """Return an empty PDF in the letter's font."""
    return Paper("Times" if "serif" in source.styles else "Helvetica")


def _letterhead(paper: Paper, source: Source) -> None:
    """Print the letterhead of the first page."""
    head = source.head
    paper.put(300, 76, head["ministry"], "B", 10)
    paper.put(LEFT, 146, "> Retouradres Postbus 16375 2500 BJ Den Haag", size=6.5)
    address = [
        f"Aan de Voorzitter van de {head['chamber']}",
        "der Staten-Generaal",
        head["postbus"],
        "2500 EA Den Haag",
    ]
    for n, text in enumerate(address):
        paper.put(LEFT, 168 + 12 * n, text)
    for n, (label, value) in enumerate([("Datum", head["date"]), ("Betreft", head["subject"])]):
        paper.put(LEFT, 242 + 12 * n, label)
        paper.put(LEFT + 58, 242 + 12 * n, value)


def _furniture(paper: Paper, source: Source, number: int, total: int) -> None:
    """Print the running head and page number, or the sidebar."""
    if "heads" in source.styles:
        paper.put(LEFT, 60, source.head["department"], size=7)
        paper.put(LEFT, 69, f"Ons kenmerk {source.head['reference']} | {source.head['date']}", size=7)
        paper.put(RIGHT - 50, 800, f"Pagina {number} van {total}", size=7)
        return
    for n, (text, bold) in enumerate(sidebar(source, first=number == 1)):
        paper.put(SIDE, TOP + 8.5 * n, text, "B" if bold else "", 6.5)
    paper.put(SIDE, 806, f"Pagina {number} van {total}", size=6.5)


def sidebar(source: Source, *, first: bool) -> list[tuple[str, bool]]:
    """Return the lines of the sidebar, each with whether it is bold."""
    head = source.head
    lines = [(head["department"], True), (head["unit"], False), ("", False)]
    lines += [("Datum", True), (head["date"], False), ("", False), ("Ons kenmerk", True), (head["reference"], False)]
    return [*lines, ("", False), ("Bijlagen", True), ("0", False)] if first else lines


def _rows(paper: Paper, source: Source, sheet: Sheet) -> None:
    """Print the rows of a page and its footnotes."""
    for row in sheet.rows:
        if row.cells:
            _cells(paper, row, ruled="ruled" in source.styles)
        else:
            _row(paper, row, fill="justified" in source.styles and row.full)
    if sheet.notes:
        top = sheet.notes[0].y - 10
        paper.line(LEFT, top, LEFT + 70, top)
    for note in sheet.notes:
        _row(paper, note, fill=False)


def _row(paper: Paper, row: Row, *, fill: bool) -> None:
    """Print the words of a row one by one. `fill`: justify the row by widening the spaces."""
    space = paper.measure(" ", row.style, row.size)
    if fill:
        inked = sum(paper.measure(t, row.style, row.size * (0.65 if up else 1)) for w in row.words for t, up in w)
        space = (RIGHT - LEFT - inked) / max(1, row.joined[1:].count(False))
    x = row.x
    for n, (word, glued) in enumerate(zip(row.words, row.joined, strict=True)):
        x += 0 if glued or n == 0 else space
        for text, raised in word:
            size = row.size * 0.65 if raised else row.size
            paper.put(x, row.y - (row.size * 0.35 if raised else 0), text, row.style, size)
            x += paper.measure(text, row.style, size)


def _cells(paper: Paper, row: Row, *, ruled: bool) -> None:
    """Print a row of a table, with its numbers aligned to the right."""
    first, wide = 130.0, (RIGHT - LEFT - 130) / max(1, len(row.cells) - 1)
    paper.put(LEFT + 3, row.y, row.cells[0])
    for n, text in enumerate(row.cells[1:]):
        right = LEFT + first + wide * (n + 1) - 4
        paper.put(right - paper.measure(text, "", SIZE), row.y, text)
    if ruled:
        paper.rect(LEFT, row.y - LEADING + 3, first, LEADING)
        for n in range(len(row.cells) - 1):
            paper.rect(LEFT + first + wide * n, row.y - LEADING + 3, wide, LEADING)
