"""The values that every reader gives: pages of lines, each with its place, type size and style.

Lengths are in points; x is measured from the left edge of the page as shown, y downwards from its top edge.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")


class once(Generic[T]):
    """A property that is computed when it is first asked for. functools.cached_property locks, which takes longer."""

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self._compute = compute
        self._name = compute.__name__
        self.__doc__ = compute.__doc__

    def __get__(self, line: object, _: type) -> T:
        found = line.__dict__[self._name] = self._compute(line)
        return found


class Span(NamedTuple):
    """Text in one style within a line."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    """Set as a superscript: smaller and above the baseline."""


class Gap(NamedTuple):
    """A gap within a line that is wider than most spaces: maybe that between two cells of a table."""

    offset: int
    """How many characters of the line's text stand before what follows the gap."""
    x0: float
    """Where the text before it ends."""
    x1: float
    """Where the text after it starts."""


@dataclass(frozen=True)
class Line:
    """A run of text on one baseline without a wide gap.

    A row of a table gives several lines, and so does a line of text with a sidebar beside it.
    """

    page: int
    """The number of its page."""
    x0: float
    x1: float
    y: float
    """The height of the baseline."""
    size: float
    """The type size of most of its text."""
    spans: tuple[Span, ...]
    turned: bool = False
    """Set in another direction than from left to right."""
    underlined: bool = False
    """Whether a rule stands right below all of it."""
    gaps: tuple[Gap, ...] = ()
    """Its gaps that are wider than most spaces, yet too narrow to part it."""

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

    def parted(self, gap: Gap) -> tuple[Line, Line]:
        """What stands before one of its gaps, and what stands after it."""
        at = 0
        left: list[Span] = []
        right: list[Span] = []
        for span in self.spans:
            cut = gap.offset - at
            left.append(span._replace(text=span.text[: max(0, cut)]))
            right.append(span._replace(text=span.text[max(0, cut) :]))
            at += len(span.text)
        before = tuple(other for other in self.gaps if other.offset < gap.offset)
        after = tuple(
            other._replace(offset=other.offset - gap.offset) for other in self.gaps if other.offset > gap.offset
        )
        return (
            replace(self, x1=gap.x0, spans=_trimmed(left), gaps=before),
            replace(self, x0=gap.x1, spans=_trimmed(right), gaps=after),
        )

    def _share(self, some: list[Span]) -> float:
        """Which part of its letters and digits stands in `some` of its spans, from 0 to 1."""
        return sum(_letters(span.text) for span in some) / max(1, _letters(self.plain)) if some else 0.0


def _trimmed(spans: list[Span]) -> tuple[Span, ...]:
    """The spans that have text, without white space at the end of the last."""
    while spans and not spans[-1].text.strip():
        spans.pop()
    spans[-1:] = [last._replace(text=last.text.rstrip()) for last in spans[-1:]]
    return tuple(span for span in spans if span.text)


def _letters(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, text))


class Rule(NamedTuple):
    """A thin straight line: horizontal where y0 == y1, upright where x0 == x1."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page."""

    number: int
    """From 1."""
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...] = ()
    pictures: int = 0
    """How many pictures it has."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A table that the file itself marks as one: the text of its cells, row by row."""

    page: int
    rows: tuple[tuple[str, ...], ...]
    """The cells row by row; the paragraphs of a cell are parted by newlines."""


FlowItem = tuple[Line, ...] | Cells
"""A block that the file itself keeps whole: a paragraph, as one line for each page that it stands on, or a table."""


@dataclass(frozen=True, slots=True)
class ParagraphFlow:
    """The content of a file that keeps its paragraphs whole and has no places on a page, as Word files do."""

    blocks: tuple[FlowItem, ...]
    notes: tuple[tuple[str, Line], ...] = ()
    """The footnotes, each with its marker and its text."""
    beside: tuple[Line, ...] = ()
    """Headers, footers and text boxes."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read."""

    media_type: str
    pages: tuple[Page, ...]
    measured: bool = True
    """Whether the file gives the places of its lines; else they are estimates."""
    paged: bool = True
    """Whether the file shows where its pages start."""
    flow: ParagraphFlow | None = None
    """The content of a file that keeps its paragraphs; its pages then hold the same lines, to count words by."""
    missing: tuple[tuple[int | None, str], ...] = ()
    """What could not be read: the number of the page, where it is known, and what is missing there."""
