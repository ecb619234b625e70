"""Read an answer: which of its sentences tell something, which point elsewhere, and which decline to answer."""

from __future__ import annotations

from functools import cached_property
from itertools import chain

from kamerbrief.insight.located_sentences import LocatedSentence, located_sentences
from kamerbrief.insight.question_kinds import Polarity
from kamerbrief.insight.shared_words import Stems, stems_of
from kamerbrief.insight.subquestions import asking_rule
from kamerbrief.insight.wording_rules import rules
from kamerbrief.model import Exchange, Table

LONG_STATEMENT = 60
"""Characters of a statement behind a question that may be an answer."""
RESTATING = ("question-mark", "asks-whether", "asks-after", "requests", "would-like-to-know", "is-asked", "so-they-ask")
"""The rules by which a sentence of an answer restates what was asked, and tells nothing."""


class AnswerReading:
    """An answer, as far as it tells something: sentences that only restate the question are left out."""

    def __init__(self, exchange: Exchange) -> None:
        sentences = located_sentences(exchange.answer)
        self.empty = not exchange.answer.blocks
        self.may_stand_in_question = self.empty and _goes_on(exchange)
        """Whether there is no answer, but the question goes on with a statement that may be its answer."""
        self.has_tables = any(isinstance(block, Table) for block in exchange.answer.blocks)
        self.told = tuple(one for one in sentences if not restates(one.text)) or sentences
        self._referring = {one.sentence for one in exchange.references or ()}

    @cached_property
    def pointing(self) -> tuple[LocatedSentence, ...]:
        """The sentences that point to another answer or document for what is asked."""
        return tuple(one for one in self.told if one.text in self._referring or _is("points-elsewhere", one.text))

    @cached_property
    def declining(self) -> tuple[LocatedSentence, ...]:
        """The sentences that say that no answer is given."""
        return tuple(one for one in self.told if _is("declines", one.text) or _is("hands-over", one.text))

    @cached_property
    def polarity(self) -> Polarity | None:
        """Whether it opens with yes or with no."""
        opening = self.told[0].text
        return "yes" if _is("opens-with-yes", opening) else "no" if _is("opens-with-no", opening) else None

    @cached_property
    def tells_when(self) -> bool:
        return any(_is("tells-when", one.text) for one in self.told)

    @cached_property
    def tells_how_many(self) -> bool:
        return any(_is("tells-how-many", one.text) for one in self.told)

    @cached_property
    def stems(self) -> tuple[Stems, ...]:
        """The stems of each sentence that tells something."""
        return tuple(stems_of(one.text) for one in self.told)

    @cached_property
    def all_stems(self) -> Stems:
        return Stems(chain.from_iterable(stems.elements() for stems in self.stems))


def _goes_on(exchange: Exchange) -> bool:
    """Whether the question goes on with a statement behind the last sentence that asks something."""
    sentences = located_sentences(exchange.question)
    last = max((index for index, one in enumerate(sentences) if asking_rule(one.text)), default=-1)
    return any(len(one.text) >= LONG_STATEMENT for one in sentences[last + 1 :])


def read_answer(exchange: Exchange) -> AnswerReading:
    """Return the reading of the answer of an exchange."""
    return AnswerReading(exchange)


def restates(sentence: str) -> bool:
    """Whether a sentence of an answer only restates the question.

    >>> restates("De leden van de SP-fractie vragen of dit klopt."), restates("Dit klopt.")
    (True, False)
    """
    return asking_rule(sentence) in RESTATING


def _is(name: str, sentence: str) -> bool:
    return rules("answered")[name].regex.search(sentence) is not None
