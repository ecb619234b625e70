"""Store all passages of a letter as one text plus offsets, and find the passages that a match overlaps.

A letter's row in the database has the text and, encoded, a PassageLayout. Offsets count characters of that text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple, overload

import msgspec

from kamerbrief.library.passages import END, Candidate, ExchangePassages, MatchedPassage, Passage

Edges = tuple[int, int, int, int, int]
"""Indexes of passages that bound the four sides of an exchange: side n runs from edge n up to edge n + 1."""


class PassageLayout(NamedTuple):
    """How the text of a letter is divided into exchanges, sides and passages."""

    exchanges: list[tuple[int, tuple[str, ...], Edges]]
    """Number, factions and edges of each exchange."""
    pages: list[int | None]
    """The page of each passage of the letter, in order."""
    starts: list[int]
    """The offset at which each passage starts in the text, and one more: the end of the text."""


_decoder = msgspec.msgpack.Decoder(tuple[list[tuple[int, tuple[str, ...], Edges]], list[int | None], list[int]])


def encode_layout(exchanges: Iterable[ExchangePassages]) -> bytes:
    """Encode how the text of these exchanges is divided, for a row of the database (MessagePack)."""
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


def decode_layout(text: str, layout: bytes) -> PassageLayout:
    """Decode how a stored text is divided. Raises msgspec.MsgspecError or ValueError if it is not of this text."""
    decoded = PassageLayout(*_decoder.decode(layout))
    exchanges, pages, starts = decoded
    edges = [edge for exchange in exchanges for edge in exchange[2]]
    ends = (edges[-1] if edges else 0, starts[-1] if starts else 0)
    if len(starts) != len(pages) + 1 or ends != (len(pages), len(text)):
        raise ValueError("the layout is that of another text")
    if starts[0] or starts != sorted(starts) or edges != sorted(edges):
        raise ValueError("the layout is not in order")
    return decoded


def stored_exchanges(text: str, layout: bytes) -> Iterator[ExchangePassages]:
    """Iterate over the exchanges of a stored letter, each with its passages."""
    decoded = decode_layout(text, layout)
    for number, factions, edges in decoded.exchanges:
        yield ExchangePassages(number, factions, [PassageSlice(text, decoded, *side) for side in pairwise(edges)])


def overlapped_passages(text: str, layout: bytes, matches: Iterable[re.Match[str]]) -> Iterator[Candidate]:
    """Yield the passages of a stored letter that some match in its text overlaps, in order."""
    decoded = decode_layout(text, layout)
    for at, number, factions, side, first, last in _locate(_overlapped(matches, decoded.starts), decoded):
        passage = text[decoded.starts[at] : decoded.starts[at + 1] - len(END)]
        around = PassageSlice(text, decoded, first, last)
        yield Candidate(number, factions, side, at - first, decoded.pages[at], passage, around)


def matched_passages(text: str, layout: bytes, regex: re.Pattern[str]) -> Iterator[MatchedPassage]:
    """Yield the passages of a stored letter that match an expression, in order.

    Only for an expression for which `joinable` is true: it is run over the whole text at once.
    """
    decoded = decode_layout(text, layout)
    _, pages, starts = decoded
    found = _overlapped(regex.finditer(text), starts)
    for at, number, factions, side, _, _ in _locate(found, decoded):
        passage = text[starts[at] : starts[at + 1] - len(END)]
        if found[at] or regex.search(passage):
            yield number, factions, side, pages[at], passage


def _locate(found: Iterable[int], decoded: PassageLayout) -> Iterator[tuple[int, int, tuple[str, ...], int, int, int]]:
    """Yield each passage's index, its exchange's number and factions, its side, and where that side starts and ends."""
    exchanges = iter(decoded.exchanges)
    number, edges = 0, (0, 0, 0, 0, 0)
    factions: tuple[str, ...] = ()
    for at in found:
        while at >= edges[4]:
            number, factions, edges = next(exchanges)
        side = bisect_right(edges, at, 1) - 1
        yield at, number, factions, side, edges[side], edges[side + 1]


def _overlapped(matches: Iterable[re.Match[str]], starts: list[int]) -> dict[int, bool]:
    """Map the index of each passage that a match overlaps to whether some match lies wholly within it.

    Such a match is one in the passage by itself too; for another, the passage must be searched alone.
    """
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
    """The passages of one side, cut out of the letter's text when they are asked for."""

    __slots__ = ("first", "last", "layout", "text")

    def __init__(self, text: str, layout: PassageLayout, first: int, last: int) -> None:
        self.text, self.layout, self.first, self.last = text, layout, first, last

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
        starts = self.layout.starts
        return Passage(self.layout.pages[place], self.text[starts[place] : starts[place + 1] - len(END)])
