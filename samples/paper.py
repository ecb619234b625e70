"""Rows on pages -> a PDF as a ministry would print it."""

from __future__ import annotations

from datetime import UTC, datetime

from fpdf import FPDF

from setting import LEADING, LEFT, RIGHT, SIZE, TOP, Row, Sheet, set_pages
from source import Source

SIDE = 466.0


class Paper(FPDF):
    """A4 in points, with a core font of the PDF format, and no date of today in it."""

    def __init__(self, family: str) -> None:
        super().__init__(unit="pt", format="A4")
        self.family = family
        self.core_fonts_encoding = "windows-1252"
        self.set_auto_page_break(False)
        self.set_compression(False)  # the same bytes with any zlib
        self.set_creation_date(datetime(2024, 1, 1, tzinfo=UTC))

    def measure(self, text: str, style: str, size: float) -> float:
        """The width of a text."""
        self.set_font(self.family, style, size)
        return float(self.get_string_width(text))

    def put(self, x: float, y: float, text: str, style: str = "", size: float = SIZE) -> None:
        """A text with its baseline at a place."""
        self.set_font(self.family, style, size)
        self.text(x, y, text)


def pages_of(source: Source) -> list[Sheet]:
    """The rows of each page, measured with the letter's font."""
    return set_pages(source, _paper(source).measure)


def pdf_of(source: Source) -> bytes:
    """The letter as PDF; the same bytes for the same source."""
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
    return Paper("Times" if "serif" in source.styles else "Helvetica")


def _letterhead(paper: Paper, source: Source) -> None:
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
    if "heads" in source.styles:
        paper.put(LEFT, 60, source.head["department"], size=7)
        paper.put(LEFT, 69, f"Ons kenmerk {source.head['reference']} | {source.head['date']}", size=7)
        paper.put(RIGHT - 50, 800, f"Pagina {number} van {total}", size=7)
        return
    for n, (text, bold) in enumerate(sidebar(source, first=number == 1)):
        paper.put(SIDE, TOP + 8.5 * n, text, "B" if bold else "", 6.5)
    paper.put(SIDE, 806, f"Pagina {number} van {total}", size=6.5)


def sidebar(source: Source, *, first: bool) -> list[tuple[str, bool]]:
    """The lines beside the body, each with whether it is bold."""
    head = source.head
    lines = [(head["department"], True), (head["unit"], False), ("", False)]
    lines += [("Datum", True), (head["date"], False), ("", False), ("Ons kenmerk", True), (head["reference"], False)]
    return [*lines, ("", False), ("Bijlagen", True), ("0", False)] if first else lines


def _rows(paper: Paper, source: Source, sheet: Sheet) -> None:
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
    """The words of a row one by one; what is left of the width goes between them where the row is filled."""
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
    """A table's row: the first cell at the left, figures to the right of their columns."""
    first, wide = 130.0, (RIGHT - LEFT - 130) / max(1, len(row.cells) - 1)
    paper.put(LEFT + 3, row.y, row.cells[0])
    for n, text in enumerate(row.cells[1:]):
        right = LEFT + first + wide * (n + 1) - 4
        paper.put(right - paper.measure(text, "", SIZE), row.y, text)
    if ruled:
        paper.rect(LEFT, row.y - LEADING + 3, first, LEADING)
        for n in range(len(row.cells) - 1):
            paper.rect(LEFT + first + wide * n, row.y - LEADING + 3, wide, LEADING)
