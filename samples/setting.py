"""Lay out a sample's source as rows on pages: break lines, fill pages, put footnotes on the page of their marker.

Lengths are in points; y is measured from the top of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from source import MARK, Piece, Source

LEFT, RIGHT, TOP, BOTTOM = 79.5, 448.0, 130.0, 752.0
FIRST_TOP = 300.0
LEADING, SIZE, SMALL = 12.5, 9.5, 7.5
Measure = Callable[[str, str, float], float]
"""Returns the width of a text, given its style ("", "B" or "I") and size."""
Word = list[tuple[str, bool]]
"""The pieces of a word, each with whether it is raised."""


@dataclass(slots=True)
class Row:
    """One line of type: its words, its place and its style."""

    words: list[Word]
    y: float
    """The baseline."""
    style: str = ""
    x: float = LEFT
    size: float = SIZE
    full: bool = False
    """Whether it is not the last line of its paragraph, so that justified text fills it."""
    gap: bool = False
    """Whether a blank line stands above it."""
    alone: bool = False
    """Whether it must not be the last row of its page."""
    cells: list[str] = field(default_factory=list)
    """The cells of a table row, instead of words."""
    joined: list[bool] = field(default_factory=list)
    """For each word, whether it follows the one before without a space."""

    def text(self, mark: str = "{}") -> str:
        """Return the row as plain text, with raised pieces formatted by `mark`."""
        if self.cells:
            return "   ".join(self.cells)
        out = ""
        for word, glued in zip(self.words, self.joined, strict=True):
            out += "" if glued or not out else " "
            out += "".join(mark.format(text) if raised else text for text, raised in word)
        return out


@dataclass(slots=True)
class Sheet:
    """One page: its rows, and the footnotes at its foot."""

    rows: list[Row] = field(default_factory=list)
    notes: list[Row] = field(default_factory=list)


def words_of(text: str) -> Iterator[tuple[Word, bool]]:
    """Yield the words of a text, each with whether it follows without a space, as after a hyphen."""
    for chunk in text.split(" "):
        parts = re.split(r"(?<=[^\W\d_]-)(?=\w)", chunk)
        for n, part in enumerate(parts):
            pieces = MARK.split(part)
            yield [(piece, bool(i % 2)) for i, piece in enumerate(pieces) if piece], n > 0


def broken(text: str, style: str, size: float, width: float, measure: Measure) -> list[Row]:
    """Break a paragraph into rows, each as full as possible; their places are set later."""
    rows: list[Row] = []
    for word, glued in words_of(text):
        if rows and _width([*rows[-1].words, word], [*rows[-1].joined, glued], style, size, measure) <= width:
            rows[-1].words.append(word)
            rows[-1].joined.append(glued)
        else:
            if rows:
                rows[-1].full = True
            rows.append(Row([word], 0, style, size=size, joined=[False]))
    return rows


def _width(words: list[Word], joined: list[bool], style: str, size: float, measure: Measure) -> float:
    """Return the width of words in a row."""
    inked = sum(measure(t, style, size * 0.65 if up else size) for word in words for t, up in word)
    return inked + measure(" ", style, size) * joined[1:].count(False)


def set_pages(source: Source, measure: Measure) -> list[Sheet]:
    """Lay the letter out on pages, with its footnotes on the page of their marker."""
    sheets = [Sheet()]
    y = FIRST_TOP
    for rows in _blocks(source, measure):
        for n, row in enumerate(rows):
            gap = LEADING if row.gap and y not in (TOP, FIRST_TOP) else 0.0
            new = _notes(row, source, measure)
            keep = 3 if row.style == "B" or row.alone else 2 if n == 0 and len(rows) > 1 else 1
            foot = BOTTOM - (len(sheets[-1].notes) + len(new) + 1) * 9.5
            if y + gap + keep * LEADING > foot:
                sheets.append(Sheet())
                y, gap = TOP, 0.0
            row.y = y + gap
            y = row.y + LEADING
            sheets[-1].rows.append(row)
            sheets[-1].notes += new
    for sheet in sheets:
        for n, note in enumerate(reversed(sheet.notes)):
            note.y = BOTTOM - n * 9.5
    return sheets


def _notes(row: Row, source: Source, measure: Measure) -> list[Row]:
    """Return the rows of the footnotes whose markers stand in a row."""
    found: list[Row] = []
    for word in row.words:
        for text, raised in word:
            if raised:
                note = "{" + text + "} " + source.notes[text]
                found += broken(note, "", SMALL, RIGHT - LEFT, measure)
    return found


def _blocks(source: Source, measure: Measure) -> Iterator[list[Row]]:
    """Yield the rows of each block in order, with answer markers and the signature."""
    before = ""
    italic = "italic-questions" in source.styles
    for piece in source.pieces:
        if piece.kind == "askers":
            continue
        if piece.kind in ("answer", "item", "table") and before == "question" and "marked" in source.styles:
            yield _marker(source, measure)
        bold = piece.kind in ("heading", "mark", "answer-mark")
        style = "B" if bold else "I" if italic and piece.kind == "question" else ""
        rows = _table(piece) if piece.rows else broken(piece.text, style, SIZE, RIGHT - LEFT, measure)
        first_of_answer = piece.kind == "answer" and before == "question" and "marked" in source.styles
        first_of_answer = first_of_answer or before in ("mark", "answer-mark")
        rows[0].gap = not first_of_answer and not (piece.kind == "item" and before in ("item", "answer"))
        yield rows
        before = piece.kind
    yield from _signature(source, measure)


def _marker(source: Source, measure: Measure) -> list[Row]:
    """Return the row that marks an answer."""
    text = "Antwoord:" if "colon-marker" in source.styles else "Antwoord"
    row = broken(text, "B" if "bold-marker" in source.styles else "", SIZE, RIGHT - LEFT, measure)[0]
    row.gap = row.alone = True
    return [row]


def _table(piece: Piece) -> list[Row]:
    """Return the rows of a table."""
    return [Row([], 0, cells=cells, gap=n == 0) for n, cells in enumerate(piece.rows)]


def _signature(source: Source, measure: Measure) -> Iterator[list[Row]]:
    """Yield the rows of the closing and of those who sign."""
    texts = [source.head["closing"]] if "closing" in source.head else []
    for role, name in source.signers:
        texts += [f"{role},", name]
    for text in texts:
        rows = broken(text, "", SIZE, RIGHT - LEFT, measure)
        rows[0].gap = True
        yield rows
