"""Find tables in text that lost its columns: short lines that end in the same number of figures."""

from __future__ import annotations

from kamerbrief.layout.sheet import Frame
from kamerbrief.layout.table_grid import Grid
from kamerbrief.patterns import pattern
from kamerbrief.reading.page_lines import Line

TOKEN = pattern(
    r"[-–+]?(?:€\u00a0?)?\d[\d.,]*%?(?:[-–/]\d[\d.,]*)?|[-–]",
    how="fullmatch",
    hits=("1.250", "-3,5%", "€\u00a0850", "2020/21", "–"),
    misses=("D66", "€", "3e", "--"),
)
"""A figure in a cell, or the dash that stands for one that is missing."""
EURO = pattern(r"€ (?=\d)", hits=("€ 850",), misses=("€ per jaar", "€850"))
"""The sign before an amount of money."""
ENDED = pattern(r"[.?!:;,]$", hits=("Namelijk:", "een slot."), misses=("Soort bad 2019 2023",))
"""How running text ends, and no head of a table."""


def _words(line: Line) -> list[str]:
    """The words of a line; an amount of money is one word."""
    return EURO.sub("€\u00a0", line.text).split(" ")


def _figures(line: Line, frame: Frame) -> int:
    """How many of the last words of a short line are figures, or dashes where figures are missing."""
    if line.text[-1:].isalpha() or line.x1 > frame.left + 0.7 * frame.width or line.text.endswith("."):
        return 0
    words = _words(line)
    count = next((n for n, word in enumerate(reversed(words)) if not TOKEN.fullmatch(word)), len(words))
    return count if any(word[-1].isalnum() or word[-1] == "%" for word in words[len(words) - count :]) else 0


def by_figures(lines: list[Line], frame: Frame) -> list[Grid]:
    """Runs of short lines that end in the same number of figures, with the head line above them."""
    found: list[Grid] = []
    n = 0
    while n < len(lines):
        width = _figures(lines[n], frame)
        end = n
        while end < len(lines) and width > 1 and _figures(lines[end], frame) == width:
            end += 1
        if end - n >= 2:
            start = n - 1 if n and _is_head(lines[n - 1], lines[n], width, frame) else n
            found += _grid(lines[start:end], width)
        n = max(end, n + 1)
    return found


def _is_head(line: Line, below: Line, width: int, frame: Frame) -> bool:
    """Whether a line names the columns of the figures below it: it is short, has words enough and is no sentence."""
    words = _words(line)
    short = line.x1 < frame.left + 0.7 * frame.width and below.y - line.y < 1.35 * frame.leading
    told = any(TOKEN.fullmatch(word) for word in words) or len(words) in (width, width + 1)
    return short and told and width <= len(words) <= width + 4 and not ENDED.search(line.text)


def _grid(lines: list[Line], width: int) -> list[Grid]:
    """The lines as a table: each of a line's last words is a cell, and so is all that stands before them."""
    rows = [[word.replace("\u00a0", " ") for word in _words(line)] for line in lines]
    cells = [(" ".join(row[:-width]), *row[-width:]) for row in rows]
    return [Grid(tuple(cells), tuple(lines))] if any(cell[0] for cell in cells[1:]) else []
