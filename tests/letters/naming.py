"""How a heading or a mark names who asks."""

from __future__ import annotations

from random import Random

from letters.wording import Askers, factions, full, with_article

HEADINGS = {
    "vragen": "Vragen en opmerkingen van de leden van {x}",
    "inbreng": "Inbreng van de leden van {x}",
    "short": "{x}",
    "word": "{x}",
}


def heading_of(who: Askers, kind: str, random: Random) -> str:
    """A faction's heading in one of the wordings of the trait."""
    first = who.factions[0]
    if kind == "word":
        return " en ".join(random.choice([f, full(f)]) if random.random() < 0.2 else f for f in who.factions)
    if kind == "short":
        return " en ".join(f if f in factions()["single"] else f"{f}-fractie" for f in who.factions)
    if who.alone:
        start = "Inbreng" if kind == "inbreng" else "Vragen en opmerkingen"
        return f"{start} van het lid van de {first}"
    if kind == "fractie" or len(who.factions) > 1:
        start = "Inbreng" if kind == "inbreng" else "Vragen en opmerkingen"
        plural = "fracties" if len(who.factions) > 1 else "fractie"
        return f"{start} van de leden van de {plural} van {' en '.join(map(with_article, who.factions))}"
    return HEADINGS[kind].format(x=f"de {first}-fractie")


def member_mark(member: str, faction: str) -> str:
    """As "Vraag van het lid X (PARTIJ)"."""
    return f"Vraag van het lid {member} ({faction})"


def members_in_title(members: list[str], parties: list[str]) -> str:
    """As "het lid X (SP)" or "de leden X (SP) en Y (D66)"."""
    named = [f"{m} ({p})" for m, p in zip(members, parties, strict=True)]
    if len(named) == 1:
        return f"het lid {named[0]}"
    if len(set(parties)) == 1:
        word = "beiden" if len(members) == 2 else "allen"
        return f"de leden {listed(members)} ({word} {parties[0]})"
    return f"de leden {listed(named)}"


def listed(texts: list[str]) -> str:
    """As "a, b en c"."""
    return " en ".join(filter(None, [", ".join(texts[:-1]), texts[-1]]))
