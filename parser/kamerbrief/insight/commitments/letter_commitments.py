"""Fill in the commitments of a letter: the sentences of its answers in which the government undertakes something."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

import msgspec

from kamerbrief.insight.commitments.commitment_finder import find_commitment
from kamerbrief.insight.located_sentences import LocatedSentence, located_sentences, map_exchanges, text_of
from kamerbrief.model import Commitment, Exchange, Letter

YEARS = range(1814, 2200)
"""The years of letters; another one is misread."""


def with_commitments(letter: Letter) -> Letter:
    """Return the letter with the commitments in every answer."""
    today = _date(letter)
    return map_exchanges(letter, lambda exchange: _with_own(exchange, today))


def _date(letter: Letter) -> date | None:
    """Return the date of a letter, if it has one from which times can be reckoned."""
    with suppress(ValueError):
        found = date.fromisoformat(letter.date or "")
        return found if found.year in YEARS else None
    return None


def _with_own(exchange: Exchange, today: date | None) -> Exchange:
    return msgspec.structs.replace(exchange, commitments=tuple(_commitments(exchange, today)))


def _commitments(exchange: Exchange, today: date | None) -> Iterator[Commitment]:
    """Yield the commitments in the answer of an exchange."""
    question = text_of(exchange.question)
    for sentence in located_sentences(exchange.answer):
        found = _commitment(sentence, today, question)
        if found is not None:
            yield found


def _commitment(sentence: LocatedSentence, today: date | None, question: str) -> Commitment | None:
    """Return the commitment in a sentence, if there is one."""
    found = find_commitment(sentence.text, today, question)
    if found is None:
        return None
    first, last = (found.due.first, found.due.last) if found.due else (None, None)
    return Commitment(
        text=sentence.text,
        page=sentence.page,
        who=found.who,
        what=found.what,
        due_from=first.isoformat() if first else None,
        due_to=last.isoformat() if last else None,
        strength=found.strength,
    )
