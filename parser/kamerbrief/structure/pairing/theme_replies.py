"""Pair questions with answers that stand under themes of their own, in any order, in a report in two parts.

The government then groups what several factions ask about one subject: "De leden van de fracties van X en Y vragen
...". What an answer restates, whom it names and the rare words that both share tell which questions it answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.pairing.alignment import goes_on, inquires
from kamerbrief.structure.pairing.drafts import ExchangeDraft
from kamerbrief.structure.pairing.restatement import gains_of, restates

OTHERS = 1.5
"""What it costs that an answer which names factions goes to a question of another."""
NEW = 0.35
"""What it costs that an answer without a restatement goes to another question than the answer before it."""
NEXT = 0.05
"""What it is worth that an answer goes to the question right behind the one before: some keep the order."""
MOST_COMPARED = 250_000
"""The most questions times paragraphs of answers that are compared."""
ALIKE = 0.15
"""A question of another faction that an answer names is answered by it where their words gain more than this."""


class Asked(NamedTuple):
    """A question with who asks it."""

    heading: int
    """Index of the heading under which it stands."""
    factions: frozenset[str]
    draft: ExchangeDraft


class Reply(NamedTuple):
    """A paragraph of an answer."""

    block: MarkedBlock
    named: frozenset[str]
    """The factions that it says it answers."""
    first: bool
    """Whether it stands right behind a heading or a mark."""


def paired_freely(asked: Sequence[Asked], replies: Sequence[Reply]) -> list[tuple[int, ExchangeDraft]]:
    """The questions with the answers to them, in the order of the questions, each with the index of its heading."""
    gains = gains_of([one.draft.question for one in asked], [reply.block for reply in replies])
    chosen = _shared_out(_path(asked, replies, gains), replies, gains)
    owner = _joined(asked, replies, gains, chosen)
    found = []
    for n, one in enumerate(asked):
        together = [other for k, other in enumerate(asked) if owner[k] == n == owner[n]]
        answer = tuple(reply.block for reply, to in zip(replies, chosen, strict=True) if owner[to] == n)
        if together and (answer or any(inquires(block) for other in together for block in other.draft.question)):
            found.append((one.heading, _exchange(together, answer, _margin(n, chosen, gains))))
    return found


def _path(asked: Sequence[Asked], replies: Sequence[Reply], gains: Sequence[Sequence[float]]) -> list[int]:
    """The question that each answer goes to, by dynamic programming over all orders."""
    scores = [_gain(asked[item], replies[0], gains[item][0]) for item in range(len(asked))]
    back: list[list[int]] = []
    for n, reply in enumerate(replies[1:], 1):
        if goes_on(reply.block):
            back.append(list(range(len(asked))))
            continue
        cost = 0.0 if reply.first or reply.named or restates(reply.block) else NEW
        best = max(range(len(asked)), key=scores.__getitem__)
        pointers = [_before(item, scores, best, cost) for item in range(len(asked))]
        scores = [
            scores[before]
            - cost * (before != item)
            + NEXT * (before == item - 1)
            + _gain(asked[item], reply, gains[item][n])
            for item, before in enumerate(pointers)
        ]
        back.append(pointers)
    path = [max(range(len(asked)), key=scores.__getitem__)]
    for pointers in reversed(back):
        path.append(pointers[path[-1]])
    return path[::-1]


def _shared_out(chosen: Sequence[int], replies: Sequence[Reply], gains: Sequence[Sequence[float]]) -> list[int]:
    """The questions chosen, with the end of an answer given to a question that has none where its words say so."""
    found = list(chosen)
    for item in (item for item in range(len(gains)) if item not in chosen):
        places = [n for n in range(1, len(found)) if found[n] == found[n - 1] and _may_start(replies[n])]
        best = max(places, key=lambda n: gains[item][n] - gains[found[n]][n], default=None)
        if best is not None and gains[item][best] > max(ALIKE, gains[found[best]][best]):
            end = next((n for n in range(best, len(found)) if found[n] != found[best]), len(found))
            found[best:end] = [item] * (end - best)
    return found


def _may_start(reply: Reply) -> bool:
    return not reply.named and not goes_on(reply.block)


def _before(item: int, scores: Sequence[float], best: int, cost: float) -> int:
    """The question that the answer before this one went to, where this one goes to `item`."""
    worth = {item: scores[item], best: scores[best] - cost * (best != item)}
    if item:
        worth[item - 1] = scores[item - 1] - cost + NEXT
    return max(worth, key=worth.__getitem__)


def _gain(one: Asked, reply: Reply, gain: float) -> float:
    return gain - OTHERS * (bool(reply.named) and reply.named.isdisjoint(one.factions))


def _joined(
    asked: Sequence[Asked], replies: Sequence[Reply], gains: Sequence[Sequence[float]], chosen: Sequence[int]
) -> list[int]:
    """The first of the questions that are answered together with each: itself, for most.

    An answer that names several factions answers one question of each.
    """
    owner = list(range(len(asked)))
    for n, (reply, to) in enumerate(zip(replies, chosen, strict=True)):
        answered = {name for k, one in enumerate(asked) if owner[k] == owner[to] for name in one.factions}
        for name in sorted(reply.named - answered):
            free = [k for k, one in enumerate(asked) if name in one.factions and k not in chosen and owner[k] == k]
            also = max(free, key=lambda k: gains[k][n], default=None)
            if also is not None and (gains[also][n] > ALIKE or len(free) == 1):
                first, second = sorted((owner[to], also))
                owner = [first if mine in (first, second) else mine for mine in owner]
    return owner


def _exchange(together: Sequence[Asked], answer: tuple[MarkedBlock, ...], margin: float) -> ExchangeDraft:
    whole = together[0].draft
    for other in together[1:]:
        whole = whole.joined(other.draft)
    return ExchangeDraft(whole.question, answer, whole.labels, whole.who, margin)


def _margin(item: int, chosen: Sequence[int], gains: Sequence[Sequence[float]]) -> float:
    """By how much the first answer of a question prefers it to all others."""
    if item not in chosen:
        return 0.0
    first = chosen.index(item)
    return gains[item][first] - max((row[first] for n, row in enumerate(gains) if n != item), default=0.0)
