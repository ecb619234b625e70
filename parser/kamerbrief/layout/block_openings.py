"""Lines that open a block of their own by their wording, whatever their place: markers and headings."""

from __future__ import annotations

import re

from kamerbrief.factions import canonical
from kamerbrief.layout.header_fields import labelled
from kamerbrief.printed_marks import BEGINNING, Mark, mark_of

MARKER = re.compile(
    r"""(?: antwoord(?:en)? | reactie | beantwoording )                                 # Antwoord
        (?: \s op \s (?:de \s|deze \s)? (?: vra(?:ag|gen) | inbreng ) )?                # op de vragen
        (?: \s (?:gesteld \s door | van | namens | door) \s (?:de|het) \s                # van de leden, van de minister
            (?: leden | lid | fracties? | [\w-]+-fractie
              | minister | staatssecretaris | regering | kabinet | bewindsperso )
            [^.?!]{0,90} )?
        \s* [:.]? """,
    re.X | re.I,
)
DATED = re.compile(r"\((?:ontvangen|ingezonden)", re.I)
"""The title of a publication names its answer too: "Antwoord van Minister X (ontvangen 13 juni 2024)"."""

NUMBERED = r"(?: [IVX]+\.?\s | \d+(?:\.\d+)*\.?\s | [A-Z]\.\s )?"
"""What may stand before a heading: II, 2.1, A."""
HEADING = re.compile(
    rf"""{NUMBERED}
        (?: vragen | inbreng | opmerkingen | vraag )
        (?: (?: \s en | , | \s en/of )? \s (?: vragen | inbreng | opmerkingen ) )*
        \s (?: van | vanuit | door | en \s reactie | gesteld ) \b""",
    re.X | re.I,
)
WORDED = re.compile(rf"\s*(?:{NUMBERED} (?: vra | inbreng | opmerkingen ) | {BEGINNING} )", re.X | re.I)
"""How all of these begin: most lines begin otherwise, and this tells it soonest."""
DONE = re.compile(r"[.?!:”’)\d]$")
UNFINISHED = re.compile(
    r"(?:\b(?:van|de|het|der|en|vanuit|door|of|over|aan|een)|(?<!-)\bfracties?|[,&\u2010\u00ad-])$", re.I
)
"""How the first line of a heading of two lines may end."""


def is_marker(text: str) -> bool:
    """Whether a text is the marker that an answer follows, and nothing else.

    >>> is_marker("Antwoord:"), is_marker("Antwoord op de vraag geven wij u hierbij.")
    (True, False)
    """
    text = text.strip()
    return MARKER.fullmatch(text) is not None and len(text.split()) < 16 and not DATED.search(text)


def is_mark(text: str) -> bool:
    """Whether a text is the numbered mark of a question or an answer, and nothing else: "Vraag 3, 4 en 5"."""
    mark = _whole_mark(text)
    return mark is not None and bool(mark.numbers)


def names_asker(text: str) -> bool:
    """Whether a text is the mark of a question that names who asks, and nothing else: "Vraag van het lid X (CDA)"."""
    mark = _whole_mark(text)
    return mark is not None and bool(mark.who)


def _whole_mark(text: str) -> Mark | None:
    text = text.rstrip()
    mark = mark_of(text) if text[:1].isupper() else None
    return mark if mark and mark.end == len(text) else None


def is_faction(text: str) -> bool:
    """Whether a text is the name of a faction and nothing else, as a heading is."""
    return len(text) < 30 and text[:1].isupper() and canonical(text.strip(" :")) is not None


def opens(line: str, before: str) -> bool:
    """Whether a line starts a block although the line before it was full."""
    if is_faction(line):
        return _is_done(before) or not UNFINISHED.search(before.rstrip())
    if not WORDED.match(line):
        return False
    mark = _whole_mark(line)
    if mark and mark.numbers:
        return True
    opening = (mark is not None and bool(mark.who)) or is_marker(line) or HEADING.match(line) is not None
    return opening and _is_done(before)


def _is_done(text: str) -> bool:
    return DONE.search(text.rstrip()) is not None


def closes(draft: str, line: str) -> bool:
    """Whether a marker, a heading or a labelled field ends before this line, however full its own line was."""
    if is_faction(draft):
        return line[:1].isupper()
    if labelled(draft) and labelled(line):
        return True
    return WORDED.match(draft) is not None and _closes_by_wording(draft, line)


def _closes_by_wording(draft: str, line: str) -> bool:
    mark = _whole_mark(draft)
    if mark and mark.numbers:
        return True
    if (mark and mark.who) or is_marker(draft):
        return line[:1].isupper()
    whole = HEADING.match(draft) and len(draft.split()) < 40 and not UNFINISHED.search(draft.rstrip())
    return bool(whole) and line[:1].isupper()
