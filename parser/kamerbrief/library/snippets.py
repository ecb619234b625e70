"""Choose the passage of a found exchange that has most of the words searched for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kamerbrief.library.passage_offsets import stored_exchanges
from kamerbrief.library.passages import END, SIDES, ExchangePassages, Side

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Mark the start and the end of a match; these characters never occur in a letter."""
MARKS = re.compile(f"[{OPEN}{CLOSE}]")
WIDEST = 320
"""Characters of the longest snippet; a longer passage is cut between words."""
GAP = "…"
"""Stands where a passage was cut."""

Spans = tuple[tuple[int, int], ...]
"""Start and end offset of each match in a text."""


class Snippet(NamedTuple):
    """A passage, or the part of it around the matches."""

    part: Side
    page: int | None
    text: str
    spans: Spans
    """Where it matches, as offsets in `text`."""


def snippet(text: str, layout: bytes, number: int, question: str, answer: str) -> tuple[ExchangePassages, Snippet]:
    """Return the exchange with this number, and the passage of it with most of what was searched for.

    `text` and `layout` are the letter's row; `question` and `answer` the exchange's halves with matches marked.
    """
    exchange = next((one for one in stored_exchanges(text, layout) if one.number == number), None)
    if exchange is None:
        raise ValueError(f"exchange {number} is missing")
    halves = (_spans(question), _spans(answer))
    passages = [*_passages(exchange, 0, halves[0]), *_passages(exchange, 2, halves[1])]
    best = max(passages, key=_score)
    return exchange, _cut(best)


def _spans(marked: str) -> list[tuple[int, int]]:
    """Return the offsets of the matches in a marked text, counted without the marks."""
    at = [found.start() - n for n, found in enumerate(MARKS.finditer(marked))]
    return list(zip(at[::2], at[1::2], strict=False))


def _passages(exchange: ExchangePassages, first: int, spans: Sequence[tuple[int, int]]) -> Iterator[Snippet]:
    """Yield the passages of a half, each with the matches in it. `first` is the half's first index in SIDES."""
    start = 0
    for (part, _), side in zip(SIDES[first : first + 2], exchange.sides[first : first + 2], strict=True):
        for page, text in side:
            end = start + len(text)
            own = tuple((a - start, min(b, end) - start) for a, b in spans if start <= a < end)
            yield Snippet(part, page, text, own)
            start = end + len(END)


def _score(passage: Snippet) -> tuple[int, int]:
    """Count the different texts that match in a passage, then all matches."""
    return len({passage.text[a:b].casefold() for a, b in passage.spans}), len(passage.spans)


def _cut(passage: Snippet) -> Snippet:
    """Cut a long passage to the part that starts shortly before its first match."""
    text, first = passage.text, passage.spans[0][0] if passage.spans else 0
    if len(text) <= WIDEST:
        return passage
    start = 0 if first < WIDEST // 2 else text.find(" ", first - WIDEST // 4) + 1
    end = len(text) if start + WIDEST >= len(text) else text.rfind(" ", start + 1, start + WIDEST)
    end = end if end > start else start + WIDEST
    head = GAP if start else ""
    shown = head + text[start:end] + (GAP if end < len(text) else "")
    moved = tuple((a - start + len(head), b - start + len(head)) for a, b in passage.spans if a >= start and b <= end)
    return Snippet(passage.part, passage.page, shown, moved)
