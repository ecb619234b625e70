"""What a block's wording and looks say about its role. Weights are in grammars/, by the same names."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from kamerbrief.factions import named_in
from kamerbrief.layout import LayoutBlock
from kamerbrief.layout.header_fields import labelled
from kamerbrief.structure.evidence.letter_landmarks import HEADING
from kamerbrief.structure.evidence.text_features import TextFeatures, features_of
from kamerbrief.structure.evidence.wording import (
    ADDRESS,
    ANNOUNCES,
    ASKED_OF,
    ASKING,
    BY_GOVERNMENT,
    CHAMBER,
    CONTENTS,
    DOCKET,
    FIRST_PERSON,
    GOVERNMENT,
    GOVERNMENT_SPEAKS,
    INQUIRES,
    JOINS,
    MEMBERS,
    MEMBERS_OPEN,
    OFFICE,
    OFFICIALS,
    PERSON,
    POSITION,
    REFERS,
    RESTATES,
    SALUTATION,
    SENTENCE,
    SEQUEL,
    THEME,
    TITLE,
    TO_GOVERNMENT,
    VALEDICTION,
    YES_OR_NO,
    YOU,
)

A_LINE = 300
"""Characters that a name, an office or an address takes at most; on longer text their patterns would take long."""


def _features(block: LayoutBlock) -> TextFeatures:
    return features_of(block.text.text)


def _full(pattern: re.Pattern[str]) -> Callable[[LayoutBlock], bool]:
    return lambda block: len(block.text.text) < A_LINE and pattern.fullmatch(_features(block).stripped) is not None


def _found(pattern: re.Pattern[str]) -> Callable[[LayoutBlock], bool]:
    """Whether it stands in running text."""
    return lambda block: pattern.search(_features(block).caseless) is not None


def _starts(pattern: re.Pattern[str]) -> Callable[[LayoutBlock], bool]:
    return lambda block: pattern.match(block.text.text) is not None


def _words(block: LayoutBlock) -> int:
    return _features(block).words


def _heading_words(block: LayoutBlock) -> bool:
    text = _features(block).stripped
    if _words(block) >= 40 or not HEADING.match(text) or SENTENCE.search(text):
        return False
    return bool(named_in(text)) or re.search(r"fracties?\b|leden\b|commissie\b", text, re.I) is not None


def _faction_alone(block: LayoutBlock) -> bool:
    text = block.text.text.strip(" :.")
    if len(text) >= 60 or "," in text:
        return False
    rest = re.sub(r"(?i)\b(?:de|het|leden|van|fracties?|en|lid|groep)\b", "", text)
    names = named_in(text)
    return 0 < len(names) <= 4 and len(rest.split()) <= len(names) + 1


def _heading_look(block: LayoutBlock) -> bool:
    set_off = block.bold or block.size > 1.08 or (block.italic and _words(block) < 14)
    return set_off and _words(block) < 30 and not SENTENCE.search(_features(block).stripped)


@lru_cache(maxsize=4096)
def _asks_in_sentence(text: str) -> bool:
    """A sentence in which members are the ones who ask, remark or want to know."""
    what = features_of(text)
    if not what.names_members:
        return False
    for printed, sentence in what.sentences:
        theirs = MEMBERS.search(sentence) and ASKING.search(printed) and not RESTATES.search(sentence)
        if theirs and not BY_GOVERNMENT.match(sentence) and not FIRST_PERSON.search(sentence):
            return True
    return False


def _members_open(block: LayoutBlock) -> bool:
    """Whether members are the subject with which a paragraph opens, and it is no reply to them."""
    opening = _features(block).caseless[:160]
    return MEMBERS_OPEN.match(opening) is not None and not RESTATES.search(opening)


def _states(block: LayoutBlock) -> bool:
    """Whether a paragraph asks nothing in any form."""
    asks = INQUIRES.search(_features(block).caseless) or _asks_in_sentence(block.text.text)
    return not (block.rows or asks or _members_open(block))


def _plain(block: LayoutBlock) -> bool:
    what = _features(block)
    return not (block.rows or "?" in what.bare or what.names_members or GOVERNMENT.search(what.caseless))


def _docket(block: LayoutBlock) -> bool:
    text = _features(block).stripped
    return not block.rows and DOCKET.fullmatch(text) is not None and not text.endswith(("?", ".", ":"))


def _position(block: LayoutBlock) -> bool:
    found = POSITION.fullmatch(_features(block).stripped)
    return found is not None and found["name"] is not None


def _side(block: LayoutBlock) -> str | None:
    return block.mark.side if block.mark else None


def _numbered_heading(block: LayoutBlock) -> bool:
    text = _features(block).stripped
    return _words(block) < 20 and THEME.match(text) is not None and not SENTENCE.search(text)


def _addresses_you(block: LayoutBlock) -> bool:
    return any("?" in sentence and YOU.search(sentence) for _, sentence in _features(block).sentences)


def _government_speaks(block: LayoutBlock) -> bool:
    """A sentence in which the government says what it does or holds, and asks nothing."""
    return any(
        GOVERNMENT_SPEAKS.search(s) and not s.endswith("?") and not ASKED_OF.search(s)
        for _, s in _features(block).sentences
    )


CUES: dict[str, Callable[[LayoutBlock], bool]] = {
    "marker_words": lambda block: _side(block) == "answer",
    "no_marker_words": lambda block: _side(block) != "answer",
    "label_mark": lambda block: _side(block) == "question",
    "no_label_mark": lambda block: _side(block) != "question",
    "notice_mark": lambda block: _side(block) == "notice",
    "sequel": _starts(SEQUEL),
    "no_words": lambda block: not any(map(str.isalpha, block.words)),
    "title": _starts(TITLE),
    "numbered_heading": _numbered_heading,
    "addresses_you": _addresses_you,
    "government_speaks": _government_speaks,
    "joins": _found(JOINS),
    "heading_words": _heading_words,
    "faction_alone": _faction_alone,
    "heading_look": _heading_look,
    "sentence": lambda block: SENTENCE.search(_features(block).stripped) is not None,
    "long": lambda block: _words(block) > 25,
    "asks": lambda block: block.text.text.rstrip(" ”’\"')").endswith("?"),
    "inquires": _found(INQUIRES),
    "has_question": lambda block: "?" in _features(block).bare,
    "members_open": _members_open,
    "states": _states,
    "agrees": _found(re.compile(r"\bterecht\b|\b(?:zorg|vrees|vraag|constatering)(?:en)? van (?:deze|de) leden\b")),
    "members_ask": lambda block: _asks_in_sentence(block.text.text),
    "members_named": lambda block: _features(block).names_members,
    "addresses_government": _found(TO_GOVERNMENT),
    "government_named": _found(GOVERNMENT),
    "plain": _plain,
    "first_person": _found(FIRST_PERSON),
    "cabinet_named": _found(re.compile(r"\bhet (?:\(demissionaire\) |demissionaire )?kabinet\b")),
    "yes_or_no": _starts(YES_OR_NO),
    "refers": _found(REFERS),
    "restates": _found(RESTATES),
    "speaks_to_chamber": _found(CHAMBER),
    "announces": _found(ANNOUNCES),
    "salutation": _full(SALUTATION),
    "label": lambda block: _words(block) < 60 and labelled(block.text.text) is not None,
    "address": _full(ADDRESS),
    "valediction": _full(VALEDICTION),
    "office": _full(OFFICE),
    "officials": _full(OFFICIALS),
    "docket": _docket,
    "contents": lambda block: CONTENTS.match(block.words) is not None,
    "person": _full(PERSON),
    "position": _position,
    "table": lambda block: bool(block.rows),
}
"""Every cue, by its name in grammars/; those that compare blocks are in `segment.py`."""
