"""Tell for each subquestion whether the answer addresses it, and by which sentence; nothing, where that is not sure."""

from __future__ import annotations

import msgspec

from kamerbrief.insight.answer_reading import AnswerReading, tells
from kamerbrief.insight.letter_words import word_weights
from kamerbrief.insight.located_sentences import LocatedSentence, map_exchanges
from kamerbrief.insight.question_kinds import QuestionKind, kind_of
from kamerbrief.insight.shared_words import WeighedStems, WordWeights, stems_of
from kamerbrief.model import Answered, Exchange, Letter, Quote, Subquestion

ADDRESSED = 0.35
"""The share of the words of a question that a sentence of the answer has at least that addresses it."""
ADDRESSED_FITTING = 0.2
"""The same, where the question asks for a time or a number, and the sentence has one."""
ADDRESSED_ALONE = 0.05
"""The same, where the exchange asks only one thing: one word in common is enough."""
PRESENT = 0.3
"""The share of the words of a question that a sentence has at least that declines to answer it, or points elsewhere."""
TOUCHED = 0.15
"""The same in the rest of a long answer, which then tells more than that it declines."""
MOST_PAIRS = 20_000
"""The most pairs of a question and a sentence of its answer that are compared; an exchange with more is left alone."""
SHORT_ANSWER = 3
"""The most sentences of an answer that is declined as a whole by any one of them."""
Verdict = tuple[Answered | None, LocatedSentence | None]
UNSURE: Verdict = (None, None)


def with_answered(letter: Letter) -> Letter:
    """Return the letter with what is told of every subquestion: whether it is answered, and by which sentence."""
    weights = word_weights(letter)
    waits = 2 * sum(bool(one.answer.blocks) for one in letter.exchanges) < len(letter.exchanges)
    return map_exchanges(letter, lambda exchange: _filled(exchange, weights, waits=waits))


def _filled(exchange: Exchange, weights: WordWeights, *, waits: bool) -> Exchange:
    asked, answer = exchange.subquestions or (), AnswerReading(exchange)
    if len(asked) * len(answer.told) > MOST_PAIRS:
        return exchange
    judge = ExchangeJudge(asked, answer, weights, waits=waits)
    return msgspec.structs.replace(
        exchange, subquestions=tuple(_judged(one, judge.verdict(index)) for index, one in enumerate(asked))
    )


def _judged(question: Subquestion, verdict: Verdict) -> Subquestion:
    answered, sentence = verdict
    quote = Quote(text=sentence.text, page=sentence.page) if sentence else None
    return msgspec.structs.replace(question, answered=answered, decided_by=quote)


