"""What headings print: numbers, the second part of a report, factions."""

from __future__ import annotations

import re

from kamerbrief.patterns import pattern

THEME = pattern(
    r"(?:[IVX]{1,5}\.?|\d{1,2}(?:\.\d{1,2}){0,3}\.?|[A-Z]\.|§\s?\d[\d.]*)\s+\S"
    r"|[Aa]rtikel(?:en)?\s(?:\d\S*|[IVX]{1,5})(?:[\s,:]|$)",
    how="match",
    hits=(
        "2.1 De registratieplicht",
        "II Reactie",
        "Artikel 3, tweede lid",
        "Artikel II",
        "§ 2 Inleiding",
        "A. Algemeen",
    ),
    misses=("De registratieplicht", "Artikelsgewijze toelichting", "2020 was een goed jaar"),
)
"""A heading's number, and what it heads: "2.1 De registratieplicht", "II Reactie", "Artikel 3"."""
NUMBER_OF_HEADING = pattern(
    r"(?P<part>[IVX]{1,5})\.?\s|(?P<decimal>\d{1,2}(?:\.\d{1,2})*)\.?\s|(?P<letter>[A-Z])\.\s",
    how="match",
    hits=("II Reactie van de Minister", "2.1 De registratieplicht", "A. Algemeen"),
    misses=("Inleiding", "Algemeen deel", "A Algemeen"),
)
"""The number of a heading, by its kind: a part, a decimal, a letter."""
SECOND_PART = pattern(
    r"(?:deel\s+)?(?:II|B|2)\b\s?[.):–—-]?\s+(?:de\s+)?(?:kabinets)?(?:reactie|antwoord(?:en)?|beantwoording)\b|"
    r"(?:reactie|antwoord(?:en)?|beantwoording)\s+van\s+(?:de|het)\s+"
    r"(?:minister|staatssecretaris|bewinds|kabinet|regering)\S*(?:[\w\s,-]{0,80})$|(?:antwoorden|beantwoording)$",
    re.I,
    how="match",
    hits=(
        "II Reactie van de Minister",
        "Deel II – antwoord",
        "Antwoorden",
        "Beantwoording van de staatssecretaris van Financiën",
    ),
    misses=("I Vragen en opmerkingen vanuit de fracties", "De reactie van de minister", "Reactie van de gemeente"),
)
"""The heading of the second part of a report, in which the answers stand: "II Reactie van de Minister"."""
FACTION_WORDS = pattern(
    r"fracties?\b|leden\b|commissie\b",
    re.I,
    hits=("Inbreng vanuit de fracties", "Vragen van de leden", "Vragen van de vaste commissie"),
    misses=("Fractievoorzitters", "Vragen over de ledenlijst"),
)
"""What a heading over questions has that names no faction that is known."""
FILLERS = pattern(
    r"\b(?:de|het|leden|van|fracties?|en|lid|groep)\b|[-–]",
    re.I,
    hits=("De leden van de", "fractie –", "-"),
    misses=("D66", "Vragen"),
)
"""A word or dash that a line may have which names a faction and says nothing else."""
