"""Build a paragraph line by line; the result is a Gathered, which may also be a table."""

from __future__ import annotations

from dataclasses import dataclass, field

from kamerbrief.layout.annotated_text import AnnotatedText, TextBuilder
from kamerbrief.layout.sheet import Frame
from kamerbrief.layout.table_grid import Grid, Rows
from kamerbrief.layout.vocabulary import Vocabulary
from kamerbrief.patterns import pattern
from kamerbrief.reading.page_lines import Line
from kamerbrief.sentences import ends_clause

MARK_AT_END = pattern(
    r"(?<=[^\d\s][.?!:”’)])\s?(?:\[\d{1,3}\]|\d{1,2})$",
    hits=("verzoekt?[1]", "gesteld. [2]", "voorwerpen’?1"),
    misses=("artikel 3.1", "nr 3", "gesteld."),
)
"""The marker of a note behind the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The lines of a paragraph, or of a table."""

    lines: tuple[Line, ...]
    frame: Frame
    gap: float = 0.0
    """Blank height above it, in points."""
    loose: bool = False
    """Whether it starts right after a line that was full, so that it may go on from the block before."""
    rows: Rows = ()
    """The cells, where it is a table."""
    cells: tuple[tuple[tuple[Gathered, ...], ...], ...] = ()
    """The paragraphs in each cell, where they are known."""
    repeated: tuple[Line, ...] = ()
    """The lines of the head of a table, where it is printed again on a next page."""

    def text(self, vocabulary: Vocabulary) -> AnnotatedText:
        """The running text of its lines, with the hyphens at line ends undone."""
        builder = TextBuilder()
        joint = ""
        for line in self.lines:
            if builder.text:
                builder.text, joint = vocabulary.joint(builder.text, line.plain)
            builder.add(line, joint)
        return builder.done()


@dataclass(slots=True)
class ParagraphBuilder:
    """A paragraph, or a table, while its lines are gathered."""

    lines: list[Line]
    frame: Frame
    gap: float = 0.0
    loose: bool = False
    table: Grid | None = None
    last: Line = field(init=False)
    ending: str = field(init=False)
    """Its last line, without the marker of a note at its end."""
    done: bool = field(init=False)
    """Whether its last line ends a sentence, or with a colon."""
    words: str = field(init=False)
    """The text of its lines, hyphens and all."""

    def __post_init__(self) -> None:
        self._end_with(self.lines[-1])
        self.words = " ".join([line.plain for line in self.lines])

    def _end_with(self, line: Line) -> None:
        self.last = line
        self.ending = MARK_AT_END.sub("", line.plain)
        self.done = ends_clause(self.ending)

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    def add(self, line: Line) -> None:
        """Append a line."""
        self.lines.append(line)
        self._end_with(line)
        self.words += " " + line.plain

    def gathered(self) -> Gathered:
        """The paragraph with the lines added so far."""
        rows, repeated = (self.table.rows, self.table.repeated) if self.table else ((), ())
        return Gathered(tuple(self.lines), self.frame, self.gap, self.loose, rows, repeated=repeated)
