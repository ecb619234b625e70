"""Blocks -> blocks with their printed marks told apart: "Vraag 1" and what it opens are two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kamerbrief.layout import LayoutBlock
from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.printed_marks import NUMBERS, Mark, mark_of, numbers_in
from kamerbrief.structure.evidence.cues import CUES
from kamerbrief.structure.evidence.letter_landmarks import is_marker
from kamerbrief.structure.evidence.question_tables import listed

BARE = re.compile(r"(?P<number>\d{1,3})(?P<dot>[.)]?)(?:\s+|$)")
"""A number that may be the mark of a question: alone, or before its text."""
SEVERAL = re.compile(NUMBERS, re.X | re.I)
"""Several of them alone on a line: "21, 22 en 23"."""
LEAST = 3
"""Bare numbers in a row, from 1, that make a numbering."""


def marked(blocks: Sequence[LayoutBlock]) -> list[LayoutBlock]:
    """The blocks, each mark one of its own; a table of questions and answers as what it lists."""
    parted = [part for block in blocks for part in (listed(block) if block.rows else _parted(block))]
    if any(block.mark and block.mark.side == "question" and block.mark.numbers for block in parted):
        return parted
    labels = _numbering(parted)
    return [part for n, block in enumerate(parted) for part in (_labelled(block) if n in labels else (block,))]


def _parted(block: LayoutBlock) -> Iterator[LayoutBlock]:
    """A block, or its mark and what the mark opens as two."""
    mark = None if block.rows else _mark(block)
    if mark is None:
        yield block
        return
    yield from _cut(block, mark)


def _mark(block: LayoutBlock) -> Mark | None:
    text = block.text.text
    found = mark_of(text)
    if found is None and is_marker(text):
        return Mark("answer", end=len(text))
    return found


def _cut(block: LayoutBlock, mark: Mark) -> Iterator[LayoutBlock]:
    """The mark, and what follows it in the same block."""
    text = block.text
    rest = text.sub(0, mark.end, "")
    inside = tuple(note for note in text.notes if note.offset < mark.end)
    own = AnnotatedText(text.text[: mark.end].strip(), inside)
    kept = AnnotatedText(rest.text, rest.notes[len(inside) :], rest.turns)
    whole = not kept.text
    yield replace(block, text=own, mark=mark, end_page=block.end_page if whole else block.page, lines=block.lines[:1])
    if not whole:
        lines = block.lines[1:] if block.lines and block.lines[0].text.strip() == own.text else block.lines
        yield replace(block, text=kept, loose=False, gap=0.0, lines=lines)


# --- bare numbers ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Candidate:
    block: int
    numbers: tuple[str, ...]
    look: tuple[bool, bool, bool, bool]
    """Alone on its line, with a full stop, bold, italic."""
    asks: bool
    """Whether what stands behind it asks something."""

    @property
    def number(self) -> int:
        """Its first number, letters and parts of it aside."""
        return _count(self.numbers[0])

    @property
    def last(self) -> int:
        """Its last number."""
        return _count(self.numbers[-1])


def _count(number: str) -> int:
    return int(re.sub(r"\D.*", "", number))


def _numbering(blocks: Sequence[LayoutBlock]) -> set[int]:
    """Indexes of the blocks whose number is the mark of a question.

    Of all bare numbers that look alike and count on from 1, the longest row with questions behind its numbers.
    """
    candidates = list(_candidates(blocks))
    rows = [_row([c for c in candidates if c.look == look], blocks) for look in {c.look for c in candidates}]
    best = max(rows, key=len, default=[])
    return {candidate.block for candidate in best}


def _candidates(blocks: Sequence[LayoutBlock]) -> Iterator[_Candidate]:
    for n, block in enumerate(blocks):
        mark = None if block.rows or block.mark else _bare(block)
        if mark:
            alone = mark.end == len(block.text.text)
            behind = blocks[n + 1 : n + 3] if alone else [block]
            look = (alone, "." in block.text.text[: mark.end], block.bold and not alone, block.italic and not alone)
            yield _Candidate(n, mark.numbers, look, _asks(behind))


def _bare(block: LayoutBlock) -> Mark | None:
    """The number that a block is or begins with."""
    text = block.text.text
    if len(text) < 40 and SEVERAL.fullmatch(text.rstrip(".)")):
        return Mark("question", tuple(numbers_in(text)), end=len(text))
    found = BARE.match(text)
    return Mark("question", (found["number"],), end=found.end()) if found else None


def _asks(blocks: Sequence[LayoutBlock]) -> bool:
    """Whether what stands behind a number asks something, and is no heading."""
    titled = blocks and CUES["heading_look"](blocks[0]) and "?" not in blocks[0].words
    return not titled and any(CUES["inquires"](block) for block in blocks if not block.rows)


def _row(candidates: Sequence[_Candidate], blocks: Sequence[LayoutBlock]) -> list[_Candidate]:
    """Those that count on from 1, each with a question behind it wherever there is a choice.

    Under the heading of another faction they may start again.
    """
    row: list[_Candidate] = []
    for candidate in candidates:
        last = row[-1].last if row else 0
        next_one = candidate.number == last + 1 or (candidate.number > last and not _has(candidates, last + 1))
        again = candidate.number == 1 and bool(row) and _headed(blocks[row[-1].block : candidate.block])
        choice = candidate.asks or not any(
            c.number == candidate.number and c.asks for c in _behind(candidates, candidate)
        )
        if (next_one or again) and choice:
            row.append(candidate)
    enough = len(row) >= LEAST and sum(c.asks for c in row) > 0.6 * len(row)
    return row if enough else []


def _has(candidates: Sequence[_Candidate], number: int) -> bool:
    return any(candidate.number == number for candidate in candidates)


def _behind(candidates: Sequence[_Candidate], this: _Candidate) -> Iterator[_Candidate]:
    return (candidate for candidate in candidates if candidate.block > this.block)


def _headed(blocks: Sequence[LayoutBlock]) -> bool:
    return any(CUES["heading_words"](block) or CUES["faction_alone"](block) for block in blocks)


def _labelled(block: LayoutBlock) -> Iterator[LayoutBlock]:
    mark = _bare(block)
    return _cut(block, mark) if mark else iter((block,))
