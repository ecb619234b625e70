"""Know the factions (fracties): their names, which one a name means, and which ones a text names."""

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
    """A faction (*fractie*) of the Eerste or Tweede Kamer, as in `factions.toml`."""

    name: str
    full: str = ""
    """The name of the party in full."""
    also: tuple[str, ...] = ()
    """Other spellings and abbreviations."""
    merged: tuple[str, ...] = ()
    """The factions that merged into it."""
    group: bool = False
    """Whether it is named after its members. Such a name is too common to search for in running text by itself."""

    @property
    def spellings(self) -> tuple[str, ...]:
        """Return every name it has."""
        return tuple(filter(None, (self.name, self.full, *self.also)))


@cache
def all_factions() -> tuple[Faction, ...]:
    """Return every faction in `factions.toml`."""
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
    """Map each reduced spelling to the canonical name."""
    return {squash(s): faction.name for faction in all_factions() for s in faction.spellings}


def canonical(name: str) -> str | None:
    """Return the canonical name of a faction in any spelling, or None if it is not known.

    >>> canonical("gl"), canonical("D66-fractie"), canonical("gemeente")
    ('GroenLinks', 'D66', None)
    """
    return _by_spelling().get(squash(name))


def resolve(name: str, known: Sequence[str] = ()) -> tuple[str, ...]:
    """Return every canonical name under which a user who types `name` wants to find exchanges.

    The named faction comes first, then those it merged into: "GL" gives GroenLinks and GroenLinks-PvdA.
    `known` are the factions of the letter at hand; they are accepted even if `factions.toml` lacks them.
    Raises UnknownFaction with a suggestion, and with `known`.

    >>> resolve("pvda")
    ('PvdA', 'GroenLinks-PvdA')
    """
    own = {squash(faction): faction for faction in known}
    found = canonical(name) or own.get(squash(name))
    if found is None:
        raise UnknownFaction(_unknown(name, known))
    return (found, *(faction.name for faction in all_factions() if found in faction.merged))


def _unknown(name: str, known: Sequence[str]) -> str:
    """Return the message for a name that no faction has."""
    from difflib import get_close_matches

    spelled = {squash(s): s for faction in all_factions() for s in faction.spellings}
    spelled |= {squash(s): s for s in known}
    close = get_close_matches(squash(name), spelled, n=1, cutoff=0.6)
    meant = f"; did you mean {canonical(spelled[close[0]]) or spelled[close[0]]}?" if close else ""
    own = f" This letter has: {', '.join(known)}." if known else ""
    return f"no faction is called '{name}'{meant or '.'}{own}"


@cache
def _pattern() -> re.Pattern[str]:
    """Return a pattern that finds factions in running text.

    A faction named after a member is found only where the text says that it is a faction.
    """
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
    """Return the canonical names of the factions that a text names, in order, each once.

    A one-person faction that `factions.toml` lacks ("Fractie-Jansen") has the name that is printed.

    >>> named_in("De leden van de VVD-fractie en de Fractie-Jansen vragen")
    ('VVD', 'Jansen')
    """
    found: dict[str, None] = {}
    for match in _pattern().finditer(text.replace("\u2010", "-").replace("\u2011", "-")):
        name = match["group"] or match["before"] or match["new"] or match.group()
        found[canonical(name) or name] = None
    return tuple(found)


def name_length(text: str) -> int:
    """How many characters the name of a faction takes with which a text starts; 0 where it starts with none.

    >>> name_length("VVD vraagt"), name_length("Die vraagt")
    (3, 0)
    """
    found = _pattern().match(text)
    return found.end() if found else 0


def without_names(text: str) -> str:
    """A text with the names of factions left out."""
    return _pattern().sub("", text)


def asked_by(letter: Letter) -> tuple[str, ...]:
    """Return the factions of a letter, in the order in which they first ask."""
    return _once(faction for exchange in letter.exchanges for faction in exchange.factions)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
