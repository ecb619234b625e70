"""Join hits and their context into runs of sentences, so that no sentence is shown twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kamerbrief.library.grep import Hit


class PassageLine(NamedTuple):
    """One sentence in a run."""

    hit: Hit
    """The hit that the sentence is, or is context of."""
    position: int
    """The index of the sentence in its side of the exchange."""
    text: str

    @property
    def matched(self) -> bool:
        """Tell whether the sentence is the hit and not context."""
        return self.position == self.hit.position


PassageLines = list[PassageLine]
"""A run of sentences without gaps."""


def passages(hits: Sequence[Hit]) -> list[PassageLines]:
    """Return the hits in order; hits that overlap or follow each other make one run."""
    found: list[PassageLines] = []
    for hit in hits:
        lines = window(hit)
        if found and follows(found[-1][-1], lines[0]):
            found[-1] = join(found[-1], lines)
        else:
            found.append(lines)
    return found


def window(hit: Hit) -> PassageLines:
    """Return a hit with its context."""
    texts = (*hit.before, hit.text, *hit.after)
    return [PassageLine(hit, at, text) for at, text in enumerate(texts, start=hit.position - len(hit.before))]


def follows(last: PassageLine, first: PassageLine) -> bool:
    """Tell whether one sentence directly follows another, or comes before it, on the same side of the same exchange."""
    same = (last.hit.number, last.hit.part) == (first.hit.number, first.hit.part)
    return same and first.position <= last.position + 1


def join(passage: PassageLines, lines: PassageLines) -> PassageLines:
    """Return two runs as one, in which a hit is never shown as context."""
    by_position = {line.position: line for line in passage}
    for line in lines:
        if line.matched or line.position not in by_position:
            by_position[line.position] = line
    return [by_position[at] for at in sorted(by_position)]
