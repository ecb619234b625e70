"""Correct the text layer that a program for text recognition (OCR) puts behind the picture of a scanned page.

Such a layer is invisible text (ISO 32000-1, 9.3.6, mode 3), word by word. Where words are is right, and how wide; the
type size is a guess that differs from line to line, baselines are as skewed as the sheet lay in the scanner, and
nothing is bold. Here the page is turned level, and size and weight are estimated from how wide the letters are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kamerbrief.reading.glyph_runs import GlyphRun
from kamerbrief.reading.ocr_notes import OcrLine, with_note_numbers
from kamerbrief.reading.plain_text import text_width

STEP = 0.35
"""Type sizes: the next word of a line is no further off the line's baseline."""
ALIKE = 0.07
"""A line whose letters differ no more from the usual width, as a part of it, is in the usual type."""
BOLDEST = 1.25
"""Times the usual width that letters of the usual size are at most: more is larger type, less is bold."""
FEWEST = 5
"""Letters and digits that a line must have for its type to be estimated."""
GRAIN = 0.5
"""Points: estimated sizes are multiples of this."""


def set_right(pages: Sequence[list[GlyphRun]]) -> list[list[GlyphRun]]:
    """The runs of each page of a document, those of pages that are text layers set right."""
    layers = {n: list(_lines(runs)) for n, runs in enumerate(pages) if _is_layer(runs)}
    lines = [line for found in layers.values() for line in found]
    if not lines:
        return list(pages)
    width = _median((_letter_width(line), _count(line)) for line in lines)
    size = _median((run.size, len(run.text)) for line in lines for run in line)
    level = [_page(layer, width, size) for layer in layers.values()]
    numbered = dict(zip(layers, with_note_numbers(level, size), strict=True))
    return [[run for line in numbered[n] for run in line] if n in layers else runs for n, runs in enumerate(pages)]


def _is_layer(runs: Sequence[GlyphRun]) -> bool:
    """Whether nearly all text of a page is invisible."""
    return sum(run.hidden for run in runs) > 0.9 * len(runs) > 0


def _lines(runs: Iterable[GlyphRun]) -> Iterator[OcrLine]:
    """The lines of a text layer: words that follow each other to the right on one baseline, level or not."""
    line: OcrLine = []
    for run in runs:
        if line and not _follows(line[-1], run):
            yield line
            line = []
        line.append(run)
    if line:
        yield line


def _follows(last: GlyphRun, run: GlyphRun) -> bool:
    """Whether a word stands on the baseline of the word before it, to the right of it."""
    expected = last.y + last.slope * (run.x0 - last.x0)
    return run.x0 > last.x0 and abs(run.y - expected) < STEP * last.size and not run.turned


def _page(lines: Sequence[OcrLine], width: float, size: float) -> list[OcrLine]:
    """The lines of a page, level, in the sizes and weights that the width of their letters tells.

    `width`: the usual width of a letter, as `_letter_width` has it. `size`: the usual type size.
    """
    slope = _median((run.slope, run.x1 - run.x0) for line in lines for run in line)
    return [list(_set_line(line, slope, *_type(line, width, size))) for line in lines]


def _set_line(line: OcrLine, slope: float, size: float, bold: bool) -> Iterator[GlyphRun]:
    """The words of a line on one level baseline; the page is turned about its upper left corner."""
    middle = (line[0].x0 + line[-1].x1) / 2
    y = sum(run.y + run.slope * (middle - run.x0) for run in line) / len(line)
    for run in line:
        shift = slope * y
        yield run._replace(x0=run.x0 + shift, x1=run.x1 + shift, y=y - slope * middle, size=size, bold=bold, slope=0.0)


def _type(line: OcrLine, width: float, size: float) -> tuple[float, bool]:
    """The type size of a line, and whether it is bold."""
    ratio = _letter_width(line) / width if width and _count(line) >= FEWEST else 1.0
    if abs(ratio - 1) <= ALIKE:
        return size, False
    if 1 < ratio <= BOLDEST:
        return size, True
    return max(GRAIN, round(ratio * size / GRAIN) * GRAIN), False


def _letter_width(line: OcrLine) -> float:
    """How wide the words of a line are, as a multiple of what they would be in a common sans serif."""
    expected = sum(text_width(run.text.strip()) for run in line)
    return sum(run.x1 - run.x0 for run in line) / expected if expected else 0.0


def _count(line: OcrLine) -> int:
    """How many letters and digits a line has."""
    return sum(map(str.isalnum, "".join(run.text for run in line)))


def _median(weighted: Iterable[tuple[float, float]]) -> float:
    """The middle of values, each of which counts as often as its weight says; 0 of none."""
    ordered = sorted(weighted)
    left = sum(weight for _, weight in ordered) / 2
    for value, weight in ordered:
        left -= weight
        if left <= 0:
            return value
    return 0.0
