"""Split blocks at their printed marks, so that "Vraag 1" and the question behind it are two blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from kamerbrief.layout import LayoutBlock
from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.printed_marks import Mark, mark_of
from kamerbrief.reading.page_lines import Line
from kamerbrief.structure.evidence.letter_landmarks import is_marker


@dataclass(frozen=True, slots=True)
class MarkedBlock(LayoutBlock):
    """A block of the body, with the printed mark that it is, if it is one."""

    mark: Mark | None = None

    @property
    def side(self) -> str | None:
        """What its mark opens: question, answer or notice; None where it is no mark."""
        return self.mark.side if self.mark else None


_FIELDS = tuple(field.name for field in fields(LayoutBlock))


def with_mark(block: LayoutBlock, mark: Mark | None = None, **changes: Any) -> MarkedBlock:
    """Copy a block, with a mark and with some of its fields changed."""
    values: dict[str, Any] = {name: getattr(block, name) for name in _FIELDS}
    return MarkedBlock(**(values | changes), mark=mark)


def split_at_mark(block: LayoutBlock) -> Iterator[MarkedBlock]:
    """Yield a block, or the mark that it begins with and what stands behind that mark."""
    mark = None if block.rows else _worded_mark(block.text.text)
    yield from cut_off(block, mark) if mark else (with_mark(block),)


def _worded_mark(text: str) -> Mark | None:
    found = mark_of(text)
    if found is None and is_marker(text):
        return Mark("answer", end=len(text))
    return found


def cut_off(block: LayoutBlock, mark: Mark) -> Iterator[MarkedBlock]:
    """Yield the mark at the beginning of a block, and the rest of the block where there is any."""
    text = block.text
    rest = text.sub(0, mark.end, "")
    inside = tuple(note for note in text.notes if note.offset < mark.end)
    own = AnnotatedText(text.text[: mark.end].strip(), inside)
    kept = AnnotatedText(rest.text, rest.notes[len(inside) :], rest.turns)
    whole = not kept.text
    end_page = block.end_page if whole else block.page
    yield with_mark(block, mark, text=own, end_page=end_page, lines=block.lines[:1])
    if not whole:
        yield with_mark(block, text=kept, loose=False, gap=0.0, lines=_lines_behind(block.lines, own.text))


def _lines_behind(lines: tuple[Line, ...], mark: str) -> tuple[Line, ...]:
    """The lines of a block, without the first where the mark took all of it."""
    return lines[1:] if lines and lines[0].text.strip() == mark else lines
