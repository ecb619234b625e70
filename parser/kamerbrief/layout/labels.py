"""The printed labels of a letterhead and its sidebar, by the field of the Letter that they announce."""

from __future__ import annotations

import re

LABELS = {
    "date": r"datum|vastgesteld|ontvangen(?=\s+\d)",
    "subject": r"onderwerp|betreft",
    "reference": r"ons\s+kenmerk|kenmerk|onze\s+referentie|ons\s+nummer",
    "their-reference": r"uw\s+kenmerk|uw\s+(?:referentie|brief(?:\s+van)?)",
    "enclosures": r"bijlagen?|bijlage\(n\)",
    "contact": r"contactpersoon|behandeld\s+door|projectnaam|[TFEM]\s(?=[\d+(])",
    "department": r"directoraat[- ]generaal|directie|afdeling|bestuursdepartement|dg\b|programmadirectie|kabinet(?=$)",
}
"""As printed by the ministries' house style (Rijkshuisstijl), any case."""

_ANY = {name: re.compile(rf"(?:{words})(?:\b|(?=\d))\)?\s*:?\s*(?P<value>.*)", re.I) for name, words in LABELS.items()}


def labelled(text: str) -> tuple[str, str] | None:
    """The field that a line announces and what it says after the label: ("date", "30 augustus 2021")."""
    for name, pattern in _ANY.items():
        if found := pattern.match(text.strip()):
            return name, found["value"].strip()
    return None
