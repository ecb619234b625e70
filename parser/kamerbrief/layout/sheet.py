"""A page whose body column is known, and what the steps of layout have taken out of it so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kamerbrief.layout.line_sets import Place
from kamerbrief.layout.note_lines import Note
from kamerbrief.layout.table_grid import Grid
from kamerbrief.reading.page_lines import Line, Page

SLACK = 4.0
"""A line may stick out of its column by so many points."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the body text of a page stands, in points."""

    left: float
    right: float
    size: float
    leading: float
    justified: bool = False
    """Whether all lines but the last of each paragraph reach the right edge."""
    ragged: bool = False
    """Whether lines surely end where their words end: no gap within a line is stretched."""

    @property
    def width(self) -> float:
        """From the left to the right edge."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its body column told apart from what stands beside it."""

    page: Page
    frame: Frame
    body: tuple[Line, ...]
    """The lines of the body column, from top to bottom."""
    side: tuple[Line, ...]
    """The lines beside it."""
    numbering: frozenset[Place] = frozenset()
    """The places of the lines that are the number of a question and nothing else."""
    tables: tuple[Grid, ...] = ()
    """The tables taken out of the body, from top to bottom."""


@dataclass(frozen=True, slots=True)
class AsideLine:
    """A line taken out of the running text, with the reason."""

    kind: str
    """`page-number`, `running-head` or `sidebar`."""
    line: Line


@dataclass(frozen=True, slots=True)
class Sheets:
    """A document on its way through the steps of layout: each step gives a new one with less in its bodies."""

    sheets: tuple[Sheet, ...]
    measured: bool
    """Whether the places of lines were measured (PDF) or estimated (text)."""
    asides: tuple[AsideLine, ...] = ()
    notes: tuple[Note, ...] = ()

    def with_sheets(
        self, sheets: Iterable[Sheet], *, asides: Iterable[AsideLine] = (), notes: Iterable[Note] = ()
    ) -> Sheets:
        """The document with these sheets in place of its own, and with more asides and notes."""
        return replace(self, sheets=tuple(sheets), asides=(*self.asides, *asides), notes=(*self.notes, *notes))
