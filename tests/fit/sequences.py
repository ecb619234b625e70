"""A letter whose exchanges are known, as sequences of blocks with the roles that each may have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from fit.corpus import Sample
from fit.decoding import decoded, wrong
from fit.labelled import Allowed, LabelledSequence
from kamerbrief.structure import BY_MEMBERS
from kamerbrief.structure.evidence.evidence import Evidence, gather
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.evidence.typography import looks_beside_marks, looks_of_roles, typeface
from kamerbrief.structure.form.forms import Form, likely_forms
from kamerbrief.structure.form.grammar import compose
from kamerbrief.structure.genre import genre_of
from kamerbrief.structure.roles import segment
from letters.scoring import exchanges_of, squash

SHORT = 15
"""Letters of a block that is too short to be known again."""


def sequences(sample: Sample) -> list[LabelledSequence]:
    """The sequences of a letter, in that of its likely forms that comes nearest to what it says."""
    evidence = gather(sample.body.blocks)
    sides = sides_of(evidence.blocks, sample.truth)
    members = genre_of(evidence, sample.body.kept) in BY_MEMBERS
    forms = [list(_in_form(sample.group, evidence, sides, form)) for form in likely_forms(evidence, members=members)]
    return min(forms, key=lambda found: sum(map(errors_by_hand, found)))


def errors_by_hand(sequence: LabelledSequence) -> int:
    """The blocks that today's grammar puts on the wrong side."""
    return wrong(sequence, decoded(sequence, compose(*sequence.values)).roles)


def _in_form(group: str, evidence: Evidence, sides: Sequence[Allowed], form: Form) -> Iterator[LabelledSequence]:
    start = form.second_part
    parts = [(0, None, form.order)] if start is None else [(0, start, "first-part"), (start, None, "second-part")]
    for first, last, order in parts:
        part = evidence.part(first, last)
        if part.blocks:
            values = form.values(order)
            yield LabelledSequence(group, values, _with_looks(part, values), part.ties, tuple(sides[first:last]))


def _with_looks(evidence: Evidence, values: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The cues of each block in order, with what its type says, as `roles.segment` adds it."""
    looks = looks_beside_marks(evidence.blocks)
    if not looks:
        found = segment(evidence, compose(*values))
        looks = looks_of_roles(evidence.blocks, [role.name for role in found.roles])
    return tuple(
        tuple(sorted(cues | {name for name, how in looks.items() if _told(block, cues) and typeface(block) == how}))
        for block, cues in zip(evidence.blocks, evidence.cues, strict=True)
    )


def _told(block: MarkedBlock, cues: frozenset[str]) -> bool:
    return bool(cues & {"sentence", "long", "colon"}) and not (block.rows or block.mark)


def sides_of(blocks: Sequence[MarkedBlock], truth: dict[str, Any]) -> list[Allowed]:
    """For each block the sides on which its words stand in the truth."""
    texts = {
        side: "\n".join(squash(" ".join(exchange[side] or [])) for exchange in exchanges_of(truth))
        for side in ("question", "answer")
    }
    return [_side(block, texts) for block in blocks]


def _side(block: MarkedBlock, texts: dict[str, str]) -> Allowed:
    words = squash(block.words)
    if block.rows or block.mark or len(words) < SHORT:
        return None
    found = frozenset(side for side, text in texts.items() if words in text)
    partly = any(part in text for part in (words[:25], words[-25:]) for text in texts.values())
    return found if found or not partly else None
