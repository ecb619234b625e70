"""The labelled fields of a letterhead, also where the labels stand in one column and their values in another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kamerbrief.layout.header_fields import labelled
from kamerbrief.structure.evidence.wording.letterheads import (
    ADDRESS,
    DATE_ALONE,
    NO_VALUE,
    REFERENCE,
    SALUTATION,
    STATIONERY,
    UNFINISHED,
)
from kamerbrief.structure.header.dates import find_date

WORDS = 4
"""A subject that stands apart from its label has at least so many words."""


@dataclass(slots=True)
class FieldReader:
    """Reads fields from texts in printed order: each value goes to the first label before it that it fits."""

    values: dict[str, str] = field(default_factory=dict)
    """What was found, by the name of the field."""
    waiting: list[str] = field(default_factory=list)
    """The fields whose label has no value yet."""
    fresh: bool = False
    """Whether the text before was a label without a value."""
    continued: bool = False
    """Whether the subject breaks off, so that its rest is still to come."""

    def read(self, text: str, *, label: bool = True) -> bool:
        """Read one text, and say whether it is the value of a label above it. `label`: whether it can be a label."""
        found = labelled(text) if label else None
        if found:
            self._label(*found)
            return False
        if self.continued and _is_text(text):
            self._continue(text)
            return True
        name = self._place(text)
        self.fresh = False
        if name is None:
            return False
        self.waiting.remove(name)
        self._put(name, text)
        return True

    def _label(self, name: str, value: str) -> None:
        value = value.split(" | ")[0].strip()
        self.fresh = not value
        if value and LOOSE[name](value):
            self._put(name, value)
        elif not value and name in STRICT:
            self.waiting.append(name)

    def _place(self, text: str) -> str | None:
        """The field whose value a text is: the first that waits for such a value, else that of the label above."""
        fits = (name for name in self.waiting if NO_VALUE.fullmatch(text.strip()) or STRICT[name](text))
        above = self.waiting[-1] if self.fresh and self.waiting and LOOSE[self.waiting[-1]](text) else None
        return next((name for name in fits if name != "date" or find_date(text)), above)

    def _put(self, name: str, value: str) -> None:
        if NO_VALUE.fullmatch(value.strip()) or name in self.values:
            return
        self.values[name] = value.strip()
        self.continued = name == "subject" and UNFINISHED.search(self.values[name]) is not None

    def _continue(self, text: str) -> None:
        subject = self.values["subject"]
        self.values["subject"] = f"{subject}{'' if subject.endswith('-') else ' '}{text.strip()}"
        self.continued = UNFINISHED.search(text) is not None


def read_fields(texts: Iterable[str], reader: FieldReader | None = None) -> dict[str, str]:
    """The fields that texts hold, by name.

    >>> read_fields(["Datum", "Betreft", "3 mei 2024", "Zwembaden in de provincie Drenthe"])
    {'date': '3 mei 2024', 'subject': 'Zwembaden in de provincie Drenthe'}
    """
    reader = reader or FieldReader()
    for text in texts:
        reader.read(text)
    return reader.values


def _is_text(text: str) -> bool:
    """Whether a text may be a subject: no address, no date alone, no salutation, no stationery."""
    bare = text.strip()
    wrong = (ADDRESS, DATE_ALONE, SALUTATION)
    return not any(pattern.fullmatch(bare) for pattern in wrong) and not STATIONERY.search(bare)


def _is_long_text(text: str) -> bool:
    return _is_text(text) and len(text.split()) >= WORDS and not REFERENCE.fullmatch(text.strip())


def _is_date(text: str) -> bool:
    return DATE_ALONE.fullmatch(text.strip()) is not None


def _is_reference(text: str) -> bool:
    bare = text.strip()
    return not _is_date(bare) and not ADDRESS.fullmatch(bare) and REFERENCE.fullmatch(bare) is not None


def _is_number(text: str) -> bool:
    return len(text.strip()) < 3 and text.strip().isdecimal()


def _has_number(text: str) -> bool:
    bare = text.strip()
    return any(map(str.isdigit, bare)) and len(bare.split()) < 6 and not ADDRESS.fullmatch(bare)


STRICT: dict[str, Callable[[str], bool]] = {
    "date": _is_date,
    "subject": _is_long_text,
    "reference": _is_reference,
    "their-reference": _is_reference,
    "enclosures": _is_number,
}
"""What the value of a field looks like, where it stands apart from its label."""
LOOSE: dict[str, Callable[[str], bool]] = {
    "date": lambda text: find_date(text) is not None,
    "subject": _is_text,
    "reference": _has_number,
    "their-reference": _has_number,
    "docket": bool,
    "enclosures": bool,
    "contact": bool,
    "department": bool,
}
"""What the value of a field looks like, where it stands on the line of its label or right below it."""
