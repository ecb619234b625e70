"""Find the phrases in a sentence of an answer that point to other answers, and read what each says of its target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kamerbrief.factions import named_in
from kamerbrief.insight.wording_rules import LONGEST, rules, small_letters
from kamerbrief.patterns import pattern
from kamerbrief.printed_marks import numbers_in

COUNTS = {"twee": 2, "drie": 3, "vier": 4}
"""How many questions before, by the word for it."""
PLACES = {"first": 0, "second": 1, "third": 2, "last": -1}
"""Which of a faction's answers is meant, as an index."""
BEHIND = 70
"""Characters behind a printed number in which the faction is named whose question it is."""
KINDS = ("theme", "next-answer", "previous-answer", "answer-to-whom", "similar-question", "told-before")
"""The rules for pointers without a number, in the order in which they are tried."""
BEFORE = 100
"""Characters before a phrase in which another document may be named."""
COMMA = pattern(
    r"[,;]\s|\s(?:en|alsmede|evenals) (?:naar|op|mijn|de)\b",
    hits=(", alsmede", " en naar mijn"),
    misses=(" van de", "2,5"),
)
"""What parts a phrase from the next one."""
NUMBERED = pattern(
    r"(?:vra(?:ag|gen)|antwoord|beantwoord|reactie|zie|onder|bij)[^\d]{0,24}\d",
    re.I,
    hits=("het antwoord op de vragen 3 en 4", "Zie antwoord vraag 12."),
    misses=("In 2019 was de vraag groot.", "Zie het antwoord op de vorige vraag."),
)
"""A number close behind a word for an answer: a quick first test."""
SIGNS = ("antwoord", "vra", "verw", "zie", "paragraaf", "hiervoor", "hierboven", "wezen", "onderdeel", "reactie", "§")
"""A sentence without any of these points to nothing: a quick first test."""


class Pointer(NamedTuple):
    """A phrase that points to other answers, with what it says of them."""

    phrase: str
    kind: str
    """The name of the rule that found it."""
    numbers: tuple[str, ...] = ()
    """Printed numbers; for a theme the number of its heading."""
    factions: tuple[str, ...] = ()
    topic: str = ""
    """What the answer is said to be about."""
    place: int | None = None
    """The index of the answer among those to the faction."""
    before: int = 1
    """How many questions before."""
    plural: bool = False
    """Whether it speaks of several answers."""


def pointers(sentence: str) -> Iterator[Pointer]:
    """Yield the pointers of a sentence; of several that overlap, the one that says more.

    >>> [one.numbers for one in pointers("Zie de antwoorden op de vragen 8 en 15.")]
    [('8', '15')]
    """
    lowered = sentence.casefold()
    if not any(sign in lowered for sign in SIGNS):
        return
    numbered = list(_numbered(sentence))
    yield from numbered or _others(sentence)


def _numbered(sentence: str) -> Iterator[Pointer]:
    """The pointers to printed numbers. A number of a question in another document is none."""
    known = rules("references")
    numbered = NUMBERED.search(sentence) and known["numbered-answer"].search(sentence)
    if not numbered or known["together"].search(sentence):
        return
    for found in known["numbered-answer"].regex.finditer(small_letters(sentence[:LONGEST])):
        if known["elsewhere"].search(_around(sentence, found)):
            continue
        numbers = next(text for name, text in found.groupdict().items() if text)
        phrase = sentence[found.start() : found.end()]
        behind = sentence[found.end() : found.end() + BEHIND].split(".")[0]
        yield Pointer(
            phrase.strip(" ("),
            "numbered-answer",
            tuple(numbers_in(numbers)),
            named_in(f"{phrase} {behind}"),
        )


def _around(sentence: str, found: re.Match[str]) -> str:
    """The phrase with what says of which document it is: what stands before it, and behind it up to a comma."""
    before = sentence[max(0, found.start() - BEFORE) : found.start()]
    behind = sentence[found.end() : found.end() + BEHIND]
    return before + sentence[found.start() : found.end()] + COMMA.split(behind, maxsplit=1)[0]


def _others(sentence: str) -> Iterator[Pointer]:
    """The pointer of a sentence that names no number, if it has one."""
    known = rules("references")
    if known["elsewhere"].search(sentence):
        return
    document = known["another-document"].search(sentence)
    for name in ("told-before",) if document else KINDS:
        found = known[name].search(sentence)
        if found and (pointer := _read(name, found, sentence)):
            yield pointer
            return


def _read(name: str, found: re.Match[str], sentence: str) -> Pointer | None:
    """What a phrase says of its target; None where it does not say enough."""
    phrase, groups = sentence[found.start() : found.end()].strip(), found.groupdict()
    factions = named_in(phrase)
    topic = _topic(phrase if name != "told-before" else sentence)
    if name == "previous-answer" and (factions or topic):
        name = "answer-to-whom"
    before = next((COUNTS[text.casefold()] for key, text in groups.items() if key.startswith("count") and text), 1)
    numbers = (groups["heading"],) if groups.get("heading") else ()
    plural = "antwoorden" in phrase.casefold() and "het antwoord" not in phrase.casefold()
    return Pointer(phrase, name, numbers, factions, topic, _place(phrase), before, plural)


def _topic(phrase: str) -> str:
    found = rules("references")["topic"].search(phrase)
    spans = [found.span(name) for name, text in found.groupdict().items() if text] if found else []
    return phrase[slice(*spans[0])] if spans else ""


def _place(phrase: str) -> int | None:
    found = rules("references")["place-among-answers"].search(phrase)
    return next(PLACES[name] for name, text in found.groupdict().items() if text) if found else None


def only_points(sentence: str) -> bool:
    """Whether a sentence does nothing but point somewhere.

    >>> only_points("Zie het antwoord op vraag 7."), only_points("Nee, zie antwoord 6.")
    (True, False)
    """
    return rules("references")["only-points"].search(sentence) is not None
