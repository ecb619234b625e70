"""The cues: what the wording and type of a block say about its role, such as "asks" or "set as a heading".

form/grammar.toml has the weight of each cue for each role, by the same name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Set

from kamerbrief.factions import named_in, without_names
from kamerbrief.layout.header_fields import labelled
from kamerbrief.layout.list_items import item_of
from kamerbrief.structure.evidence.letter_landmarks import HEADING
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.evidence.sentence_cues import (
    addresses_you,
    asked_in_sentence,
    asks_in_sentence,
    faction_opens,
    government_speaks,
    members_open,
    states_first,
    states_last,
)
from kamerbrief.structure.evidence.text_features import TextFeatures, features_of
from kamerbrief.structure.evidence.wording.answers import (
    AGREES,
    CABINET,
    CHAMBER,
    REFERS,
    RESTATES,
    THAT,
    YES_OR_NO,
)
from kamerbrief.structure.evidence.wording.headings import FACTION_WORDS, FILLERS, THEME
from kamerbrief.structure.evidence.wording.letterheads import ADDRESS, ANNOUNCES, SALUTATION
from kamerbrief.structure.evidence.wording.members import JOINS
from kamerbrief.structure.evidence.wording.publications import CONTENTS, DOCKET, SEQUEL, TITLE
from kamerbrief.structure.evidence.wording.questions import (
    ASKS_NOTHING,
    GOVERNMENT,
    HAD_ASKED,
    INDIRECT,
    INDIRECT_VERBS,
    INQUIRES,
    THEY_ASK,
    TO_GOVERNMENT,
)
from kamerbrief.structure.evidence.wording.running_text import QUOTATION, SENTENCE
from kamerbrief.structure.evidence.wording.signatures import (
    CONCLUDES,
    OFFICE,
    OFFICIALS,
    PERSON,
    POSITION,
    VALEDICTION,
)

GOVERNMENT_WORDS = ("regering", "minister", "staatssecretaris", "kabinet", "bewindspersoon", "bewindslieden")
"""Words of which the patterns that name the government have one."""
ANNOUNCING_WORDS = tuple(
    "vragen kamervragen inbreng verslag hierbij hiermee hiermede bijgaand bijlage bied bieden aanbied aanbieden zend"
    " zenden brief volgorde indeling aangehouden commissie".split()
)
"""Words of which what announces answers has one."""
A_LINE = 300
"""Characters that a name, an office or an address takes at most; on longer text their patterns would take long."""


def _features(block: MarkedBlock) -> TextFeatures:
    return features_of(block.text.text)


def _full(pattern: re.Pattern[str]) -> Callable[[MarkedBlock], bool]:
    return lambda block: len(block.text.text) < A_LINE and pattern.fullmatch(_features(block).stripped) is not None


def _found(pattern: re.Pattern[str], *words: str) -> Callable[[MarkedBlock], bool]:
    """Whether a pattern stands in running text; `words` are those of which it must have one, told sooner."""
    any_of = frozenset(words)

    def found(block: MarkedBlock) -> bool:
        features = _features(block)
        possible = not any_of or not any_of.isdisjoint(features.vocabulary)
        return possible and pattern.search(features.caseless) is not None

    return found


def _says(*words: str) -> Callable[[MarkedBlock], bool]:
    """Whether any of these words stands in running text."""
    any_of = frozenset(words)
    return lambda block: not any_of.isdisjoint(_features(block).vocabulary)


def _starts(pattern: re.Pattern[str]) -> Callable[[MarkedBlock], bool]:
    return lambda block: pattern.match(block.text.text) is not None


def _words(block: MarkedBlock) -> int:
    return _features(block).words


def _heading_words(block: MarkedBlock) -> bool:
    text = _features(block).stripped
    if _words(block) >= 40 or not HEADING.match(text) or SENTENCE.search(text):
        return False
    return bool(named_in(text)) or FACTION_WORDS.search(text) is not None


def _faction_alone(block: MarkedBlock) -> bool:
    """Whether a line holds the names of factions and hardly anything else."""
    text = block.text.text.strip(" :.")
    if len(text) >= 60 or "," in text:
        return False
    rest = FILLERS.sub("", without_names(text))
    return 0 < len(named_in(text)) <= 4 and len(rest.split()) <= 1


def _heading_look(block: MarkedBlock) -> bool:
    set_off = block.bold or block.size > 1.08 or ((block.italic or block.underlined) and _words(block) < 14)
    text = _features(block).stripped
    return set_off and _words(block) < 30 and not SENTENCE.search(text) and not QUOTATION.fullmatch(text)


def _docket(block: MarkedBlock) -> bool:
    text = _features(block).stripped
    found = not block.rows and DOCKET.fullmatch(text) is not None and not text.endswith(("?", ".", ":"))
    return found and not _faction_alone(block)  # "SP" is no letter of a series


def _position(block: MarkedBlock) -> bool:
    found = POSITION.fullmatch(_features(block).stripped)
    return found is not None and found["name"] is not None


def _side(block: MarkedBlock) -> str | None:
    return block.mark.side if block.mark else None


def _numbered_heading(block: MarkedBlock) -> bool:
    text = _features(block).stripped
    return _words(block) < 20 and THEME.match(text) is not None and not SENTENCE.search(text)


_inquires_in_words = _found(INQUIRES, *"vraagt vragen verzoekt verzoeken verneemt vernemen gevraagd wil willen".split())

_asks_nothing = _found(ASKS_NOTHING, "geen", "niet")

CUES: dict[str, Callable[[MarkedBlock], bool]] = {
    "marker_words": lambda block: _side(block) == "answer",
    "bare_marker": lambda block: _side(block) == "answer" and len(block.text.text.split()) < 3,
    "no_marker_words": lambda block: _side(block) != "answer",
    "label_mark": lambda block: _side(block) == "question",
    "no_label_mark": lambda block: _side(block) != "question",
    "notice_mark": lambda block: _side(block) == "notice",
    "sequel": _starts(SEQUEL),
    "no_words": lambda block: not any(map(str.isalpha, block.words)),
    "title": _starts(TITLE),
    "numbered_heading": _numbered_heading,
    "addresses_you": addresses_you,
    "government_speaks": government_speaks,
    "joins": _found(JOINS, "zich"),
    "heading_words": _heading_words,
    "faction_alone": _faction_alone,
    "heading_look": _heading_look,
    "colon": lambda block: _features(block).stripped.endswith(":"),
    "sentence": lambda block: SENTENCE.search(_features(block).stripped) is not None,
    "long": lambda block: _words(block) > 25,
    "asks": lambda block: block.text.text.rstrip(" ”’\"')").endswith("?"),
    "inquires": lambda block: "?" in _features(block).bare or _inquires_in_words(block),
    "asks_indirectly": _found(INDIRECT, *INDIRECT_VERBS),
    "they_ask": _found(THEY_ASK, "zo", "zij", "ze"),
    "has_question": lambda block: "?" in _features(block).bare,
    "states_last": states_last,
    "states_first": states_first,
    "members_open": members_open,
    "asks_nothing": lambda block: _asks_nothing(block) and members_open(block),
    "had_asked": _found(HAD_ASKED, "vragen", "vraagt", "vroeg", "vroegen", "stelden", "terecht"),
    "agrees": _found(AGREES, "terecht", "leden"),
    "members_ask": lambda block: asks_in_sentence(block.text.text),
    "members_asked": lambda block: asked_in_sentence(block.text.text),
    "members_named": lambda block: _features(block).names_members or faction_opens(block.text.text),
    "addresses_government": _found(TO_GOVERNMENT, *GOVERNMENT_WORDS),
    "government_named": _found(GOVERNMENT, *GOVERNMENT_WORDS),
    "first_person": _says("ik", "mijn", "mij", "mijns", "wij"),
    "cabinet_named": _found(CABINET, "kabinet"),
    "opens_with_that": _starts(THAT),
    "yes_or_no": _starts(YES_OR_NO),
    "refers": _found(REFERS, "verwijs", "verwijst", "verwijzen", "verwezen", "zie"),
    "restates": _found(RESTATES, "antwoord", "vraag", "vragen"),
    "speaks_to_chamber": _found(CHAMBER, "kamer", "kamers"),
    "announces": _found(ANNOUNCES, *ANNOUNCING_WORDS),
    "salutation": _full(SALUTATION),
    "label": lambda block: _words(block) < 60 and labelled(block.text.text) is not None,
    "address": _full(ADDRESS),
    "valediction": _full(VALEDICTION),
    "concludes": _found(CONCLUDES, "hiermee", "daarmee", "vertrouw", "vertrouwen", "hoop", "hopen"),
    "office": _full(OFFICE),
    "officials": _full(OFFICIALS),
    "docket": _docket,
    "contents": lambda block: CONTENTS.match(block.words) is not None,
    "person": _full(PERSON),
    "position": _position,
    "table": lambda block: bool(block.rows),
}
"""Every cue that a block gives by itself, by its name in form/grammar.toml."""

DERIVED: dict[str, Callable[[Set[str]], bool]] = {
    "states": lambda given: given.isdisjoint(("table", "inquires", "members_ask", "members_open")),
    "plain": lambda given: given.isdisjoint(("table", "has_question", "members_named", "government_named")),
    "rhetorical": lambda given: (
        "states_first" in given and given.isdisjoint(("members_named", "government_named", "addresses_you", "they_ask"))
    ),
    "nameless": lambda given: given.isdisjoint(
        ("table", "members_named", "government_named", "addresses_you", "they_ask")
    ),
}
"""Cues that follow from which others a block gives, and which it does not."""


def cues_of(block: MarkedBlock) -> set[str]:
    """The names of all cues that a block gives by itself."""
    given = {name for name, gives in CUES.items() if gives(block)}
    text = block.text.text.strip()
    if "colon" in given or QUOTATION.fullmatch(text) or item_of(text):
        return given  # what it leads to, who quotes, or what the list is of tells whether it asks
    return given | {name for name, gives in DERIVED.items() if gives(given)}
