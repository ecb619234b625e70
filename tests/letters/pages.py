"""Pieces -> pages of rows with their places: the filling of pages, by hand."""

from __future__ import annotations

from dataclasses import dataclass, field

from letters.content import NOTE, Content
from letters.lines import Breaker, Line, Measure, Run
from letters.look import HEADS, gap_before, indented, size_of, style_of
from letters.script import Piece


@dataclass(frozen=True, slots=True)
class Sheet:
    """The room for text on a page."""

    left: float
    right: float
    top: float
    bottom: float
    first_top: float


SHEETS = {
    "letter": Sheet(79.5, 448, 130, 770, 300),
    "annex": Sheet(79.5, 448, 130, 770, 300),
    "kamerstuk": Sheet(155, 535, 80, 770, 205),
    "aanhangsel": Sheet(170, 520, 80, 770, 300),
    "bare": Sheet(72, 523, 95, 770, 120),
}


@dataclass(slots=True)
class Row:
    """One line of type, or a table's row, at its place."""

    y: float
    lines: list[tuple[float, float, Line]]
    """Each with its left edge and its width; several in a row of a table."""
    style: str = ""
    size: float = 9.5
    bullet: str = ""
    ruled: str = ""
    """Which rules a row of a table has: top, middle, bottom."""


@dataclass(slots=True)
class Page:
    """The rows of a page and its notes."""

    rows: list[Row] = field(default_factory=list)
    notes: list[Row] = field(default_factory=list)


class Filler:
    """Fills pages with pieces."""

    def __init__(self, content: Content, measure: Measure) -> None:
        self.content, self.form = content, content.form
        self.sheet = SHEETS[self.form["carrier"]]
        self.size = size_of(self.form)
        self.leading = round(self.size * 1.3, 1)
        self.breaker = Breaker(measure, self.size, self.form["hyphens"] == "yes")
        self.small = Breaker(measure, self.size - 2)
        self.pages = [Page()]
        self.y = self.sheet.first_top
        self.before: Piece | None = None

    @property
    def width(self) -> float:
        """The width of the text."""
        return self.sheet.right - self.sheet.left

    def turn(self) -> None:
        """Begin a page."""
        self.pages.append(Page())
        self.y, self.before = self.sheet.top, None

    def add(self, piece: Piece) -> None:
        """Set a piece."""
        self.y += gap_before(self.form, piece, self.before) * self.leading
        late = piece.turn and self.y > self.sheet.top + 0.75 * (self.sheet.bottom - self.sheet.top)
        if late and self.form["turn"] != "paragraph":
            self.turn()
        if piece.kind == "table":
            self._table(piece)
        elif piece.kind == "grid":
            self._grid(piece)
        else:
            self._text(piece, late=late and self.form["turn"] == "paragraph")
        self.before = piece

    def _text(self, piece: Piece, *, late: bool) -> None:
        style = style_of(self.form, piece)
        inset = {"quote": 28.0, "item": 26.0}.get(piece.kind, 0.0)
        bullet, _, text = piece.text.rpartition("\t") if piece.kind == "item" else ("", "", piece.text)
        indent = 14.0 if indented(self.form, piece) else 0.0
        lines = self.breaker.lines(text, style.replace("U", ""), self.width - 1.6 * inset, indent)
        keep = self._keep(piece)
        for n, line in enumerate(lines):
            left = self.sheet.left + inset + line.indent
            row = Row(0, [(left, self.width - 1.6 * inset - line.indent, line)], style, self.size)
            row.bullet = bullet if n == 0 else ""
            if late and n == 1:
                self.turn()
            self._put(row, keep if n == 0 else 1)

    def _keep(self, piece: Piece) -> int:
        """How many lines must fit on the page for a piece to start there."""
        if piece.kind in HEADS:
            return 4
        return 3 if piece.kind in ("mark", "reply") and self.form["turn"] != "marker" else 1

    def _put(self, row: Row, keep: int = 1) -> None:
        """A row at the next place, with its notes at the foot of the page."""
        new = self._notes(row)
        notes = [*self.pages[-1].notes, *new]
        room = self.small.size * 1.25 * len(notes) + (16 if notes else 0)
        if self.y + keep * self.leading > self.sheet.bottom - room and self.pages[-1].rows:
            self.turn()
        self.y += self.leading
        row.y = self.y
        self.pages[-1].rows.append(row)
        self.pages[-1].notes += new

    def _notes(self, row: Row) -> list[Row]:
        if self.form["notes"] != "foot":
            return []
        keys = [run.text for _, _, line in row.lines for word in line.words for run in word if run.raised]
        return [note for key in keys for note in self._note(key)]

    def _note(self, key: str) -> list[Row]:
        lines = self.small.lines(f"⟦{key}⟧ {self.content.notes[key]}", "", self.width)
        return [Row(0, [(self.sheet.left, self.width, line)], "", self.small.size) for line in lines]

    def _table(self, piece: Piece) -> None:
        """A table of figures: the first column wide, the others to the right of their column."""
        first = 0.34 * self.width
        wide = (self.width - first) / (len(piece.rows[0]) - 1)
        for n, cells in enumerate(piece.rows):
            edges = [self.sheet.left, *(self.sheet.left + first + wide * k for k in range(len(cells) - 1))]
            widths = [first, *[wide] * (len(cells) - 1)]
            texts = [Line(_words(text)) for text in cells]
            lines = [(x + 3, width, line) for x, width, line in zip(edges, widths, texts, strict=True)]
            ruled = "box" if self.form["tables"] == "ruled" else ""
            self._put(Row(0, lines, "B" if n == 0 else "", self.size, ruled=ruled), 2 if n == 0 else 1)

    def _grid(self, piece: Piece) -> None:
        """A row of a table of questions and answers, which may go on over the page."""
        shares = (0.08, 0.37, 0.55)
        columns = [self._cell(cell, share * self.width - 8) for cell, share in zip(piece.cells, shares, strict=True)]
        style = "B" if self.before is None or self.before.kind != "grid" else ""
        height = max(map(len, columns))
        for n in range(height):
            x, lines = self.sheet.left, []
            for column, share in zip(columns, shares, strict=True):
                line = column[n] if n < len(column) else Line([])
                lines.append((x + 4, share * self.width, line))
                x += share * self.width
            ruled = " ".join(["grid", *(["top"] if n == 0 else []), *(["bottom"] if n == height - 1 else [])])
            self._put(Row(0, lines, style, self.size, ruled=ruled))

    def _cell(self, cell: tuple[Piece, ...], width: float) -> list[Line]:
        found: list[Line] = []
        for n, piece in enumerate(cell):
            found += [Line([])] if n and piece.kind != "item" else []
            text = mark_text(self.content, piece.text.replace("\t", " ").replace("\uf0b7", "•"))
            found += self.breaker.lines(text, "", width)
        return found


def _words(text: str) -> list[list[Run]]:
    return [[Run(word)] for word in text.split()]


def mark_text(content: Content, text: str) -> str:
    """A text with its markers as they are printed by hand."""
    return NOTE.sub(r"[\1]", text) if content.form["notes"] == "hand" else text
