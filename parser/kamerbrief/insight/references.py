"""Find the references of each answer, and the exchanges of the letter that they point to."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from kamerbrief.insight.answer_reading import has_tables, restates
from kamerbrief.insight.located_sentences import located_sentences, map_exchanges
from kamerbrief.insight.pointers import only_points, pointers
from kamerbrief.insight.reference_targets import TargetFinder
from kamerbrief.model import Exchange, Letter, Part, Reference


def with_references(letter: Letter) -> Letter:
    """Return the letter with the references of every exchange."""
    finder = TargetFinder(letter)
    return map_exchanges(letter, lambda one: msgspec.structs.replace(one, references=tuple(_references(one, finder))))


def _references(exchange: Exchange, finder: TargetFinder) -> Iterator[Reference]:
    """The references of an answer. A phrase whose target is not found in this letter is none."""
    before, alone = "", None
    for sentence in located_sentences(exchange.answer):
        for pointer in pointers(sentence.text):
            targets = finder.targets(exchange, pointer, sentence.text, before)
            if targets:
                alone = _only_points(exchange.answer) if alone is None else alone
                yield Reference(
                    phrase=pointer.phrase, targets=targets, sentence=sentence.text, page=sentence.page, alone=alone
                )
        before += sentence.text + " "


def _only_points(answer: Part) -> bool:
    """Whether an answer does nothing but point, and perhaps restate the question."""
    told = (only_points(one.text) or restates(one.text) for one in located_sentences(answer))
    return all(told) and not has_tables(answer)
