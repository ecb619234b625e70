"""The passages of a letter as its row has them: one text, and where in it each stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple, overload

import msgspec

from kamerbrief.library.passages import END, Passage, Searched

Counts = tuple[int, int, int, int]


class Layout(NamedTuple):
    """How a letter's text is divided."""

    exchanges: list[tuple[int, tuple[str, ...], Counts]]
    """Number, factions, and how many passages each side has."""
    pages: list[int]
    lengths: list[int]
    """Of each passage of the letter, in order."""


_decoder = msgspec.msgpack.Decoder(tuple[list[tuple[int, tuple[str, ...], Counts]], list[int], list[int]])


def laid_out(exchanges: Iterable[Searched]) -> bytes:
    """How the texts of a letter's exchanges are divided, as a row keeps it."""
    found = list(exchanges)
    passages = [passage for exchange in found for side in exchange.sides for passage in side]
    counts = [(exchange.number, exchange.factions, [len(side) for side in exchange.sides]) for exchange in found]
    return msgspec.msgpack.encode((counts, [p.page for p in passages], [len(p.text) for p in passages]))


def searched(text: str, layout: bytes, matches: Iterable[re.Match[str]] | None = None) -> Iterator[Searched]:
    """The exchanges of a letter; where matches in its text are given, only those that one touches."""
    laid = Layout(*_decoder.decode(layout))
    starts = [0, *accumulate(length + len(END) for length in laid.lengths)]
    touched = None if matches is None else _touched(matches, starts)
    at = 0
    for number, factions, counts in laid.exchanges:
        edges = [*accumulate(counts, initial=at)]
        at = edges[-1]
        if touched is None:
            yield Searched(number, factions, _sides(text, laid, starts, edges))
        elif touched and touched[-1] < at:
            yield Searched(number, factions, _sides(text, laid, starts, edges), _only(touched, edges))


def _touched(matches: Iterable[re.Match[str]], starts: list[int]) -> list[int]:
    """Which passages a match touches, the last first."""
    found: dict[int, None] = {}
    for match in matches:
        start, end = match.span()
        at = bisect_right(starts, start) - 1
        found[at] = None
        while starts[at + 1] < end:
            at += 1
            found[at] = None
    return list(reversed(found))


def _only(touched: list[int], edges: list[int]) -> list[list[int]]:
    """Of each side, between two edges, the positions that are touched; these are taken from the list."""
    found = []
    for first, last in pairwise(edges):
        side = []
        while touched and touched[-1] < last:
            side.append(touched.pop() - first)
        found.append(side)
    return found


def _sides(text: str, laid: Layout, starts: list[int], edges: list[int]) -> list[Cut]:
    return [Cut(text, laid, starts, edges[n], edges[n + 1]) for n in range(len(edges) - 1)]


class Cut(Sequence[Passage]):
    """The passages of one side, cut out of the text when asked for."""

    __slots__ = ("first", "laid", "last", "starts", "text")

    def __init__(self, text: str, laid: Layout, starts: list[int], first: int, last: int) -> None:
        self.text, self.laid, self.starts = text, laid, starts
        self.first, self.last = first, last

    def __len__(self) -> int:
        return self.last - self.first

    @overload
    def __getitem__(self, at: int) -> Passage: ...
    @overload
    def __getitem__(self, at: slice) -> list[Passage]: ...
    def __getitem__(self, at: int | slice) -> Passage | list[Passage]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(at)
        place = self.first + at
        start = self.starts[place]
        return Passage(self.laid.pages[place], self.text[start : start + self.laid.lengths[place]])
