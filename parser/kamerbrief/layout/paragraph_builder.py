"""Paragraphs under construction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kamerbrief.layout.annotated_text import AnnotatedText, TextBuilder
from kamerbrief.layout.columns import Frame
from kamerbrief.layout.vocabulary import Vocabulary
from kamerbrief.layout.word_repair import Mender
from kamerbrief.reading.page_lines import Line

ENDS = (".", "?", "!", ":", ";", "…")
CLOSING = "”’\"')]"
"""How a sentence ends, and what may close behind it."""


@dataclass(slots=True)
class ParagraphBuilder:
    """A paragraph under construction: its lines, and how sure it is that a new one starts after it."""

    lines: list[Line]
    frame: Frame
    gap: float = 0.0
    """Blank height above it, in points."""
    loose: bool = False
    """It starts a page right after a line that was full: it may go on from the block before."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells, where this is a table."""
    last: Line = field(init=False)
    done: bool = field(init=False)
    """Whether its last line ends a sentence."""
    words: str = field(init=False)
    """Its lines one after the other, as they are."""

    def __post_init__(self) -> None:
        self._end_with(self.lines[-1])
        self.words = " ".join([line.plain for line in self.lines])

    def _end_with(self, line: Line) -> None:
        self.last = line
        self.done = line.plain.rstrip(CLOSING).endswith(ENDS)

    @property
    def first(self) -> Line:
        return self.lines[0]

    def add(self, line: Line) -> None:
        """Put a line behind the others."""
        self.lines.append(line)
        self._end_with(line)
        self.words += " " + line.plain

    def text(self, vocabulary: Vocabulary) -> AnnotatedText:
        """The running text of its lines, hyphens at line ends undone."""
        builder = TextBuilder()
        joint = ""
        for line in self.lines:
            if builder.text:
                builder.text, joint = vocabulary.joint(builder.text, line.plain)
            builder.add(line, joint)
        return builder.done()


def texts(drafts: Iterable[ParagraphBuilder], mender: Mender) -> Iterator[AnnotatedText]:
    """The mended text of each draft."""
    for draft in drafts:
        yield mender.mend(draft.text(mender.vocabulary))
