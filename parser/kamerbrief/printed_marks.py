"""Read the printed marks of questions and answers: "Vraag 1", "Antwoord op vraag 3", "Vraag van het lid X (CDA)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kamerbrief.patterns import pattern

NUMBER = r"\d{1,3}(?:\.\d{1,2})?[a-z]?(?!\w)"
"""The number of a question; it may have a part: 3a, 2.1."""
NUMBERS = rf"""{NUMBER}
    (?: \s*(?: ,\s*(?:en\s+)? | [-–] | \s(?:en|t/m|tot\sen\smet)\s
             | \s(?=\d{{1,3}}[a-z]?\s*(?:,|en\b)) )\s*  # the comma is missing: 8, 9 10 en 11
        {NUMBER} )*"""
"""One or more numbers: "7, 8, 9 10 en 11", "4 t/m 6"; for patterns with re.X."""
ASKER = r"(?:het\s+lid|de\s+leden|de\s+heer|mevrouw|lid|leden)\b(?!\s+der\b)"
"""How a mark begins to name who asks."""
OF_FACTION = r".*fracties?\b"
"""What a heading says behind who asks, where the questions of a faction begin."""
TO_MINISTER = r".*\baan\s+(?:de|het)\s+(?:minister|staatssecretaris|regering|bewinds)"
"""What the title of a letter says behind who asks, and the mark of a question never does."""
QUESTION = pattern(
    rf"""vra(?:ag|gen) \b (?: \s* (?:nr\.?|nummer)? \s* (?P<numbers>{NUMBERS}) )?
         (?: \s+ (?:gesteld\s+)? (?:van|door) \s+ (?P<who> {ASKER} (?!{TO_MINISTER}) (?!{OF_FACTION})
             (?: [^?]{{2,160}}\) | (?:\s+[\w’'-]+){{1,5}} ) ) (?=\s*:?$) )?""",
    re.X | re.I,
    how="fullmatch",
    hits=("Vraag 3", "Vragen 7, 8, 9 10 en 11", "Vraag 12 van het lid Bos (CDA)", "Vraag nr. 4a"),
    misses=(
        "Vragenlijst",
        "Vragen van het lid Bos (CDA) aan de Minister van Financiën over bruggen",
        "Vraag over bruggen",
        "Vragen van de leden van de SP-fractie",
    ),
)
"""The mark of a question, with its numbers and who asks, as far as it names them."""
ANSWER = pattern(
    rf"""(?: ad \s+ (?=\d) | (?: antwoord(?:en)? | beantwoording | reactie ) \b )
         (?: (?:\s+op)? (?:\s+de)? (?:\s+vra(?:ag|gen))? \s* (?P<numbers>{NUMBERS}) )?""",
    re.X | re.I,
    how="fullmatch",
    hits=("Antwoord", "Antwoorden op de vragen 3, 4 en 9", "Beantwoording vraag 3", "Antwoord 2 t/m 5", "Ad 3"),
    misses=("Antwoordapparaat", "Antwoord op de brief", "In antwoord op vraag 3"),
)
"""The mark of an answer, with the numbers of the questions that it answers."""
NOTICE = pattern(
    r"mededeling|uitstel(?:\s+(?:van\s+)?beantwoording)?",
    re.I,
    how="fullmatch",
    hits=("Mededeling", "Uitstel van beantwoording"),
    misses=("Mededelingen", "Uitstel van de wet"),
)
"""The mark of a notice that questions are not answered yet."""
BEGINNING = "(?=[abmruv])(?:vra|ad |antwoord|beantwoording|reactie|mededeling|uitstel)"
"""How every mark begins: a quick first test, which most lines fail by their first letter."""
STARTS = pattern(BEGINNING, re.I, how="match", hits=("Vraag 1", "Beantwoording"), misses=("In antwoord op", "De vraag"))
"""A text that may begin with a mark."""
STOP = pattern(r"\s*(?P<stop>[:.]?)\s*", how="fullmatch", hits=(": ", ". ", ""), misses=(";", "::"))
"""What may stand between a mark and the text behind it."""
LISTED = pattern(
    r"(t/m|tot\s+en\s+met|[-–])?\s*(\d{1,3}(?:\.\d{1,2})?[a-z]?)",
    how="fullmatch",
    hits=("4", "t/m 6", "3a", "- 8"),
    misses=("en 4", "2021"),
)
"""A number in a printed list, with the word before it that makes it the end of a range."""
SIDES = {"question": QUESTION, "answer": ANSWER, "notice": NOTICE}
"""The pattern of the mark that opens each side."""


class Mark(NamedTuple):
    """A printed mark."""

    side: str
    """What stands behind it: question, answer or notice."""
    numbers: tuple[str, ...] = ()
    """The printed numbers, one string each."""
    who: str = ""
    """The members that it names, as printed."""
    end: int = 0
    """The offset in the text at which the mark ends and what it opens begins."""


def mark_of(text: str) -> Mark | None:
    """The mark that a text is or begins with; None where it only begins with the same words.

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
    """The offset at which the text behind a mark begins; None where these words only begin a sentence."""
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
    """Yield the numbers of a printed list in order; a range yields all numbers in it.

    >>> list(numbers_in("4 t/m 6, 9 en 10"))
    ['4', '5', '6', '9', '10']
    """
    last = ""
    for joint, number in LISTED.findall(text):
        if joint and last.isdecimal() and number.isdecimal() and int(last) < int(number) < int(last) + 100:
            yield from map(str, range(int(last) + 1, int(number)))
        yield number
        last = number
