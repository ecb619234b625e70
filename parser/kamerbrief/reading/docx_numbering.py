"""The numbers and bullets of a Word file's lists, which are not in its text: Word counts them when it shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
"""Roman numerals up to 39."""


@dataclass(slots=True)
class Numbering:
    """How the lists of a file are numbered, and how far each of them has been counted."""

    levels: dict[tuple[str, int], tuple[str, str, int]] = field(default_factory=dict)
    """By list and level: the number format ("decimal"), the pattern of the label ("%1.") and the first number."""
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    """By list and level: the last number given."""

    @classmethod
    def of(cls, word: Any) -> Numbering:
        """Read the numbering of a python-docx document (ECMA-376, part 1, 17.9); empty where the file has none."""
        try:
            root = word.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return cls()
        abstract = {a.get(qn("w:abstractNumId")): a for a in root.findall(qn("w:abstractNum"))}
        found = cls()
        for num in root.findall(qn("w:num")):
            link = num.find(qn("w:abstractNumId"))
            kind = abstract.get(link.get(qn("w:val"))) if link is not None else None
            for level in kind.findall(qn("w:lvl")) if kind is not None else ():
                key = num.get(qn("w:numId")), int(level.get(qn("w:ilvl")))
                found.levels[key] = (
                    _value(level, "numFmt"),
                    _value(level, "lvlText"),
                    int(_value(level, "start") or 1),
                )
        return found

    def label(self, paragraph: Any) -> str:
        """Count a paragraph and return the label printed before it ("1.", "a)", "•"); empty where it has none."""
        numbered = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if numbered is None:
            return ""
        number, level = _value(numbered, "numId"), int(_value(numbered, "ilvl") or 0)
        if (number, level) not in self.levels:
            return ""
        form, pattern, start = self.levels[number, level]
        self.counts[number, level] = self.counts.get((number, level), start - 1) + 1
        for key in [key for key in self.counts if key[0] == number and key[1] > level]:
            del self.counts[key]
        if form in ("bullet", "none"):
            return "•" if form == "bullet" else ""
        return re.sub(r"%(\d)", lambda found: self._figure(number, int(found[1]) - 1), pattern)

    def _figure(self, number: str, level: int) -> str:
        """The present number of one level of a list, as it is printed."""
        form, _, start = self.levels.get((number, level), ("decimal", "", 1))
        return written(self.counts.get((number, level), start), form)


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
