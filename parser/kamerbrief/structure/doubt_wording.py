"""Say in a few words how a paragraph, or the whole letter, was read."""

from __future__ import annotations

from collections.abc import Sequence

from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.interpretation import Interpretation
from kamerbrief.structure.pairing.drafts import all_drafts

SHOWN = 60
"""Characters of a paragraph that are shown."""


def read_as(place: str, number: int) -> str:
    """Say where a paragraph stands, in or near the exchange with this number."""
    return {
        "question": f"belongs to the question of exchange {number}, or opens the next",
        "answer": f"belongs to the answer to exchange {number}",
        "heading": "is a heading",
        "aside": "stands outside questions and answers",
    }[place]


def described(reading: Interpretation, blocks: Sequence[MarkedBlock]) -> str:
    """Describe a reading of the whole letter in a few words."""
    form = reading.form
    start = form.second_part
    where = f"the answers begin at {shown(blocks[start])}" if start is not None else "each answer behind its question"
    where = "answers behind all questions of a section" if form.order == "section" else where
    marks = "answers behind printed marks" if form.answers == "marked" else "answers told by their wording"
    return f"{len(all_drafts(reading.headings))} exchanges; {where}; {marks}; questions {form.questions}"


def shown(block: MarkedBlock, *, end: bool = False) -> str:
    """A few words of a paragraph in quotes: its first, or its last."""
    text = " ".join(block.words.split())
    if len(text) <= SHOWN:
        return f"“{text}”"
    return f"“…{text[-SHOWN:].partition(' ')[2]}”" if end else f"“{text[:SHOWN].rpartition(' ')[0]} …”"
