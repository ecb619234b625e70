"""The passages of a letter as its row has them: one text, and where in it each stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple, overload

import msgspec

from kamerbrief.library.passages import END, Candidate, Passage, Searched, Spot

Edges = tuple[int, int, int, int, int]


class PassageLayout(NamedTuple):
    """How a letter's text is divided."""

    exchanges: list[tuple[int, tuple[str, ...], Edges]]
    """Number, factions, and which passages are the four sides: each from an edge up to the next."""
    pages: list[int | None]
    """Of each passage of the letter, in order."""
    starts: list[int]
    """Where each stands in the text; one more for its end."""


_decoder = msgspec.msgpack.Decoder(tuple[list[tuple[int, tuple[str, ...], Edges]], list[int | None], list[int]])


def laid_out(exchanges: Iterable[Searched]) -> bytes:
    """How the texts of a letter's exchanges are divided, as a row keeps it."""
    found = list(exchanges)
    passages = [passage for exchange in found for side in exchange.sides for passage in side]
    at = 0
    rows = []
    for exchange in found:
        edges = list(accumulate((len(side) for side in exchange.sides), initial=at))
        rows.append((exchange.number, exchange.factions, edges))
        at = edges[-1]
    starts = list(accumulate((len(p.text) + len(END) for p in passages), initial=0))
    return msgspec.msgpack.encode((rows, [p.page for p in passages], starts))


def searched(text: str, layout: bytes) -> Iterator[Searched]:
    """The exchanges of a letter."""
    laid = PassageLayout(*_decoder.decode(layout))
    for number, factions, edges in laid.exchanges:
        yield Searched(number, factions, [PassageSlice(text, laid, *side) for side in pairwise(edges)])


def touched(text: str, layout: bytes, matches: Iterable[re.Match[str]]) -> Iterator[Candidate]:
    """The passages of a letter that a match in its text touches, in order."""
    laid = PassageLayout(*_decoder.decode(layout))
    for at, number, factions, side, first, last in _placed(_touched(matches, laid.starts), laid):
        passage = text[laid.starts[at] : laid.starts[at + 1] - len(END)]
        around = PassageSlice(text, laid, first, last)
        yield Candidate(number, factions, side, at - first, laid.pages[at], passage, around)


def spots(text: str, layout: bytes, regex: re.Pattern[str]) -> Iterator[Spot]:
    """The passages of a letter that match an expression, in order; see `joinable` for which it may be."""
    laid = PassageLayout(*_decoder.decode(layout))
    _, pages, starts = laid
    found = _touched(regex.finditer(text), starts)
    for at, number, factions, side, _, _ in _placed(found, laid):
        passage = text[starts[at] : starts[at + 1] - len(END)]
        if found[at] or regex.search(passage):
            yield number, factions, side, pages[at], passage


def _placed(found: Iterable[int], laid: PassageLayout) -> Iterator[tuple[int, int, tuple[str, ...], int, int, int]]:
    """Passages, each with its exchange's number and factions, its side, and where that starts and ends."""
    exchanges = iter(laid.exchanges)
    number, edges = 0, (0, 0, 0, 0, 0)
    factions: tuple[str, ...] = ()
    for at in found:
        while at >= edges[4]:
            number, factions, edges = next(exchanges)
        side = bisect_right(edges, at, 1) - 1
        yield at, number, factions, side, edges[side], edges[side + 1]


def _touched(matches: Iterable[re.Match[str]], starts: list[int]) -> dict[int, bool]:
    """Which passages a match touches, and whether one lies within it: then it matches by itself too."""
    found: dict[int, bool] = {}
    for match in matches:
        start, end = match.span()
        at = bisect_right(starts, start) - 1
        if end < starts[at + 1]:
            found[at] = True
            continue
        found.setdefault(at, False)
        while starts[at + 1] < end:
            at += 1
            found.setdefault(at, False)
    return found


class PassageSlice(Sequence[Passage]):
    """The passages of one side, cut out of the text when asked for."""

    __slots__ = ("first", "laid", "last", "text")

    def __init__(self, text: str, laid: PassageLayout, first: int, last: int) -> None:
        self.text, self.laid, self.first, self.last = text, laid, first, last

    def __len__(self) -> int:
        return self.last - self.first

    @overload
    def __getitem__(self, at: int) -> Passage: ...
    @overload
    def __getitem__(self, at: slice) -> list[Passage]: ...
    def __getitem__(self, at: int | slice) -> Passage | list[Passage]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        place = self.first + at
        if not self.first <= place < self.last:
            raise IndexError(at)
        starts = self.laid.starts
        return Passage(self.laid.pages[place], self.text[starts[place] : starts[place + 1] - len(END)])
