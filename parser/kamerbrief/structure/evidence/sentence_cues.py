"""Look at the sentences of a block: what members do in them, what the government says, and where something is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kamerbrief.factions import name_length
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.evidence.text_features import features_of
from kamerbrief.structure.evidence.wording.answers import BY_GOVERNMENT, FIRST_PERSON, GOVERNMENT_SPEAKS, RESTATES
from kamerbrief.structure.evidence.wording.members import MEMBERS, MEMBERS_OPEN, MEMBERS_PRINTED
from kamerbrief.structure.evidence.wording.questions import (
    ASKED,
    ASKED_OF,
    ASKING,
    HAD_ASKED,
    INDIRECT,
    INQUIRES,
    THEY_ASK,
    YOU,
)

VERB_BEFORE = 40
"""Characters before the words that name members, in which the verb may stand that says what they do."""
VERB_BEHIND = 80
"""Characters behind those words, in which the verb may stand."""


@lru_cache(maxsize=4096)
def asks_in_sentence(text: str) -> bool:
    """A sentence in which members are the ones who ask, remark or want to know."""
    return any(
        _near(ASKING, printed) and not HAD_ASKED.search(sentence) for printed, sentence in _sentences_of_members(text)
    )


def _near(verbs: re.Pattern[str], sentence: str) -> bool:
    """Whether one of these verbs stands close to the words that name members, as what they do."""
    found = MEMBERS_PRINTED.finditer(sentence)
    return any(verbs.search(sentence[max(0, m.start() - VERB_BEFORE) : m.end() + VERB_BEHIND]) for m in found)


@lru_cache(maxsize=4096)
def asked_in_sentence(text: str) -> bool:
    """A sentence that tells in the past what members asked."""
    return any(ASKED.search(sentence) for _, sentence in _sentences_of_members(text))


def _sentences_of_members(text: str) -> Iterator[tuple[str, str]]:
    """The sentences that say what members do, as printed and caseless, and that reply to nothing."""
    what = features_of(text)
    if not what.names_members:
        return
    for printed, sentence in what.sentences:
        theirs = MEMBERS.search(sentence) and not RESTATES.search(sentence)
        if theirs and not BY_GOVERNMENT.match(sentence) and not FIRST_PERSON.search(sentence):
            yield printed, sentence


def members_open(block: MarkedBlock) -> bool:
    """Whether members are the subject with which a paragraph opens, and it is no reply to them."""
    opening = features_of(block.text.text).caseless[:160]
    return (MEMBERS_OPEN.match(opening) is not None and not RESTATES.search(opening)) or faction_opens(block.text.text)


@lru_cache(maxsize=4096)
def faction_opens(text: str) -> bool:
    """Whether a faction, by its bare name, is the one who asks or remarks with which a text opens."""
    text = text[:VERB_BEHIND].removeprefix("Ook ")
    text = text[3:] if text[:3] in ("De ", "de ") else text[4:] if text[:4] in ("Het ", "het ") else text
    end = name_length(text)
    return end > 0 and ASKING.match(text[end:].lstrip()) is not None


def states_last(block: MarkedBlock) -> bool:
    """Whether a paragraph puts a question and goes on with a sentence that asks nothing, as one does who answers it."""
    features = features_of(block.text.text)
    _, last = features.sentences[-1]
    asks = (
        last.rstrip(" ”’\"')").endswith("?") or INDIRECT.search(last) or THEY_ASK.search(last) or MEMBERS.search(last)
    )
    return "?" in features.bare and not asks


def states_first(block: MarkedBlock) -> bool:
    """Whether a paragraph with a question in it opens with a sentence that asks nothing."""
    features = features_of(block.text.text)
    _, first = features.sentences[0]
    return "?" in features.bare and "?" not in first and not INQUIRES.search(first)


def addresses_you(block: MarkedBlock) -> bool:
    return any("?" in sentence and YOU.search(sentence) for _, sentence in features_of(block.text.text).sentences)


def government_speaks(block: MarkedBlock) -> bool:
    """A sentence in which the government says what it does or holds, and asks nothing."""
    if features_of(block.text.text).vocabulary.isdisjoint(("regering", "kabinet", "ik", "wij")):
        return False
    return any(
        GOVERNMENT_SPEAKS.search(s) and not s.endswith("?") and not ASKED_OF.search(s)
        for _, s in features_of(block.text.text).sentences
    )
