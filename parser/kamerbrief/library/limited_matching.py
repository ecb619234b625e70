"""Match a regular expression with passages one after the other; one on which it takes too long is left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from kamerbrief.library.match_limit import MatchLimit, MatchTooLong
from kamerbrief.library.passages import Candidate

BATCH = 32
"""How many passages are matched at a time: a limit to each by itself would add a third to the time."""
MOST_SLOW = 3
"""On how many passages of a letter an expression may take too long before the rest of the letter is left out."""

Spans = list[tuple[int, int]]
"""Start and end of each match in a text."""


def with_matches(
    passages: Iterable[Candidate], regex: re.Pattern[str], too_slow: Callable[[str], None]
) -> Iterator[tuple[Candidate, Spans]]:
    """Yield each passage of a letter with the matches in it.

    `too_slow` is called with each passage that is left out because the expression takes too long on it.
    """
    waiting, limit, slow = iter(passages), MatchLimit(), 0
    while batch := list(islice(waiting, BATCH)):
        for passage, spans in _matched(batch, regex, limit):
            if spans is not None:
                yield passage, spans
                continue
            slow += 1
            too_slow(_slowness(passage, slow))
            if slow == MOST_SLOW:
                return


def _matched(
    batch: list[Candidate], regex: re.Pattern[str], limit: MatchLimit
) -> Iterable[tuple[Candidate, Spans | None]]:
    """Return passages with their matches: all within one limit, or else each within its own."""
    try:
        with limit:
            return [(passage, [match.span() for match in regex.finditer(passage.text)]) for passage in batch]
    except MatchTooLong:
        return ((passage, _spans(passage.text, regex, limit)) for passage in batch)


def _spans(text: str, regex: re.Pattern[str], limit: MatchLimit) -> Spans | None:
    """Return the matches in a text; None if that takes too long."""
    try:
        with limit:
            return [match.span() for match in regex.finditer(text)]
    except MatchTooLong:
        return None


def _slowness(passage: Candidate, slow: int) -> str:
    """Say what is left out of a letter, of which the expression was now too slow on `slow` passages."""
    what = "it and the rest of the letter are left out" if slow == MOST_SLOW else "it is left out"
    where = f"the pattern takes too long on a sentence of exchange {passage.number}"
    return f"{where}; {what}, write the pattern without repeats of repeats, such as a+ for (a+)+"
