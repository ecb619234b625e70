"""Read citations of acts of the European Union: regulations and directives, old numbers and new ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamerbrief.insight.citations.mentions import Mention, spaceless
from kamerbrief.insight.wording_rules import WordingRule

FIRST_YEAR, LAST_YEAR = 1952, 2100
"""The years that an act may have."""
YEAR_FIRST = 2015
"""Since this year regulations too are numbered by year and number: (EU) 2019/1155, but (EG) nr. 810/2009."""


def act(match: re.Match[str], rule: WordingRule) -> Iterator[Mention]:
    """Read a regulation or a directive; nothing where its number has no year."""
    printed = match.groupdict(default="")
    number = next(filter(None, map(spaceless, (printed.get("number"), printed.get("old"), printed.get("named")))), "")
    year_first = rule.data["year_first"] or (_is_new(number) and not (printed["nr"] and _ends_in_year(number)))
    parts = _year_and_number(number, year_first=year_first)
    if parts is None:
        return
    year, serial = parts
    titles = rule.data["titles"]
    title, eli = titles.get(printed["type"].strip().casefold(), titles[""])
    is_old = year < YEAR_FIRST or (bool(printed.get("old")) and printed["treaty"].upper() != "EU")
    fields = {
        "title": title,
        "eli": eli,
        "year": str(year),
        "printed_year": number.split("/")[0] if rule.data["year_first"] else "",
        "number": str(serial),
        "serial": f"{serial:04}",
        "treaty": printed.get("treaty", "") or "EU",
        "variant": "old" if is_old else "",
    }
    yield Mention(match.start(), match.end(), fields)


def _is_new(number: str) -> bool:
    """Whether a number starts with a year in which the year comes first."""
    first = number.split("/")[0]
    return first.isdecimal() and len(first) == 4 and YEAR_FIRST <= int(first) <= LAST_YEAR


def _ends_in_year(number: str) -> bool:
    """Whether a number ends in a year before that."""
    last = number.split("/")[1]
    return len(last) in (2, 4) and FIRST_YEAR <= int(last) + (1900 if len(last) == 2 else 0) < YEAR_FIRST


def _year_and_number(text: str, *, year_first: bool) -> tuple[int, int] | None:
    """The year and the number of an act; None where there is no year that an act may have.

    >>> _year_and_number("95/46", year_first=True), _year_and_number("810/2009", year_first=False)
    ((1995, 46), (2009, 810))
    """
    first, _, second = text.partition("/")
    year, number = (first, second) if year_first else (second, first)
    full = int(year) + 1900 if len(year) == 2 else int(year)
    return (full, int(number)) if FIRST_YEAR <= full <= LAST_YEAR else None
