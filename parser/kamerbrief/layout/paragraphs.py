"""Lines -> paragraphs: where one ends, and where it only turns the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kamerbrief.layout.block_openings import closes, opens
from kamerbrief.layout.columns import FLUSH, Frame
from kamerbrief.layout.paragraph_builder import ParagraphBuilder
from kamerbrief.layout.table_grid import continued
from kamerbrief.reading.page_lines import Line
from kamerbrief.reading.plain_text import text_width

BULLET = re.compile(r"(?P<marker>[•·▪●◦‣○■□➢✓\uf0a7\uf0b7\uf0d8o–—-])\s+(?=\S)")
LETTERED = re.compile(r"(?P<marker>\(?(?:[a-z]|[ivx]{1,4})[.)]|\(?\d{1,2}\)|\d{1,2}\.)\s+(?=\S)")


LONGEST = 300
"""Lines; no paragraph is as long, and some of the work on one grows with its square."""


@dataclass(slots=True)
class ParagraphAssembler:
    """Gathers drafts from lines in reading order."""

    measured: bool
    gapless: bool = False
    """Nothing sets paragraphs apart: every sentence that ends with its line may end one."""
    indents: bool = False
    """Paragraphs start with an indent, and often with no more than that."""
    drafts: list[ParagraphBuilder] = field(default_factory=list)

    def line(self, line: Line, frame: Frame) -> None:
        """Put a line behind what came before: into the same paragraph or a new one."""
        before = self.drafts[-1] if self.drafts and not self.drafts[-1].rows else None
        if before is None or len(before.lines) >= LONGEST:
            self.drafts.append(ParagraphBuilder([line], frame, loose=before is not None))
        elif before.last.page != line.page:
            self._turn(before, line, frame)
        else:
            gap = line.y - before.last.y
            if abs(gap) < 0.3 * line.size:  # a label and its value, far apart on one row
                before.add(line)
            elif self._ends(before, line, frame, gap):
                self.drafts.append(ParagraphBuilder([line], frame, gap=gap - frame.leading))
            elif self._may_end(before) and line.plain[:1].isupper():
                self.drafts.append(ParagraphBuilder([line], frame, loose=True))
            else:
                before.add(line)

    def _may_end(self, before: ParagraphBuilder) -> bool:
        """Whether the text has nothing to show that a paragraph goes on after this line: then what is asked ends it."""
        return before.done if self.gapless else not self.measured and before.last.plain.endswith("?")

    def table(self, rows: tuple[tuple[str, ...], ...], lines: Iterable[Line], frame: Frame) -> None:
        """Put a table behind what came before: into the same one where that turned the page."""
        before = self.drafts[-1] if self.drafts and self.drafts[-1].rows else None
        lines = list(lines)
        if before and lines[0].page == before.last.page + 1 and (whole := continued(before.rows, rows)):
            before.rows = whole
            for line in lines:
                before.add(line)
        else:
            self.drafts.append(ParagraphBuilder(lines, frame, rows=rows))

    def _turn(self, before: ParagraphBuilder, line: Line, frame: Frame) -> None:
        """The first line of a page: the paragraph goes on, or may go on, or a new one starts."""
        done = before.done
        goes_on = line.plain[:1].islower() or (not done and not starts_item(line.plain))
        other = (
            line.label
            or before.last.label
            or _other_look(before.last, line)
            or opens(line.plain, before.last.plain)
            or closes(before.words, line.plain)
        )
        if self._surely_on(before, line, frame) and not other and not starts_item(line.plain):
            before.add(line)
        elif (self.indents and done and _indented(line, frame)) or BULLET.match(line.plain):
            self.drafts.append(ParagraphBuilder([line], frame))
        elif goes_on and not other and (not self._early(before, line) or line.plain[:1].islower()):
            before.add(line)
        else:
            full = done and not other and not self._early(before, line) and not starts_item(line.plain)
            self.drafts.append(ParagraphBuilder([line], frame, loose=full))

    def _surely_on(self, before: ParagraphBuilder, line: Line, frame: Frame) -> bool:
        """Whether a paragraph goes on on the next page whatever its wording.

        In justified text the last line of a paragraph hardly ever reaches the right edge, and where
        indents start the paragraphs, a line without one starts none.
        """
        if not self.measured or before.last.x1 < before.frame.right - 8 * before.frame.size:
            return False
        flush = before.frame.justified and before.last.x1 > before.frame.right - FLUSH
        return (flush or (self.indents and not self._early(before, line))) and not _indented(line, frame)

    def _ends(self, before: ParagraphBuilder, line: Line, frame: Frame, gap: float) -> bool:
        """Whether a paragraph ends before this line of the same page."""
        last = before.last
        if gap < -frame.leading or line.label or last.label:
            return True
        if BULLET.match(line.plain):
            return not self._dash_of_thought(before, line)
        if gap > 1.35 * frame.leading:
            return not self._mid_sentence(before, line, gap)
        if abs(line.size - last.size) > 0.1 * frame.size:
            return True
        if opens(line.plain, last.plain) or closes(before.words, line.plain):
            return True
        return self._ends_by_look(before, line, frame)

    def _ends_by_look(self, before: ParagraphBuilder, line: Line, frame: Frame) -> bool:
        """Whether it ends there by its type and by where its lines start and end."""
        last, upper = before.last, line.plain[:1].isupper()
        if last.bold != line.bold and upper:
            return True
        done, early = before.done, self._early(before, line)
        if (done or early) and starts_item(line.plain) and not last.plain.endswith("-"):
            return True
        if upper and _other_look(last, line) and (done or early or len(before.lines) < 3):
            return True
        if early and (done or not line.plain[:1].islower()):
            return True
        return done and self._ends_by_indent(before, line, frame)

    def _ends_by_indent(self, before: ParagraphBuilder, line: Line, frame: Frame) -> bool:
        if self.indents and _indented(line, frame) and _indented(before.first, frame):
            return abs(line.x0 - before.first.x0) < 2
        indented = line.x0 - before.first.x0 > 0.8 * frame.size and len(before.lines) > 1
        return indented and abs(before.last.x0 - frame.left) < 2

    def _dash_of_thought(self, before: ParagraphBuilder, line: Line) -> bool:
        """A dash that a sentence's own line break has put in front: the line before was full, and no item."""
        inside = not before.done and not BULLET.match(before.first.plain)
        return line.plain[0] in "-–—" and inside and not self._early(before, line) and line.plain[2:3].islower()

    def _mid_sentence(self, before: ParagraphBuilder, line: Line, gap: float) -> bool:
        """A gap that something beside the text has torn: the sentence goes on below it."""
        torn = gap < 3.5 * before.frame.leading and line.plain[:1].islower() and not starts_item(line.plain)
        whole = before.done or (self.measured and self._early(before, line))
        return torn and not whole and len(before.lines) + len(line.plain.split()) > 3

    def _early(self, before: ParagraphBuilder, line: Line) -> bool:
        """Whether the last line ended although the next line's first word would have fitted on it."""
        last, frame = before.last, before.frame
        word = next(iter(line.plain.split(None, 1)), "")
        if self.measured:
            width = (line.x1 - line.x0) * len(word) / max(1, len(line.text))
            left_over = frame.right - last.x1 - width - 0.3 * frame.size
            least = 0.2 if before.done else 3.0
            return left_over > least * frame.size
        left_over = frame.right - last.x1 - text_width(word)
        least = 0.2 if before.done else 0.4
        return left_over > least * (frame.right - frame.left)


def _indented(line: Line, frame: Frame) -> bool:
    return line.x0 - frame.left > 0.8 * frame.size


def _other_look(last: Line, line: Line) -> bool:
    return last.bold != line.bold or last.italic != line.italic


def starts_item(text: str) -> bool:
    """Whether a line starts an item of a list."""
    return (BULLET.match(text) or LETTERED.match(text)) is not None


def item_of(text: str) -> tuple[str, str] | None:
    """An item's printed marker and its text: ("a.", "de kosten")."""
    found = BULLET.match(text) or LETTERED.match(text)
    return (found["marker"], text[found.end() :]) if found else None
