"""The passage of an exchange that shows best why it was found, in the words of the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kamerbrief.library.passage_offsets import searched
from kamerbrief.library.passages import END, SIDES, Searched, Side

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Stand around what matches; no text has these."""
MARKS = re.compile(f"[{OPEN}{CLOSE}]")
WIDEST = 320
"""Characters of a snippet; a longer passage is cut at words."""
GAP = "…"

Spans = tuple[tuple[int, int], ...]


class Snippet(NamedTuple):
    """A passage, or the middle of it."""

    part: Side
    page: int | None
    text: str
    spans: Spans
    """What matches in it."""


def snippet(text: str, layout: bytes, number: int, question: str, answer: str) -> tuple[Searched, Snippet]:
    """The exchange with a number in a letter's text, and the passage with most of what was looked for.

    `question` and `answer` are the exchange's halves with the matches marked.
    """
    exchange = next(one for one in searched(text, layout) if one.number == number)
    halves = (_spans(question), _spans(answer))
    passages = [*_passages(exchange, 0, halves[0]), *_passages(exchange, 2, halves[1])]
    best = max(passages, key=_worth)
    return exchange, _cut(best)


def _spans(marked: str) -> list[tuple[int, int]]:
    """Where the matches stand, in the text without marks."""
    at = [found.start() - n for n, found in enumerate(MARKS.finditer(marked))]
    return list(zip(at[::2], at[1::2], strict=False))


def _passages(exchange: Searched, first: int, spans: Sequence[tuple[int, int]]) -> Iterator[Snippet]:
    """The passages of a half, each with its own matches."""
    start = 0
    for (part, _), side in zip(SIDES[first : first + 2], exchange.sides[first : first + 2], strict=True):
        for page, text in side:
            stop = start + len(text)
            own = tuple((a - start, min(b, stop) - start) for a, b in spans if start <= a < stop)
            yield Snippet(part, page, text, own)
            start = stop + len(END)


def _worth(shown: Snippet) -> tuple[int, int]:
    """How many different things match in it, then how many."""
    return len({shown.text[a:b].casefold() for a, b in shown.spans}), len(shown.spans)


def _cut(shown: Snippet) -> Snippet:
    """The stretch of a long passage from a little before its first match."""
    if len(shown.text) <= WIDEST:
        return shown
    first = shown.spans[0][0] if shown.spans else 0
    start = 0 if first < WIDEST // 2 else shown.text.find(" ", first - WIDEST // 4) + 1
    stop = len(shown.text) if start + WIDEST >= len(shown.text) else shown.text.rfind(" ", start + 1, start + WIDEST)
    stop = stop if stop > start else start + WIDEST
    head = GAP if start else ""
    text = head + shown.text[start:stop] + (GAP if stop < len(shown.text) else "")
    moved = tuple((a - start + len(head), b - start + len(head)) for a, b in shown.spans if a >= start and b <= stop)
    return Snippet(shown.part, shown.page, text, moved)
