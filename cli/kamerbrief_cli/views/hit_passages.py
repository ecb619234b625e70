"""Hits with their context as passages: sentences in a row, none shown twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kamerbrief.library.grep import Hit


class PassageLine(NamedTuple):
    """A sentence of a passage."""

    hit: Hit
    """The hit that it is, or stands beside."""
    position: int
    """Which sentence it is of its side of the exchange."""
    text: str

    @property
    def matched(self) -> bool:
        """Whether it is the hit, not context."""
        return self.position == self.hit.position


PassageLines = list[PassageLine]


def passages(hits: Sequence[Hit]) -> list[PassageLines]:
    """The hits in order; what follows on one another or overlaps is one passage."""
    found: list[PassageLines] = []
    for hit in hits:
        lines = window(hit)
        if found and follows(found[-1][-1], lines[0]):
            found[-1] = join(found[-1], lines)
        else:
            found.append(lines)
    return found


def window(hit: Hit) -> PassageLines:
    """A hit between its context."""
    texts = (*hit.before, hit.text, *hit.after)
    return [PassageLine(hit, at, text) for at, text in enumerate(texts, start=hit.position - len(hit.before))]


def follows(last: PassageLine, first: PassageLine) -> bool:
    """Whether nothing stands between two sentences on one side of one exchange."""
    same = (last.hit.number, last.hit.part) == (first.hit.number, first.hit.part)
    return same and first.position <= last.position + 1


def join(passage: PassageLines, lines: PassageLines) -> PassageLines:
    """Both in one, in which a hit is never only context."""
    by_position = {line.position: line for line in passage}
    for line in lines:
        if line.matched or line.position not in by_position:
            by_position[line.position] = line
    return [by_position[at] for at in sorted(by_position)]
