"""The first and the last day of a time that a letter names, such as a season, a quarter or a length of time."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from kamerbrief.months import MONTHS

LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""The days of each month; a leap day is taken for no deadline."""
NUMBERS: dict[str, int] = {
    "een": 1,
    "één": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
    "twaalf": 12,
    "achttien": 18,
}
DAYS = {"dagen": 1, "werkdagen": 1, "week": 7, "weken": 7, "maand": 30, "maanden": 30, "jaar": 365}
ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4}
SEASONS = {
    "voorjaar": ((3, 1), (5, 31)),
    "lente": ((3, 1), (5, 31)),
    "zomer": ((7, 1), (8, 31)),
    "zomerreces": ((7, 1), (8, 31)),
    "najaar": ((9, 1), (11, 30)),
    "herfst": ((9, 1), (11, 30)),
    "herfstreces": ((10, 15), (10, 31)),
    "kerst": ((12, 20), (12, 31)),
    "kerstdagen": ((12, 20), (12, 31)),
    "kerstreces": ((12, 20), (12, 31)),
    "jaarwisseling": ((12, 31), (12, 31)),
    "winter": ((12, 1), (12, 31)),
    "voorjaarsreces": ((2, 15), (2, 28)),
}
"""The first and the last month and day of each; "voor de zomer" ends where parliament's recess begins."""
PARTS = {"begin": (1, 3), "medio": (5, 8), "halverwege": (5, 8), "eind": (10, 12), "einde": (10, 12)}
"""The first and the last month of a part of a year."""
Span = tuple[date, date]
Reader = Callable[[re.Match[str], "date | None"], "Span | None"]
"""Reads the first and the last day that a match names; None where the year is not printed and not known."""


def read_days(rule: str, match: re.Match[str], today: date | None) -> Span | None:
    """Return the days that a match of a rule in `wording/due_dates.toml` names, reckoned from the letter's date.

    None where the time has no days, or the year is neither printed nor known.
    """
    reader = _READERS.get(rule)
    return reader(match, today) if reader else None


def _year(printed: str | None, today: date | None) -> int | None:
    """Return the year that is printed, or that "dit jaar" and "volgend jaar" mean; None where it is not known."""
    text = (printed or "").lower()
    if text[:4].isdecimal():
        return int(text[:4])
    if not text or today is None:
        return None
    return today.year + (not text.startswith(("dit", "jaar")))


def _span(first: tuple[int, int], last: tuple[int, int], year: int | None, today: date | None) -> Span | None:
    """Return the days between two days of a year; without a year those of the first year in which they are to come."""
    if year is None:
        if today is None:
            return None
        year = today.year + (date(today.year, *last) < today)
    return date(year, *first), date(year, *last)


def _day(match: re.Match[str], today: date | None) -> Span | None:
    month, day = MONTHS.index(match["month"].lower()) + 1, int(match["day"])
    if not 1 <= day <= LENGTHS[month - 1]:
        return None
    return _span((month, day), (month, day), _year(match["year"], today), today)


def _month(match: re.Match[str], today: date | None) -> Span | None:
    month = MONTHS.index(match["month"].lower()) + 1
    return _months(month, month, _year(match["year"], today), today)


def _months(first: int, last: int, year: int | None, today: date | None) -> Span | None:
    """Return the days from the first day of a month to the last day of another."""
    return _span((first, 1), (last, LENGTHS[last - 1]), year, today)


def _quarter(match: re.Match[str], today: date | None) -> Span | None:
    digit = match["digit"] or match["digit2"]
    number = int(digit) if digit else ORDINALS[match["ordinal"].lower()]
    return _months(3 * number - 2, 3 * number, _year(match["year"], today), today)


def _half(match: re.Match[str], today: date | None) -> Span | None:
    number = ORDINALS[match["ordinal"].lower()]
    return _months(6 * number - 5, 6 * number, _year(match["year"], today), today)


def _season(match: re.Match[str], today: date | None) -> Span | None:
    first, last = SEASONS[match["season"].lower()]
    year = _year(match["year"], today)
    if year is None and today and match["before"] and date(today.year, *first) <= today:
        year = today.year + 1  # "voor de zomer", said when it has begun
    return _span(first, last, year, today)


def _part_of_year(match: re.Match[str], today: date | None) -> Span | None:
    first, last = PARTS[match["part"].lower()]
    year = _year(match["year"], today)
    if match["before"] and match["part"].lower().startswith("eind") and year:
        return date(year + 1, 1, 1), date(year + 1, 1, 1)  # before the end of a year: at the latest on its last day
    return _months(first, last, year, today) if year else None


def _whole_year(match: re.Match[str], today: date | None) -> Span | None:
    year = _year(match["year"], today)
    return _months(1, 12, year, today) if year else None


def _month_ahead(match: re.Match[str], today: date | None) -> Span | None:
    if today is None:
        return None
    now = match["which"].lower() == "deze"
    if match["unit"].lower() == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(days=0 if now else 7)
        return monday, monday + timedelta(days=6)
    year, month = divmod(today.year * 12 + today.month - 1 + (not now), 12)
    return _months(month + 1, month + 1, year, today)


def _duration(match: re.Match[str], today: date | None) -> Span | None:
    if today is None or not match["number"]:
        return None
    text = match["number"].lower()
    number = int(text) if text.isdecimal() else NUMBERS[text]
    end = today + timedelta(days=number * DAYS[match["unit"].lower()])
    return (end, end) if match["how"].lower() == "over" else (today, end)


_READERS: dict[str, Reader] = {
    "day": _day,
    "month": _month,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "part of a year": _part_of_year,
    "year": _whole_year,
    "month ahead": _month_ahead,
    "duration": _duration,
}
"""What each rule of the wording file reads; those that are not here have no days."""
