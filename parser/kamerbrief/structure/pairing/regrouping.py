"""Part, join and fill exchanges as a person decided; all else stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.pairing.drafts import SURE, ExchangeDraft, HeadingDraft, all_drafts

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
    return _each(
        headings, lambda d: _left(d, block) if d is source else [_taken(d, block, asked, order)] if d is goal else [d]
    )


def ask_by(headings: Sequence[HeadingDraft], block: MarkedBlock, factions: tuple[str, ...]) -> list[HeadingDraft]:
    """Let factions ask the exchange in which a paragraph stands."""
    return _each(headings, lambda draft: [replace(draft, factions=factions) if holds(draft, block) else draft])


def holds(draft: ExchangeDraft, block: MarkedBlock | None) -> bool:
    """Tell whether a paragraph stands in an exchange."""
    return any(one is block for one in (*draft.question, *draft.answer))


def _left(draft: ExchangeDraft, block: MarkedBlock) -> list[ExchangeDraft]:
    """An exchange without a paragraph; nothing where that was all of it."""
    question, answer = (tuple(b for b in side if b is not block) for side in (draft.question, draft.answer))
    return [replace(draft, question=question, answer=answer)] if question or answer else []


def _taken(draft: ExchangeDraft, block: MarkedBlock, asked: bool, order: Order) -> ExchangeDraft:
    """An exchange with one more paragraph, in its place."""
    side = sorted((*(draft.question if asked else draft.answer), block), key=lambda one: order[id(one)])
    return replace(draft, question=tuple(side)) if asked else replace(draft, answer=tuple(side))


def _each(
    headings: Sequence[HeadingDraft], change: Callable[[ExchangeDraft], list[ExchangeDraft]]
) -> list[HeadingDraft]:
    """The headings, with other exchanges in the place of each."""
    return [replace(h, drafts=tuple(new for draft in h.drafts for new in change(draft))) for h in headings]
