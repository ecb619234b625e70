"""What a block's wording and looks say about its role. Weights are in grammars/, by the same names."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from kamerbrief.factions import named_in
from kamerbrief.layout import Block
from kamerbrief.layout.labels import labelled
from kamerbrief.layout.openers import HEADING
from kamerbrief.structure.wording import (
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
    QUOTED,
    REFERS,
    RESTATES,
    SALUTATION,
    SENTENCE,
    SENTENCE_BREAK,
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


def _bare(text: str) -> str:
    """Text without what it quotes: a quotation speaks for somebody else."""
    return QUOTED.sub(" ", text)


def _full(pattern: re.Pattern[str]) -> Callable[[Block], bool]:
    return lambda block: len(block.text.text) < A_LINE and pattern.fullmatch(block.text.text.strip()) is not None


def _found(pattern: re.Pattern[str]) -> Callable[[Block], bool]:
    return lambda block: pattern.search(_bare(block.text.text)) is not None


def _starts(pattern: re.Pattern[str]) -> Callable[[Block], bool]:
    return lambda block: pattern.match(block.text.text) is not None


def _words(block: Block) -> int:
    return len(block.text.text.split())


def _heading_words(block: Block) -> bool:
    text = block.text.text.strip()
    if _words(block) >= 40 or not HEADING.match(text) or SENTENCE.search(text):
        return False
    return bool(named_in(text)) or re.search(r"fracties?\b|leden\b|commissie\b", text, re.I) is not None


def _faction_alone(block: Block) -> bool:
    text = block.text.text.strip(" :.")
    if len(text) >= 60 or "," in text:
        return False
    rest = re.sub(r"(?i)\b(?:de|het|leden|van|fracties?|en|lid|groep)\b", "", text)
    names = named_in(text)
    return 0 < len(names) <= 4 and len(rest.split()) <= len(names) + 1


def _heading_look(block: Block) -> bool:
    set_off = block.bold or block.size > 1.08 or (block.italic and _words(block) < 14)
    return set_off and _words(block) < 30 and not SENTENCE.search(block.text.text.strip())


@lru_cache(maxsize=4096)
def _asks_in_sentence(text: str) -> bool:
    """A sentence in which members are the ones who ask, remark or want to know."""
    for sentence in SENTENCE_BREAK.split(_bare(text)):
        members = MEMBERS.search(sentence)
        theirs = members and ASKING.search(sentence) and not RESTATES.search(sentence)
        if theirs and not BY_GOVERNMENT.match(sentence) and not FIRST_PERSON.search(sentence):
            return True
    return False


def _members_open(block: Block) -> bool:
    """Whether members are the subject with which a paragraph opens, and it is no reply to them."""
    opening = _bare(block.text.text)[:160]
    return MEMBERS_OPEN.match(opening) is not None and not RESTATES.search(opening)


def _states(block: Block) -> bool:
    """Whether a paragraph asks nothing in any form."""
    text = block.text.text
    return not (block.rows or INQUIRES.search(_bare(text)) or _asks_in_sentence(text) or _members_open(block))


def _plain(block: Block) -> bool:
    text = _bare(block.text.text)
    return not (block.rows or "?" in text or MEMBERS.search(text) or GOVERNMENT.search(text))


def _docket(block: Block) -> bool:
    text = block.text.text.strip()
    return not block.rows and DOCKET.fullmatch(text) is not None and not text.endswith(("?", ".", ":"))


def _position(block: Block) -> bool:
    found = POSITION.fullmatch(block.text.text.strip())
    return found is not None and found["name"] is not None


def _side(block: Block) -> str | None:
    return block.mark.side if block.mark else None


def _numbered_heading(block: Block) -> bool:
    text = block.text.text.strip()
    return _words(block) < 20 and THEME.match(text) is not None and not SENTENCE.search(text)


def _sentences(block: Block) -> list[str]:
    return SENTENCE_BREAK.split(_bare(block.text.text))


def _addresses_you(block: Block) -> bool:
    return any(YOU.search(sentence) and "?" in sentence for sentence in _sentences(block))


def _government_speaks(block: Block) -> bool:
    """A sentence in which the government says what it does or holds, and asks nothing."""
    return any(
        GOVERNMENT_SPEAKS.search(s) and not s.endswith("?") and not ASKED_OF.search(s) for s in _sentences(block)
    )


CUES: dict[str, Callable[[Block], bool]] = {
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
    "sentence": lambda block: SENTENCE.search(block.text.text.strip()) is not None,
    "long": lambda block: _words(block) > 25,
    "asks": lambda block: block.text.text.rstrip(" ”’\"')").endswith("?"),
    "inquires": _found(INQUIRES),
    "has_question": lambda block: "?" in _bare(block.text.text),
    "members_open": _members_open,
    "states": _states,
    "agrees": _found(
        re.compile(r"\bterecht\b|\b(?:zorg|vrees|vraag|constatering)(?:en)? van (?:deze|de) leden\b", re.I)
    ),
    "members_ask": lambda block: _asks_in_sentence(block.text.text),
    "members_named": _found(MEMBERS),
    "addresses_government": _found(TO_GOVERNMENT),
    "government_named": _found(GOVERNMENT),
    "plain": _plain,
    "first_person": _found(FIRST_PERSON),
    "cabinet_named": _found(re.compile(r"\bhet (?:\(demissionaire\) |demissionaire )?kabinet\b", re.I)),
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
