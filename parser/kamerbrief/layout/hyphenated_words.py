"""Find the words that a hyphen breaks in two at the end of a line, and count the words that are whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kamerbrief.patterns import pattern

WORD = pattern(
    r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", how="fullmatch", hits=("VVD-fractie", "foto's"), misses=("D66", "grens-")
)
HYPHENS = "-\u2010\u00ad"
SOFT = "\u2010\u00ad"
"""Hyphens that only typesetting puts in."""
INSIDE = pattern(r"[^\W\d]-[^\W\d]", hits=("VVD-fractie",), misses=("grens- en", "COVID-19"))
"""A hyphen inside a word."""
SOFT_INSIDE = pattern("[^\\W\\d]\u00ad[^\\W\\d]", hits=("VVD\u00adfractie",), misses=("VVD-fractie", "grens\u00ad en"))
"""A soft hyphen inside a word."""
TAIL = pattern(
    rf"(?P<word>[\w’']+(?:-[\w’']+)*)[{HYPHENS}]$",
    hits=("de GroenLinks-PvdA-", "de le\u00ad"),
    misses=("de leden", "een –"),
)
"""The word that a hyphen breaks off at the end of a line."""
HEAD = pattern(r"[\w’']+(?:[-/][\w’']+)*", how="match", hits=("fractie vraagt", "en/of"), misses=("– en", "(den"))
"""The word at the start of the next line."""


def hides_soft_hyphens(lines: Sequence[str]) -> bool:
    """Whether a document has no fewer plain hyphens inside its words than soft ones, so that these are invisible."""
    plain = sum(1 for line in lines if "-" in line and INSIDE.search(line))
    return 0 < plain >= sum(1 for line in lines if "\u00ad" in line and SOFT_INSIDE.search(line))


def tail_of(line: str) -> re.Match[str] | None:
    """The word that a hyphen breaks off at the end of a line, if there is one."""
    return TAIL.search(line, line.rfind(" ") + 1) if line[-1:] in HYPHENS else None


def is_soft(tail: re.Match[str]) -> bool:
    """Whether the hyphen behind a broken word is one that only typesetting puts in."""
    return tail.string[-1] in SOFT


def without_halves(line: str, tail: re.Match[str] | None, head: re.Match[str] | None) -> str:
    """A line without the halves of words at its ends: the one in `tail`, and the rest of the one in `head`."""
    if not (tail or head):
        return line
    words = WORD.findall(line[: tail.start()] if tail else line)
    return " ".join(words[1:] if head else words)


def word_counts(text: str) -> Counter[str]:
    """How often each word stands in a text, whatever its case."""
    counts: Counter[str] = Counter()
    for token, count in Counter(text.split()).items():
        for word in [token] if token.isalpha() else WORD.findall(token):
            folded = word.casefold()
            counts[folded] = counts.get(folded, 0) + count
    return counts


def without_hidden(line: str) -> str:
    """A line without the soft hyphens inside it; one at its end stays."""
    return line[:-1].replace("\u00ad", "") + line[-1:] if "\u00ad" in line else line
