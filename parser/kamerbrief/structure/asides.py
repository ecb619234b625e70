"""What stands outside the running text of a letter, with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from kamerbrief.layout import Body, LayoutBlock
from kamerbrief.model import Aside
from kamerbrief.structure.roles import Role

OUTSIDE = ("introduction", "heading", "letterhead", "closing", "marker", "label", "notice", "remark", "annex")
"""Roles whose text stands in no exchange; the footnotes to it are the letter's own."""
ASIDE = ("letterhead", "closing", "marker", "label", "notice", "remark", "annex")
"""Those whose text stands nowhere else in the letter."""


def asides_of(body: Body, blocks: Sequence[LayoutBlock], roles: Sequence[Role]) -> tuple[Aside, ...]:
    """The asides of a letter, in page order."""
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
