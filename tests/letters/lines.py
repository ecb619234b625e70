"""Breaking text into lines, for the engine that does it by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Measure = Callable[[str, str, float], float]
"""The width of a text in a style ("", "B", "I", "BI") and size."""
MARKER = re.compile(r"⟦(\w+)⟧")
SYLLABLE = re.compile(r"(?<=[aeiouy])([bdfglmnprt])(?=[bdfgkmnpstvwz][aeiou])", re.IGNORECASE)
"""Where a Dutch word may be broken for certain: between two consonants with a vowel on either side."""


@dataclass(slots=True)
class Run:
    """A word, or a marker raised at its end."""

    text: str
    raised: bool = False


@dataclass(slots=True)
class Line:
    """The words of a line."""

    words: list[list[Run]]
    last: bool = True
    """The last of its paragraph: it is not stretched."""
    indent: float = 0.0


def words_of(text: str) -> Iterator[list[Run]]:
    """The words of a text, each as runs."""
    for word in text.split(" "):
        pieces = MARKER.split(word)
        runs = [Run(piece, bool(n % 2)) for n, piece in enumerate(pieces) if piece]
        if runs:
            yield runs


def width_of(runs: list[Run], style: str, size: float, measure: Measure) -> float:
    """The width of a word with its markers."""
    return sum(measure(r.text, style, size * 0.65 if r.raised else size) for r in runs)


@dataclass(slots=True)
class Breaker:
    """Breaks paragraphs into lines of one width."""

    measure: Measure
    size: float
    hyphens: bool = False

    def lines(self, text: str, style: str, width: float, indent: float = 0.0) -> list[Line]:
        """A paragraph's lines, each as full as it can be."""
        space = self.measure(" ", style, self.size)
        lines = [Line([], indent=indent)]
        left = width - indent
        waiting = list(words_of(text))
        while waiting:
            word = waiting.pop(0)
            wide = width_of(word, style, self.size, self.measure)
            if lines[-1].words and wide > left:
                head, tail = self._split(word, style, left)
                if head:
                    lines[-1].words.append(head)
                lines[-1].last = False
                lines.append(Line([]))
                left = width
                waiting.insert(0, tail)
                continue
            lines[-1].words.append(word)
            left -= wide + space
        return lines

    def _split(self, word: list[Run], style: str, left: float) -> tuple[list[Run], list[Run]]:
        """A word's start that fits, with a hyphen, and the rest; no start where none fits."""
        text = word[0].text
        places = [m.end() for m in re.finditer(r"(?<=\w{3})-(?=\w{3})", text)]
        places += [m.end() for m in SYLLABLE.finditer(text)] if self.hyphens and text.islower() else []
        for place in sorted(places, reverse=True):
            head, tail = text[:place], text[place:]
            head += "" if head.endswith("-") else "-"
            if place > 2 and len(tail) > 3 and self.measure(head, style, self.size) <= left:
                return [Run(head)], [Run(tail), *word[1:]]
        return [], word