class ExchangeJudge:
    """Judges the subquestions of one exchange; `waits`: most questions of the letter wait for their answer."""

    def __init__(
        self, asked: tuple[Subquestion, ...], answer: AnswerReading, weights: WordWeights, *, waits: bool = False
    ) -> None:
        self.answer = answer
        self.waits = waits
        self.kinds: list[QuestionKind] = [kind_of(one.text) for one in asked]
        self.topics: list[WeighedStems] = [weights.weigh(one.text) for one in asked]
        self.own = [index for index, kind in enumerate(self.kinds) if not kind.follows]
        """The indexes of the questions that stand by themselves."""

    def verdict(self, index: int) -> Verdict:
        """Return whether a question is answered, with the sentence that decided, or UNSURE."""
        answer = self.answer
        if answer.empty:
            return ("not found", None) if self.waits else UNSURE  # a single empty answer may be a fault of the parser
        if not answer.told:
            return UNSURE
        if len(answer.pointing) == len(answer.told):
            return self._referred(index)
        if self.kinds[index].follows:
            return self._follow_up(index)
        return self._declined(index) or self._addressed(index) or self._absent(index) or UNSURE

    def _referred(self, index: int) -> Verdict:
        """By reference, where the answer only points; of several questions, where the pointer tells which it is for.

        One of which the answer then says not a word is not answered.
        """
        sentence = self.answer.pointing[0]
        most = max((self._share(one, sentence) for one in self.own), default=0.0)
        if len(self.own) == 1 or most < PRESENT or self._share(index, sentence) == most:
            return "by reference", sentence
        unsaid = index in self.own and not any(self._share(index, one) for one in self.answer.told)
        return ("not found", None) if unsaid else UNSURE

    def _follow_up(self, index: int) -> Verdict:
        """The verdict on "zo nee, waarom niet?": the answer says which way the condition goes."""
        opening, rest = self.answer.told[0], self.answer.told[1:]
        if not self.answer.polarity or self.own != [0] or self.answer.declining:
            return UNSURE
        if self.kinds[index].follows != self.answer.polarity:
            return "yes", opening
        return ("yes", rest[0]) if rest else UNSURE

    def _declined(self, index: int) -> Verdict | None:
        """Declined, where a sentence that declines is the one about this question; unsure, where more is told of it."""
        for sentence in self.answer.declining:
            if len(self.own) == 1 and self._declines_all(sentence):
                return "declined", sentence
            if self._is_about(sentence, index):
                return "declined", sentence
        return UNSURE if self.answer.declining and len(self.own) == 1 else None

    def _declines_all(self, sentence: LocatedSentence) -> bool:
        """Whether a sentence declines the one question of the exchange: nothing else in the answer is about it."""
        early = sentence in self.answer.told[:2] or len(self.answer.told) <= SHORT_ANSWER
        rest = " ".join(one.text for one in self.answer.told if one not in self.answer.declining)
        most = PRESENT if len(self.answer.told) <= SHORT_ANSWER else TOUCHED
        return early and self.topics[self.own[0]].share_in(stems_of(rest)) < most

    def _is_about(self, sentence: LocatedSentence, index: int) -> bool:
        """Whether a sentence is about this question and about no other one more."""
        mine = self._share(index, sentence)
        most = max(self._share(one, sentence) for one in self.own)
        return mine >= PRESENT and mine == most and sentence is self._closest(index)[0]

    def _addressed(self, index: int) -> Verdict | None:
        """Answered with yes or no, or by a sentence that has the words of the question, or the number it asks for."""
        if index == self.own[0] and self.kinds[index].yes_or_no and self.answer.polarity:
            return "yes", self.answer.told[0]
        sentence, share = self._closest(index)
        if share < self._least(index, sentence):
            return None
        if sentence in self.answer.pointing:
            return "by reference", sentence
        return UNSURE if sentence in self.answer.declining else ("yes", sentence)

    def _least(self, index: int, sentence: LocatedSentence) -> float:
        """The share of the words of a question that a sentence must have to address it."""
        if len(self.own) == 1:
            return ADDRESSED_ALONE
        kind = self.kinds[index]
        fits = (kind.when and tells("when", sentence)) or (kind.how_many and tells("how-many", sentence))
        return ADDRESSED_FITTING if fits else ADDRESSED

    def _closest(self, index: int) -> tuple[LocatedSentence, float]:
        """The sentence of the answer that has most of the words of a question, with their share."""
        shares = [self._share(index, one) for one in self.answer.told]
        most = max(shares)
        return self.answer.told[shares.index(most)], most

    def _share(self, index: int, sentence: LocatedSentence) -> float:
        """The share of the words of a question that a sentence has, by their weight."""
        return self.topics[index].share_in(stems_of(sentence.text))

    def _absent(self, index: int) -> Verdict | None:
        """Not found, where a time or a number is asked for, and an answer that points nowhere else has none."""
        if self.answer.pointing or self.answer.declining or self.answer.has_tables:
            return None
        kind = self.kinds[index]
        silent = (kind.when and not self.answer.tells("when")) or (kind.how_many and not self.answer.tells("how-many"))
        return ("not found", None) if silent else None
