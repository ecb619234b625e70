"""Gather lines into paragraphs: tell where one ends, and where it only turns the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kamerbrief.layout.columns import FLUSH
from kamerbrief.layout.landmarks import Landmarks
from kamerbrief.layout.line_sets import Place, place_of
from kamerbrief.layout.list_items import starts_bullet, starts_item
from kamerbrief.layout.paragraph_builder import ParagraphBuilder
from kamerbrief.layout.sheet import Frame, Sheet
from kamerbrief.layout.table_grid import Grid, continued
from kamerbrief.patterns import pattern
from kamerbrief.reading.page_lines import Line
from kamerbrief.reading.plain_text import text_width

NOTE = pattern(r"\[\d{1,3}\]\s", how="match", hits=("[1] Kamerstukken II",), misses=("[1]", "1] of", "[noot] zie"))
"""How a line begins that is a note set by hand."""
LONGEST = 300
"""No paragraph has more lines; some of the work on one grows with their square."""
BLANK = 1.35
"""A step of more than so many leadings is a blank between two lines."""

JOINED = 1.06
"""A line of text that is so many times as wide as the column is several that extraction has joined."""


@dataclass(slots=True)
class ParagraphAssembler:
    """Gathers paragraphs from lines in reading order."""

    measured: bool
    landmarks: Landmarks
    blank: float = BLANK
    """A step of more than so many leadings parts two paragraphs where the first may end."""
    gapless: bool = False
    """No blanks part the paragraphs: a line that ends a sentence may end one."""
    indents: bool = False
    """Paragraphs start with an indent, and often nothing else tells where they start."""
    numbering: frozenset[Place] = frozenset()
    """The places of the lines that are the numbers of questions."""
    found: list[ParagraphBuilder] = field(default_factory=list)

    def sheets(self, sheets: Iterable[Sheet]) -> None:
        """Put the lines and tables of these sheets behind what came before."""
        for sheet in sheets:
            waiting = list(sheet.tables)
            for line in sheet.body:
                while waiting and waiting[0].first.y < line.y:
                    self.table(waiting.pop(0), sheet.frame)
                self.line(line, sheet.frame)
            for table in waiting:
                self.table(table, sheet.frame)

    def line(self, line: Line, frame: Frame) -> None:
        """Put a line behind what came before: into the same paragraph, or a new one."""
        before = self.found[-1] if self.found and not self.found[-1].table else None
        if before is None or len(before.lines) >= LONGEST:
            self.found.append(ParagraphBuilder([line], frame, loose=before is not None))
        elif before.last.page != line.page:
            self._turn(before, line, frame)
        else:
            gap = line.y - before.last.y
            if abs(gap) < 0.3 * line.size:  # a label and its value, far apart on one row
                before.add(line)
            elif self._ends(before, line, frame, gap):
                self.found.append(ParagraphBuilder([line], frame, gap=gap - frame.leading))
            elif self._may_end(before) and line.plain[:1].isupper():
                self.found.append(ParagraphBuilder([line], frame, loose=True))
            else:
                before.add(line)

    def _may_end(self, before: ParagraphBuilder) -> bool:
        """Whether a sentence that ends with its line may end the paragraph: a text may have nothing else to tell."""
        return before.done if self.gapless else not self.measured and before.last.plain.endswith("?")

    def table(self, table: Grid, frame: Frame) -> None:
        """Put a table behind what came before: into the same table where that goes on over the page."""
        before = self.found[-1] if self.found else None
        if before and before.table and table.first.page == before.last.page + 1:
            whole = continued(before.table, table)
            if whole:
                self.found[-1] = ParagraphBuilder(list(whole.lines), before.frame, gap=before.gap, table=whole)
                return
        self.found.append(ParagraphBuilder(list(table.lines), frame, table=table))

    def _stands_alone(self, before: Line, line: Line) -> bool:
        """Whether one of two lines is the number of a question."""
        return bool(self.numbering) and not self.numbering.isdisjoint((place_of(before), place_of(line)))

    def _turn(self, before: ParagraphBuilder, line: Line, frame: Frame) -> None:
        """Put the first line of a page behind what came before; where that is unclear, as a loose paragraph."""
        done = before.done
        item = starts_item(line.plain)
        goes_on = (line.plain[:1].islower() and not (done and item)) or (not done and not item)
        other = (
            self._stands_alone(before.last, line)
            or _other_look(before.last, line)
            or self._parted_by_wording(before, line)
        )
        if self._surely_on(before, line, frame) and not other and not item:
            before.add(line)
        elif (self.indents and done and _indented(line, frame)) or starts_bullet(line.plain):
            self.found.append(ParagraphBuilder([line], frame))
        elif goes_on and not other and (not self._early(before, line) or line.plain[:1].islower()):
            before.add(line)
        else:
            full = done and not other and not self._early(before, line) and not item
            self.found.append(ParagraphBuilder([line], frame, loose=full))

    def _parted_by_wording(self, before: ParagraphBuilder, line: Line) -> bool:
        """Whether a paragraph ends before this line by what the two say."""
        opens = self.landmarks.opens(line.plain, before.ending)
        return opens or self.landmarks.closes(before.words, line.plain)

    def _surely_on(self, before: ParagraphBuilder, line: Line, frame: Frame) -> bool:
        """Whether a paragraph surely goes on on the next page, whatever its wording.

        In justified text the last line of a paragraph hardly ever reaches the right edge. Where paragraphs start
        with an indent, a line without one starts none.
        """
        if not self.measured or before.last.x1 < before.frame.right - 8 * before.frame.size:
            return False
        flush = before.frame.justified and before.last.x1 > before.frame.right - FLUSH
        return (flush or (self.indents and not self._early(before, line))) and not _indented(line, frame)

    def _ends(self, before: ParagraphBuilder, line: Line, frame: Frame, gap: float) -> bool:
        """Whether a paragraph ends before this line of the same page."""
        last = before.last
        if gap < -frame.leading or self._stands_alone(last, line) or NOTE.match(line.plain):
            return True
        if starts_bullet(line.plain):
            return not self._dash_of_thought(before, line)
        if gap > BLANK * frame.leading:
            return not self._mid_sentence(before, line, gap)
        if abs(line.size - last.size) > 0.1 * frame.size:
            return True
        if gap > self.blank * frame.leading and before.done and not line.plain[:1].islower():
            return True
        if self._parted_by_wording(before, line):
            return True
        return self._ends_by_look(before, line, frame)

    def _ends_by_look(self, before: ParagraphBuilder, line: Line, frame: Frame) -> bool:
        """Whether a paragraph ends before this line by its type and by where the lines start and end."""
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
        """Whether a dash in front is one inside a sentence: the line before was full, and belongs to no item."""
        inside = not before.done and not starts_bullet(before.first.plain)
        return line.plain[0] in "-–—" and inside and not self._early(before, line) and line.plain[2:3].islower()

    def _mid_sentence(self, before: ParagraphBuilder, line: Line, gap: float) -> bool:
        """Whether a blank is inside a sentence, which something beside the text has torn apart."""
        torn = gap < 3.5 * before.frame.leading and line.plain[:1].islower() and not starts_item(line.plain)
        whole = before.done or (self.measured and self._early(before, line))
        return torn and not whole and len(before.lines) + len(line.plain.split()) > 3

    def _early(self, before: ParagraphBuilder, line: Line) -> bool:
        """Whether the last line ended although the first word of this line would have fitted on it."""
        last, frame = before.last, before.frame
        word = next(iter(line.plain.split(None, 1)), "")
        if self.measured:
            width = (line.x1 - line.x0) * len(word) / max(1, len(line.text))
            left_over = frame.right - last.x1 - width - 0.3 * frame.size
            least = 0.2 if before.done else 3.0
            return left_over > least * frame.size
        if last.x1 - frame.left > JOINED * frame.width and not (before.done and not word[:1].islower()):
            return False
        left_over = frame.width - _last_width(last, frame) - text_width(word)
        least = 0.03 if before.done else 0.4
        return left_over > least * frame.width


def _last_width(line: Line, frame: Frame) -> float:
    """How far a line of text reaches; of one that extraction has put together from several, the last of them."""
    width = line.x1 - frame.left
    while width > JOINED * frame.width:
        width -= 0.96 * frame.width
    return width


def _indented(line: Line, frame: Frame) -> bool:
    return line.x0 - frame.left > 0.8 * frame.size


def _other_look(last: Line, line: Line) -> bool:
    return last.bold != line.bold or last.italic != line.italic
