"""Find the subquestions of an exchange: each sentence of the question that asks something, with its page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from kamerbrief.insight.located_sentences import LocatedSentence, located_sentences, map_exchanges
from kamerbrief.insight.wording_rules import rules
from kamerbrief.model import Exchange, Letter, Paragraph, Part, Subquestion
from kamerbrief.patterns import pattern

QUOTATION = pattern(
    "“[^“”]*”|„[^„”]*”|«[^«»]*»",
    hits=("De Raad schrijft: “Is dit uitvoerbaar? Neen.” Deze leden",),
    misses=("een ”goede afweging” wordt", "‘Hoe nu?’"),
)
"""A quotation between double marks."""


LISTED = pattern(
    r"(?:(?:in|op|aan|met|voor|bij|van) )?(?:of|wat|hoe\w*|waarom|welke?|wanneer|wie|waar\w*|in hoeverre)\b",
    re.I,
    how="match",
    hits=("hoeveel zaken er zijn;", "Op welke termijn dit gebeurt."),
    misses=("de kosten per zaak;", "ofschoon dit zo is"),
)
"""How an item of a list begins that is an indirect question."""


def with_subquestions(letter: Letter) -> Letter:
    """Return the letter with the subquestions of every exchange."""
    return map_exchanges(letter, _filled)


def _filled(exchange: Exchange) -> Exchange:
    return msgspec.structs.replace(exchange, subquestions=subquestions(exchange.question))


def subquestions(question: Part) -> tuple[Subquestion, ...]:
    """Return the sentences of a question that ask something, numbered from 1.

    >>> from kamerbrief.model import Paragraph
    >>> text = "Deze leden zien risico’s. Zij vragen welke dat zijn. Klopt dat?"
    >>> [one.text for one in subquestions(Part(blocks=(Paragraph(text=text, page=1),)))]
    ['Zij vragen welke dat zijn.', 'Klopt dat?']
    """
    sentences = located_sentences(question)
    listed = _listed(sentences)
    asking = (
        one
        for one in sentences
        if one in listed or (asking_rule(one.text) and not _quoted(one, question) and not _leads(one, listed))
    )
    return tuple(Subquestion(number=number, text=one.text, page=one.page) for number, one in enumerate(asking, 1))


def _listed(sentences: Sequence[LocatedSentence]) -> list[LocatedSentence]:
    """The items of lists that each ask something by themselves: "Kan de regering aangeven: hoeveel ...; waarom ..."."""
    leads = {one.block for one in sentences if one.item is None and one.text.endswith(":")}
    return [
        one
        for one in sentences
        if one.item is not None and not one.start and one.block - 1 in leads and LISTED.match(one.text)
    ]


def _leads(sentence: LocatedSentence, listed: Sequence[LocatedSentence]) -> bool:
    """Whether a sentence only opens a list of questions."""
    return sentence.text.endswith(":") and any(one.block == sentence.block + 1 for one in listed)


def _quoted(sentence: LocatedSentence, question: Part) -> bool:
    """Whether a sentence is asked by someone who is quoted: the quotation began before it, or behind a colon."""
    block = question.blocks[sentence.block]
    text = block.text if isinstance(block, Paragraph) else sentence.text
    end = sentence.start + len(sentence.text) - 1
    start, stop = next(((a, b) for a, b in quotations(text) if a < end < b - 1), (end, end))
    return start < stop and (start < sentence.start or text[:start].rstrip().endswith(":"))


@lru_cache(maxsize=64)
def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each quotation of a text starts and ends."""
    return tuple(found.span() for found in QUOTATION.finditer(text))


@lru_cache(maxsize=4096)
def asking_rule(sentence: str) -> str | None:
    """Return the name of the first rule by which a sentence asks something, or None if it asks nothing."""
    return next((rule.name for rule in rules("subquestions").values() if rule.search(sentence)), None)
