"""Fill in the citations of a letter: those in each exchange with its footnotes, and those outside all exchanges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from kamerbrief.insight.citations.citation_finder import FoundCitation, find_citations
from kamerbrief.insight.citations.own_documents import own_identifiers
from kamerbrief.insight.located_sentences import map_exchanges
from kamerbrief.insight.wording_rules import LONGEST
from kamerbrief.model import Block, Citation, Exchange, Footnote, Letter, Listing, Paragraph, Part
from kamerbrief.sentences import SentenceSpan, split

Where = Literal["question", "answer", "footnote", "introduction", "heading"]
"""The part of a letter in which a citation stands."""
HEADINGS = ("letterhead", "notice", "remark", "annex")
"""The asides in which a letter may cite another document."""


def with_citations(letter: Letter) -> Letter:
    """Return the letter with the citations in it; what it prints of itself is none."""
    outside = tuple(_outside(letter))
    letter = map_exchanges(letter, _with_own)
    return msgspec.structs.replace(letter, citations=outside)


def _with_own(exchange: Exchange) -> Exchange:
    """Return an exchange with the citations in its question, its answer and its footnotes."""
    found = (
        *_in_part(exchange.question, "question"),
        *_in_part(exchange.answer, "answer"),
        *_in_notes(exchange.footnotes),
    )
    return msgspec.structs.replace(exchange, citations=found)


def _outside(letter: Letter) -> Iterator[Citation]:
    """Yield the citations in the introduction, above the letter, and in notes outside the exchanges."""
    own = own_identifiers(letter)
    seen: set[tuple[str, int | None]] = set()
    for paragraph in letter.introduction:
        yield from _in_text(paragraph, None, "introduction")
    for aside in letter.asides:
        for one in _in_text(aside.text, aside.page, "heading") if aside.kind in HEADINGS else ():
            if one.id not in own and (one.id, one.page) not in seen:
                seen.add((one.id, one.page))
                yield one
    yield from _in_notes(letter.footnotes)


def _in_notes(notes: Iterable[Footnote]) -> Iterator[Citation]:
    for note in notes:
        yield from _in_text(note.text or "", note.page, "footnote")


def _in_part(part: Part, where: Where) -> Iterator[Citation]:
    for block in part.blocks:
        if isinstance(block, Paragraph):
            for one in find_citations(block.text):
                yield _citation(block.text, one, where, block.page_at(_sentence(block.text, one)[0]))
        else:
            for text in _texts(block):
                yield from _in_text(text, block.page, where)


def _texts(block: Block) -> Iterator[str]:
    """Yield the items of a list, or the cells of a table."""
    if isinstance(block, Listing):
        yield from block.items
    elif not isinstance(block, Paragraph):
        yield from (cell for row in block.rows for cell in row)


def _in_text(text: str, page: int | None, where: Where) -> Iterator[Citation]:
    """Yield the citations in a text that stands on one page."""
    return (_citation(text, one, where, page) for one in find_citations(text))


def _citation(text: str, found: FoundCitation, where: Where, page: int | None) -> Citation:
    """Return what was found as a value of the model, with its sentence."""
    start, end = _sentence(text, found)
    return Citation(
        phrase=text[found.start : found.end],
        kind=found.kind,
        form=found.form,
        id=found.id,
        address=found.address,
        sentence=text[start:end],
        page=page,
        part=where,
    )


def _sentence(text: str, found: FoundCitation) -> tuple[int, int]:
    """Return the place of the sentence around a citation; of several, where one seems to end inside it.

    Of one that is longer than any sentence, what stands near the citation.
    """
    around = [span for span in _spans(text) if span.start < found.end and found.start < span.end]
    return max(around[0].start, found.start - LONGEST), min(around[-1].end, found.end + LONGEST)


@lru_cache(maxsize=64)
def _spans(text: str) -> tuple[SentenceSpan, ...]:
    """Return the places of the sentences of a text, which may have many citations."""
    return split(text)
