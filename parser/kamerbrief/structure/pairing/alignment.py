"""Align the question paragraphs of a faction with the paragraphs that answer them, in a report in two parts.

Both orders are kept. An answer often opens by restating its question ("De leden van de X-fractie vragen of ..."): what
is restated tells which question it answers; elsewhere the rare words that both share do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from kamerbrief.factions import named_in
from kamerbrief.layout.list_items import item_of
from kamerbrief.structure.evidence.cues import CUES
from kamerbrief.structure.evidence.evidence import leads, refers_back
from kamerbrief.structure.evidence.lexical_cohesion import containment
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.pairing.best_path import best_path
from kamerbrief.structure.pairing.drafts import ExchangeDraft, HeadingDraft
from kamerbrief.structure.pairing.restatement import gains_of, restates

LONGEST = 200
"""Paragraphs on one side, beyond which the questions of a faction are not told apart."""
NAMELESS = 0.8
"""What it costs that an answer starts at a question that names neither who asks nor who is asked."""
MANY = 3
"""Questions that are told apart by nothing but as many answers behind them."""
TOGETHER = 0.25
"""Share of a question's words that the answer to its neighbour must have, for it to be answered there."""


class Pair(NamedTuple):
    """Question paragraphs with the paragraphs that answer them."""

    question: tuple[MarkedBlock, ...]
    answer: tuple[MarkedBlock, ...]
    margin: float
    """By how much their words prefer this question to its neighbours; infinite for the first."""


def aligned(
    items: Sequence[tuple[MarkedBlock, ...]], answers: Sequence[MarkedBlock], starts: Set[int] = frozenset()
) -> list[Pair]:
    """Pair questions with answers in order; a question that no answer is like stands alone.

    `starts` are the ids of the answers that stand behind a printed mark: most of these start at another question.
    """
    if not answers or len(items) < 2 or max(len(items), len(answers)) > LONGEST:
        return [Pair(tuple(block for item in items for block in item), tuple(answers), float("inf"))]
    gains = gains_of(items, answers)
    starting = [0.0, *(NAMELESS * _nameless(item[0]) for item in items[1:])]
    opens = [id(answer) in starts or restates(answer) for answer in answers]
    chosen = _one_each(answers, len(items)) if not any(opens) else None
    chosen = chosen or best_path(gains, starting, opens)
    return list(_pairs(items, answers, chosen, gains))


def goes_on(block: MarkedBlock) -> bool:
    """Whether a block surely goes on with the answer before it: a table, or an item of a list."""
    return bool(block.rows) or item_of(block.words) is not None


def _one_each(answers: Sequence[MarkedBlock], questions: int) -> list[int] | None:
    """The question that each answer goes to where there are as many as questions; lists and tables go on."""
    numbers = list(accumulate(not goes_on(block) for block in answers))
    return [max(0, number - 1) for number in numbers] if numbers[-1] == questions else None


def realign(found: Sequence[HeadingDraft]) -> list[HeadingDraft]:
    """The headings, the questions of each faction paired anew where their answers stand behind all of them.

    That is so where answers follow answers, each behind its mark, or where they restate several questions in order.
    """
    placed = [(n, draft) for n, heading in enumerate(found) for draft in heading.drafts]
    starts = {n for n, heading in enumerate(found) if named_in(heading.text)}
    again = [pair for run in _runs(placed, starts) for pair in _taken_apart(run)]
    return [replace(heading, drafts=tuple(d for at, d in again if at == n)) for n, heading in enumerate(found)]


Placed = tuple[int, ExchangeDraft]
"""An exchange with the index of its heading."""


def _runs(placed: Sequence[Placed], starts: Set[int]) -> Iterator[list[Placed]]:
    """Yield questions without an answer with the answers behind the last; `starts` are headings of factions."""
    run: list[Placed] = []
    for n, draft in placed:
        other = run and any(at in starts for at in range(run[-1][0] + 1, n + 1))
        if run and (other or (draft.question and run[-1][1].answer)):
            yield run
            run = []
        run.append((n, draft))
    if run:
        yield run


