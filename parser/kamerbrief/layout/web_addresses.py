"""Recognise web addresses that are broken at the end of a line."""

from __future__ import annotations

import re

from kamerbrief.patterns import pattern

CUT = pattern(
    r"(?:https?://|www\.)\S*[-/_.=&?~%]$",
    hits=("Zie www.voorbeeld.nl/stuk/", "https://www.rijksoverheid.nl/docu-"),
    misses=("Zie www.voorbeeld.nl", "de EU-"),
)
"""The end of a line that breaks a web address behind a sign."""
WHOLE = pattern(
    r"(?:https?://|www\.)\S+\w$", hits=("Zie www.voorbeeld.nl/docu",), misses=("Zie www.voorbeeld.nl/", "voorbeeld.nl")
)
"""The end of a line with a web address that may be whole."""
REST = pattern(
    r"[^\W_]*+[/_=%&#?]|[\w-]++\.(?:html?|aspx|php|pdf|nl|eu|com|org)\b",
    re.I,
    how="match",
    hits=("menten/2021", "%202022.pdf", "index.html"),
    misses=("menten en", "wet. De", "2021."),
)
"""The start of a line that is no word and goes on with a web address."""


def is_cut(line: str) -> bool:
    """Whether a line ends inside a web address, with a sign that no address ends with."""
    return CUT.search(line) is not None


def may_be_whole(line: str) -> bool:
    """Whether a line ends with a web address that may go on on the next."""
    return WHOLE.search(line) is not None


def may_go_on(line: str) -> bool:
    """Whether a line starts with what may be the rest of a web address."""
    return REST.match(line) is not None
