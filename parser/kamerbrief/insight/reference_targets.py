"""Find the exchanges that a pointer means: by printed number, by neighbour, or by who asked and what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from kamerbrief.case_folding import fold_name
from kamerbrief.insight.letter_words import word_weights
from kamerbrief.insight.located_sentences import text_of
from kamerbrief.insight.pointers import Pointer
from kamerbrief.insight.shared_words import WeighedStems, WordWeights, names_in, stems_of
from kamerbrief.model import Exchange, Letter
from kamerbrief.patterns import pattern

LEAST_ALIKE = 0.3
"""The share of the words of a topic that its answer has at least, where only the topic tells which is meant."""
LEAST_ALIKE_ASKED = 0.1
"""The same, where it is told who asked."""
LEAST_TOLD = 0.2
"""The same, where a sentence only says that something was told before."""
AHEAD = 1.3
"""How many times as much about it as any other text an earlier exchange must be that told something before."""
LEAST_STEMS = 3
"""The fewest words that a sentence has beside its pointer to say by itself what it is about."""
OF_QUESTION = 0.5
"""How much of the likeness of an exchange is that of its question alone."""
NEARLY = 0.45
"""The share of the best one's likeness that others have at least that are meant with it, where several are."""
FEW = 2
"""As many exchanges that a faction asks are all meant by "de antwoorden", if they are about the same at all."""
MOST_COMPARED = 100_000
"""The most exchanges that are compared with what pointers say, in one letter."""
MANY = 4
"""The most exchanges that one phrase is taken to mean by likeness; more are no finding."""


THEY = pattern(
    r"\b(?:deze|dezelfde|genoemde) (?:leden|fracties?)\b",
    re.I,
    hits=("het antwoord op de eerste vraag van deze leden",),
    misses=("de vraag van de leden van de D66-fractie",),
)
"""How an answer calls those who ask the question that it answers."""


