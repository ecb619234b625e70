"""Name the genre of a document by its signs, such as numbered questions or the words of its title.

genres.toml has the phrases that are signs, and what each sign is worth to each genre.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kamerbrief.layout import AsideLine
from kamerbrief.structure.evidence.evidence import Evidence
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.form.forms import Form
from kamerbrief.structure.header.askers import askers_in

GENRES = (
    "schriftelijk-overleg",
    "kamervragen",
    "lijst-van-vragen",
    "verslag-schriftelijk-overleg",
    "nota-naar-aanleiding-van-verslag",
    "eerste-termijn",
)
"""All genres, as `--genre` takes them."""
ENOUGH = 4
"""A sign that is counted is fully there from this number on."""
LONGEST = 50
"""Words of a title at most: what running text mentions is no title."""
TITLE = 12
"""Blocks before the first question in which a title is looked for."""


class _Signs(NamedTuple):
    """The contents of genres.toml: the phrases as patterns, and the weight of each sign for each genre."""

    phrases: Mapping[str, re.Pattern[str]]
    weights: Mapping[str, Mapping[str, float]]


@cache
def _signs() -> _Signs:
    data = tomllib.loads(files("kamerbrief.structure").joinpath("genres.toml").read_text(encoding="utf-8"))
    return _Signs({name: re.compile(words, re.I) for name, words in data["phrases"].items()}, data["weights"])


def genre_of(evidence: Evidence, kept: Sequence[AsideLine], form: Form | None = None) -> str:
    """Name the genre that the signs of a document speak for most; the first of genres.toml where they speak for none.

    `form`: the form in which it was read, which adds two signs; None before it is read.
    """
    signs = signs_of(evidence, kept)
    if form:
        signs["answered-apart"] = float(form.second_part is not None)
        signs["unmarked"] = float(form.answers == "unmarked" and form.questions == "plain")
    weights = _signs().weights
    scores = {genre: sum(w * signs.get(sign, 0.0) for sign, w in table.items()) for genre, table in weights.items()}
    return max(scores, key=lambda genre: scores[genre])


def signs_of(evidence: Evidence, kept: Sequence[AsideLine]) -> dict[str, float]:
    """Each sign of a genre, from 0 (not there) to 1 (there as clearly as it can be)."""
    marks = [block.mark for block in evidence.blocks if block.mark]
    bare = [cues for block, cues in zip(evidence.blocks, evidence.cues, strict=True) if block.mark is None]
    counts = {
        "numbered-questions": sum(m.side == "question" and bool(m.numbers) for m in marks),
        "asked-by-name": sum(m.side == "question" and bool(m.who) for m in marks),
        "numbered-answers": sum(m.side == "answer" and bool(m.numbers) for m in marks),
        "bare-answers": sum(m.side == "answer" and not m.numbers for m in marks),
        "faction-headings": sum(bool(cues & {"heading_words", "faction_alone"}) for cues in bare),
        "numbered-themes": sum(cues >= {"numbered_heading", "heading_look"} for cues in bare),
        "members-ask": sum("members_ask" in cues for cues in bare),
    }
    texts = [block.words for block in _opening(evidence.blocks)]
    title = " | ".join([*texts, *(k.line.text for k in kept[:40])])
    short = " | ".join([*(text for text in texts if len(text.split()) < LONGEST), *(k.line.text for k in kept[:40])])
    signs = {name: min(1.0, count / ENOUGH) for name, count in counts.items()}
    signs |= {name: float(words.search(short) is not None) for name, words in _signs().phrases.items()}
    signs["members-in-title"] = float(bool(askers_in(title).factions))
    return signs


def _opening(blocks: Sequence[MarkedBlock]) -> Sequence[MarkedBlock]:
    """What stands before the first question."""
    first = next((n for n, b in enumerate(blocks) if b.side == "question"), TITLE * 2)
    return blocks[: max(first, 1)][-TITLE * 2 :]
