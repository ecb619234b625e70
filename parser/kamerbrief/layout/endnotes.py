"""Find notes at the end of the text, such as "[1] NOS, 23 mei" or "1) NOS", and the markers that refer to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from operator import attrgetter

from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.model import NoteMark
from kamerbrief.patterns import pattern

NOTE = pattern(
    r"(?:\[(?P<square>\d{1,3})\]|(?P<round>\d{1,3})\))\s+(?=\S)",
    how="match",
    hits=("[1] NOS, 23 mei 2024", "1) NOS"),
    misses=("1. NOS", "[1]", "(1) NOS"),
)
"""The start of a note."""
REFERENCE = pattern(
    r"""  \s? \[ (?P<square>\d{1,3}) \]                                  # bericht [1]
        | (?<=[.?!”’»]) \s? (?P<behind>\d{1,3}) \) (?=\s|$)               # bericht? 1)
        | (?<=\w) \s? (?P<inside>\d{1,3}) \) (?=[.,;:?!]|$) """,
    re.X,
    hits=("Kent u het bericht [1]?", "Kent u het bericht? 1)", "het rapport2), dat"),
    misses=("dat 1) het verzoek volledig is; 2) de termijn loopt", "artikel 3 lid 2"),
)
"""Where the text refers to a note."""
MOST_BEHIND = 8
"""At most so many texts stand behind the start of the last note: its own, and a signature."""


def find_endnotes(texts: Sequence[AnnotatedText]) -> list[tuple[str, list[int]]]:
    """The notes after the text: each marker with the indexes of the texts that its note is made of.

    They are numbered from 1, in any order; the texts before them refer to each, and only a signature follows them.
    """
    starts = [(_marker(found), n) for n, text in enumerate(texts) if (found := NOTE.match(text.text))]
    run = _last_run(starts)
    if not run or len(texts) - run[-1][1] > MOST_BEHIND:
        return []
    referred = {_marker(found) for text in texts[: run[0][1]] for found in _references(text.text)}
    if not all(marker in referred for marker, _ in run):
        return []
    places = [n for _, n in run]
    longest = max((b - a for a, b in pairwise(places)), default=1)
    ends = [*places[1:], min(len(texts), places[-1] + longest)]
    return [(marker, list(range(n, end))) for (marker, n), end in zip(run, ends, strict=True)]


def _last_run(starts: Sequence[tuple[str, int]]) -> Sequence[tuple[str, int]]:
    """As many of the last of these starts as are numbered from 1 without a gap."""
    for first in range(len(starts)):
        run = starts[first:]
        if sorted(int(marker) for marker, _ in run) == list(range(1, len(run) + 1)):
            return run
    return ()


def _marker(found: re.Match[str]) -> str:
    return next(number for number in found.groups() if number)


def _references(text: str) -> Iterator[re.Match[str]]:
    """Where a text refers to notes; a number that closes a bracket, as in "(nr. 1)", is no reference."""
    depth = seen = 0
    for found in REFERENCE.finditer(text):
        depth = max(0, depth + text.count("(", seen, found.start()) - text.count(")", seen, found.start()))
        seen = found.start()
        if found["square"] or depth == 0:
            yield found


def bracketed_in(texts: Iterable[str]) -> set[str]:
    """The numbers of notes to which these texts refer in square brackets."""
    return {found["square"] for text in texts if "[" in text for found in _references(text) if found["square"]}


def note_text(texts: Sequence[AnnotatedText]) -> str:
    """The text of a note without its number."""
    return NOTE.sub("", " ".join(text.text for text in texts), count=1).strip()


def unbracket(text: AnnotatedText, markers: set[str]) -> AnnotatedText:
    """The text, its markers of endnotes cut out and kept as marks."""
    found = [(one.span(), _marker(one)) for one in _references(text.text) if _marker(one) in markers]
    if not found:
        return text
    cut = text.without([span for span, _ in found])
    gone = accumulate((end - start for (start, end), _ in found), initial=0)
    marks = [
        NoteMark(offset=start - before, marker=marker)
        for ((start, _), marker), before in zip(found, gone, strict=False)
    ]
    return replace(cut, notes=tuple(sorted((*marks, *cut.notes), key=attrgetter("offset"))))
