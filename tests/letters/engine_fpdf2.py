"""Sets a letter with fpdf2: each word at a place of its own, core fonts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from fpdf import FPDF

from letters.content import Content
from letters.lines import Line, Run, width_of
from letters.pages import SHEETS, Filler, Row, Sheet, mark_text
from letters.script import Piece
from letters.stationery import Label, opening_of, running_of


class Paper(FPDF):
    """A4 in points, and no date of today in it."""

    def __init__(self, family: str) -> None:
        super().__init__(unit="pt", format="A4")
        self.family = family
        self.core_fonts_encoding = "windows-1252"
        self.set_auto_page_break(False)
        self.set_creation_date(datetime(2024, 1, 1, tzinfo=UTC))

    def measure(self, text: str, style: str, size: float) -> float:
        """The width of a text."""
        self.set_font(self.family, style.replace("U", ""), size)
        return float(self.get_string_width(printable(text)))

    def put(self, x: float, y: float, text: str, style: str = "", size: float = 9.5) -> None:
        """A text with its baseline at a place."""
        self.set_font(self.family, style.replace("U", ""), size)
        self.text(x, y, printable(text))

    def label(self, label: Label) -> None:
        """A line of the stationery."""
        x = label.x - self.measure(label.text, label.style, label.size) if label.right else label.x
        self.put(x, label.y, label.text, label.style, label.size)


def printable(text: str) -> str:
    """The text in the letters that a core font has."""
    return text.encode("windows-1252", "replace").decode("windows-1252")


def pdf_of(content: Content, pieces: list[Piece]) -> bytes:
    """The letter as PDF; the same bytes for the same letter."""
    paper = Paper("Times" if content.form["family"] == "serif" else "Helvetica")
    filler = _filled(content, pieces, paper)
    for number, page in enumerate(filler.pages, 1):
        paper.add_page()
        for label in [*running_of(content, number, len(filler.pages)), *(opening_of(content) if number == 1 else [])]:
            paper.label(label)
        for row in page.rows:
            _row(paper, row, filler)
        _notes(paper, page.notes, filler)
    return bytes(paper.output())


def _filled(content: Content, pieces: list[Piece], paper: Paper) -> Filler:
    """All pages: the letter's opening words, its pieces, its signature."""
    filler = Filler(content, paper.measure)
    carrier, head = content.form["carrier"], content.head
    salute = [Piece("text", "Geachte voorzitter,")] if carrier in ("letter", "annex") else []
    filler.sheet = replace(SHEETS[carrier])
    signature = [Piece("text", f"De {head['office']},"), Piece("text", head["signer"])]
    for piece in [*salute, *(Piece("text", t) for t in content.introduction)]:
        _open(filler, piece)
    filler.y += filler.leading
    if carrier == "annex":
        for piece in signature:
            _open(filler, piece)
        filler.turn()
    for piece in pieces:
        for one in _expanded(content, piece):
            filler.add(replace(one, text=mark_text(content, one.text)))
    if carrier in ("letter", "kamerstuk"):
        for piece in signature:
            _open(filler, piece)
    return filler


def _open(filler: Filler, piece: Piece) -> None:
    """A paragraph outside of the questions and answers, with a blank line above it."""
    filler.y += filler.leading if filler.before else 0
    form = filler.form
    filler.form = {**form, "answer": "word", "paragraphs": "tight"}
    filler.add(piece)
    filler.form = form


def _expanded(content: Content, piece: Piece) -> list[Piece]:
    """A piece, or the list of notes at the end."""
    if piece.kind != "notes":
        return [piece]
    return [Piece("text", f"⟦{key}⟧ {text}") for key, text in content.notes.items()]


def _row(paper: Paper, row: Row, filler: Filler) -> None:
    """A row's words, and its rules."""
    if row.bullet:
        _bullet(paper, row)
    for n, (x, width, line) in enumerate(row.lines):
        right = n > 0 and not row.ruled.startswith("grid")
        if right:
            x += width - 8 - _wide(paper, line, row)
        fill = filler.form["align"] == "justified" and not line.last and len(row.lines) == 1
        _line(paper, row, x, width if fill else 0.0, line)
    if row.ruled:
        _rules(paper, row, filler.leading, filler.sheet)


def _wide(paper: Paper, line: Line, row: Row) -> float:
    words = sum(width_of(word, row.style, row.size, paper.measure) for word in line.words)
    return words + paper.measure(" ", row.style, row.size) * max(0, len(line.words) - 1)


def _line(paper: Paper, row: Row, x: float, width: float, line: Line) -> None:
    """The words of a line one by one; where it is filled, what is left of the width goes between them."""
    space = paper.measure(" ", row.style, row.size)
    if width and len(line.words) > 1:
        space += (width - _wide(paper, line, row)) / (len(line.words) - 1)
    start = x
    for word in line.words:
        for run in word:
            _run(paper, row, x, run)
            x += width_of([run], row.style, row.size, paper.measure)
        x += space
    if "U" in row.style:
        paper.line(start, row.y + 1.5, x - space, row.y + 1.5)


def _run(paper: Paper, row: Row, x: float, run: Run) -> None:
    if run.raised:
        paper.put(x, row.y - row.size * 0.35, run.text, row.style, row.size * 0.65)
    else:
        paper.put(x, row.y, run.text, row.style, row.size)


def _bullet(paper: Paper, row: Row) -> None:
    x = row.lines[0][0] - 14
    if row.bullet == "\uf0b7":
        paper.set_font("Symbol", "", row.size)
        paper.text(x, row.y, "\xb7")
    else:
        paper.put(x, row.y, row.bullet, row.style, row.size)


def _rules(paper: Paper, row: Row, leading: float, sheet: Sheet) -> None:
    """The lines around the cells of a row."""
    top, bottom = row.y - leading + 3, row.y + 3
    edges = [x - (4 if row.ruled.startswith("grid") else 3) for x, _, _ in row.lines] + [sheet.right]
    paper.set_line_width(0.4)
    for x in edges:
        paper.line(x, top, x, bottom)
    if row.ruled == "box" or "top" in row.ruled:
        paper.line(edges[0], top, edges[-1], top)
    if row.ruled == "box" or "bottom" in row.ruled:
        paper.line(edges[0], bottom, edges[-1], bottom)


def _notes(paper: Paper, notes: list[Row], filler: Filler) -> None:
    """The notes at the foot of a page, under a short rule."""
    if not notes:
        return
    step = filler.small.size * 1.25
    y = filler.sheet.bottom - step * (len(notes) - 1)
    paper.line(filler.sheet.left, y - 10, filler.sheet.left + 80, y - 10)
    for row in notes:
        row.y = y
        _row(paper, row, filler)
        y += step
