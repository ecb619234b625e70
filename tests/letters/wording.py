"""The texts of our own, and the filling in of who asks and who answers."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

TEXTS = Path(__file__).with_name("texts")
PERSONS = re.compile(r"\{([^{}|]+)\|([^{}|]+)\|([^{}|]+)\}")
"""A verb for "ik", "u" and "de minister": {ben|bent|is}."""
NUMBERS = re.compile(r"<([^<>|]*)\|([^<>|]*)>")
"""A verb for several members and for one: <vragen|vraagt>."""


@cache
def phrases() -> dict[str, list[str]]:
    """Wording that goes with any topic."""
    return tomllib.loads((TEXTS / "phrases.toml").read_text(encoding="utf-8"))


@cache
def factions() -> dict[str, Any]:
    """The factions of both chambers."""
    return tomllib.loads((TEXTS / "factions.toml").read_text(encoding="utf-8"))


@cache
def topics() -> dict[str, dict[str, Any]]:
    """All topics by name."""
    paths = sorted(path for path in TEXTS.glob("*.toml") if path.stem not in ("phrases", "factions"))
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in paths}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a sentence calls "ik": 0 for ik, 1 for u, 2 for a name ("de minister")."""

    person: int
    name: str

    @property
    def subject(self) -> str:
        """As the subject of a sentence."""
        return ("ik", "u", self.name)[self.person]

    @property
    def object(self) -> str:
        """As its object."""
        return ("mij", "u", self.name)[self.person]

    def again(self) -> Speaker:
        """The same where it has been named just before: "of hij bereid is"."""
        pronouns = {"de regering": "zij", "het kabinet": "het"}
        return Speaker(2, pronouns.get(self.name, "hij")) if self.person == 2 else self

    def fill(self, text: str) -> str:
        """A text with its verbs and pronouns for this speaker."""
        text = PERSONS.sub(lambda m: m[self.person + 1], text)
        text = text.replace("{ik}", self.subject).replace("{Ik}", capital(self.subject)).replace("{mij}", self.object)
        return text.replace("{who}", self.subject if self.person else self.name).replace(
            "{Kan}", "Kunt" if self.person == 1 else "Kan"
        )


@dataclass(frozen=True, slots=True)
class Askers:
    """The factions that ask, and the way that they are named in full."""

    factions: tuple[str, ...]
    style: int

    @property
    def alone(self) -> bool:
        """Whether it is one member."""
        return self.factions[0] in factions()["single"]

    @property
    def named(self) -> str:
        """As "de leden van de X-fractie"."""
        first, *others = self.factions
        if self.alone:
            return f"het lid van de {first}"
        if others:
            return f"de leden van de fracties van {' en '.join(map(with_article, self.factions))}"
        if self.style == 7:
            return f"de leden van de fractie van {with_article(first).replace(first, full(first))}"
        if self.style % 2:
            return f"de leden van de fractie van {with_article(first)}"
        return f"de leden van de {first}-fractie"

    @property
    def these(self) -> str:
        """As "deze leden"."""
        plural = ("deze leden", "zij", "genoemde leden", "de aan het woord zijnde leden")
        return "dit lid" if self.alone else plural[self.style // 2 % 4]

    def fill(self, text: str) -> str:
        """A text with these members in it."""
        text = NUMBERS.sub(lambda m: m[2] if self.alone else m[1], text)
        text = text.replace("{l}", self.named).replace("{L}", capital(self.named))
        return text.replace("{d}", self.these).replace("{D}", capital(self.these))


def with_article(faction: str) -> str:
    """As "het CDA"."""
    article = factions()["article"].get(faction, "")
    return f"{article} {faction}".strip()


def full(faction: str) -> str:
    """A faction's full name, where that is used as well."""
    return str(factions()["full"].get(faction, faction))


def capital(text: str) -> str:
    """With a capital at its start."""
    return text[:1].upper() + text[1:]


def tidy(text: str) -> str:
    """A capital at the start of each text, one space between words."""
    return capital(re.sub(r"\s+", " ", text).strip())


def figures(random: Random, pair: dict[str, Any]) -> dict[str, Any]:
    """A pair of a topic with numbers in it, the same in question and answer."""
    numbers = {"{#a}": random.randint(120, 980), "{#b}": random.randint(120, 980)}
    shares = {"{%a}": random.randint(31, 89), "{%b}": random.randint(11, 29)}

    def put(text: str) -> str:
        for slot, number in {**numbers, **shares}.items():
            text = text.replace(slot, str(number))
        return text

    return {key: [put(t) for t in value] if isinstance(value, list) else put(value) for key, value in pair.items()}
