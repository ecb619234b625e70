"""What a parse has right: the boundaries of each exchange, who asks it, and the form of the letter."""

from __future__ import annotations

from typing import Any, NamedTuple

from letters.scoring import exchanges_of, partners, score, squash, text_of

Json = dict[str, Any]
EDGE = 24
"""Letters at either end of a text by which it is known to start and end where it should."""
MOST = 0.9
"""Share of the words that must be placed rightly for the form of the letter to be right."""


class Outcome(NamedTuple):
    """Whether an exchange that was found is right."""

    boundaries: bool
    askers: bool | None
    """None where it stands for no true exchange."""


def outcomes(truth: Json, parsed: Json) -> list[Outcome]:
    """One for each exchange that was found; one that stands for no true exchange is wrong."""
    true, found = exchanges_of(truth), exchanges_of(parsed)
    known = {id(b): a for a, b in partners(true, found) if b is not None}
    return [_outcome(known.get(id(exchange)), exchange) for exchange in found]


def form_right(truth: Json, parsed: Json) -> bool:
    """Whether nearly all words stand in the right exchange, on the right side."""
    return score(truth, parsed).get("words_placed", 0.0) >= MOST


def _outcome(true: Json | None, found: Json) -> Outcome:
    if true is None:
        return Outcome(False, None)
    boundaries = all(_ends(true, side) == _ends(found, side) for side in ("question", "answer"))
    return Outcome(boundaries, askers_of(true) == askers_of(found))


def _ends(exchange: Json, side: str) -> tuple[str, str]:
    """How a side starts and ends; the middle may have lost a word to the layout, and the end the number of a note."""
    text = squash(text_of(exchange, side)).strip("0123456789")
    return text[:EDGE], text[-EDGE:]


def askers_of(exchange: Json) -> tuple[frozenset[str], frozenset[str]]:
    """The factions and the members who ask, in letters and digits."""
    factions = (squash(f).removeprefix("fractie").removeprefix("lid") for f in exchange.get("factions") or [])
    return frozenset(factions), frozenset(map(squash, exchange.get("members") or []))
