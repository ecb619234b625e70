"""Find the numbers of footnotes in a text layer made by OCR, which takes such small raised figures for other signs.

"gesteld,¹" is read as "gesteld,*", and the note "¹ Kamerstuk" as "! Kamerstuk". Notes are numbered on from 1 through a
letter, so that the notes at the foot of the pages tell which numbers these signs were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kamerbrief.reading.glyph_runs import GlyphRun
from kamerbrief.reading.plain_text import text_width

OcrLine = list[GlyphRun]
"""The words of one line, as the text layer has them."""
SMALL = 0.95
"""Times the usual type size: notes are set smaller."""
MARGIN = 12.0
"""Points from the left edge of the text within which a note starts."""
MOST_FOOTERS = 3
"""The most lines of a running foot."""
MOST_NOTES = 60
"""The most notes of one page; where more lines look like notes, they are something else."""
GAP = 2.5
"""Type sizes: the running foot stands further below the text."""
SIGN = re.compile(r"[*!?>°^®†‡~»«=+#|'\"”“’‘]{1,2}\s*|[*!>°^®†‡~]{1,2}(?=\w)|\d{1,3}[.)]?\s*(?!\S)")
"""What starts a note: a sign that stands alone, one before a word, or the number itself."""
MARK = re.compile(
    r"""(?<=[^\W\d_])[*°^®†‡](?=[\s\-.,;:)]|$)     # behind a word: ODA*-landen
      | (?<=[.,;:?!)”’"])[*°^®†‡!](?=\s|$)         # behind a sentence: gesteld.*
    """,
    re.X,
)
"""What the figure of a note in the text is read as."""
RAISED, SMALLER = 0.35, 0.6
"""How far a marker is raised, and its size, in sizes of its text."""


def with_note_numbers(pages: Sequence[list[OcrLine]], size: float) -> list[list[OcrLine]]:
    """The lines of each page, with the numbers of notes where signs stood; `size` is the usual type size."""
    last, found = 0, []
    for lines in pages:
        starts = _note_starts(lines, size)
        numbers: dict[int, int] = {}
        for n in starts:
            printed = lines[n][0].text.strip().rstrip(".)")
            last = int(printed) if printed.isdecimal() and int(printed) > last else last + 1
            numbers[n] = last
        found.append(list(_numbered(lines, numbers)))
    return found


def _note_starts(lines: Sequence[OcrLine], size: float) -> list[int]:
    """Which lines start a note: those behind a sign or a number among the small lines at the foot of the text."""
    left = _left_edge(lines, size)
    column = [n for n, line in enumerate(lines) if abs(line[0].x0 - left) < MARGIN]
    column.sort(key=lambda n: lines[n][0].y)
    end = _without_footer([lines[n] for n in column], size)
    start = end
    while start and lines[column[start - 1]][0].size < SMALL * size:
        start -= 1
    starts = [n for n in column[start:end] if len(lines[n]) > 1 and SIGN.match(lines[n][0].text)]
    return starts if len(starts) <= MOST_NOTES else []


def _without_footer(column: Sequence[OcrLine], size: float) -> int:
    """How many lines of a column there are above the running foot: lines of the usual size below a wide gap."""
    for end in range(len(column) - 1, max(0, len(column) - 1 - MOST_FOOTERS), -1):
        if column[end][0].size < SMALL * size:
            break
        if column[end][0].y - column[end - 1][0].y > GAP * size:
            return end
    return len(column)


def _left_edge(lines: Sequence[OcrLine], size: float) -> float:
    """Where most lines of the usual size start."""
    starts = sorted(line[0].x0 for line in lines if line[0].size >= SMALL * size)
    return starts[len(starts) // 3] if starts else 0.0


def _numbered(lines: Sequence[OcrLine], numbers: dict[int, int]) -> Iterator[OcrLine]:
    """The lines with the numbers of notes: `numbers` has those of the lines that start one."""
    text = "".join(run.text for n, line in enumerate(lines) if n not in numbers for run in line)
    waiting = [str(number) for number in numbers.values() if not re.search(rf"[a-zà-ÿ.,;:?!)”’]{number}(?!\w)", text)]
    for n, line in enumerate(lines):
        if n in numbers:
            first = line[0]
            bare = SIGN.sub("", first.text, count=1)
            yield [first._replace(text=f"{numbers[n]} {bare}"), *line[1:]]
        else:
            yield [part for run in line for part in _marked(run, waiting)]


def _marked(run: GlyphRun, waiting: list[str]) -> Iterator[GlyphRun]:
    """A run, parted at the sign of a note, with the next number of those that wait in its place."""
    found = MARK.search(run.text) if waiting else None
    if not found:
        yield run
        return
    wide = (run.x1 - run.x0) / max(text_width(run.text.strip()), 1.0)
    start, end = (run.x0 + wide * text_width(run.text[:at]) for at in found.span())
    yield run._replace(text=run.text[: found.start()], x1=start)
    marker = waiting.pop(0)
    yield run._replace(text=marker, x0=start, x1=end, y=run.y - RAISED * run.size, size=SMALLER * run.size)
    if rest := run.text[found.end() :]:
        yield run._replace(text=rest, x0=end, x1=max(end, run.x1))
