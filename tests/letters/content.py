"""What a letter says, before it has a form on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from letters.forms import Form

NOTE = re.compile(r"⟦(\w+)⟧")
"""The place of a footnote's marker inside a text."""


@dataclass(slots=True)
class Block:
    """A piece of running text, a list's item, a quotation or a table."""

    text: str = ""
    kind: str = "text"
    """text, item, quote, restated or table"""
    rows: list[list[str]] = field(default_factory=list)
    letter: str = ""
    """What is printed before an item and belongs to its text ("a)")."""

    @property
    def plain(self) -> str:
        """The text without markers, as the truth has it."""
        return NOTE.sub("", f"{self.letter} {self.text}".strip())


@dataclass(slots=True)
class Question:
    """One question as printed, with its number where it has one."""

    blocks: list[Block]
    label: str = ""


@dataclass(slots=True)
class Exchange:
    """Questions with the answer that they have together."""

    questions: list[Question]
    answer: list[Block]
    factions: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    asked: str = ""
    """A mark that says who asks."""
    theme: str = ""
    """The heading by theme that this exchange is the first of."""
    opening: list[Block] = field(default_factory=list)
    """What comes before the first question, and its number."""

    @property
    def labels(self) -> list[str]:
        """The printed numbers."""
        return [q.label for q in self.questions if q.label]

    @property
    def asking(self) -> list[Block]:
        """All blocks of the side that asks."""
        return [*self.opening, *(block for q in self.questions for block in q.blocks)]

    @property
    def blocks(self) -> list[Block]:
        """All blocks of both sides."""
        return [*self.asking, *self.answer]


@dataclass(slots=True)
class Section:
    """The exchanges under one heading."""

    heading: str
    exchanges: list[Exchange]
    above: str = ""
    """The heading by theme over this one."""
    silent: str = ""
    """What a faction says that asks nothing."""


@dataclass(slots=True)
class Content:
    """A whole letter."""

    form: Form
    head: dict[str, str]
    department: list[str]
    introduction: list[str]
    sections: list[Section]
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def variant(self) -> int:
        """A number that chooses among small differences of form that are no trait."""
        return int(self.head["reference"])

    def exchanges(self) -> Iterator[Exchange]:
        """All exchanges in order."""
        for section in self.sections:
            yield from section.exchanges
