"""Tell which bare numbers ("12" alone on a line, "12." before a text) mark questions, or the answers to them.

Numbers stand in letters for many things: pages, notes, items of a list. Those of questions count on from 1 (under
each heading anew, in some letters), look alike, and have something behind them that asks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from kamerbrief.patterns import pattern
from kamerbrief.printed_marks import NUMBERS, Mark, numbers_in
from kamerbrief.structure.evidence.cues import CUES
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock

BARE = pattern(
    r"(?P<number>\d{1,3}(?:\s?[a-z](?=[.)]|\s*$))?)(?P<dot>[.)]?)(?:\s+|$)",
    how="match",
    hits=("12", "12. Hoeveel bruggen zijn er?", "3) Wat kost dat?", "1 b. Waarom niet?", "4a"),
    misses=("2024", "2.1 De plicht", "12e brug", "a. een brug"),
)
"""A number alone, or before its text: "12", "12. Hoeveel ..."; it may have a letter behind it: "1 b.", "4a"."""
SEVERAL = pattern(
    NUMBERS,
    re.X | re.I,
    how="fullmatch",
    hits=("21, 22 en 23", "4 t/m 6", "7, 8, 9 10 en 11"),
    misses=("21 bruggen", "2021", "en 23"),
)
"""Several numbers alone on a line: "21, 22 en 23"."""
LEAST = 3
"""Numbers that a row must have."""
ASKING = 0.6
"""Share of the numbers in a row of questions behind which something is asked."""
ASKING_ANSWERED = 0.3
"""That share where answers are marked with numbers, so that questions must have numbers too."""
FEWER_ASK = 0.4
"""By so much smaller is the share of the numbers of answers behind which something is asked."""


@dataclass(frozen=True, slots=True)
class NumberCandidate:
    """A number that may be the mark of a question."""

    block: int
    """Index of its block."""
    numbers: tuple[str, ...]
    look: tuple[bool, bool, bool, bool] | None
    """Alone on its line, with a full stop, bold, italic; None for a mark in words, which fits any row."""
    asks: bool
    """Whether what stands behind it asks something."""

    @property
    def first(self) -> int:
        return _count(self.numbers[0])

    @property
    def last(self) -> int:
        return _count(self.numbers[-1])

    def is_followed_by(self, other: NumberCandidate) -> bool:
        """Whether another number is that of the next part of the same question: "1 b" behind "1 a"."""
        mine, theirs = self.numbers[-1], other.numbers[0]
        return self.last == other.first and theirs[-1].isalpha() and ord(theirs[-1]) == ord(mine[-1]) + 1


def _count(number: str) -> int:
    return int(re.sub(r"\D.*", "", number))


def number_rows(blocks: Sequence[MarkedBlock]) -> dict[int, Mark]:
    """The marks that bare numbers are, by the index of their block.

    The longest row of numbers that look alike and count on marks the questions. Where the same numbers come again and
    nothing is asked behind them, they mark the answers.
    """
    questions, answers = _best_row(list(_candidates(blocks)), blocks)
    marks = {c.block: _mark(blocks[c.block], "question") for c in questions}
    marks |= {c.block: _mark(blocks[c.block], "answer") for c in answers}
    return {block: mark for block, mark in marks.items() if mark}


def _mark(block: MarkedBlock, side: str) -> Mark | None:
    """The number that a block is or begins with, as a mark; None for a block that words mark already."""
    text = block.text.text
    if block.mark:
        return None
    if len(text) < 40 and SEVERAL.fullmatch(text.rstrip(".)")):
        return Mark(side, tuple(numbers_in(text)), end=len(text))
    found = BARE.match(text)
    return Mark(side, (found["number"],), end=found.end()) if found else None


def _candidates(blocks: Sequence[MarkedBlock]) -> Iterator[NumberCandidate]:
    seen = Counter(block.text.text.strip() for block in blocks)
    for n, block in enumerate(blocks):
        if block.side == "question" and block.mark and block.mark.numbers:
            yield NumberCandidate(n, block.mark.numbers, None, asks=True)
        mark = None if block.rows or block.mark or _is_title(block) else _mark(block, "question")
        alone = mark is not None and mark.end == len(block.text.text)
        if mark and (alone or seen[block.text.text.strip()] == 1):  # what a table of contents has too is a heading
            behind = blocks[n + 1 : n + 3] if alone else [block]
            look = (alone, "." in block.text.text[: mark.end], block.bold and not alone, block.italic and not alone)
            yield NumberCandidate(n, mark.numbers, look, _asks(behind))


def _is_title(block: MarkedBlock) -> bool:
    """Whether a number has a heading behind it, as "3. Kosten"."""
    mark = _mark(block, "question")
    return bool(mark and mark.end < len(block.text.text)) and CUES["heading_look"](block) and not _says_it(block)


def _says_it(block: MarkedBlock) -> bool:
    return any(CUES[name](block) for name in ("has_question", "asks_indirectly"))


def _asks(blocks: Sequence[MarkedBlock]) -> bool:
    """Whether what stands behind a number asks something, and is no heading."""
    titled = blocks and CUES["heading_look"](blocks[0]) and "?" not in blocks[0].words
    return not titled and any(
        CUES[name](block) for block in blocks if not block.rows for name in ("inquires", "asks_indirectly")
    )


def _best_row(
    candidates: Sequence[NumberCandidate], blocks: Sequence[MarkedBlock]
) -> tuple[Sequence[NumberCandidate], Sequence[NumberCandidate]]:
    """The longest row of numbers that look alike: those of questions, and those of the answers to them."""
    worded = any(candidate.look is None for candidate in candidates)
    fit = [c for c in candidates if c.look is None or c.asks or not worded]
    looks = sorted({candidate.look for candidate in fit if candidate.look})
    rows = [_row([c for c in fit if c.look in (look, None)], blocks) for look in looks]
    marks = [block.mark.numbers for block in blocks if block.side == "answer" and block.mark and block.mark.numbers]
    worded_answers = len(marks)
    rows = [row for row in rows if any(candidate.look for candidate in row)]
    told = [(row, ()) if worded_answers > 1 else _split(row) for row in rows]
    questions, answers = max(told, key=lambda sides: len(sides[0]), default=((), ()))
    answered = len(answers) + worded_answers > 1
    asking = sum(c.asks for c in questions) > (ASKING_ANSWERED if answered else ASKING) * len(questions)
    exact = worded_answers > 0 and [number for c in questions for number in c.numbers] == [n for m in marks for n in m]
    enough = exact or len(questions) >= LEAST - (answered or _is_parted(questions))
    return (questions, answers) if enough and asking else ((), ())


def _is_parted(questions: Sequence[NumberCandidate]) -> bool:
    """Whether other text stands between numbers that all ask something, as answers do: they are no items of a list."""
    alone = any(c.look and c.look[0] for c in questions)
    return all(c.asks for c in questions) and all(b.block - a.block > 1 + alone for a, b in pairwise(questions))


def _split(row: Sequence[NumberCandidate]) -> tuple[Sequence[NumberCandidate], Sequence[NumberCandidate]]:
    """Part a row where the numbers start again for the answers: before it most ask, behind it hardly any do."""
    starts = [n for n, candidate in enumerate(row) if n and candidate.first == 1]
    asked = [0, *accumulate(c.asks for c in row)]
    told = {n: asked[n] + len(row) - n - (asked[-1] - asked[n]) for n in starts}
    half = len(row) // 2
    alike = {half} & set(starts) if [c.numbers for c in row[:half]] == [c.numbers for c in row[half:]] else set()
    best = max(alike or starts, key=told.__getitem__, default=len(row))
    questions, answers = row[:best], row[best:]
    known = {number for candidate in questions for number in candidate.numbers}
    again = all(set(candidate.numbers) <= known for candidate in answers)
    fewer = _share(questions) - _share(answers)
    apart = again and fewer > FEWER_ASK and 2 * len(answers) > len(questions)
    return (questions, answers) if apart else (row, ())


def _share(row: Sequence[NumberCandidate]) -> float:
    """Which part of a row asks something."""
    return sum(candidate.asks for candidate in row) / (len(row) or 1)


def _row(candidates: Sequence[NumberCandidate], blocks: Sequence[MarkedBlock]) -> list[NumberCandidate]:
    """The numbers that count on from 1, each with a question behind it wherever there is a choice.

    Under another heading they may start again.
    """
    row: list[NumberCandidate] = []
    for n, candidate in enumerate(candidates):
        last = row[-1].last if row else 0
        skips = candidate.first > last and not any(c.first == last + 1 for c in candidates[n:])
        again = candidate.first == 1 and bool(row) and _headed(blocks[row[-1].block + 1 : candidate.block])
        next_part = bool(row) and row[-1].is_followed_by(candidate)
        counts_on = candidate.first == last + 1 or skips or next_part
        if again or (counts_on and not _better_later(candidate, candidates[n + 1 :])):
            row.append(candidate)
    return row


def _better_later(candidate: NumberCandidate, behind: Sequence[NumberCandidate]) -> bool:
    """Whether the same number comes again, before the numbers go on, with a question behind it that this one lacks."""
    if candidate.asks:
        return False
    for other in behind:
        if other.first < candidate.first or (other.first == candidate.last + 1 and other.asks):
            return False
        if other.first == candidate.first:
            return other.asks
    return False


def _headed(blocks: Sequence[MarkedBlock]) -> bool:
    names = ("heading_words", "faction_alone", "heading_look", "numbered_heading")
    return any(CUES[name](block) for block in blocks for name in names)
