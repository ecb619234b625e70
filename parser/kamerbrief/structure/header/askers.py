"""Who asks: "de leden Sneller (D66), Chakor en Lahlah (beiden GroenLinks-PvdA)" -> members and factions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from kamerbrief.factions import canonical, named_in

ANNOUNCED = re.compile(
    r"\b(?:het\s+(?:kamer)?(?:lid|leden)|de\s+(?:kamer)?leden|lid|leden|de\s+heer|mevrouw)\s+(?!van\s+de\s+(?:fractie|[\w-]+-fractie))",
    re.I,
)
"""What stands before the names of members."""
PARTICLE = r"(?i:van|de|den|der|ten|ter|te|el|al|la|le|het|in|op|von|’t|'t|und|y)"
WORD = r"[A-ZÀ-ÞĀ-Ž][\w’'.-]*"
NAME = re.compile(
    rf"\s*(?:(?i:de\s+heer|mevrouw|het\s+lid)\s+)?(?P<name>(?:{PARTICLE}\s+)*(?:{WORD})(?:\s+(?:[–-]\s+)?(?:{PARTICLE}\s+)*{WORD})*)\s*"
    rf"(?P<group>\((?P<party>[^()]{{2,80}}(?:\([^()]*\))?[^()]*)\))?\s*(?P<joint>,\s*en\b|,|\ben\b|/)?"
)
GLUED = re.compile(r"\b(van|de|den|der|ten|ter)(?=[A-ZÀ-Þ])")
"""A space lost by extraction: "vanDijk"."""
GLUED_NAMES = re.compile(r"(?<=[a-zà-ÿ]{4})(?=[A-ZÀ-Þ][a-zà-ÿ]{3})")
"""The same between two names: "DaniëlleJansen"."""


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
    """The first text's members with a faction; without one, the first with members at all."""
    found = [askers for text in texts if (askers := askers_in(text)).members]
    return next((askers for askers in found if askers.factions), found[0] if found else Askers())


def _named(text: str, start: int) -> Askers:
    """The names from here to the end of the enumeration."""
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
    return found if found and re.search(r"[A-ZÀ-ÞĀ-Ž]", found["name"]) else None


def _mended(name: str) -> str:
    name = GLUED_NAMES.sub(" ", " ".join(name.split())).rstrip(".")
    return name[0].upper() + name[1:]


def _factions(party: str) -> list[str]:
    """The factions in a bracket; one that is not known goes by its printed name."""
    bare = re.sub(r"\b(?:beide[n]?|allen|alle\s+\w+|fractie)\b", "", party, flags=re.I).strip(" :,")
    whole = canonical(bare)
    if whole:
        return [whole]
    return list(named_in(bare)) or [bare]
