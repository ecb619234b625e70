"""Work out which headings stand above each heading, from their numbers and their type."""

from __future__ import annotations

from collections.abc import Sequence

from kamerbrief.structure.evidence.wording.headings import NUMBER_OF_HEADING
from kamerbrief.structure.pairing.drafts import HeadingDraft

Key = tuple[str, int] | tuple[bool, bool, bool, float]
"""The level of a heading: the kind and depth of its number; without a number how it is set (bold, italic, underlined)
and its size."""


def parents_of(found: Sequence[HeadingDraft]) -> list[tuple[str, ...]]:
    """For each heading the texts of the headings above it, the topmost first; headings are in printed order.

    A heading closes all before it that have its level. "2.1" belongs under "2."; a heading of another level belongs
    under the one before it only where nothing stands between the two, or where that one is a part ("II").
    """
    stack: list[tuple[Key, str]] = []
    parents = []
    childless = False
    for heading in found:
        key = _key(heading)
        while stack and not _under(key, stack, fresh=childless):
            last, _ = stack.pop()
            if last == key:  # what stands above its like stands above it too
                break
        parents.append(tuple(text for _, text in stack))
        stack.append((key, heading.text))
        childless = not heading.drafts
    return parents


def _key(heading: HeadingDraft) -> Key:
    number = NUMBER_OF_HEADING.match(heading.text)
    if number is None:
        first = heading.blocks[0] if heading.blocks else None
        return (first.bold, first.italic, first.underlined, round(first.size, 1)) if first else ("none", 0)
    if number["decimal"]:
        return ("decimal", number["decimal"].count("."))
    return ("part" if number["part"] else "letter", 0)


def _under(key: Key, stack: Sequence[tuple[Key, str]], *, fresh: bool) -> bool:
    """Whether a heading belongs under the last of the stack; `fresh`: no exchange stands between the two."""
    last = stack[-1][0]
    if key == last or any(key == other for other, _ in stack):
        return False
    if key[0] == "decimal" and last[0] == "decimal":
        return key[1] > last[1]
    return fresh or last[0] == "part"
