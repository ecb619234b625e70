"""Collect what a file prints outside the questions and answers: sidebars, page numbers, letterhead, signature."""

from __future__ import annotations

from collections.abc import Sequence

from kamerbrief.layout import Body, LayoutBlock
from kamerbrief.model import Aside
from kamerbrief.structure.roles import Role

OUTSIDE = ("introduction", "heading", "letterhead", "closing", "marker", "label", "notice", "remark", "annex")
"""Roles whose text is in no exchange; footnotes to it belong to the letter as a whole."""
ASIDE = ("letterhead", "closing", "marker", "label", "notice", "remark", "annex")
"""The roles whose text has no field of its own in the Letter, so that it is kept as an aside."""


def asides_of(body: Body, blocks: Sequence[LayoutBlock], roles: Sequence[Role]) -> tuple[Aside, ...]:
    """The asides of a letter, in page order; the kind of each says what it is.

    `roles` are those of `blocks`, one each. The markers of notes in what stands outside exchanges are asides too.
    """
    beside = [Aside(kind=k.kind, text=k.line.text, page=k.line.page) for k in body.kept]
    pairs = list(zip(blocks, roles, strict=True))
    around = [Aside(kind=role.name, text=block.words, page=block.page) for block, role in pairs if role.name in ASIDE]
    marks = [
        Aside(kind="note-mark", text=mark.marker, page=block.page)
        for block, role in pairs
        if role.name in OUTSIDE
        for mark in block.text.notes
    ]
    return tuple(sorted([*beside, *around, *marks], key=lambda aside: aside.page or 0))
