"""Which genre a document is, told by its content: what it counts and says, weighed by genres.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kamerbrief.layout import AsideLine, LayoutBlock
from kamerbrief.structure.evidence.cues import CUES
from kamerbrief.structure.header.askers import askers_in

ENOUGH = 4
"""So many of a thing say all that its number can say."""
TITLE = 12
"""Blocks before the first question in which a title is looked for."""


class _Signs(NamedTuple):
    """What genres.toml says."""

    phrases: Mapping[str, re.Pattern[str]]
    weights: Mapping[str, Mapping[str, float]]


@cache
def _signs() -> _Signs:
    data = tomllib.loads(files("kamerbrief.structure.form").joinpath("genres.toml").read_text(encoding="utf-8"))
    return _Signs({name: re.compile(words, re.I) for name, words in data["phrases"].items()}, data["weights"])


def genre_of(blocks: Sequence[LayoutBlock], kept: Sequence[AsideLine]) -> str:
    """The genre that speaks most clearly from a document; the first of genres.toml where nothing does."""
    signs = evidence(blocks, kept)
    weights = _signs().weights
    scores = {genre: sum(w * signs.get(sign, 0.0) for sign, w in table.items()) for genre, table in weights.items()}
    return max(scores, key=lambda genre: scores[genre])


def evidence(blocks: Sequence[LayoutBlock], kept: Sequence[AsideLine]) -> dict[str, float]:
    """Each sign, from 0 (not there) to 1 (there as clearly as it can be)."""
    marks = [block.mark for block in blocks if block.mark]
    counts = {
        "numbered-questions": sum(m.side == "question" and bool(m.numbers) for m in marks),
        "asked-by-name": sum(m.side == "question" and bool(m.who) for m in marks),
        "numbered-answers": sum(m.side == "answer" and bool(m.numbers) for m in marks),
        "bare-answers": sum(m.side == "answer" and not m.numbers for m in marks),
        "faction-headings": sum(_names_faction(block) for block in blocks),
        "numbered-themes": sum(CUES["numbered_heading"](b) and CUES["heading_look"](b) for b in blocks if not b.mark),
        "members-ask": sum(CUES["members_ask"](block) for block in blocks if not block.mark),
    }
    title = " | ".join([*(block.words for block in _opening(blocks)), *(k.line.text for k in kept[:40])])
    signs = {name: min(1.0, count / ENOUGH) for name, count in counts.items()}
    signs |= {name: float(words.search(title) is not None) for name, words in _signs().phrases.items()}
    signs["members-in-title"] = float(bool(askers_in(title).factions))
    return signs


def _names_faction(block: LayoutBlock) -> bool:
    return block.mark is None and (CUES["heading_words"](block) or CUES["faction_alone"](block))


def _opening(blocks: Sequence[LayoutBlock]) -> Sequence[LayoutBlock]:
    """What stands before the first question."""
    first = next((n for n, b in enumerate(blocks) if b.mark and b.mark.side == "question"), TITLE * 2)
    return blocks[: max(first, 1)][-TITLE * 2 :]
