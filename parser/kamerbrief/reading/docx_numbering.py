"""The numbers and bullets of a Word file's lists, which are not in its text: Word counts them when it shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
"""Roman numerals up to 39."""
LEVELS = 9
"""The levels of a list (17.9.23)."""
LONGEST = 60
"""The most characters of the pattern of a label."""
HIGHEST = 2**31 - 1
"""The highest number that a list may start with (17.18.10)."""


Level = tuple[str, str, int]
"""How one level of a list is numbered: the number format ("decimal"), the pattern of the label ("%1.") and the first
number."""


@dataclass(slots=True)
class Numbering:
    """How the lists of a file are numbered, and how far each of them has been counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    """By list and level."""
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    """By list and level: the last number given."""

    @classmethod
    def of(cls, word: Any) -> Numbering:
        """Read the numbering of a python-docx document (ECMA-376, part 1, 17.9); empty where the file has none."""
        try:
            root = word.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return cls()
        kinds = {kind.get(qn("w:abstractNumId")): _levels(kind) for kind in root.iterchildren(qn("w:abstractNum"))}
        found = cls()
        for number in root.iterchildren(qn("w:num")):
            levels = kinds.get(_value(number, "abstractNumId"))  # many lists may share them
            if levels:
                found.levels[number.get(qn("w:numId"))] = levels
        return found

    def label(self, properties: Any) -> str:
        """Count a paragraph with these properties and return the label printed before it ("1.", "a)", "•").

        Empty where it has none.
        """
        numbered = properties.find(qn("w:numPr"))
        if numbered is None:
            return ""
        number, level = _value(numbered, "numId"), int(_value(numbered, "ilvl") or 0)
        levels = self.levels.get(number, {})
        if level not in levels:
            return ""
        form, pattern, start = levels[level]
        counts = self.counts.setdefault(number, {})
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in range(level + 1, LEVELS):
            counts.pop(deeper, None)
        if form in ("bullet", "none"):
            return "•" if form == "bullet" else ""
        return re.sub(r"%(\d)", lambda found: _figure(levels, counts, int(found[1]) - 1), pattern)


def _levels(kind: Any) -> dict[int, Level]:
    """The levels of a kind of list (w:abstractNum)."""
    found: dict[int, Level] = {}
    for level in kind.iterchildren(qn("w:lvl")):
        at, start = int(level.get(qn("w:ilvl"))), int(_value(level, "start") or 1)
        if 0 <= at < LEVELS:
            found[at] = (_value(level, "numFmt"), _value(level, "lvlText")[:LONGEST], min(max(start, 0), HIGHEST))
    return found


def _figure(levels: dict[int, Level], counts: dict[int, int], level: int) -> str:
    """The present number of one level of a list, as it is printed."""
    form, _, start = levels.get(level, ("decimal", "", 1))
    return written(counts.get(level, start), form)


def written(count: int, form: str) -> str:
    """A count as a list with this number format shows it.

    >>> written(3, "lowerLetter"), written(4, "upperRoman"), written(2, "decimal")
    ('c', 'IV', '2')
    """
    text = str(count)
    if form.endswith("Letter"):
        text = chr(ord("a") + (count - 1) % 26)
    elif form.endswith("Roman"):
        text, left = "", count % 40
        for value, sign in ROMAN:
            text, left = text + sign * (left // value), left % value
    return text.upper() if form.startswith("upper") else text


def _value(element: Any, name: str) -> str:
    """The w:val of the child w:`name` of an element; empty where there is none."""
    child = element.find(qn(f"w:{name}"))
    return (child.get(qn("w:val")) or "") if child is not None else ""
