"""How the publication of a letter itself is cited: as a Kamerstuk or in the Aanhangsel, if it was published so."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kamerbrief.insight.citations.citation_finder import FoundCitation, find_citations
from kamerbrief.insight.citations.own_documents import own_identifiers
from kamerbrief.model import Letter
from kamerbrief.patterns import pattern

TUESDAY = 1
"""The number of the day in `date.weekday`."""
OWN_APPENDIX = pattern(
    r"ah-([te])k-(\d{4})(\d{4})-(\d+)",
    how="fullmatch",
    hits=("ah-tk-20232024-2210",),
    misses=("ah-tk-2023-2210", "kst-29338-289"),
)
"""The identifier of a number in the Aanhangsel: chamber, session year, number."""
OWN_PAPER = pattern(
    r"kst-(\d{5})(?:-([IVX]+[A-Z]?|\d\d|[A-M](?=-)))?-(\d+|[A-Z]{1,3})",
    how="fullmatch",
    hits=("kst-29338-289", "kst-36600-VIII-70", "kst-36410-VI-H"),
    misses=("dossier-29338", "kst-29338"),
)
"""The identifier of a Kamerstuk: dossier, chapter, number."""


def own_citation(letter: Letter) -> FoundCitation | None:
    """Return how the publication of a letter is cited; None if the letter prints no identifier of its own.

    A Kamerstuk is cited with the session year of the letter's date.
    """
    for identifier in sorted(own_identifiers(letter)):
        appendix, paper = OWN_APPENDIX.fullmatch(identifier), OWN_PAPER.fullmatch(identifier)
        if appendix:
            return _read(_appendix(appendix))
        if paper:
            return _read(_paper(paper, letter))
    return None


def _read(text: str) -> FoundCitation | None:
    """Return the citation in a text that is one."""
    return next(iter(find_citations(text)), None)


def _appendix(found: re.Match[str]) -> str:
    chamber = "II" if found[1] == "t" else "I"
    return f"Aanhangsel Handelingen {chamber} {found[2]}/{found[3]}, nr. {found[4]}"


def _paper(found: re.Match[str], letter: Letter) -> str:
    dossier = (
        " ".join(filter(None, (found[1], found[2]))) if not (found[2] or "").isdecimal() else f"{found[1]}-{found[2]}"
    )
    number = f"nr. {found[3]}" if found[3].isdecimal() else found[3]
    chamber = "I" if letter.chamber == "Eerste Kamer" or not found[3].isdecimal() else "II"
    session = session_year(date.fromisoformat(letter.date)) if letter.date else ""
    return f"Kamerstukken {chamber} {session}, {dossier}, {number}"


def session_year(day: date) -> str:
    """Return the session year of parliament on a day, which begins on the third Tuesday of September.

    >>> session_year(date(2021, 8, 30)), session_year(date(2021, 9, 21))
    ('2020/2021', '2021/2022')
    """
    september = date(day.year, 9, 1)
    opening = september + timedelta(days=(TUESDAY - september.weekday()) % 7 + 14)
    first = day.year if day >= opening else day.year - 1
    return f"{first}/{first + 1}"
