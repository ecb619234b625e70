"""Find the subquestions of an exchange: each sentence of the question that asks something, with its page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from kamerbrief.insight.located_sentences import LocatedSentence, located_sentences, map_exchanges
from kamerbrief.insight.wording_rules import rules
from kamerbrief.model import Exchange, Letter, Part, Subquestion


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
    asking = _asking(located_sentences(question))
    return tuple(Subquestion(number=number, text=one.text, page=one.page) for number, one in enumerate(asking, 1))


def _asking(sentences: tuple[LocatedSentence, ...]) -> Iterator[LocatedSentence]:
    return (sentence for sentence in sentences if asking_rule(sentence.text))


@lru_cache(maxsize=4096)
def asking_rule(sentence: str) -> str | None:
    """Return the name of the first rule by which a sentence asks something, or None if it asks nothing."""
    return next((rule.name for rule in rules("subquestions").values() if rule.search(sentence)), None)
