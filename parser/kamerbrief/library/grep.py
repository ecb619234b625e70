"""Regular expressions over letters; the unit of a hit is a sentence, a table's row, or an item of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from kamerbrief.errors import BadPattern
from kamerbrief.library.passages import SIDES, Candidate, Passage, Side, Spot, candidates, searched_of

if TYPE_CHECKING:
    from kamerbrief.model import Letter


class Query(msgspec.Struct, frozen=True):
    """What to look for, with grep's flags."""

    pattern: str
    ignore_case: bool = False
    whole_word: bool = False
    fixed: bool = False
    """The pattern is plain text."""
    invert: bool = False
    """Hits are the passages that do not match."""
    part: Literal["questions", "answers", "all"] = "all"
    factions: tuple[str, ...] = ()
    """Canonical names, any of which may ask; empty for all."""
    max_count: int | None = None
    """At most so many hits a letter."""
    before: int = 0
    after: int = 0
    """Passages of context on either side."""


class CompiledQuery(msgspec.Struct, frozen=True):
    """A query with its pattern compiled."""

    query: Query
    regex: re.Pattern[str]


class Hit(NamedTuple):
    """A passage that matches, with where it stands."""

    letter: str
    number: int
    factions: tuple[str, ...]
    part: Side
    page: int | None
    text: str
    spans: tuple[tuple[int, int], ...]
    """Where in the text the pattern matches; empty for an inverted query."""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    position: int = 0
    """Which passage of its side of the exchange it is, from 0."""


def compile_query(query: Query) -> CompiledQuery:
    """The query, ready to run. Raises BadPattern where the expression is not one."""
    pattern = re.escape(query.pattern) if query.fixed else query.pattern
    if query.whole_word:
        pattern = rf"(?<!\w)(?:{pattern})(?!\w)"
    try:
        return CompiledQuery(query, re.compile(pattern, re.IGNORECASE if query.ignore_case else 0))
    except (re.error, RecursionError, OverflowError) as error:
        raise BadPattern(f"'{query.pattern}' is no regular expression ({error}); -F takes it as plain text") from error


def hits(letter: Letter, compiled: CompiledQuery) -> Iterator[Hit]:
    """The passages of a letter that match, in its order, at most `max_count`."""
    return hits_in(letter.source.name, candidates(map(searched_of, letter.exchanges)), compiled)


def hits_in(letter: str, passages: Iterable[Candidate], compiled: CompiledQuery) -> Iterator[Hit]:
    """Those of a letter's passages that match, in their order, at most `max_count`."""
    query, find = compiled.query, compiled.regex.finditer
    wanted = _sides(query)
    return islice(
        (
            _hit(letter, passage, query, spans)
            for passage in passages
            if passage.side in wanted and (not query.factions or _asked_for(passage.factions, query))
            if bool(spans := [match.span() for match in find(passage.text)]) != query.invert
        ),
        query.max_count,
    )


def spots_in(spots: Iterable[Spot], query: Query) -> Iterator[Spot]:
    """Those of a letter's passages that match which the query wants, in their order, at most `max_count`."""
    wanted = _sides(query)
    return islice(
        (spot for spot in spots if spot[2] in wanted and (not query.factions or _asked_for(spot[1], query))),
        query.max_count,
    )


def _sides(query: Query) -> list[int]:
    return [n for n, (_, half) in enumerate(SIDES) if query.part in ("all", half)]


def _asked_for(factions: Iterable[str], query: Query) -> bool:
    return any(name in query.factions for name in factions)


def _hit(letter: str, passage: Candidate, query: Query, spans: list[tuple[int, int]]) -> Hit:
    number, factions, side, at, page, text, around = passage
    return Hit(
        letter,
        number,
        factions,
        SIDES[side][0],
        page,
        text,
        () if query.invert else tuple([span for span in spans if span[0] < span[1]]),
        _texts(around[max(0, at - query.before) : at]) if query.before else (),
        _texts(around[at + 1 : at + 1 + query.after]) if query.after else (),
        at,
    )


def _texts(passages: Iterable[Passage]) -> tuple[str, ...]:
    return tuple(passage.text for passage in passages)


def count(found: Iterable[Hit]) -> int:
    """How many exchanges of one letter have a hit."""
    return len({hit.number for hit in found})
