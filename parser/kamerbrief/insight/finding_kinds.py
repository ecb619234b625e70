"""The kinds of findings by which exchanges can be searched, with the sentences that show each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from kamerbrief.insight.open_questions import open_questions
from kamerbrief.model import Exchange

FindingKind = Literal["unanswered", "refers", "commitments"]


class FindingSentence(NamedTuple):
    """A sentence that shows a finding."""

    part: Literal["question", "answer"]
    page: int | None
    text: str


def sentences_of(exchange: Exchange, kind: FindingKind) -> tuple[FindingSentence, ...]:
    """Return the sentences of an exchange that show a finding of some kind; none if it has no such finding."""
    return tuple(SENTENCES[kind](exchange))


def kinds_of(exchange: Exchange) -> tuple[FindingKind, ...]:
    """Return the kinds of findings that an exchange has."""
    return tuple(kind for kind in SENTENCES if sentences_of(exchange, kind))


def _unanswered(exchange: Exchange) -> Iterator[FindingSentence]:
    return (FindingSentence("question", one.question.page, one.question.text) for one in open_questions(exchange))


def _refers(exchange: Exchange) -> Iterator[FindingSentence]:
    return (FindingSentence("answer", one.page, one.sentence or one.phrase) for one in exchange.references or ())


def _commitments(exchange: Exchange) -> Iterator[FindingSentence]:
    return (FindingSentence("answer", one.page, one.text) for one in exchange.commitments or ())


SENTENCES: dict[FindingKind, Callable[[Exchange], Iterator[FindingSentence]]] = {
    "unanswered": _unanswered,
    "refers": _refers,
    "commitments": _commitments,
}
"""The sentences of each kind."""
