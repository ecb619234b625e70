"""Search letters with a regular expression. A hit is a sentence, a row of a table, an item of a list, or a footnote."""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

import msgspec

from kamerbrief.errors import BadPattern, SlowPattern
from kamerbrief.library.limited_matching import with_matches
from kamerbrief.library.match_limit import MatchLimit, MatchTooLong
from kamerbrief.library.passages import SIDES, Candidate, MatchedPassage, Passage, Side, candidates, exchange_passages
from kamerbrief.sanitise import encodable

if TYPE_CHECKING:
    from kamerbrief.model import Letter


class Query(msgspec.Struct, frozen=True):
    """What to search for: a pattern and the options of `grep`."""

    pattern: str
    ignore_case: bool = False
    whole_word: bool = False
    fixed: bool = False
    """Whether the pattern is plain text, not a regular expression."""
    invert: bool = False
    """Whether the hits are the passages that do not match."""
    part: Literal["questions", "answers", "all"] = "all"
    """Which halves of the exchanges to search."""
    factions: tuple[str, ...] = ()
    """Canonical faction names; exchanges of any of these are searched. Empty means all exchanges."""
    max_count: int | None = None
    """The most hits in one letter; None for no limit."""
    before: int = 0
    after: int = 0
    """How many passages of context to give before and after a hit."""


def raise_slow(letter: str, why: str) -> None:
    """Raise SlowPattern for a letter."""
    raise SlowPattern(f"{letter}: {why}")


class CompiledQuery(msgspec.Struct, frozen=True):
    """A query together with its compiled pattern."""

    query: Query
    regex: re.Pattern[str]
    too_slow: Callable[[str, str], None] = raise_slow
    """Called with the name of a letter's file, and what is left out of it because the pattern takes too long there."""


class Hit(NamedTuple):
    """A passage that matches, with its place in the letter."""

    letter: str
    """The name of the letter's file."""
    number: int
    """The number of the exchange."""
    factions: tuple[str, ...]
    part: Side
    page: int | None
    text: str
    spans: tuple[tuple[int, int], ...]
    """Start and end offset of each match in the text; empty for an inverted query."""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    position: int = 0
    """The index of the passage in its side of the exchange, from 0."""


class FoundInLetter(Protocol):
    """The hits in one letter, in order: as hits with all their details, or as places and texts only."""

    def __iter__(self) -> Iterator[Hit]: ...

    def matched_passages(self) -> Iterator[MatchedPassage] | None:
        """Return only the place and text of each hit if that is faster; None if there is no faster way."""
        ...


class ParsedLetterHits(msgspec.Struct, frozen=True):
    """The hits in a letter that is in memory."""

    letter: Letter
    compiled: CompiledQuery

    def __iter__(self) -> Iterator[Hit]:
        return hits(self.letter, self.compiled)

    def matched_passages(self) -> None:
        """Return None: the hits are made just as fast."""


def compile_query(query: Query, too_slow: Callable[[str, str], None] = raise_slow) -> CompiledQuery:
    """Compile a query's pattern. Raises BadPattern if it is not a valid regular expression."""
    if query.pattern != encodable(query.pattern):
        raise BadPattern(f"'{query.pattern}' is not valid text (UTF-8); type it again")
    pattern = re.escape(query.pattern) if query.fixed else query.pattern
    if query.whole_word:
        pattern = rf"(?<!\w)(?:{pattern})(?!\w)"
    try:
        regex = _compiled(pattern, re.IGNORECASE if query.ignore_case else 0)
    except (re.error, RecursionError, OverflowError, MatchTooLong) as error:
        why = "it takes too long to read" if isinstance(error, MatchTooLong) else str(error)
        raise BadPattern(
            f"'{query.pattern}' is not a valid regular expression ({why}); use -F to search for it as plain text"
        ) from error
    return CompiledQuery(query, regex, too_slow)


def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    """Compile an expression, without Python's warnings that it may mean something else in a later version."""
    with warnings.catch_warnings(), MatchLimit():
        warnings.simplefilter("ignore")
        return re.compile(pattern, flags)


def hits(letter: Letter, compiled: CompiledQuery) -> Iterator[Hit]:
    """Find the passages of a letter that match, in order, at most `max_count` of them."""
    return hits_in(letter.source.name, candidates(map(exchange_passages, letter.exchanges)), compiled)


def hits_in(letter: str, passages: Iterable[Candidate], compiled: CompiledQuery) -> Iterator[Hit]:
    """Find the passages of one letter that match, among `passages`, in order, at most `max_count` of them.

    A passage on which the pattern takes too long is left out and reported.
    """
    query = compiled.query
    sides = _searched_sides(query)
    wanted = (
        passage
        for passage in passages
        if passage.side in sides and (not query.factions or _has_asker(passage.factions, query))
    )
    found = (
        _hit(letter, passage, query, spans)
        for passage, spans in with_matches(wanted, compiled.regex, partial(compiled.too_slow, letter))
        if bool(spans) != query.invert
    )
    return islice(found, _most(query))


def _most(query: Query) -> int | None:
    """Return `max_count` as `islice` accepts it."""
    return None if query.max_count is None else min(query.max_count, sys.maxsize)


def select_matched(passages: Iterable[MatchedPassage], query: Query) -> Iterator[MatchedPassage]:
    """Keep the matched passages that the query's part and factions allow, at most `max_count` of them."""
    sides = _searched_sides(query)
    return islice(
        (
            passage
            for passage in passages
            if passage[2] in sides and (not query.factions or _has_asker(passage[1], query))
        ),
        _most(query),
    )


def _searched_sides(query: Query) -> list[int]:
    """Return the indexes in SIDES of the sides that the query searches."""
    return [n for n, (_, half) in enumerate(SIDES) if query.part in ("all", half)]


def _has_asker(factions: Iterable[str], query: Query) -> bool:
    """Tell whether one of the factions is one that the query asks for."""
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
    """Count the exchanges of one letter that have a hit."""
    return len({hit.number for hit in found})
