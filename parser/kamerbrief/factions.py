"""Factions: what they are called, who is meant by a name, which ones a text names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.case_folding import fold_name, plain
from kamerbrief.errors import UnknownFaction

if TYPE_CHECKING:
    from kamerbrief.model import Letter


class Faction(NamedTuple):
    """A faction (*fractie*) of the Eerste or Tweede Kamer, as `factions.toml` has it."""

    name: str
    full: str = ""
    also: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    """The factions that merged into it."""
    group: bool = False
    """Named after its member or members: its bare name is too common to look for in running text."""

    @property
    def spellings(self) -> tuple[str, ...]:
        """All that it is called."""
        return tuple(filter(None, (self.name, self.full, *self.also)))


@cache
def all_factions() -> tuple[Faction, ...]:
    """Every faction of the facts file."""
    data = tomllib.loads(files("kamerbrief").joinpath("factions.toml").read_text(encoding="utf-8"))
    return tuple(
        Faction(
            entry["name"],
            entry.get("full", ""),
            tuple(entry.get("also", ())),
            tuple(entry.get("from", ())),
            entry.get("group", False),
        )
        for entry in data["faction"]
    )


def squash(name: str) -> str:
    """The name of a faction as `fold_name` has it, without the words that only say that it is a faction.

    >>> squash("D66-fractie"), squash("de fractie van het CDA"), squash("groep-Van Haga")
    ('d66', 'cda', 'haga')
    """
    bare = re.sub(
        r"\b(?:de )?(?:leden van )?(?:de )?(?:fractie|groep|lid)(?:[- ](?:van )?(?:de |het )?)?", "", plain(name)
    )
    return fold_name(re.sub(r"[- ]?fractie$", "", bare))


@cache
def _by_spelling() -> dict[str, str]:
    return {squash(s): faction.name for faction in all_factions() for s in faction.spellings}


def canonical(name: str) -> str | None:
    """The canonical name of a faction however it is spelled; None where no such faction is known."""
    return _by_spelling().get(squash(name))


def resolve(name: str, known: Sequence[str] = ()) -> tuple[str, ...]:
    """Every canonical name under which a user who says `name` wants to find exchanges.

    The named faction first, then those that it merged into: "GL" gives GroenLinks and GroenLinks-PvdA.
    `known` are the factions of the letter at hand: they may be named even if the facts file lacks them.
    Raises UnknownFaction with what was probably meant, and with `known`.
    """
    own = {squash(faction): faction for faction in known}
    found = canonical(name) or own.get(squash(name))
    if found is None:
        raise UnknownFaction(_unknown(name, known))
    return (found, *(faction.name for faction in all_factions() if found in faction.merged))


def _unknown(name: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    spelled = {squash(s): s for faction in all_factions() for s in faction.spellings}
    spelled |= {squash(s): s for s in known}
    close = get_close_matches(squash(name), spelled, n=1, cutoff=0.6)
    meant = f"; did you mean {canonical(spelled[close[0]]) or spelled[close[0]]}?" if close else ""
    own = f" This letter has: {', '.join(known)}." if known else ""
    return f"no faction is called '{name}'{meant or '.'}{own}"


@cache
def _pattern() -> re.Pattern[str]:
    """Finds factions in running text; one named after a member only where the text says it is a faction."""
    names = [s for f in all_factions() if not f.group for s in f.spellings]
    groups = [s for f in all_factions() if f.group for s in f.spellings if not re.match(r"(?i)fractie|groep|lid", s)]
    plain = "|".join(re.escape(s) for s in sorted(names, key=len, reverse=True))
    grouped = "|".join(re.escape(s) for s in sorted(groups, key=len, reverse=True))
    dash = "[-\u2010\u2011]"
    return re.compile(
        rf"""(?<![\w/])(?:{plain})(?![\w+])
           | (?:[Ff]ractie|[Gg]roep|[Ll]id){dash}?\s?(?:van\s)?(?:het\slid\s)?(?P<group>{grouped})(?!\w)
           | (?<!\w)(?P<before>{grouped}){dash}fractie
           | [Ff]ractie{dash}(?P<new>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?)""",
        re.X,
    )


def named_in(text: str) -> tuple[str, ...]:
    """The factions that a text names, canonical, in order, each once.

    A one-person faction that the facts file lacks ("Fractie-Jansen") goes by its printed name.
    """
    found: dict[str, None] = {}
    for match in _pattern().finditer(text.replace("\u2010", "-").replace("\u2011", "-")):
        name = match["group"] or match["before"] or match["new"] or match.group()
        found[canonical(name) or name] = None
    return tuple(found)


def asked_by(letter: Letter) -> tuple[str, ...]:
    """The factions of a letter, in the order in which they first ask."""
    return _once(faction for exchange in letter.exchanges for faction in exchange.factions)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
