"""Dutch dates: "30 augustus 2021" -> "2021-08-30"."""

from __future__ import annotations

import re
from datetime import date

from kamerbrief.months import MONTHS
from kamerbrief.patterns import pattern

WRITTEN = pattern(
    rf"\b(\d{{1,2}})\s+({'|'.join(MONTHS)})\s+((?:19|20)\d\d)\b",
    re.I,
    hits=("Den Haag, 3 mei 2024", "30 Augustus 2021"),
    misses=("mei 2024", "3 mei 1824", "3 mai 2024"),
)
"""A date in words."""
NUMERIC = pattern(
    r"\b(\d{1,2})[-./](\d{1,2})[-./]((?:19|20)\d\d)\b",
    hits=("3-5-2024", "ontvangen 13.06.1998", "03/05/2024"),
    misses=("2024-05-03", "3-5-24", "36 788-12"),
)
"""A date in figures, the day first."""


def find_date(text: str) -> str | None:
    """The first date in a text, as ISO 8601; None where there is none that exists.

    >>> find_date("Den Haag, 3 mei 2024")
    '2024-05-03'
    """
    if found := WRITTEN.search(text):
        return _iso(int(found[3]), MONTHS.index(found[2].casefold()) + 1, int(found[1]))
    if found := NUMERIC.search(text):
        return _iso(int(found[3]), int(found[2]), int(found[1]))
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
