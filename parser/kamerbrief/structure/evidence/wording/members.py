"""How letters name the members and factions who ask."""

from __future__ import annotations

import re

from kamerbrief.patterns import pattern

NAMING_MEMBERS = r"""\b(?: de \s (?:\w+ \s)? (?: leden | fractieleden ) \s van \s (?: deze | de | het )?
          | (?: deze | dit | laatstgenoemde | genoemde | voornoemde | dezelfde )
            \s (?: leden | lid | fractieleden | fracties? )
          | de \s aan \s het \s woord \s zijnde \s leden | de \s leden\b
          | de \s [\w-]+-fractie | de \s fractie \s van | het \s lid )"""
"""The words that the patterns below share."""
MEMBERS = pattern(
    NAMING_MEMBERS,
    re.X,
    hits=(
        "met de leden van de vvd-fractie",
        "voornoemde leden",
        "wil dit lid weten",
        "de d66-fractie",
        "het lid bos (cda)",
    ),
    misses=("de fractievoorzitter", "de gemeenten en hun leden", "een lid van de vereniging"),
)
"""Members or factions, in caseless text: "de leden van de fractie van", "deze leden"."""
MEMBERS_PRINTED = pattern(
    NAMING_MEMBERS,
    re.X | re.I,
    hits=("De leden van de VVD-fractie vragen", "Deze leden", "De fractie van D66"),
    misses=("De ledenvergadering", "Fractie en leden"),
)
"""MEMBERS in text as printed, where it matters where in the text it stands."""
MEMBERS_OPEN = pattern(
    rf"(?:(?!(?:van|aan|door|met|bij|voor|op|waar\w+|die)\s)[\w-]+\s){{0,4}}?{NAMING_MEMBERS}"
    rf"|(?:ook\s)?door\s{NAMING_MEMBERS}[^.?!,]{{0,60}}?\b(?:wordt|is)\s(?:[\w-]+\s){{0,3}}?(?:ge|op|ver)\w+\b",
    re.X,
    how="match",
    hits=(
        "de leden van de sp-fractie lezen dat",
        "tot slot vragen deze leden",
        "ook de d66-fractie ziet",
        "door de leden van de bbb-fractie wordt opgemerkt dat",
    ),
    misses=(
        "op de vraag van de leden van de sp-fractie",
        "waarover deze leden spreken",
        "door de leden van de raad",
        "met de leden van de sp-fractie deel ik die zorg",
    ),
)
"""A paragraph, in caseless text, in which members are the subject of the first sentence, or by whom something is."""
JOINS = pattern(
    r"\bsluit(?:en)? zich\b.{0,60}\baan\b",
    hits=(
        "de leden van de cda-fractie sluiten zich bij deze vraag aan",
        "het lid bos sluit zich aan bij de vragen van de leden van de sp-fractie",
    ),
    misses=("de gemeenten sluiten een overeenkomst", "de brug sluit aan op de dijk"),
)
"""Members join the question of others."""
