"""Read citations of parliament: Kamerstukken, the Aanhangsel and the Handelingen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kamerbrief.insight.citations.mentions import Fields, Mention, spaceless
from kamerbrief.insight.wording_rules import WordingRule
from kamerbrief.patterns import pattern

ONLINE = 1995
"""The first year whose documents officielebekendmakingen.nl has under the identifiers of today."""
WIDEST = 12
"""The most documents that a range of numbers stands for: "nrs. 3-5" for three."""
DOSSIER = pattern(
    r"(?<![\d.,])(?P<dossier>\d\d[ .\u00a0]?\d{3})(?!\d)(?P<suffix>\s?-\s?\d\d(?!\d)"
    r"|[\s-]{1,2}(?:[IVX]{1,6}[A-Z]?|[A-HJ-M])(?![\w’])|\s*\(R\s?\d{3,4}\))?",
    hits=("35 570 XVI, nr. 2", "21 501-02", "16 040 (R 1141)", "22112"),
    misses=("nr. 3120", "2021", "1.235 000"),
)
"""The number of a dossier, with the chapter of the budget or the part that it may have."""
NUMBER = pattern(
    r"(?P<range>t/m|[-–])?\s*(?<![\d.])(?P<number>\d{1,4})(?![\d.]\d|[\w/])|(?<![\w.])(?P<letters>[A-Z]{1,3})(?!\w|\.\w)",
    hits=("nr. 679", "– 4", ", A"),
    misses=("25.000", "p."),
)
"""The number of a document in its dossier; letters in those of the Eerste Kamer."""
YEARS = pattern(
    r"(?P<first>\d{4})\s?(?:/\s?[-–]?|[-–—])\s?(?P<last>\d{4}|\d\d)",
    hits=("2020/21", "2014–2015", "2022/-23"),
    misses=("2020", "nr. 12-13"),
)
"""A session year of parliament."""


HYPHENED = pattern(r"(\d{5})-(\d\d)", how="fullmatch", hits=("32620-17",), misses=("32620-117", "35570 XVI"))
"""A dossier with two digits behind a hyphen: a part of it, or the number of a document."""
EUROPEAN_COUNCILS = "21501"
"""The dossier of the councils of the European Union, the parts of which have two digits: 21501-02."""


CLAUSE_ENDS = (*").,;:", "")
"""What may follow letters that are a number, where the chamber is not printed."""


class Session(NamedTuple):
    """A session year: as citations write it, and as identifiers do."""

    written: str
    years: str


def kamerstukken(match: re.Match[str], _rule: WordingRule) -> Iterator[Mention]:
    """Read the documents in a list of dossiers with their numbers; the first goes with the words before it."""
    chamber, session = _chamber(match["chamber"]), _session(match["session"])
    dossiers = list(DOSSIER.finditer(match.string, *match.span("items")))
    ends = [one.start() for one in dossiers[1:]] + [match.end("items")]
    for n, (dossier, end) in enumerate(zip(dossiers, ends, strict=True)):
        for m, mention in enumerate(_documents(dossier, end, _common_fields(chamber, session))):
            yield mention if n or m else mention._replace(start=match.start())
        session = _session(match.string[dossier.end() : end]) or session


def _documents(dossier: re.Match[str], end: int, common: Fields) -> Iterator[Mention]:
    """Read the numbers behind a dossier, up to an offset; without any, the whole dossier is meant."""
    fields = common | _dossier(dossier)
    numbers = list(_numbers(dossier.string, dossier.end(), end, chamber=common["chamber"]))
    if not numbers and (hyphened := HYPHENED.fullmatch(fields["dossier"])) and hyphened[1] != EUROPEAN_COUNCILS:
        fields |= {"dossier": hyphened[1], "dossier_id": hyphened[1]}
        numbers = [(dossier.start(), dossier.end(), hyphened[2].lstrip("0"))]
    if not numbers:
        yield Mention(dossier.start(), dossier.end(), fields | {"variant": "dossier"})
    for n, (start, stop, number) in enumerate(numbers):
        lettered = {} if number.isdecimal() else {"chamber": "I", "chamber_id": "ek"}
        yield Mention(start if n else dossier.start(), stop, fields | lettered | {"number": number, "nr": _nr(number)})


def _nr(number: str) -> str:
    """How a number is written in a citation: documents of the Eerste Kamer have letters."""
    return f"nr. {number}" if number.isdecimal() else number


def _numbers(text: str, start: int, end: int, *, chamber: str = "II") -> Iterator[tuple[int, int, str]]:
    """Yield the place and the value of each number in a list such as "nrs. 3-5 en 8".

    Letters are a number of the Eerste Kamer; where the chamber is not printed, only if they end a clause.
    """
    before = 0
    for found in NUMBER.finditer(text, start, end):
        place = found.span("number") if found["number"] else found.span("letters")
        if found["letters"]:
            if chamber == "I" or (not chamber and text[place[1] : place[1] + 1] in CLAUSE_ENDS):
                yield (*place, found["letters"])
            continue
        number = int(found["number"])
        first = before + 1 if found["range"] and before < number <= before + WIDEST and before else number
        for one in range(first, number + 1):
            yield (*place, str(one))
        before = number


def _dossier(found: re.Match[str]) -> Fields:
    """The number of a dossier as citations and as identifiers write it; where it has an R number, without address."""
    number, suffix = re.sub(r"\D", "", found["dossier"]), spaceless(found["suffix"]).lstrip("-")
    joint = "-" if suffix[:1].isdecimal() else " "
    return {
        "dossier": f"{number}{joint if suffix else ''}{suffix}",
        "dossier_id": f"{number}{'-' if suffix else ''}{suffix}",
        "offline": "yes" if suffix.startswith("(") else "",
    }


def aanhangsel(match: re.Match[str], _rule: WordingRule) -> Iterator[Mention]:
    """Read the numbers in the Aanhangsel of one session year; without the year they mean nothing."""
    printed = match.groupdict()
    session = next(filter(None, (_session(printed[name]) for name in ("session", "earlier", "long", "later"))), None)
    chamber = next(filter(None, (_chamber(printed[name]) for name in ("chamber", "before", "first"))), "II")
    common = _common_fields(chamber, session)
    for n, (start, end, number) in enumerate(_numbers(match.string, *match.span("numbers")) if session else ()):
        yield Mention(start if n else match.start(), end, common | {"number": number, "nr": _nr(number)})


def handelingen(match: re.Match[str], _rule: WordingRule) -> Iterator[Mention]:
    """Read a sitting, with the item on its agenda if it is printed; without the item there is no address."""
    session = _session(match["session"])
    number, item = match["number"], match["item"]
    fields = _common_fields(_chamber(match["chamber"]), session) | {"number": number, "nr": _nr(number)}
    fields |= {"item": f"item {item}", "item_id": item} if item else {"variant": "sitting", "offline": "yes"}
    if session:
        yield Mention(match.start(), match.end(), fields)


def _common_fields(chamber: str, session: Session | None) -> Fields:
    """The fields of chamber and session year."""
    written, years = session or ("", "")
    return {
        "chamber": chamber,
        "chamber_id": "ek" if chamber == "I" else "tk",
        "session": written,
        "years": years,
        "offline": "yes" if years and int(years[:4]) < ONLINE else "",
    }


def _chamber(printed: str | None) -> str:
    """The chamber as a Roman number; empty if it is not printed."""
    short = spaceless(printed).casefold()
    return "" if not short else "II" if short in ("ii", "ll", "tk") or short.startswith("tweede") else "I"


def _session(printed: str | None) -> Session | None:
    """The session year in a text; None if there is none, or the second year is not the one after the first.

    >>> _session("vergaderjaar 2019-2020,")
    Session(written='2019/20', years='20192020')
    """
    found = YEARS.search(printed or "")
    if not found or int(found["last"][-2:]) != (int(found["first"]) + 1) % 100:
        return None
    first = int(found["first"])
    return Session(f"{first}/{first + 1 if first % 100 == 99 else found['last'][-2:]}", f"{first}{first + 1}")
