"""Read each exchange as its reader would: what exactly is asked, whether it is answered, and what answers point to.

Every finding is a sentence of the letter, word for word, with its page. Where a rule is not sure, it says nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from kamerbrief.insight.answered import with_answered
from kamerbrief.insight.citations.letter_citations import with_citations
from kamerbrief.insight.commitments.letter_commitments import with_commitments
from kamerbrief.insight.references import with_references
from kamerbrief.insight.subquestions import with_subquestions
from kamerbrief.model import Letter

Stage = Callable[[Letter], Letter]
"""Fills one field of every exchange; it may use the fields that earlier stages filled."""
STAGES: tuple[Stage, ...] = (with_subquestions, with_references, with_answered, with_commitments, with_citations)
"""The stages, in their order."""


def with_insight(letter: Letter) -> Letter:
    """Return the letter with the findings of every stage filled in; nothing else in it changes."""
    for stage in STAGES:
        letter = stage(letter)
    return letter


def completed(letter: Letter) -> Letter:
    """Return the letter with its findings; they are found anew only where it has none yet."""
    known = letter.citations is not None and all(
        one.subquestions is not None and one.citations is not None for one in letter.exchanges
    )
    return letter if known else with_insight(letter)
