"""Text that remembers at which offsets footnote markers stood and pages turn; the markers are not in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from kamerbrief.model import NoteMark, PageTurn
from kamerbrief.patterns import pattern
from kamerbrief.reading.page_lines import Line

MARKER = pattern(
    r"[\s,]*[(\[]?(\d{1,3}|[*†‡]{1,3})[)\]]?[\s,]*",
    how="fullmatch",
    hits=("12", " 3,", "[4]", "*"),
    misses=("e", "2021", "1, 2"),
)
"""A raised text that is a footnote marker."""
MARKERS = pattern(
    r"\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*", how="fullmatch", hits=("1, 2", "12; 13"), misses=("1-2", "1, e", "")
)
"""Several markers in one place."""
UNIT = pattern(
    r"(?:\b(?:k|c|d|m|h|da)?m|CO|H|\bN|\bO)$", hits=("12 km", "de uitstoot van CO"), misses=("het programma", "de VN")
)
"""What a raised or lowered figure belongs to that is no footnote marker: m², km², CO2."""
LONGEST_UNIT = 8
"""Characters: what a unit and the sign before it take at most."""


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text with its note marks and page turns, each at its offset."""

    text: str
    notes: tuple[NoteMark, ...] = ()
    turns: tuple[PageTurn, ...] = ()

    def sub(self, start: int, end: int, new: str) -> AnnotatedText:
        """The text with text[start:end] replaced; marks behind that move along, marks inside it go to its end."""
        shift = len(new) - (end - start)

        def moved(offset: int) -> int:
            return offset if offset <= start else max(start + len(new), offset + shift)

        return AnnotatedText(
            self.text[:start] + new + self.text[end:],
            tuple(NoteMark(offset=moved(n.offset), marker=n.marker) for n in self.notes),
            tuple(PageTurn(offset=moved(t.offset), page=t.page) for t in self.turns),
        )

    def without(self, stretches: Sequence[tuple[int, int]]) -> AnnotatedText:
        """The text without these stretches, each from one offset to another, in order and not overlapping."""
        starts = [start for start, _ in stretches]
        gone = [0, *accumulate(end - start for start, end in stretches)]

        def moved(offset: int) -> int:
            n = bisect_left(starts, offset)
            return offset - gone[n - 1] - min(offset - starts[n - 1], gone[n] - gone[n - 1]) if n else offset

        kept = zip([0, *(end for _, end in stretches)], [*starts, len(self.text)], strict=True)
        return AnnotatedText(
            "".join(self.text[start:end] for start, end in kept),
            tuple(NoteMark(offset=moved(n.offset), marker=n.marker) for n in self.notes),
            tuple(PageTurn(offset=moved(t.offset), page=t.page) for t in self.turns),
        )

    def stripped(self) -> AnnotatedText:
        """The text without white space at its ends."""
        if self.text == self.text.strip():
            return self if self.text else AnnotatedText("")
        end = len(self.text.rstrip())
        start = len(self.text) - len(self.text.lstrip())
        return self.sub(end, len(self.text), "").sub(0, start, "") if start < end else AnnotatedText("")


def _markers(text: str) -> list[str]:
    """The footnote markers that a raised text consists of; none where it is something else."""
    if one := MARKER.fullmatch(text):
        return [one[1]]
    return re.findall(r"\d+", text) if MARKERS.fullmatch(text) else []


@dataclass(slots=True)
class TextBuilder:
    """Puts the text of a paragraph together from its lines."""

    text: str = ""
    notes: list[NoteMark] = field(default_factory=list)
    turns: list[PageTurn] = field(default_factory=list)
    page: int = 0

    def add(self, line: Line, joint: str) -> None:
        """Append a line after `joint` (a space, or nothing after a hyphen)."""
        self.text += joint if self.text else ""
        if self.page and line.page != self.page:
            self.turns.append(PageTurn(offset=len(self.text), page=line.page))
        self.page = line.page
        for span in line.spans:
            found = _markers(span.text) if span.raised and not UNIT.search(self.text[-LONGEST_UNIT:]) else []
            if found:
                self.notes += [NoteMark(offset=len(self.text.rstrip()), marker=marker) for marker in found]
                self.text += " " if span.text.endswith(" ") else ""
            else:
                self.text += span.text

    def done(self) -> AnnotatedText:
        """The text of all lines added so far."""
        return AnnotatedText(self.text, tuple(self.notes), tuple(self.turns)).stripped()
