"""The printed marks of questions and answers: "Vraag 1", "Antwoord op vraag 3 en 8", "Vraag van het lid X (CDA)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

NUMBER = r"\d{1,3}(?:\.\d{1,2})?[a-z]?(?!\w)"
NUMBERS = rf"""{NUMBER}
    (?: \s*(?: ,\s*(?:en\s+)? | [-–] | \s(?:en|t/m|tot\sen\smet)\s
             | \s(?=\d{{1,3}}[a-z]?\s*(?:,|en\b)) )\s*  # the comma is missing: 8, 9 10 en 11
        {NUMBER} )*"""
ASKER = r"(?:het\s+lid|de\s+leden|de\s+heer|mevrouw|lid|leden)\b(?!\s+der\b)"
TO_MINISTER = r".*\baan\s+(?:de|het)\s+(?:minister|staatssecretaris|regering|bewinds)"
"""In the title of a letter, and in no question's mark."""
QUESTION = re.compile(
    rf"""vra(?:ag|gen) \b (?: \s* (?:nr\.?|nummer)? \s* (?P<numbers>{NUMBERS}) )?
         (?: \s+ (?:gesteld\s+)? (?:van|door) \s+ (?P<who> {ASKER} (?!{TO_MINISTER})
             (?: [^?]{{2,160}}\) | (?:\s+[\w’'-]+){{1,5}} ) ) (?=\s*:?$) )?""",
    re.X | re.I,
)
ANSWER = re.compile(
    rf"""(?: ad \s+ (?=\d) | (?: antwoord(?:en)? | beantwoording | reactie ) \b )
         (?: (?:\s+op)? (?:\s+de)? (?:\s+vra(?:ag|gen))? \s* (?P<numbers>{NUMBERS}) )?""",
    re.X | re.I,
)
NOTICE = re.compile(r"mededeling|uitstel(?:\s+(?:van\s+)?beantwoording)?", re.I)
BEGINNING = "(?=[abmruv])(?:vra|ad |antwoord|beantwoording|reactie|mededeling|uitstel)"
"""How all of them begin; what begins otherwise, as most lines do, is soonest told by its first letter."""
_BEGINNING = re.compile(BEGINNING, re.I)
SIDES = {"question": QUESTION, "answer": ANSWER, "notice": NOTICE}


class Mark(NamedTuple):
    """A printed mark, and how much of its text it takes."""

    side: str
    """What it opens: question, answer or notice."""
    numbers: tuple[str, ...] = ()
    """The printed numbers, one string each."""
    who: str = ""
    """The members that it names, as printed."""
    end: int = 0
    """Characters up to where what it opens begins."""


def mark_of(text: str) -> Mark | None:
    """The mark that a text is or begins with.

    >>> mark_of("Antwoord op vraag 3 en 8:").numbers
    ('3', '8')
    >>> mark_of("Vraag 3 en 4 gaan over hetzelfde.") is None
    True
    """
    for side, pattern in SIDES.items() if _BEGINNING.match(text) else ():
        found = pattern.match(text)
        if found and found.end() and (tail := _tail(text, found)) is not None:
            fields = found.groupdict()
            numbers = tuple(numbers_in(fields.get("numbers") or ""))
            return Mark(side, numbers, (fields.get("who") or "").strip(" :"), tail)
    return None


def _tail(text: str, found: re.Match[str]) -> int | None:
    """Where the text after a mark begins; None where the mark is only the beginning of a sentence."""
    rest = re.match(r"\s*(?P<stop>[:.]?)\s*", text[found.end() :])
    end = found.end() + (rest.end() if rest else 0)
    if end == len(text):
        return end
    numbered = bool(found.groupdict().get("numbers"))
    stop = rest["stop"] if rest else ""
    upper = not text[end].islower() and (text[end].isalpha() or text[end] in "‘“\"'«(€" or stop == ":")
    spaced = end > found.end()
    return end if upper and spaced and (numbered or stop == ":") else None


def numbers_in(text: str) -> Iterator[str]:
    """The numbers of a printed list; a range gives all that it spans.

    >>> list(numbers_in("4 t/m 6, 9 en 10"))
    ['4', '5', '6', '9', '10']
    """
    last = ""
    for joint, number in re.findall(r"(t/m|tot\s+en\s+met|[-–])?\s*(\d{1,3}(?:\.\d{1,2})?[a-z]?)", text):
        if joint and last.isdigit() and number.isdigit() and int(last) < int(number) < int(last) + 100:
            yield from map(str, range(int(last) + 1, int(number)))
        yield number
        last = number
