"""Regular expressions over letters; the unit of a hit is a sentence, a table's row, or an item of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from kamerbrief.errors import BadPattern
from kamerbrief.library.passages import SIDES, Passage, Searched, Side, searched_of

if TYPE_CHECKING:
    from kamerbrief.model import Letter


@dataclass(frozen=True, slots=True)
class Query:
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


@dataclass(frozen=True, slots=True)
class CompiledQuery:
    """A query with its pattern compiled."""

    query: Query
    regex: re.Pattern[str]


class Hit(NamedTuple):
    """A passage that matches, with where it stands."""

    letter: str
    number: int
    factions: tuple[str, ...]
    part: Side
    page: int
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
    return hits_in(letter.source.name, map(searched_of, letter.exchanges), compiled)


def hits_in(letter: str, exchanges: Iterable[Searched], compiled: CompiledQuery) -> Iterator[Hit]:
    """The passages of a letter's exchanges that match, in their order, at most `max_count`."""
    found = (
        hit
        for exchange in exchanges
        if _asked_for(exchange, compiled.query)
        for n, (part, half) in enumerate(SIDES)
        if compiled.query.part in ("all", half) and exchange.sides[n]
        for hit in _hits(letter, exchange, part, n, compiled)
    )
    return islice(found, compiled.query.max_count)


def count(found: Iterable[Hit]) -> int:
    """How many exchanges of one letter have a hit."""
    return len({hit.number for hit in found})


def _asked_for(exchange: Searched, query: Query) -> bool:
    return not query.factions or any(name in query.factions for name in exchange.factions)


def _hits(letter: str, exchange: Searched, part: Side, at: int, compiled: CompiledQuery) -> Iterator[Hit]:
    query = compiled.query
    side = exchange.sides[at]
    for n in range(len(side)) if exchange.only is None else exchange.only[at]:
        page, text = side[n]
        spans = tuple(m.span() for m in compiled.regex.finditer(text))
        if bool(spans) == query.invert:
            continue
        yield Hit(
            letter=letter,
            number=exchange.number,
            factions=exchange.factions,
            part=part,
            page=page,
            text=text,
            spans=() if query.invert else tuple(span for span in spans if span[0] < span[1]),
            before=_texts(side[max(0, n - query.before) : n]) if query.before else (),
            after=_texts(side[n + 1 : n + 1 + query.after]) if query.after else (),
            position=n,
        )


def _texts(passages: Iterable[Passage]) -> tuple[str, ...]:
    return tuple(passage.text for passage in passages)
