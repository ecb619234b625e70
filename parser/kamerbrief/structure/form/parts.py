"""Find where the second part of a report may begin: the answers, behind the questions of all factions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kamerbrief.factions import named_in
from kamerbrief.structure.evidence.evidence import Evidence
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.evidence.wording.headings import SECOND_PART

MOST = 3
"""Places that are tried at most."""
ASKS = frozenset({"has_question", "members_ask", "asks_indirectly", "they_ask"})
"""Cues of a paragraph that asks something; headings do not give them."""
LEAST = 2
"""Headings of factions that must come again for a second part to begin there."""


def part_starts(evidence: Evidence) -> list[int]:
    """Indexes of blocks with which the second part may begin: by its heading, else where the factions come again.

    Something must be asked before it, and text must stand behind it. A table of contents has the same headings: later
    places come first.
    """
    asked = _asked(evidence)
    worded, repeated = (
        sorted((n for n in set(found) if asked < n < len(evidence) - 1), reverse=True)
        for found in (_worded(evidence.blocks), _repeated(evidence))
    )
    return (worded or repeated)[:MOST]


def is_parted(evidence: Evidence, start: int) -> bool:
    """Whether a letter is surely in two parts: a heading says so at `start`, and a faction has a heading on both sides.

    What a table of contents before the first question has does not count.
    """
    headings = list(_headings(evidence))
    asked = _asked(evidence)
    first = max((n for n, _ in headings if n < asked), default=asked)
    before = {name for n, names in headings if first <= n < start for name in names}
    behind = {name for n, names in headings if n > start for name in names}
    return start in set(_worded(evidence.blocks)) and not before.isdisjoint(behind)


def _asked(evidence: Evidence) -> int:
    """Index of the first block that asks something."""
    return next((n for n, cues in enumerate(evidence.cues) if cues & ASKS), len(evidence))


def _headings(evidence: Evidence) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The headings of factions, each with the factions that it names."""
    for n, (block, cues) in enumerate(zip(evidence.blocks, evidence.cues, strict=True)):
        if cues & {"heading_words", "faction_alone"} and (names := named_in(block.words)):
            yield n, names


def _worded(blocks: Sequence[MarkedBlock]) -> Iterator[int]:
    for n, block in enumerate(blocks):
        text = block.text.text.strip()
        if len(text.split()) < 20 and SECOND_PART.match(text):
            yield n


def _repeated(evidence: Evidence) -> Iterator[int]:
    """Where the headings of factions start again, from the first or the second of them."""
    headings = list(_headings(evidence))
    named = [names for _, names in headings]
    first = {names: k for k, names in reversed(list(enumerate(named)))}
    last = {names: k for k, names in enumerate(named)}
    newest = max(first.values(), default=0)  # behind it only those come that came before
    latest = sorted(last.values())[-LEAST] if len(last) >= LEAST else -1  # up to it, several come behind
    for k in range(max(LEAST, newest + 1), min(len(headings) - LEAST, latest) + 1):
        if named[k] in named[:2]:
            at = headings[k][0]
            yield at - 1 if at and "heading_look" in evidence.cues[at - 1] else at
