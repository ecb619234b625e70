"""Tell to whom the answers of a report in two parts are: whom they name, or under which headings they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kamerbrief.factions import named_in, squash
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.evidence.wording.members import MEMBERS_PRINTED
from kamerbrief.structure.evidence.wording.running_text import SENTENCE_BREAK
from kamerbrief.structure.pairing.asking_factions import subjects
from kamerbrief.structure.roles import Role

Factions = frozenset[str]


class Scope(NamedTuple):
    """Where questions and answers are paired: within the part of a faction, and a theme that both parts have."""

    factions: Factions
    theme: str = ""


NOWHERE = Scope(frozenset())
"""Before any heading."""


@dataclass(slots=True)
class ScopeTracker:
    """Follows the headings of one part, and keeps the scope of what stands below them."""

    themes: set[str]
    """The headings without a faction that both parts have."""
    scope: Scope = NOWHERE
    above: str = ""
    """The theme that stands over several factions."""
    empty: bool = False
    """Whether a theme has nothing below it yet: where a faction follows, the theme stands over it."""

    def enter(self, heading: str) -> None:
        """Go on below a heading."""
        if named := frozenset(named_in(heading)):
            self.above = self.scope.theme if self.empty else self.above
            self.scope, self.empty = Scope(named, self.above), False
        elif heading and (theme := squash(heading)) in self.themes:
            self.scope, self.empty = self.scope._replace(theme=theme), True

    def read(self, factions: Factions = frozenset()) -> None:
        """Go on below text, and with the factions that it names, where it names any."""
        self.scope, self.empty = self.scope._replace(factions=factions or self.scope.factions), False


@dataclass(slots=True)
class FactionReply:
    """The answers to some factions, in printed order, in runs with the numbers of their marks."""

    scope: Scope
    heading: tuple[MarkedBlock, ...] = ()
    runs: list[tuple[tuple[str, ...], list[MarkedBlock]]] = field(default_factory=list)

    def add(self, block: MarkedBlock) -> None:
        """Put a paragraph behind the others."""
        if not self.runs:
            self.runs.append(((), []))
        self.runs[-1][1].append(block)

    @property
    def blocks(self) -> list[MarkedBlock]:
        return [block for _, run in self.runs for block in run]


def replies_in(blocks: Sequence[MarkedBlock], roles: Sequence[Role], themes: set[str]) -> list[FactionReply]:
    """The answers of part II by faction: under its heading, else by those that the answers themselves name.

    `themes` are the headings without a faction that part I has.
    """
    found = [FactionReply(NOWHERE)]
    headed = any(r.name == "heading" and named_in(b.words) for b, r in zip(blocks, roles, strict=True))
    place = ScopeTracker(themes)
    for block, role in zip(blocks, roles, strict=True):
        if role.name == "heading":
            place.enter(block.words)
            if place.scope != found[-1].scope or not headed:
                found.append(FactionReply(place.scope, (block,)))
        elif role.name == "marker":
            found[-1].runs.append((block.mark.numbers if block.mark else (), []))
        elif role.name == "answer":
            place.read(frozenset() if headed else restated_factions(block))
            if place.scope != found[-1].scope:
                found.append(FactionReply(place.scope, found[-1].heading))
            found[-1].add(block)
    return [reply for reply in found if reply.blocks]


def restated_factions(block: MarkedBlock) -> Factions:
    """The factions that a paragraph names in its first sentence, else those of whom a later one says what they do."""
    first, *others = SENTENCE_BREAK.split(block.text.text)
    if MEMBERS_PRINTED.search(first) and (named := named_in(first)):
        return frozenset(named)
    return next((frozenset(names) for sentence in others if (names := subjects(sentence))), frozenset())
