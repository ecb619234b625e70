"""Tell of a sentence in an answer whether the government undertakes something in it, and who, what and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from kamerbrief.insight.commitments.due_dates import DueDate, due_dates, may_have_dates
from kamerbrief.insight.wording_rules import LONGEST, WordingRule, rules
from kamerbrief.patterns import pattern

WORDING = "commitments"
"""The wording file of the rules."""
KAMER = pattern(
    r"\b(?:(?:uw|de|beide|eerste|tweede) kamers?|u|parlement)\b(?! van koophandel)",
    re.I,
    hits=("informeer ik uw Kamer", "bericht ik u"),
    misses=("de kamer van koophandel", "een kamer"),
)
"""Those who are told; with it, what a sentence promises to tell needs no date."""
CLAUSE_END = pattern(
    r"[,;:.]|\b(?:maar|en)\b",
    hits=("zal ik doen, maar", "en dat"),
    misses=("zal ik doen",),
)
"""Where the clause ends that starts with what a rule found."""
THEN = pattern(
    r"\b(?:daarna|vervolgens|waarna)\b", re.I, hits=("vastgesteld en daarna zal ik",), misses=("na de zomer zal ik",)
)
"""What says that something is done after the time named before it."""
ASKS_TO_UNDERTAKE = pattern(
    r"\b(?:bereid|toezeg\w*|garander\w*"
    r"|(?:kan|kunt|wil) (?:de|het|u)\b[^?]*\b(?:zorgen|toesturen|informeren|sturen|bevorderen))",
    re.I,
    hits=("Kan de regering garanderen deze zorg te bespreken?", "Bent u bereid dit te onderzoeken?"),
    misses=("Klopt dat?", "Hoeveel zijn er?"),
)
"""A question that asks for an undertaking."""


class FoundCommitment(NamedTuple):
    """What a sentence undertakes."""

    rule: str
    """The name of the rule that found it."""
    strength: Literal["firm", "weak"]
    who: str | None
    what: str | None
    due: DueDate | None


def find_commitment(sentence: str, today: date | None = None, question: str = "") -> FoundCommitment | None:
    """Return what the government undertakes in a sentence of an answer; None if it undertakes nothing.

    `today` is the date of the letter, by which what is past is told; `question` is the question that is answered.

    >>> found = find_commitment("Daarover informeer ik uw Kamer voor de zomer.", date(2025, 2, 7))
    >>> found and (found.who, str(found.due.last), found.strength)
    ('ik', '2025-06-30', 'firm')
    """
    times: tuple[DueDate, ...] | None = None
    for rule in _tried(sentence) if len(sentence) <= LONGEST else ():
        for match in rule.regex.finditer(sentence):
            times = due_dates(sentence, today) if times is None else times
            if _holds(rule, match, times, question):
                return None if _excluded("sentence", sentence) else _commitment(rule, match, times)
    return None


def _tried(sentence: str) -> Iterator[WordingRule]:
    """Yield the rules that may find something in a sentence, by the words and the times that they need."""
    lowered = sentence.lower()
    present = {word for word in _needed() if word in lowered}
    is_dated = bool(present) and may_have_dates(lowered)
    for rule in _finding() if present else ():
        if _has_words(rule, present) and (is_dated or rule.data.get("requires") != "date"):
            yield rule


def _has_words(rule: WordingRule, present: set[str]) -> bool:
    """Whether a sentence with these words has one that a rule needs, and one of the others that it needs also."""
    return not present.isdisjoint(rule.needs) and ("also" not in rule.data or not present.isdisjoint(rule.data["also"]))


@cache
def _needed() -> tuple[str, ...]:
    """The words of which the rules need some, each once: they are looked for once a sentence."""
    return tuple({word for rule in _finding() for word in (*rule.needs, *rule.data.get("also", ()))})


@cache
def _finding() -> tuple[WordingRule, ...]:
    """The rules that find a commitment, in their order."""
    return tuple(rule for rule in rules(WORDING).values() if "excludes" not in rule.data)


@cache
def _excluding(scope: str) -> tuple[WordingRule, ...]:
    """The rules that exclude what looks alike, of one scope."""
    return tuple(rule for rule in rules(WORDING).values() if rule.data.get("excludes") == scope)


def _excluded(scope: str, text: str) -> bool:
    """Whether a rule of a scope excludes a text."""
    return any(rule.regex.search(text) for rule in _excluding(scope))


def _holds(rule: WordingRule, match: re.Match[str], times: tuple[DueDate, ...], question: str) -> bool:
    """Whether what a rule found is a commitment: what the rule requires is there, and nothing excludes it."""
    requires = rule.data.get("requires")
    if "not_verbs" in rule.data and (match["verb"] or "").lower() in rule.data["not_verbs"].split():
        return False
    if requires == "date" and not times:
        return False
    if requires == "kamer" and not (times or KAMER.search(match.string)):
        return False
    if requires == "question" and not ASKS_TO_UNDERTAKE.search(question):
        return False
    return not (
        _excluded("clause", _clause(match))
        or (_who_first(match) and _excluded("before", _before(match)))
        or _excluded("found", match.group())
        or ("document" in rule.name and _excluded("documents", match.string))
    )


def _clause(match: re.Match[str]) -> str:
    """Return what a rule found and the words after it, up to the end of their clause."""
    end = CLAUSE_END.search(match.string, match.end())
    return match.string[match.start() : end.start() if end else len(match.string)]


def _who_first(match: re.Match[str]) -> bool:
    """Whether what a rule found starts with who acts, as a main clause does, but a subordinate one as well."""
    return any(
        value and match.start(name) == match.start() for name, value in match.groupdict().items() if "who" in name
    )


def _before(match: re.Match[str]) -> str:
    """Return the words before what a rule found, from the start of their clause on."""
    text = match.string[: match.start()]
    ends = [one.end() for one in CLAUSE_END.finditer(text)]
    return text[ends[-1] if ends else 0 :]


def _commitment(rule: WordingRule, match: re.Match[str], times: tuple[DueDate, ...]) -> FoundCommitment:
    """Return who, what and when of a commitment that a rule found."""
    groups = [(name, value) for name, value in match.groupdict().items() if value]
    who = next((value for name, value in groups if name.startswith(("who", "agency"))), None)
    due = _due(match, times)
    return FoundCommitment(rule.name, rule.data["strength"], who, _what(match), due)


def _due(match: re.Match[str], times: tuple[DueDate, ...]) -> DueDate | None:
    """Return the time nearest to who acts, of those that have days; a time after which it is done does not count."""
    ends = [match.end(name) for name, value in match.groupdict().items() if value and "who" in name]
    start, end = match.start(), min(ends, default=match.end())
    near = [one for one in times if not THEN.search(match.string, one.end, max(one.end, end))]
    dated = [one for one in near if one.last] or near
    return min(dated, key=lambda one: max(start - one.end, one.start - end, 0), default=None)


def _what(match: re.Match[str]) -> str | None:
    """Return what is undertaken, in words of the sentence: those from what the rule found on, without the stop."""
    text = match.string[match.start() :].strip().rstrip(".;!")
    return text or None
