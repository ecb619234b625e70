"""The printed labels of a letterhead and its sidebar, by the field of the Letter that they announce."""

from __future__ import annotations

import re

LABELS = {
    "date": r"datum|vastgesteld|ontvangen(?=\s+\d)",
    "subject": r"onderwerp|betreft",
    "reference": r"ons\s+kenmerk|kenmerk|onze\s+referentie|ons\s+nummer",
    "their-reference": r"uw\s+kenmerk|uw\s+(?:referentie|brief(?:\s+van)?)",
    "enclosures": r"bijlage\(n|bijlagen?",
    "contact": r"contactpersoon|behandeld\s+door|projectnaam|[TFEM]\s(?=[\d+(])",
    "department": r"directoraat[- ]generaal|directie|afdeling|bestuursdepartement|dg\b|programmadirectie|kabinet(?=$)",
}
"""As printed by the ministries' house style (Rijkshuisstijl), any case."""

_FIELDS = tuple(LABELS)
_ANY = re.compile(
    rf"(?:{'|'.join(f'({words})' for words in LABELS.values())})(?:\b|(?=\d))\)?\s*:?\s*(?P<value>.*)", re.I
)
"""One group a field: that of the label in front has text, the others have none."""


def labelled(text: str) -> tuple[str, str] | None:
    """The field that a line announces and what it says after the label: ("date", "30 augustus 2021")."""
    found = _ANY.match(text.strip())
    if not found:
        return None
    *labels, value = found.groups()
    return next(field for field, label in zip(_FIELDS, labels, strict=True) if label is not None), value.strip()
