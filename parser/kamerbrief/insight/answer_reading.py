"""Read an answer: which of its sentences tell something, which point elsewhere, and which decline to answer."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import Literal

from kamerbrief.insight.located_sentences import LocatedSentence, located_sentences
from kamerbrief.insight.pointers import only_points
from kamerbrief.insight.question_kinds import Polarity
from kamerbrief.insight.wording_rules import rules
from kamerbrief.model import Exchange, Part, Table

Telling = Literal["when", "how-many"]
RESTATING = ("question-mark", "asks-whether", "asks-after", "requests", "would-like-to-know", "is-asked", "so-they-ask")
"""The rules by which a sentence of an answer restates what was asked, and tells nothing."""


class AnswerReading:
    """What an answer tells: sentences that only restate the question are left out.

    >>> from kamerbrief.model import Paragraph, Part
    >>> text = "De leden vragen of dit klopt. Ja. Verder verwijs ik naar vraag 3."
    >>> answer = Part(blocks=(Paragraph(text=text, page=1),))
    >>> reading = AnswerReading(Exchange(number=1, answer=answer, pages=None))
    >>> reading.polarity, len(reading.told), len(reading.pointing)
    ('yes', 2, 1)
    """

    def __init__(self, exchange: Exchange) -> None:
        sentences = located_sentences(exchange.answer)
        self.empty = not exchange.answer.blocks
        self.has_tables = has_tables(exchange.answer)
        self.told = tuple(one for one in sentences if not restates(one.text)) or sentences
        self._referring = {one.sentence for one in exchange.references or ()}

    @cached_property
    def pointing(self) -> tuple[LocatedSentence, ...]:
        """The sentences that do nothing but point to another answer or document."""
        return tuple(one for one in self.told if self._points(one.text))

    def _points(self, sentence: str) -> bool:
        points = sentence in self._referring or _is("points-elsewhere", sentence)
        return points and only_points(sentence) and not _is("hands-over", sentence)

    @cached_property
    def declining(self) -> tuple[LocatedSentence, ...]:
        """The sentences that say that no answer is given."""
        return tuple(one for one in self.told if declines(one.text))

    @cached_property
    def polarity(self) -> Polarity | None:
        """Whether it opens with yes or with no."""
        opening = self.told[0].text
        return "yes" if _is("opens-with-yes", opening) else "no" if _is("opens-with-no", opening) else None

    def tells(self, what: Telling) -> bool:
        """Whether any of its sentences tells a time, or a number."""
        return any(tells(what, one) for one in self.told)


def tells(what: Telling, sentence: LocatedSentence) -> bool:
    """Whether a sentence tells a time, or a number."""
    return _is(f"tells-{what}", sentence.text)


def has_tables(part: Part) -> bool:
    """Whether a part has a table, whose cells are no sentences."""
    return any(isinstance(block, Table) for block in part.blocks)


@lru_cache(maxsize=4096)
def restates(sentence: str) -> bool:
    """Whether a sentence of an answer only restates the question.

    >>> restates("De leden van de SP-fractie vragen of dit klopt."), restates("Dit klopt.")
    (True, False)
    """
    known = rules("subquestions")
    return any(known[name].search(sentence) for name in RESTATING)


def declines(sentence: str) -> bool:
    """Whether a sentence declines to answer, and does not go on with what can be said.

    >>> declines("Daar loop ik niet op vooruit."), declines("Daar ga ik graag op in.")
    (True, False)
    """
    return _is("hands-over", sentence) or (_is("declines", sentence) and not _is("gives-more", sentence))


def _is(name: str, sentence: str) -> bool:
    return rules("answered")[name].search(sentence) is not None
