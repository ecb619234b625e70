"""Who asks, by name: "de leden Bos (D66), Ali en Van Es (beiden SP)" gives three members and two factions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from kamerbrief.factions import canonical, named_in
from kamerbrief.patterns import pattern

CHAMBER_MEMBER = r"(?:(?:(?:eerste|tweede)\s+)?kamer)?(?:lid|leden)"
ANNOUNCED = pattern(
    rf"\b(?:(?:het|de)\s+{CHAMBER_MEMBER}|lid|leden|de\s+heer|mevrouw)\s+(?!van\s+de\s+(?:fractie|[\w-]+-fractie))",
    re.I,
    hits=(
        "Vragen van het lid Bos (CDA)",
        "de leden Bos en Ali",
        "de heer Van Es",
        "door de Kamerleden Bos",
        "het Eerste Kamerlid Bos",
    ),
    misses=("de leden van de SP-fractie", "de leden van de fractie van D66", "de ledenlijst"),
)
"""What stands before the names of members."""
PARTICLE = r"(?i:van|de|den|der|ten|ter|te|el|al|la|le|het|in|op|von|’t|'t|und|y)"
WORD = r"[A-ZÀ-ÞĀ-Ž][\w’'.-]*"
NAME = pattern(
    rf"\s*(?:(?i:de\s+heer|mevrouw|het\s+lid)\s+)?(?P<name>(?:{PARTICLE}\s+)*(?:{WORD})(?:\s+(?:[–-]\s+)?(?:{PARTICLE}\s+)*{WORD})*)\s*"
    rf"(?P<group>\((?P<party>[^()]{{2,80}}(?:\([^()]*\))?[^()]*)\))?\s*(?P<joint>,\s*en\b|,|\ben\b|/)?",
    how="match",
    hits=("Bos (CDA) en", "van den Berg (GroenLinks-PvdA),", "de heer Ten Cate – De Wit", "Kröger"),
    misses=("over bruggen", "(CDA)", "12 leden"),
)
"""The name of a member, with the faction in brackets, and with what joins the next name to it."""
GLUED = pattern(
    r"\b(van|de|den|der|ten|ter)(?=[A-ZÀ-Þ])",
    hits=("Inge vanDijk (CDA)", "het lid derKinderen"),
    misses=("Inge van Dijk", "VanDijk", "vandijk"),
)
"""A space lost by extraction: "vanDijk"."""
GLUED_NAMES = pattern(
    r"(?<=[a-zà-ÿ]{4})(?=[A-ZÀ-Þ][a-zà-ÿ]{3})",
    hits=("DaniëlleJansen", "WillemBakker"),
    misses=("McDonald", "Daniëlle Jansen", "DeVries"),
)
"""A space lost between two names: "DaniëlleJansen"."""
CAPITAL = pattern(r"[A-ZÀ-ÞĀ-Ž]", hits=("van Es", "Šimić"), misses=("van der", "over bruggen"))
"""What every name has."""
QUANTIFIER = pattern(
    r"\b(?:beide[n]?|allen|alle\s+\w+|fractie)\b",
    re.I,
    hits=("beiden GroenLinks-PvdA", "allen VVD", "alle drie D66", "fractie Nanninga"),
    misses=("GroenLinks-PvdA", "Alliantie"),
)
"""What stands in brackets beside the faction of members."""


class Askers(NamedTuple):
    """Named members with their factions, in printed order."""

    members: tuple[str, ...] = ()
    factions: tuple[str, ...] = ()


def askers_in(text: str) -> Askers:
    """The members that a text names as those who ask, and their factions; empty where it names none.

    >>> askers_in("Vragen van de leden Kröger en Gabriëls (beiden GroenLinks-PvdA) aan de Minister").members
    ('Kröger', 'Gabriëls')
    """
    text = GLUED.sub(r"\1 ", text)
    found = [_named(text, start.end()) for start in ANNOUNCED.finditer(text)]
    return max(found, key=lambda askers: (bool(askers.factions), len(askers.members)), default=Askers())


def best_askers(texts: Iterable[str]) -> Askers:
    """The members of the first text that names some with their faction; if none does, of the first that names any."""
    found = [askers for text in texts if (askers := askers_in(text)).members]
    return next((askers for askers in found if askers.factions), found[0] if found else Askers())


def _named(text: str, start: int) -> Askers:
    """The members that are enumerated from `start` on."""
    members: list[str] = []
    factions: list[str] = []
    while found := _name(text, start):
        members.append(_mended(found["name"]))
        if found["party"]:
            factions += _factions(found["party"])
        start = found.end()
        if not found["joint"]:
            break
    return Askers(tuple(dict.fromkeys(members)), tuple(dict.fromkeys(factions)))


def _name(text: str, start: int) -> re.Match[str] | None:
    found = NAME.match(text, start)
    return found if found and CAPITAL.search(found["name"]) else None


def _mended(name: str) -> str:
    """A name with the spaces back that extraction lost, and a capital in front."""
    name = GLUED_NAMES.sub(" ", " ".join(name.split())).rstrip(".")
    return name[0].upper() + name[1:]


def _factions(party: str) -> list[str]:
    """The factions in brackets; one that is not in factions.toml keeps the name that is printed."""
    bare = QUANTIFIER.sub("", party).strip(" :,")
    whole = canonical(bare)
    if whole:
        return [whole]
    return list(named_in(bare)) or [bare]
