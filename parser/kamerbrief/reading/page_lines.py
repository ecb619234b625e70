"""What every reader hands on: pages of lines, with place, size, weight and slant.

Lengths are in points, x from the left edge and y downwards from the top edge of the page as shown.
A line is a run of text on one baseline without a wide gap: a table row or a body line beside a sidebar
gives several.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")


class once(Generic[T]):
    """A property that is computed when it is first asked for; functools has one, whose lock costs more than these."""

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self._compute = compute
        self._name = compute.__name__
        self.__doc__ = compute.__doc__

    def __get__(self, line: object, _: type) -> T:
        found = line.__dict__[self._name] = self._compute(line)
        return found


class Span(NamedTuple):
    """Text of one look within a line."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    """Set as a superscript: smaller and above the baseline."""


@dataclass(frozen=True)
class Line:
    """Text on one baseline."""

    page: int
    x0: float
    x1: float
    y: float
    size: float
    spans: tuple[Span, ...]
    turned: bool = False
    """Set in another direction than from left to right."""

    @once
    def text(self) -> str:
        """All its text, raised characters included."""
        return "".join([span.text for span in self.spans])

    @once
    def plain(self) -> str:
        """Its text without raised characters."""
        return "".join([span.text for span in self.spans if not span.raised])

    @once
    def bold(self) -> bool:
        """Whether nearly all its letters are bold."""
        return self._share([span for span in self.spans if span.bold and not span.raised]) > 0.9

    @once
    def italic(self) -> bool:
        """Whether nearly all its letters are italic."""
        return self._share([span for span in self.spans if span.italic and not span.raised]) > 0.9

    def _share(self, some: list[Span]) -> float:
        """How many of its letters stand in these spans; those of most lines have no look at all."""
        return sum(_letters(span.text) for span in some) / max(1, _letters(self.plain)) if some else 0.0


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


class Rule(NamedTuple):
    """A thin straight stroke: horizontal where y0 == y1, vertical where x0 == x1."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet; numbers run from 1."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...] = ()
    pictures: int = 0


@dataclass(frozen=True, slots=True)
class Cells:
    """A table that the file itself says is one: the text of its cells."""

    page: int
    rows: tuple[tuple[str, ...], ...]
    """The cells row by row; the paragraphs of a cell are parted by newlines."""


FlowItem = tuple[Line, ...] | Cells
"""A block that the file itself keeps whole: a paragraph (a line a page it stands on), or a table."""


@dataclass(frozen=True, slots=True)
class ParagraphFlow:
    """A file that keeps its paragraphs whole and has no places on a page."""

    blocks: tuple[FlowItem, ...]
    notes: tuple[tuple[str, Line], ...] = ()
    """Footnotes: marker and text."""
    beside: tuple[Line, ...] = ()
    """Headers, footers and text boxes."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its pages, and whether their geometry was measured or estimated."""

    media_type: str
    pages: tuple[Page, ...]
    measured: bool = True
    paged: bool = True
    """Whether the file shows where its pages start."""
    flow: ParagraphFlow | None = None
    """What a file holds that is no set of pages; its pages then only show all its lines."""
