"""Recognise the printed labels of a letterhead and its sidebar: "Datum", "Ons kenmerk", "Betreft"."""

from __future__ import annotations

import re

from kamerbrief.patterns import pattern

LABELS = {
    "date": r"datum|vastgesteld|ontvangen(?=\s+\d)",
    "subject": r"onderwerp|betreft",
    "reference": r"ons\s+kenmerk|kenmerk|onze\s+referentie|ons\s+nummer",
    "their-reference": r"uw\s+kenmerk|uw\s+(?:referentie|brief(?:\s+van|\s+\(kenmerk)?)",
    "docket": r"kamerstuk(?=\s*:?\s*$)",
    "enclosures": r"bijlage\(n|bijlagen?",
    "contact": r"contactpersoon|behandeld\s+door|projectnaam|[TFEM]\s(?=[\d+(])",
    "department": r"directoraat[- ]generaal|directie|afdeling|bestuursdepartement|dg\b|programmadirectie|kabinet(?=$)",
}
"""The labels of each field of the Letter, as the ministries' house style (Rijkshuisstijl) prints them, in any case."""

_FIELDS = tuple(LABELS)
ANY = pattern(
    rf"(?:{'|'.join(f'({words})' for words in LABELS.values())})(?:\b|(?=\d))\)?\s*:?\s*(?P<value>.*)",
    re.I,
    how="match",
    hits=("Datum 30 augustus 2021", "Ons kenmerk", "Bijlage(n)", "Betreft: vragen", "T 070-1234567"),
    misses=("Dat um", "Directeuren zijn", "T. Jansen", "De datum", "Kamerstuk 36 600"),
)
"""Any label with its value: a group for each field, of which only that of the label found has text."""


def labelled(text: str) -> tuple[str, str] | None:
    """The field that a line announces and what it says after the label: ("date", "30 augustus 2021")."""
    found = ANY.match(text.strip())
    if not found:
        return None
    *labels, value = found.groups()
    return next(field for field, label in zip(_FIELDS, labels, strict=True) if label is not None), value.strip()