class TargetFinder:
    """Finds in one letter what pointers mean."""

    def __init__(self, letter: Letter) -> None:
        self.letter = letter
        self.exchanges = letter.exchanges
        self.compared = 0
        self.section_of = {one.number: index for index, s in enumerate(letter.sections) for one in s.exchanges}

    @cached_property
    def runs(self) -> dict[int, int]:
        """For each exchange the run of printed numbers to which it belongs: a new one where they begin again."""
        found, run, last = {}, 0, 0
        for one in self.exchanges:
            first = int(one.labels[0]) if one.labels and one.labels[0].isdecimal() else last
            run += first < last
            last = first
            found[one.number] = run
        return found

    @cached_property
    def texts(self) -> dict[int, str]:
        """The question and the answer of each exchange by its number."""
        return {one.number: f"{text_of(one.question)} {text_of(one.answer)}" for one in self.exchanges}

    @cached_property
    def weights(self) -> WordWeights:
        return word_weights(self.letter)

    def targets(self, exchange: Exchange, pointer: Pointer, sentence: str, before: str) -> tuple[int, ...]:
        """Return the numbers of the exchanges that a pointer in the answer of an exchange means; none if unsure.

        `sentence` has the pointer; `before` is the text of the answer before it.
        """
        match pointer.kind:
            case "numbered-answer":
                found = self._by_number(exchange, pointer)
            case "previous-answer":
                found = [one for one in self.exchanges if 0 < exchange.number - one.number <= pointer.before]
            case "next-answer":
                found = [one for one in self.exchanges if one.number == exchange.number + 1]
            case "theme":
                found = self._by_heading(exchange, pointer)
            case "told-before":
                found = self._told_before(exchange, pointer, sentence, before)
            case _:
                found = self._by_asker(exchange, pointer, sentence)
        return tuple(one.number for one in found if one.number != exchange.number)

    def _by_number(self, exchange: Exchange, pointer: Pointer) -> list[Exchange]:
        """The exchanges with these printed numbers: those of the named faction, else of the same section, else all.

        Where numbers begin again without a heading, those of the same run come first.
        """
        named = [one for one in self.exchanges if set(one.factions) & set(pointer.factions)]
        own = [one for one in self.exchanges if self.section_of[one.number] == self.section_of[exchange.number]]
        run = [one for one in own if self.runs[one.number] == self.runs[exchange.number]]
        scopes = [named] if pointer.factions and named else [run, own, list(self.exchanges)]
        for scope in scopes:
            found = [one for one in scope if set(one.labels) & set(pointer.numbers)]
            if found and {label for one in found for label in one.labels} >= set(pointer.numbers):
                return _once_each(found, pointer.numbers)
        return []

    def _by_heading(self, exchange: Exchange, pointer: Pointer) -> list[Exchange]:
        """The exchange under a numbered heading that is most about the topic."""
        (number,) = pointer.numbers
        under = [
            one
            for section in self.letter.sections
            if any(_has_number(heading, number) for heading in (section.heading, *section.parents))
            for one in section.exchanges
            if one is not exchange
        ]
        return under if len(under) == 1 else self._most_alike(under, pointer.topic, least=LEAST_ALIKE)

    def _told_before(self, exchange: Exchange, pointer: Pointer, sentence: str, before: str) -> list[Exchange]:
        """The earlier exchange that is most about what a sentence says, unless its own answer said it before."""
        topic = self.weights.weigh(pointer.topic or sentence)
        earlier = [(self._likeness(one, topic), one) for one in self.exchanges if one.number < exchange.number]
        ranked = sorted(earlier, key=lambda pair: -pair[0])
        own = topic.share_in(stems_of(before))
        if not ranked or ranked[0][0] < max(LEAST_TOLD, own * AHEAD):
            return []
        return [ranked[0][1]] if len(ranked) == 1 or ranked[0][0] >= ranked[1][0] * AHEAD else []

    def _by_asker(self, exchange: Exchange, pointer: Pointer, sentence: str) -> list[Exchange]:
        """The exchanges of the named factions or members that are most about the same; of anyone, where none is."""
        asked = self._asked_by(pointer) or self._asked_by_the_same(exchange, pointer)
        if pointer.place is not None and asked:
            return [asked[pointer.place]] if -len(asked) <= pointer.place < len(asked) else []
        others = [one for one in asked if one.number != exchange.number]
        if len(others) == 1:
            return others
        about = pointer.topic or self._subject(exchange, pointer, sentence)
        if others:
            return self._most_alike(others, about, least=LEAST_ALIKE_ASKED, several=pointer.plural)
        if pointer.factions or not pointer.topic:
            return []
        anyone = [one for one in self.exchanges if one.number != exchange.number]
        return self._most_alike(anyone, about, least=LEAST_ALIKE)

    def _subject(self, exchange: Exchange, pointer: Pointer, sentence: str) -> str:
        """What a sentence says beside its pointer; if that is too little, what is asked in the exchange."""
        rest = sentence.replace(pointer.phrase, " ")
        asked = " ".join(one.text for one in exchange.subquestions or ()) or text_of(exchange.question)
        return rest if len(stems_of(rest).counts) >= LEAST_STEMS else f"{rest} {asked}"

    def _asked_by(self, pointer: Pointer) -> list[Exchange]:
        """The exchanges asked by the factions or members that a phrase names: by all of them together, else by any."""
        if pointer.factions:
            together = [one for one in self.exchanges if set(one.factions) >= set(pointer.factions)]
            return together or [one for one in self.exchanges if set(one.factions) & set(pointer.factions)]
        phrase = fold_name(pointer.phrase)
        return [one for one in self.exchanges if any(fold_name(name) in phrase for name in one.members)]

    def _asked_by_the_same(self, exchange: Exchange, pointer: Pointer) -> list[Exchange]:
        """The exchanges of those who ask this one, where a phrase calls them "deze leden"."""
        told = THEY.search(pointer.phrase)
        return [one for one in self.exchanges if told and set(one.factions) & set(exchange.factions)]

    def _most_alike(
        self, candidates: Sequence[Exchange], about: str, *, least: float, several: bool = False
    ) -> list[Exchange]:
        """The candidate that is most about a text, or several that are nearly as much; none below the least.

        Where several are meant and the text has a name that some of them have, those are it.
        """
        topic, names = self.weights.weigh(about), names_in(about)
        scores = {one.number: self._likeness(one, topic) for one in candidates}
        best = max(scores.values(), default=0.0)
        if best <= least:
            return []
        if several and len(candidates) <= FEW:
            return [one for one in candidates if scores[one.number]]
        named = [one for one in candidates if names & stems_of(text_of(one.question)).counts.keys()]
        if several and 0 < len(named) < len(candidates):
            wanted = named
        else:
            wanted = [one for one in candidates if scores[one.number] >= best * (NEARLY if several else 1)]
        return wanted if len(wanted) <= (MANY if several else 1) else []

    def _likeness(self, exchange: Exchange, topic: WeighedStems) -> float:
        """How much an exchange is about a topic, 0 to 1: the question says it more than the answer.

        After MOST_COMPARED exchanges it is 0, so that no letter can keep us busy.
        """
        self.compared += 1
        if self.compared > MOST_COMPARED:
            return 0.0
        asked = topic.share_in(stems_of(text_of(exchange.question)))
        return OF_QUESTION * asked + (1 - OF_QUESTION) * topic.share_in(stems_of(self.texts[exchange.number]))


def _once_each(found: Sequence[Exchange], numbers: Sequence[str]) -> list[Exchange]:
    """The exchanges in the order of the numbers; where a number stands in several sections, none."""
    having = [[one for one in found if number in one.labels] for number in numbers]
    if any(len(ones) != 1 for ones in having):
        return []
    return list({ones[0].number: ones[0] for ones in having}.values())


def _has_number(heading: str, number: str) -> bool:
    """Whether a heading begins with a number: "2.2 Bodem" with 2.2, and not "2.21"."""
    rest = heading.removeprefix(number)
    return rest != heading and not rest[:1].isdecimal() and not rest[:2].strip(".").isdecimal()
