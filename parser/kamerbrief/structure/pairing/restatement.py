"""What the words of an answer say of its question: what it restates, and what both share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kamerbrief.factions import without_names
from kamerbrief.patterns import pattern
from kamerbrief.structure.evidence.cues import CUES
from kamerbrief.structure.evidence.lexical_cohesion import containment
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.evidence.text_features import features_of
from kamerbrief.structure.evidence.wording.answers import RESTATED_ASKING
from kamerbrief.structure.evidence.wording.running_text import QUOTATION

ACTORS = pattern(
    r"\b(?:leden|fracties?|minister|staatssecretaris|regering|kabinet|vra(?:ag|gen)|vroegen)\b",
    re.I,
    hits=("De leden van de fractie", "Kan de minister", "het kabinet"),
    misses=("ledenvergadering", "vraagstuk"),
)
"""Words for who asks and who answers."""
RESTATEMENT = 3.0
"""What it is worth that what an answer restates stands in the question."""
SHARED = 1.0
"""What it is worth that all the words of an answer stand in the question."""


def restates(block: MarkedBlock) -> bool:
    """Whether an answer restates a question, quotes one, or names those who asked it."""
    quoted = "?" in block.words and QUOTATION.fullmatch(block.words) is not None
    return quoted or any(
        CUES[name](block) for name in ("restates", "members_open", "they_ask", "had_asked", "members_named")
    )


def _restatement(block: MarkedBlock) -> str:
    """The sentences with which an answer restates its question: up to the first that asks nothing."""
    found: list[str] = []
    for printed, sentence in features_of(block.text.text).sentences:
        asks = sentence.rstrip(" ”’\"')").endswith("?") or RESTATED_ASKING.search(sentence)
        if not asks and found:
            break
        found.append(printed)
        if not asks:
            break
    return " ".join(found)


def gains_of(items: Sequence[Sequence[MarkedBlock]], answers: Sequence[MarkedBlock]) -> list[list[float]]:
    """What each question gains by each answer: a row for each question, each answer's mean taken off."""
    texts = [_topic(" ".join(block.words for block in item)) for item in items]
    whole = containment([_topic(block.words) for block in answers], texts)
    restated = containment([_topic(_restatement(b)) if restates(b) else "" for b in answers], texts)
    columns = []
    for shared, opening in zip(whole, restated, strict=True):
        worth = [SHARED * a + RESTATEMENT * b for a, b in zip(shared, opening, strict=True)]
        mean = sum(worth) / len(worth)
        columns.append([gain - mean for gain in worth])
    return [list(row) for row in zip(*columns, strict=True)]


def _topic(text: str) -> str:
    """A text without the words that name who asks and who answers: they say nothing of what is asked."""
    return ACTORS.sub(" ", without_names(text))
