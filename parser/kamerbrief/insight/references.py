"""Find the references of each answer, and the exchanges of the letter that they point to."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from kamerbrief.insight.answer_reading import has_tables, restates
from kamerbrief.insight.located_sentences import located_sentences, map_exchanges
from kamerbrief.insight.pointers import only_points, pointers
from kamerbrief.insight.reference_targets import TargetFinder
from kamerbrief.model import Exchange, Letter, Reference


def with_references(letter: Letter) -> Letter:
    """Return the letter with the references of every exchange."""
    finder = TargetFinder(letter)
    return map_exchanges(letter, lambda one: msgspec.structs.replace(one, references=tuple(_references(one, finder))))


def _references(exchange: Exchange, finder: TargetFinder) -> Iterator[Reference]:
    """The references of an answer. A phrase whose target is not found in this letter is none."""
    sentences = located_sentences(exchange.answer)
    alone = all(only_points(one.text) or restates(one.text) for one in sentences) and not has_tables(exchange.answer)
    before = ""
    for sentence in sentences:
        for pointer in pointers(sentence.text):
            targets = finder.targets(exchange, pointer, sentence.text, before)
            if targets:
                yield Reference(
                    phrase=pointer.phrase, targets=targets, sentence=sentence.text, page=sentence.page, alone=alone
                )
        before += sentence.text + " "
