"""Blocks in a row, with the roles that each may have."""

from __future__ import annotations

from typing import NamedTuple

from kamerbrief.structure.evidence.evidence import Tie

SIDES = frozenset({"question", "answer"})
Allowed = frozenset[str] | None
"""The sides that a block is on: question, answer, both or neither; None where that is not known."""


class LabelledSequence(NamedTuple):
    """Blocks in a row that are read with one grammar."""

    group: str
    values: tuple[str, ...]
    """The values of the traits of its grammar."""
    cues: tuple[tuple[str, ...], ...]
    """With those of the letter's own type; in order, so that sums are the same in every run."""
    ties: tuple[Tie, ...]
    allowed: tuple[Allowed, ...]
