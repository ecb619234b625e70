"""Tell from a question which factions ask it."""

from __future__ import annotations

import re

from kamerbrief.factions import named_in
from kamerbrief.structure.evidence.wording import ASKING, JOINS, MEMBERS_PRINTED, SENTENCE_BREAK

ALONG = re.compile(rf"{JOINS.pattern}|\bmede namens\b", re.I)
"""What a faction says that joins another's question."""
THESE = re.compile(r"deze|genoemde|voornoemde|dezelfde|laatstgenoemde|de aan het woord", re.I)
"""How members are called that were named before."""
OF_OTHERS = re.compile(
    r"\b(?:vra(?:ag|gen)|opmerking(?:en)?|inbreng|antwoord(?:en)?|zorg(?:en)?|motie|amendement|voorstel|verzoek|initiatief"
    r"|initiatiefwet\w*|betoog|standpunt|suggestie|pleidooi|bijdrage)\s(?:\w+\s){0,3}?$|\b(?:aan|naar|met|wijzen|bij)\s$",
    re.I,
)
"""What stands before members whose question, motion or worry is spoken of: they do not ask here."""
NAMES = re.compile(r"^(?:[^.?!;:]{0,160}?)(?=\b(?:die|dat|of|wat|hoe|om|over|voor|in|op)\b|[.?!;:]|$)")
"""Where the names of members end."""


def asking_factions(text: str, *, of_heading: tuple[str, ...], inherited: tuple[str, ...]) -> tuple[str, ...]:
    """The factions that ask a question: those of its heading and who joins in; else those that it names as asking.

    `inherited` are those who asked before: "deze leden" at the beginning are them, and so is who is not named at all.
    """
    if of_heading:
        joining = [name for s in SENTENCE_BREAK.split(text) if ALONG.search(s) for name in _subjects(s)]
        return tuple(dict.fromkeys((*of_heading, *joining)))
    found: dict[str, None] = {}
    for sentence in SENTENCE_BREAK.split(text):
        if ASKING.search(sentence) or ALONG.search(sentence) or not found:
            names = _subjects(sentence)
            found |= dict.fromkeys(names or (() if found else _meant(sentence, inherited)))
    return tuple(found) or _named_anywhere(text) or inherited


def _subjects(sentence: str) -> list[str]:
    """The factions whose members ask in a sentence, or ask along."""
    found = []
    for members in MEMBERS_PRINTED.finditer(sentence):
        if not OF_OTHERS.search(sentence[: members.start()]):
            found += named_in(_noun_phrase(sentence, members))
    return found


def _noun_phrase(sentence: str, members: re.Match[str]) -> str:
    """The words with which a sentence names members: up to the verb, or to what stands behind it."""
    verb = ASKING.search(sentence, members.end())
    rest = sentence[members.start() : verb.start() if verb else None]
    return rest[:200]


def _meant(sentence: str, inherited: tuple[str, ...]) -> tuple[str, ...]:
    """Who "deze leden" are, where a sentence says that."""
    members = MEMBERS_PRINTED.search(sentence)
    return inherited if members and THESE.match(members.group()) else ()


def _named_anywhere(text: str) -> tuple[str, ...]:
    """The factions of the first sentence that names any, but for those whose question is spoken of."""
    for sentence in SENTENCE_BREAK.split(text):
        names = [
            name
            for members in MEMBERS_PRINTED.finditer(sentence)
            if not OF_OTHERS.search(sentence[: members.start()])
            for name in named_in(sentence[members.start() :])
        ]
        if names:
            return tuple(dict.fromkeys(names))
    return ()
