"""Lines that open or close a block by their wording, whatever their place: markers of answers, headings, labels.

This module is what `layout.landmarks.Landmarks` asks for; `lay_out` gets it as its second argument.
"""

from __future__ import annotations

import re

from kamerbrief.factions import canonical
from kamerbrief.layout.header_fields import labelled
from kamerbrief.patterns import pattern
from kamerbrief.printed_marks import BEGINNING, NUMBERS, Mark, mark_of, numbers_in
from kamerbrief.sentences import ends_clause
from kamerbrief.structure.evidence.wording.headings import SECOND_PART
from kamerbrief.structure.evidence.wording.letterheads import ANNOUNCES, ANSWERS_TITLE, DATE_ALONE, GREETING, STATIONERY
from kamerbrief.structure.evidence.wording.letterheads import UNFINISHED as BROKEN_OFF
from kamerbrief.structure.evidence.wording.signatures import CLOSING

MARKER = pattern(
    r"""(?: antwoord(?:en)? | reactie | beantwoording )                                 # Antwoord
        (?: \s op \s (?:de \s|deze \s)? (?: vra(?:ag|gen) | inbreng ) )?                # op de vragen
        (?: \s (?:gesteld \s door | van | namens | door) \s (?:de|het) \s                # van de leden, van de minister
            (?: leden | lid | fracties? | [\w-]+-fractie
              | minister | staatssecretaris | regering | kabinet | bewindsperso )
            [^.?!]{0,90} )?
        \s* [:.]? """,
    re.X | re.I,
    how="fullmatch",
    hits=("Antwoord", "Antwoord op de vragen van de leden van de D66-fractie:", "Reactie van het kabinet"),
    misses=("Antwoord op deze vraag is niet te geven.", "Antwoordapparaat", "Reactie blijft uit"),
)
"""The whole line over an answer."""
DATED = pattern(
    r"\((?:ontvangen|ingezonden)",
    re.I,
    hits=("Antwoord van Minister Helder (ontvangen 13 juni 2024)",),
    misses=("Antwoord van de minister, ontvangen op 13 juni 2024",),
)
"""What tells the title of a publication, which names its answer too, from the marker of an answer."""

NUMBERED = r"(?: [IVX]+\.?\s | \d+(?:\.\d+)*\.?\s | [A-Z]\.\s )?"
"""What may stand before a heading: II, 2.1, A."""
HEADING = pattern(
    rf"""{NUMBERED}
        (?: vragen | inbreng | opmerkingen | vraag )
        (?: (?: \s en | , | \s en/of )? \s (?: vragen | inbreng | opmerkingen ) )*
        \s (?: van | vanuit | door | en \s reactie | gesteld ) \b""",
    re.X | re.I,
    how="match",
    hits=("II Vragen en opmerkingen van de leden van de VVD-fractie", "1. Inbreng vanuit de fractie van D66"),
    misses=("Vragen over zwembaden", "De vragen van de leden van de VVD-fractie"),
)
"""How the heading over a faction's questions begins."""
WORDED = pattern(
    rf"\s*(?:{NUMBERED} (?: vra | inbreng | opmerkingen ) | {BEGINNING} )",
    re.X | re.I,
    how="match",
    hits=("Antwoord", "2.1 Vragen van de leden", "Mededeling"),
    misses=("De vragen van de leden", "In antwoord op vraag 3"),
)
"""How every marker and heading begins; a cheap first test that most lines fail."""
UNFINISHED = pattern(
    r"(?:\b(?:van|de|het|der|en|vanuit|door|of|over|aan|een)|(?<!-)\bfracties?|[,&\u2010\u00ad-])$",
    re.I,
    hits=(
        "Vragen en opmerkingen van de leden van de",
        "Vragen van de leden van de fractie",
        "Inbreng van de GroenLinks-",
    ),
    misses=("Vragen van de leden van de VVD-fractie", "Vragen van het lid Omtzigt"),
)
"""How the first line of a heading of two lines ends."""
SETTLED = pattern(
    r"[”’)\d]$",
    hits=("de motie van het lid Bos (CDA)", "vergaderjaar 2023-2024"),
    misses=("de leden van de fractie van", "Daarop is het"),
)
"""How a text may end, besides with a clause, so that a marker or a heading can follow."""
PART_NUMBERS = ("D", "d", "I", "B", "2")
"""How the heading of a part may start: Deel II, II, B, 2."""
A_HEADING = 110
"""Characters that the heading of a part takes at most."""
A_FIELD = 300
"""Characters that a labelled field takes at most."""
NUMBER = pattern(
    rf"{NUMBERS}[.)]?",
    re.X | re.I,
    how="fullmatch",
    hits=("12", "5, 6 en 7", "21 t/m 23", "3."),
    misses=("12 leden", "2.1 De registratieplicht", "2024"),
)
"""A line that may be the number of a question, and is nothing else."""


