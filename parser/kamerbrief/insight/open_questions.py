"""What is left open in a letter: questions without an answer, and answers that do nothing but point elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kamerbrief.insight.located_sentences import located_sentences
from kamerbrief.model import OPEN, Exchange, Letter, Subquestion


class OpenQuestion(NamedTuple):
    """A question to which no answer was found, or that was declined."""

    exchange: Exchange
    question: Subquestion

    @property
    def declined(self) -> bool:
        """Whether the government says that it gives no answer; else none was found."""
        return self.question.answered == "declined"


def open_questions(exchange: Exchange) -> tuple[OpenQuestion, ...]:
    """Return the open questions of an exchange: all of them, where it has no answer at all.

    >>> from kamerbrief.model import Paragraph, Part
    >>> asked = Part(blocks=(Paragraph(text="Hoeveel wegen zijn er?", page=2),))
    >>> [one.question.page for one in open_questions(Exchange(number=3, question=asked, pages=(2, 2)))]
    [2]
    """
    return tuple(OpenQuestion(exchange, one) for one in _open(exchange))


def _open(exchange: Exchange) -> Iterator[Subquestion]:
    if exchange.answer.blocks:
        yield from (one for one in exchange.subquestions or () if one.answered in OPEN)
    elif exchange.subquestions:
        yield from exchange.subquestions
    else:
        last = located_sentences(exchange.question)[-1:]
        yield from (Subquestion(text=one.text, page=one.page) for one in last)


def only_refers(exchange: Exchange) -> bool:
    """Whether the answer of an exchange does nothing but point to other answers of the letter."""
    return bool(exchange.references) and all(one.alone for one in exchange.references or ())


def targets(letter: Letter, exchange: Exchange) -> tuple[Exchange, ...]:
    """Return the exchanges of a letter that the answer of one of them points to, each once."""
    wanted = dict.fromkeys(number for one in exchange.references or () for number in one.targets)
    by_number = {one.number: one for one in letter.exchanges}
    return tuple(by_number[number] for number in wanted if number in by_number)
