"""Reads the printed marks of questions and answers: "Vraag 1", "Antwoord op vraag 3", "Vraag van het lid X (CDA)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kamerbrief.patterns import pattern

NUMBER = r"\d{1,3}(?:\.\d{1,2})?[a-z]?(?!\w)"
NUMBERS = rf"""{NUMBER}
    (?: \s*(?: ,\s*(?:en\s+)? | [-–] | \s(?:en|t/m|tot\sen\smet)\s
             | \s(?=\d{{1,3}}[a-z]?\s*(?:,|en\b)) )\s*  # the comma is missing: 8, 9 10 en 11
        {NUMBER} )*"""
ASKER = r"(?:het\s+lid|de\s+leden|de\s+heer|mevrouw|lid|leden)\b(?!\s+der\b)"
TO_MINISTER = r".*\baan\s+(?:de|het)\s+(?:minister|staatssecretaris|regering|bewinds)"
"""Stands in the title of a letter, and in no mark of a question."""
QUESTION = pattern(
    rf"""vra(?:ag|gen) \b (?: \s* (?:nr\.?|nummer)? \s* (?P<numbers>{NUMBERS}) )?
         (?: \s+ (?:gesteld\s+)? (?:van|door) \s+ (?P<who> {ASKER} (?!{TO_MINISTER})
             (?: [^?]{{2,160}}\) | (?:\s+[\w’'-]+){{1,5}} ) ) (?=\s*:?$) )?""",
    re.X | re.I,
    how="fullmatch",
    hits=("Vraag 3", "Vragen 7, 8, 9 10 en 11", "Vraag 12 van het lid Bos (CDA)", "Vraag nr. 4a"),
    misses=(
        "Vragenlijst",
        "Vragen van het lid Bos (CDA) aan de Minister van Financiën over bruggen",
        "Vraag over bruggen",
    ),
)
ANSWER = pattern(
    rf"""(?: ad \s+ (?=\d) | (?: antwoord(?:en)? | beantwoording | reactie ) \b )
         (?: (?:\s+op)? (?:\s+de)? (?:\s+vra(?:ag|gen))? \s* (?P<numbers>{NUMBERS}) )?""",
    re.X | re.I,
    how="fullmatch",
    hits=("Antwoord", "Antwoorden op de vragen 3, 4 en 9", "Beantwoording vraag 3", "Antwoord 2 t/m 5", "Ad 3"),
    misses=("Antwoordapparaat", "Antwoord op de brief", "In antwoord op vraag 3"),
)
NOTICE = pattern(
    r"mededeling|uitstel(?:\s+(?:van\s+)?beantwoording)?",
    re.I,
    how="fullmatch",
    hits=("Mededeling", "Uitstel van beantwoording"),
    misses=("Mededelingen", "Uitstel van de wet"),
)
BEGINNING = "(?=[abmruv])(?:vra|ad |antwoord|beantwoording|reactie|mededeling|uitstel)"
"""How all of them begin; a cheap first test, which most lines fail by their first letter."""
STARTS = pattern(BEGINNING, re.I, how="match", hits=("Vraag 1", "Beantwoording"), misses=("In antwoord op", "De vraag"))
STOP = pattern(r"\s*(?P<stop>[:.]?)\s*", how="fullmatch", hits=(": ", ". ", ""), misses=(";", "::"))
"""What may stand between a mark and what it opens."""
LISTED = pattern(
    r"(t/m|tot\s+en\s+met|[-–])?\s*(\d{1,3}(?:\.\d{1,2})?[a-z]?)",
    how="fullmatch",
    hits=("4", "t/m 6", "3a", "- 8"),
    misses=("en 4", "2021"),
)
"""A number in a printed list, with what makes it the end of a range."""
SIDES = {"question": QUESTION, "answer": ANSWER, "notice": NOTICE}


class Mark(NamedTuple):
    """A printed mark, and how many characters of its text it takes."""

    side: str
    """What it opens: question, answer or notice."""
    numbers: tuple[str, ...] = ()
    """The printed numbers, one string each."""
    who: str = ""
    """The members that it names, as printed."""
    end: int = 0
    """The offset at which what it opens begins."""


def mark_of(text: str) -> Mark | None:
    """The mark that a text is or begins with.

    >>> mark_of("Antwoord op vraag 3 en 8:").numbers
    ('3', '8')
    >>> mark_of("Vraag 3 en 4 gaan over hetzelfde.") is None
    True
    """
    for side, regex in SIDES.items() if STARTS.match(text) else ():
        found = regex.match(text)
        if found and found.end() and (tail := _tail(text, found)) is not None:
            fields = found.groupdict()
            numbers = tuple(numbers_in(fields.get("numbers") or ""))
            return Mark(side, numbers, (fields.get("who") or "").strip(" :"), tail)
    return None


def _tail(text: str, found: re.Match[str]) -> int | None:
    """Where the text after a mark begins; None where the mark is only how a sentence begins."""
    rest = STOP.match(text, found.end())
    end = rest.end() if rest else found.end()
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
    for joint, number in LISTED.findall(text):
        if joint and last.isdigit() and number.isdigit() and int(last) < int(number) < int(last) + 100:
            yield from map(str, range(int(last) + 1, int(number)))
        yield number
        last = number
