"""When something will be done, as a sentence says it: its first and last day, reckoned from the letter's date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from kamerbrief.insight.commitments.day_spans import read_days
from kamerbrief.insight.wording_rules import rules
from kamerbrief.patterns import pattern

WORDING = "due_dates"
"""The wording file of the rules."""
LENGTH = pattern(r"binnen|over", re.I, how="match", hits=("binnen acht weken",), misses=("in mei",))
"""How a length of time starts that runs from some day."""
THEN = pattern(r"\b(?:waar|daar)na\b", re.I, hits=("in mei, waarna ik",), misses=("na mei",))
"""What says that it runs from the time named before."""
AFTERMATH = 61
"""For how many days after a season "na de zomer" is taken to last."""
PAST = ("afgelopen", "vorig", "dat", "sinds")
"""Words that set a time in the past."""


class DueDate(NamedTuple):
    """A time in a sentence, with its place."""

    start: int
    end: int
    first: date | None = None
    last: date | None = None
    """The first and the last day; None where the time has no such day, or the letter no date to reckon from."""

    def is_past(self, today: date | None) -> bool:
        """Whether it was over when the letter was written."""
        return self.last is not None and today is not None and self.last < today


def due_dates(sentence: str, today: date | None) -> tuple[DueDate, ...]:
    """Return the times that a sentence names, in order, without those that were over.

    `today` is the date of the letter. A time without a date, such as "op korte termijn", has no days.

    >>> [(str(one.first), str(one.last)) for one in due_dates("Dat volgt voor 1 april 2026.", date(2025, 9, 15))]
    [('2025-09-15', '2026-03-31')]
    """
    found: list[DueDate] = []
    lowered = sentence.lower()
    for name, rule in rules(WORDING).items():
        for match in rule.regex.finditer(sentence) if rule.may_find(lowered) else ():
            if not any(match.start() < one.end and one.start < match.end() for one in found):
                found += _due_date(name, match, today)
    return tuple(one for one in _anchored(sorted(found), sentence, today) if not one.is_past(today))


def may_have_dates(lowered: str) -> bool:
    """Whether a sentence in small letters has a word that some time has: a quick look before the rules."""
    return any(word in lowered for word in _needed())


@cache
def _needed() -> tuple[str, ...]:
    """The words of which the rules need some, each once."""
    return tuple({word for rule in rules(WORDING).values() for word in rule.needs})


def _due_date(name: str, match: re.Match[str], today: date | None) -> Iterator[DueDate]:
    """Yield what a match says, with what stands before it ("voor", "uiterlijk", "na"); nothing if that says past."""
    said = match.groupdict()
    if any((said.get(group) or "").strip().lower() in PAST for group in ("this", "after")):
        return
    span = read_days(name, match, today)
    if span is None:
        yield DueDate(match.start(), match.end())
        return
    first, last = span
    if said.get("before"):
        yield DueDate(match.start(), match.end(), today, first - timedelta(days=1))
    elif said.get("until"):
        yield DueDate(match.start(), match.end(), today, last)
    elif (said.get("after") or "").lower() == "na":
        after, much_later = last + timedelta(days=1), last + timedelta(days=AFTERMATH)
        yield DueDate(match.start(), match.end(), after, much_later)
    else:
        yield DueDate(match.start(), match.end(), first, last)


def _anchored(found: list[DueDate], sentence: str, today: date | None) -> Iterator[DueDate]:
    """Yield the times; a length of time runs from the time before it where "waarna" or "daarna" stands between."""
    before: DueDate | None = None
    for one in found:
        if before and before.last and today and one.last and _runs_from(before, one, sentence):
            one = one._replace(first=before.last, last=before.last + (one.last - today))
        yield one
        before = one


def _runs_from(before: DueDate, duration: DueDate, sentence: str) -> bool:
    """Whether a length of time runs from the time before it in the sentence."""
    is_length = LENGTH.match(sentence, duration.start, duration.end) is not None
    return is_length and THEN.search(sentence, before.end, duration.start) is not None