def is_marker(text: str) -> bool:
    """Whether a text is the marker that an answer follows, and nothing else.

    >>> is_marker("Antwoord:"), is_marker("Antwoord op de vraag geven wij u hierbij.")
    (True, False)
    """
    text = text.strip()
    return MARKER.fullmatch(text) is not None and len(text.split()) < 16 and not DATED.search(text)


def _whole_mark(text: str) -> Mark | None:
    text = text.rstrip()
    mark = mark_of(text) if text[:1].isupper() else None
    return mark if mark and mark.end == len(text) else None


def is_faction(text: str) -> bool:
    """Whether a text is the name of a faction and nothing else, as a heading is."""
    return len(text) < 30 and text[:1].isupper() and canonical(text.strip(" :")) is not None


def marks_question(line: str) -> bool:
    """Whether words mark a numbered question in this line: "Vraag 3"."""
    mark = mark_of(line)
    return mark is not None and mark.side == "question" and bool(mark.numbers)


def is_mark(line: str) -> bool:
    """Whether a line is the mark of a question or an answer, with its number or as one word, and nothing else.

    >>> is_mark("Antwoord op vraag 3"), is_mark("Antwoord:"), is_mark("Antwoord van de regering")
    (True, True, False)
    """
    mark = _whole_mark(line)
    return mark is not None and (bool(mark.numbers) or len(line.split()) == 1)


def numbers_alone(line: str) -> tuple[int, ...]:
    """The numbers of questions that a line may be, where it holds nothing else; parts such as "3a" are left out."""
    if not line[:1].isdecimal() or not NUMBER.fullmatch(line):
        return ()
    return tuple(int(number) for number in numbers_in(line) if number.isdecimal())


def opens(line: str, before: str) -> bool:
    """Whether a line starts a block although the line before it was full."""
    if GREETING.fullmatch(line) or CLOSING.fullmatch(line):
        return True
    if is_faction(line):
        return _is_settled(before) or not UNFINISHED.search(before.rstrip())
    if not WORDED.match(line):
        return False
    mark = _whole_mark(line)
    if mark and mark.numbers:
        return True
    return _is_settled(before) and (mark_of(line) is not None or is_marker(line) or HEADING.match(line) is not None)


def _is_settled(text: str) -> bool:
    text = text.rstrip()
    return ends_clause(text) or SETTLED.search(text) is not None


def closes(block: str, line: str) -> bool:
    """Whether a marker, a heading or a labelled field ends before this line, however full its own line was."""
    if is_faction(block):
        return line[:1].isupper()
    if GREETING.fullmatch(block) or CLOSING.fullmatch(block):
        return True
    if block[:1] in PART_NUMBERS and line[:1].isupper() and _is_part(block):
        return True
    if DATE_ALONE.fullmatch(block) and labelled(line):
        return True
    if len(block) < A_FIELD and labelled(block) and (labelled(line) or _opens_letter(block, line)):
        return True
    return WORDED.match(block) is not None and _closes_by_wording(block, line)


def _is_part(block: str) -> bool:
    """Whether a block is the whole heading of the part with the answers: "II Reactie van de Minister van Sport"."""
    return len(block) < A_HEADING and SECOND_PART.match(block) is not None and not UNFINISHED.search(block.rstrip())


def _opens_letter(field: str, line: str) -> bool:
    """Whether a line below a labelled field is the first of the text or of its title, or stationery beside it."""
    if STATIONERY.search(line):
        return True
    if not line[:1].isupper() or BROKEN_OFF.search(field):
        return False
    return ANSWERS_TITLE.match(line) is not None or ANNOUNCES.match(line.casefold()) is not None


def _closes_by_wording(block: str, line: str) -> bool:
    mark = _whole_mark(block)
    if mark and mark.numbers:
        return True
    if (mark and mark.who) or is_marker(block):
        return line[:1].isupper()
    whole = HEADING.match(block) and len(block.split()) < 40 and not UNFINISHED.search(block.rstrip())
    return bool(whole) and line[:1].isupper()
