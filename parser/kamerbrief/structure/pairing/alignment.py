"""A faction's question paragraphs beside the paragraphs of its answer: which belong together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product

from kamerbrief.layout import LayoutBlock
from kamerbrief.structure.evidence.cues import CUES
from kamerbrief.structure.evidence.lexical_cohesion import likeness

MOST = 8
"""Paragraphs on one side of an exchange at most, where there are several exchanges."""
LONGEST = 150
"""Paragraphs on one side, beyond which no faction's part is taken apart."""
RESTATED = 0.15
"""What it is worth that an exchange's answer opens by saying whose question it answers."""
NAMELESS = 0.5
"""What it costs that an exchange's question names neither who asks nor who is asked."""

Pair = tuple[list[LayoutBlock], list[LayoutBlock], float]
"""Question, answer, and by how much the words prefer that it starts here."""


def aligned(questions: Sequence[LayoutBlock], answers: Sequence[LayoutBlock]) -> list[Pair]:
    """Exchanges in order: the partition of both sides in which what stands together shares most words.

    Both orders are kept. Every question side has a paragraph that asks.
    """
    if max(len(questions), len(answers)) > LONGEST:
        return [(list(questions), list(answers), 0.0)]
    alike = likeness([b.words for b in questions], [b.words for b in answers])
    level = sum(map(sum, alike)) / max(1, len(questions) * len(answers))

    def worth(q: range, a: range) -> float:
        shared = sum(alike[i][j] - level for i, j in product(q, a))
        return shared + RESTATED * _restates(answers[a.start]) - NAMELESS * _nameless(questions[q.start])

    @cache
    def best(q: int, a: int) -> tuple[float, tuple[tuple[range, range], ...]]:
        """The best partition of all from question q and answer a on."""
        whole = (range(q, len(questions)), range(a, len(answers)))
        options: list[tuple[float, tuple[tuple[range, range], ...]]] = [(worth(*whole), (whole,))]
        ends = range(q + 1, min(q + MOST + 1, len(questions)))
        stops = range(a + 1, min(a + MOST + 1, len(answers)))
        for end, stop in product(ends, stops):
            cut = (range(q, end), range(a, stop))
            if _asks(questions[q:end]) and _asks(questions[end:]):
                score, rest = best(end, stop)
                options.append((worth(*cut) + score, (cut, *rest)))
        # where words leave it open, a paragraph of an answer stays with the one before it
        return max(options, key=lambda option: (round(option[0], 6), option[1][0][1].stop))

    _, parts = best(0, 0)
    return [([questions[i] for i in q], [answers[j] for j in a], _margin(n)) for n, (q, a) in enumerate(parts)]


def _restates(block: LayoutBlock) -> bool:
    return CUES["restates"](block) or CUES["members_open"](block)


def _nameless(block: LayoutBlock) -> bool:
    return not (CUES["members_named"](block) or CUES["government_named"](block))


def _asks(blocks: Sequence[LayoutBlock]) -> bool:
    return any(CUES["inquires"](block) for block in blocks)


def _margin(n: int) -> float:
    """The words alone part the exchanges of one faction: all but the first are uncertain."""
    return 1.0 if n else float("inf")