def _taken_apart(run: Sequence[Placed]) -> Iterator[Placed]:
    """The exchanges of a run, its questions and its answers aligned where there are several of both."""
    drafts = [draft for _, draft in run]
    answers = [block for draft in drafts for block in draft.answer]
    several = sum(bool(draft.answer) for draft in drafts) > 1 or sum(map(restates, answers)) > 1
    questions = questions_in([block for draft in drafts for block in draft.question])
    several = several or _in_order(questions, answers)
    if not several or any(draft.labels for draft in drafts) or len(questions) < 2:
        yield from run
        return
    place = {id(block): at for at, draft in run for block in draft.question}
    starts = {id(draft.answer[0]) for draft in drafts if draft.answer}
    for n, pair in enumerate(aligned(questions, answers, starts)):
        margin = pair.margin if n else drafts[0].margin
        yield place[id(pair.question[0])], ExchangeDraft(pair.question, pair.answer, margin=margin)


def _in_order(questions: Sequence[tuple[MarkedBlock, ...]], answers: Sequence[MarkedBlock]) -> bool:
    """Whether there are as many answers as questions, and enough of both for that to be no chance."""
    many = len(questions) >= MANY and bool(answers) and not any(map(restates, answers))
    return many and _one_each(answers, len(questions)) is not None


def questions_in(blocks: Sequence[MarkedBlock]) -> list[tuple[MarkedBlock, ...]]:
    """Tell questions apart: a paragraph that asks, with what leads to it and what refers back to it.

    The last takes what is left.
    """
    found: list[tuple[MarkedBlock, ...]] = []
    run: list[MarkedBlock] = []
    asking = [inquires(block) for block in blocks]
    onward = _onward(blocks)
    for n, block in enumerate(blocks):
        if onward[n] and found and not run:
            found[-1] = (*found[-1], block)
            continue
        run.append(block)
        if asking[n] and any(asking[n + 1 :]):
            found.append(tuple(run))
            run = []
    return [*found, tuple(run)] if run else found


def _onward(blocks: Sequence[MarkedBlock]) -> list[bool]:
    """Whether each paragraph refers to the one before it, or is the quotation to which that leads."""
    found = [False]
    for before, block in pairwise(blocks):
        found.append(refers_back(before, block) or (found[-1] and leads(before)))
    return found


def inquires(block: MarkedBlock) -> bool:
    """Whether a paragraph asks something: with a question mark, or in the words of indirect questions."""
    return CUES["has_question"](block) or CUES["asks_indirectly"](block)


def _pairs(
    items: Sequence[tuple[MarkedBlock, ...]],
    answers: Sequence[MarkedBlock],
    chosen: Sequence[int],
    gains: Sequence[Sequence[float]],
) -> Iterator[Pair]:
    """The pairs, questions that are answered together with a neighbour joined to it."""
    own = {item: tuple(a for a, to in zip(answers, chosen, strict=True) if to == item) for item in set(chosen)}
    groups: list[list[int]] = []
    ahead: list[int] = []
    for n in range(len(items)):
        if n in own:
            groups.append([*ahead, n])
            ahead = []
        elif groups and not ahead and (_nameless(items[n][0]) or _answered_with(items[n], own.get(groups[-1][-1], ()))):
            groups[-1].append(n)
        elif any(m > n and (not _asks_plainly(items[n]) or _answered_with(items[n], own[m])) for m in own):
            ahead.append(n)
        else:
            groups.append([n])
    for group in groups:
        mine = next((n for n in group if n in own), None)
        question = tuple(block for n in group for block in items[n])
        yield Pair(question, own.get(mine, ()) if mine is not None else (), _margin(mine, chosen, gains))


def _margin(item: int | None, chosen: Sequence[int], gains: Sequence[Sequence[float]]) -> float:
    """By how much the first answer of a question prefers it to the questions beside it."""
    if item is None:
        return 0.0
    first = chosen.index(item)
    others = [gains[m][first] for m in (item - 1, item + 1) if 0 <= m < len(gains)]
    return gains[item][first] - max(others, default=0.0) if item else float("inf")


def _asks_plainly(item: Sequence[MarkedBlock]) -> bool:
    """Whether a question has a question mark: what has none may only lead to the next."""
    return any(CUES["has_question"](block) for block in item)


def _nameless(block: MarkedBlock) -> bool:
    return not any(CUES[name](block) for name in ("members_named", "government_named", "addresses_you"))


def _answered_with(item: Sequence[MarkedBlock], answer: Sequence[MarkedBlock]) -> bool:
    """Whether an answer has enough of a question's words to be its answer too."""
    if not answer:
        return False
    text = " ".join(block.words for block in item)
    return containment([text], [" ".join(block.words for block in answer)])[0][0] > TOGETHER
