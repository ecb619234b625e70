"""Pair the two parts of a report: the questions of all factions in part I, the answers to them in part II."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kamerbrief.factions import named_in, squash
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.pairing.alignment import Pair, aligned, inquires, questions_in
from kamerbrief.structure.pairing.drafts import ExchangeDraft, HeadingDraft
from kamerbrief.structure.pairing.reply_scopes import (
    FactionReply,
    Factions,
    Scope,
    ScopeTracker,
    replies_in,
    restated_factions,
)
from kamerbrief.structure.pairing.theme_replies import MOST_COMPARED, Asked, Reply, paired_freely
from kamerbrief.structure.roles import Role


def pair_parts(
    asked: Sequence[HeadingDraft], blocks: Sequence[MarkedBlock], roles: Sequence[Role]
) -> list[HeadingDraft]:
    """The headings of part I with their questions answered; behind them, the answers to what nobody asked.

    `blocks` and `roles` are those of part II.
    """
    themes = {squash(heading.text) for heading in asked if not named_in(heading.text)}
    if _has_own_themes(blocks, roles, themes):
        questions, replies = _questions(asked), list(_replies(blocks, roles))
        if 0 < len(questions) * len(replies) <= MOST_COMPARED:
            return _with_drafts(asked, paired_freely(questions, replies))
    left = replies_in(blocks, roles, themes)
    scopes = _scopes(asked, {reply.scope.theme for reply in left})
    found: list[tuple[int, ExchangeDraft]] = []
    for scope, drafts in scopes.items():
        mine = [reply for reply in left if _is_to(reply.scope, scope) or len(scopes) == 1]
        left = [reply for reply in left if all(reply is not other for other in mine)]
        found += _answered(drafts, mine)
    return [*_with_drafts(asked, found), *_unasked(left)]


def _with_drafts(asked: Sequence[HeadingDraft], found: Sequence[tuple[int, ExchangeDraft]]) -> list[HeadingDraft]:
    """The headings with these exchanges, each under the heading whose index it has."""
    return [replace(heading, drafts=tuple(draft for at, draft in found if at == n)) for n, heading in enumerate(asked)]


def _has_own_themes(blocks: Sequence[MarkedBlock], roles: Sequence[Role], themes: set[str]) -> bool:
    """Whether part II has themes that part I does not have, and no heading of a faction and no number of a question."""
    texts = [block.words for block, role in zip(blocks, roles, strict=True) if role.name == "heading"][1:]
    numbered = any(block.mark and block.mark.numbers for block in blocks)
    return not numbered and not any(map(named_in, texts)) and any(squash(text) not in themes for text in texts)


def _questions(asked: Sequence[HeadingDraft]) -> list[Asked]:
    """Each question of part I by itself, with who asks it; none where hardly anybody is named."""
    found: list[Asked] = []
    scopes = _scopes(asked, set())
    for scope, drafts in scopes.items():
        blocks = [block for _, draft in drafts for block in draft.question]
        for item in questions_in(blocks):
            found.append(Asked(_place(item, drafts), scope.factions, ExchangeDraft(item)))
    return found if sum(bool(scope.factions) for scope in scopes) > 1 else []


def _replies(blocks: Sequence[MarkedBlock], roles: Sequence[Role]) -> Iterator[Reply]:
    """The paragraphs of part II that answer, each with whom it names."""
    first = False
    for block, role in zip(blocks, roles, strict=True):
        if role.name == "answer":
            yield Reply(block, restated_factions(block), first)
        first = role.name in ("heading", "marker")


def _is_to(reply: Scope, asked: Scope) -> bool:
    """Whether an answer is to questions of a scope."""
    return bool(reply.factions & asked.factions) and reply.theme == asked.theme


def _scopes(asked: Sequence[HeadingDraft], themes: set[str]) -> dict[Scope, list[tuple[int, ExchangeDraft]]]:
    """The questions of each faction, over all its headings; each with the index of the heading it stands under.

    A heading without a faction stands inside the part of the faction before it. Where no heading names any, the
    questions do. `themes` are the headings that part II has too.
    """
    headed = any(named_in(heading.text) for heading in asked)
    found: dict[Scope, list[tuple[int, ExchangeDraft]]] = {}
    place = ScopeTracker(themes)
    for n, heading in enumerate(asked):
        place.enter(heading.text)
        for draft in heading.drafts:
            for part in [draft] if headed else _by_block(draft):
                place.read(frozenset() if headed else _who(part.question))
                found.setdefault(place.scope, []).append((n, part))
    return found


def _by_block(draft: ExchangeDraft) -> list[ExchangeDraft]:
    """The paragraphs of a question that has no number, each by itself."""
    return [draft] if draft.labels else [replace(draft, question=(block,)) for block in draft.question]


def _who(blocks: Iterable[MarkedBlock]) -> Factions:
    return frozenset(name for block in blocks for name in restated_factions(block))


def _answered(
    drafts: Sequence[tuple[int, ExchangeDraft]], replies: Sequence[FactionReply]
) -> list[tuple[int, ExchangeDraft]]:
    """The questions of a faction with the answers to it: by number, else as their words tell them apart."""
    runs = [run for reply in replies for run in reply.runs if run[1]]
    if any(numbers for numbers, _ in runs) and any(draft.labels for _, draft in drafts):
        return _by_number(drafts, runs)
    asking = [draft for _, draft in drafts if any(map(inquires, draft.question)) or draft.labels]
    if not asking and not runs:
        return []
    labelled = any(draft.labels for _, draft in drafts)
    whole = _introduced(drafts) if labelled else list(drafts)
    blocks = [block for _, draft in whole for block in draft.question]
    items = [draft.question for _, draft in whole] if labelled else questions_in(blocks)
    starts = {id(run[0]) for _, run in runs} if len(runs) > 1 else set()
    pairs = aligned(items, [block for _, run in runs for block in run], starts)
    return [(_place(pair.question, whole), _labelled(pair, whole)) for pair in pairs]


def _place(question: Sequence[MarkedBlock], drafts: Sequence[tuple[int, ExchangeDraft]]) -> int:
    """The heading under which a question stands."""
    return next(at for at, draft in drafts if any(question[0] is block for block in draft.question))


def _labelled(pair: Pair, drafts: Sequence[tuple[int, ExchangeDraft]]) -> ExchangeDraft:
    """A pair as an exchange, with the numbers of the questions in it."""
    inside = {id(block) for block in pair.question}
    numbers = [n for _, draft in drafts if any(id(b) in inside for b in draft.question) for n in draft.labels]
    return ExchangeDraft(pair.question, pair.answer, tuple(numbers), margin=pair.margin)


def _by_number(
    drafts: Sequence[tuple[int, ExchangeDraft]], runs: Sequence[tuple[tuple[str, ...], list[MarkedBlock]]]
) -> list[tuple[int, ExchangeDraft]]:
    """Each answer with the questions whose numbers its mark has; one without a number goes on with the last."""
    found = _introduced(drafts)
    last = found[-1][1].labels
    for numbers, run in runs:
        named = [pair for pair in found if set(numbers or last) & set(pair[1].labels)]
        last = numbers or last
        if not named:
            found.append((found[-1][0], ExchangeDraft(answer=tuple(run), labels=numbers, margin=0.0)))
            continue
        at, whole = named[0]
        for _, other in named[1:]:
            whole = whole.joined(other)
        whole = replace(whole, answer=whole.answer + tuple(run))
        gone = {id(pair) for pair in named[1:]}
        found = [(at, whole) if pair is named[0] else pair for pair in found if id(pair) not in gone]
    return found


def _introduced(drafts: Sequence[tuple[int, ExchangeDraft]]) -> list[tuple[int, ExchangeDraft]]:
    """What stands before the first number goes with the first question."""
    (at, first), *rest = drafts
    if rest and not first.labels:
        second = replace(rest[0][1], question=first.question + rest[0][1].question)
        return [(at, second), *rest[1:]]
    return list(drafts)


def _unasked(replies: Iterable[FactionReply]) -> Iterator[HeadingDraft]:
    """Answers to nobody that asked, each under its own heading."""
    for reply in replies:
        yield HeadingDraft(reply.heading, (ExchangeDraft(answer=tuple(reply.blocks), margin=0.0),))
