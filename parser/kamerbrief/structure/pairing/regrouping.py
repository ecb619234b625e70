"""Part, join and fill exchanges as a person decided; all else stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.pairing.drafts import SURE, ExchangeDraft, HeadingDraft, all_drafts, paragraphs

Order = Mapping[int, int]
"""The place of each block of a letter in printed order, by its id."""


def split_at(headings: Sequence[HeadingDraft], block: MarkedBlock, order: Order) -> list[HeadingDraft]:
    """Let an exchange start at a paragraph of a question; it takes the answers that stand behind the paragraph."""

    def parts(draft: ExchangeDraft) -> list[ExchangeDraft]:
        at = next((n for n, one in enumerate(draft.question) if one is block), None)
        if at is None:
            return [draft]
        if at == 0:
            return [replace(draft, margin=SURE)]
        before = sum(order[id(one)] < order[id(block)] for one in draft.answer)
        first = replace(draft, question=draft.question[:at], answer=draft.answer[:before])
        return [first, ExchangeDraft(draft.question[at:], draft.answer[before:], who=draft.who)]

    return _each(headings, parts)


def join_before(headings: Sequence[HeadingDraft], block: MarkedBlock) -> list[HeadingDraft]:
    """Join an exchange that starts with a paragraph to the one before it."""
    drafts = all_drafts(headings)
    at = next((n for n, draft in enumerate(drafts) if draft.first is block), 0)
    if not at:
        return list(headings)
    before, own = drafts[at - 1], drafts[at]
    whole = before.joined(own)
    return _each(headings, lambda draft: [whole] if draft is before else [] if draft is own else [draft])


def move(headings: Sequence[HeadingDraft], block: MarkedBlock, target: MarkedBlock, order: Order) -> list[HeadingDraft]:
    """Move a paragraph, on its side, to the exchange in which another paragraph stands; both sides keep their order."""
    drafts = all_drafts(headings)
    source = next((draft for draft in drafts if holds(draft, block)), None)
    goal = next((draft for draft in drafts if holds(draft, target)), None)
    if source is None or goal is None or source is goal:
        return list(headings)
    asked = any(one is block for one in source.question)
    side = paragraphs(source.question if asked else source.answer)
    moving = next(paragraph for paragraph in side if any(one is block for one in paragraph))
    changed = {id(source): _left(source, moving), id(goal): [_taken(goal, moving, order, asked=asked)]}
    return _each(headings, lambda draft: changed.get(id(draft), [draft]))


def ask_by(headings: Sequence[HeadingDraft], block: MarkedBlock, factions: tuple[str, ...]) -> list[HeadingDraft]:
    """Let factions ask the exchange in which a paragraph stands."""
    return _each(headings, lambda draft: [replace(draft, factions=factions) if holds(draft, block) else draft])


def holds(draft: ExchangeDraft, block: MarkedBlock | None) -> bool:
    """Tell whether a paragraph stands in an exchange."""
    return any(one is block for one in (*draft.question, *draft.answer))


def _left(draft: ExchangeDraft, moving: Sequence[MarkedBlock]) -> list[ExchangeDraft]:
    """An exchange without some blocks; nothing where these were all of it."""
    gone = {id(block) for block in moving}
    question, answer = (tuple(b for b in side if id(b) not in gone) for side in (draft.question, draft.answer))
    return [replace(draft, question=question, answer=answer)] if question or answer else []


def _taken(draft: ExchangeDraft, moving: Sequence[MarkedBlock], order: Order, *, asked: bool) -> ExchangeDraft:
    """An exchange with some blocks more, each in its place."""
    side = sorted((*(draft.question if asked else draft.answer), *moving), key=lambda one: order[id(one)])
    return replace(draft, question=tuple(side)) if asked else replace(draft, answer=tuple(side))


def _each(
    headings: Sequence[HeadingDraft], change: Callable[[ExchangeDraft], list[ExchangeDraft]]
) -> list[HeadingDraft]:
    """The headings, with other exchanges in the place of each."""
    return [replace(h, drafts=tuple(new for draft in h.drafts for new in change(draft))) for h in headings]
