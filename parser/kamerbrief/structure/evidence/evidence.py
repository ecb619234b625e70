"""Gather what each block of a letter says about its own role, once, for every form that the letter is tried in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kamerbrief.factions import squash
from kamerbrief.layout import LayoutBlock
from kamerbrief.layout.list_items import item_of
from kamerbrief.structure.evidence.cues import cues_of
from kamerbrief.structure.evidence.lexical_cohesion import cohesion
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock, cut_off, split_at_mark
from kamerbrief.structure.evidence.number_rows import number_rows
from kamerbrief.structure.evidence.question_tables import listed
from kamerbrief.structure.evidence.wording.running_text import OF_QUOTATION, QUOTATION, REFERS_BACK

SHORT = 160
"""Characters of a line that may be a heading."""


AT_THE_HEAD = frozenset({"docket", "no_words", "contents"})
"""Cues that only count before anything is asked: later on, a figure is one of a table."""


class Tie(NamedTuple):
    """How strongly a block belongs to the one before it."""

    item: bool
    """It is an item of a list under another item."""
    turned: bool
    """It may go on from the page before."""
    led: bool
    """The block before it ends in a colon, and leads to it."""
    back: bool
    """It leads to a quotation on what stands before it, or is about the quotation before it."""
    cohesion: float
    """From -1 to 1: whether its words go on with the block before it rather than with the one after it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The blocks of a letter, with the cues that each gives and its tie to the block before it."""

    blocks: tuple[MarkedBlock, ...]
    cues: tuple[frozenset[str], ...]
    ties: tuple[Tie, ...]

    def __len__(self) -> int:
        return len(self.blocks)

    def part(self, start: int, end: int | None = None) -> Evidence:
        """The evidence of some blocks in a row."""
        return Evidence(self.blocks[start:end], self.cues[start:end], self.ties[start:end])


def gather(blocks: Sequence[LayoutBlock]) -> Evidence:
    """Tell the printed marks from the text, and look at every block with every cue."""
    marked = _marked(blocks)
    cues = list(map(cues_of, marked))
    for n in range(1, len(marked)):
        if marked[n - 1].side == "question":
            cues[n].add("first_after_label")
    for n in _printed_twice(marked):
        cues[n].add("printed_twice")
    for later in cues[_first_asking(cues) + 1 :]:
        later -= AT_THE_HEAD
    return Evidence(tuple(marked), tuple(map(frozenset, cues)), tuple(_ties(marked)))


def _first_asking(cues: Sequence[set[str]]) -> int:
    """Index of the first block that is the mark of a question or asks something itself."""
    return next((n for n, given in enumerate(cues) if given & {"label_mark", "asks", "members_ask"}), len(cues))


def _printed_twice(blocks: Sequence[MarkedBlock]) -> Iterator[int]:
    """The short lines, marks aside, that stand in a letter more than once."""
    short = [not (block.mark or block.rows) and len(block.text.text) < SHORT for block in blocks]
    texts = [squash(block.text.text) if may else "" for block, may in zip(blocks, short, strict=True)]
    seen = Counter(texts)
    return (n for n, text in enumerate(texts) if text and seen[text] > 1)


def _marked(blocks: Sequence[LayoutBlock]) -> list[MarkedBlock]:
    """The blocks, each printed mark as one of its own; a table of questions and answers as what it lists."""
    parted = [part for block in blocks for part in (listed(block) if block.rows else split_at_mark(block))]
    marks = number_rows(parted)
    return [part for n, block in enumerate(parted) for part in (cut_off(block, marks[n]) if n in marks else (block,))]


def leads(block: MarkedBlock) -> bool:
    """Whether a block leads to the next: a sentence that ends in a colon, as before a list or a quotation."""
    text = block.text.text.rstrip()
    return text.endswith(":") and not block.mark and len(text.split()) > 3


def _ties(blocks: Sequence[MarkedBlock]) -> list[Tie]:
    items = [item_of(block.text.text) is not None for block in blocks]
    alike = cohesion([block.text.text for block in blocks])
    return [
        Tie(
            bool(n) and items[n] and items[n - 1],
            blocks[n].loose,
            bool(n) and leads(blocks[n - 1]),
            bool(n) and refers_back(blocks[n - 1], blocks[n]),
            shared,
        )
        for n, shared in enumerate(alike)
    ]


def refers_back(before: MarkedBlock, block: MarkedBlock) -> bool:
    """Whether a block goes on with the subject of the one before it, by leading to a quotation or speaking of one."""
    text = block.text.text
    if leads(block):
        return REFERS_BACK.match(text) is not None
    return QUOTATION.fullmatch(before.text.text) is not None and OF_QUOTATION.match(text) is not None
