"""Regular expressions over letters; the unit of a hit is a sentence, a table's row, or an item of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kamerbrief.errors import BadPattern
from kamerbrief.model import Block, Exchange, Letter, Listing, Paragraph, Part, Table
from kamerbrief.sentences import Span, split

Side = Literal["question", "answer", "footnote"]


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


@dataclass(frozen=True, slots=True)
class Hit:
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


@dataclass(frozen=True, slots=True)
class _Passage:
    part: Side
    page: int
    text: str


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
    left = compiled.query.max_count
    for exchange in letter.exchanges:
        if not _asked_for(exchange, compiled.query):
            continue
        for side in _sides(exchange, compiled.query):
            for hit in _hits(letter, exchange, side, compiled):
                if left is not None and left <= 0:
                    return
                left = None if left is None else left - 1
                yield hit


def count(letter: Letter, compiled: CompiledQuery) -> int:
    """How many exchanges of a letter have a hit."""
    return len({hit.number for hit in hits(letter, compiled)})


def _asked_for(exchange: Exchange, query: Query) -> bool:
    return not query.factions or any(name in query.factions for name in exchange.factions)


def _sides(exchange: Exchange, query: Query) -> Iterator[list[_Passage]]:
    """The passages of each side that the query asks for; footnotes go with the side that has their marker."""
    asked = _markers(exchange.question)
    for name, part in (("question", exchange.question), ("answer", exchange.answer)):
        if query.part in ("all", f"{name}s"):
            yield [_Passage("question" if name == "question" else "answer", *p) for p in passages(part)]
            yield [
                _Passage("footnote", note.page, note.text)
                for note in exchange.footnotes
                if note.text and (note.marker in asked) == (name == "question")
            ]


def _markers(part: Part) -> set[str]:
    return {mark.marker for block in part.blocks if not isinstance(block, Table) for mark in block.notes}


def passages(part: Part) -> Iterator[tuple[int, str]]:
    """Each sentence, table row or list item of a part, with the page on which it starts."""
    for block in part.blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[tuple[int, str]]:
    match block:
        case Paragraph():
            for span in split(block.text):
                yield page_at(block, span), block.text[span.start : span.end]
        case Table():
            for row in block.rows:
                yield block.page, " | ".join(row)
        case Listing():
            for item in block.items:
                yield block.page, item


def page_at(paragraph: Paragraph, span: Span) -> int:
    """The page on which a stretch of a paragraph starts."""
    return max([paragraph.page, *(turn.page for turn in paragraph.turns if turn.offset <= span.start)])


def _hits(letter: Letter, exchange: Exchange, side: Sequence[_Passage], compiled: CompiledQuery) -> Iterator[Hit]:
    query = compiled.query
    for n, passage in enumerate(side):
        spans = tuple(m.span() for m in compiled.regex.finditer(passage.text))
        if bool(spans) == query.invert:
            continue
        yield Hit(
            letter=letter.source.name,
            number=exchange.number,
            factions=exchange.factions,
            part=passage.part,
            page=passage.page,
            text=passage.text,
            spans=() if query.invert else tuple(span for span in spans if span[0] < span[1]),
            before=tuple(p.text for p in side[max(0, n - query.before) : n]),
            after=tuple(p.text for p in side[n + 1 : n + 1 + query.after]),
            position=n,
        )
