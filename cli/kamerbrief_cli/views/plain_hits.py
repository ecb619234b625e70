"""Format the hits of `grep` for a pipe without Rich, because a search of many letters has many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from kamerbrief.library.passages import SIDES
from kamerbrief_cli.views.hit_passages import PassageLine, passages
from kamerbrief_cli.views.page_names import page_name
from kamerbrief_cli.views.safe_text import clean

if TYPE_CHECKING:
    from kamerbrief.library.grep import Hit
    from kamerbrief.library.passages import MatchedPassage

HIT, CONTEXT, SEPARATOR = ":", "-", "--\n"
"""Stand between the fields of a hit, of a sentence of context, and between runs of sentences."""


def matched_passages_text(matched: Iterable[MatchedPassage], path: str) -> str:
    """Return the same text as `hits_text` for hits of which only place and text are known."""
    name, parts = clean(path), [part for part, _ in SIDES]
    return "".join(
        [line(name, number, factions, page, parts[side], text) for number, factions, side, page, text in matched]
    )


def hits_text(hits: Sequence[Hit], path: str) -> str:
    """Return the text that `hits_lines` shows."""
    name = clean(path)
    if not any(hit.before or hit.after for hit in hits):
        return "".join(line(name, hit.number, hit.factions, hit.page, hit.part, hit.text) for hit in hits)
    return SEPARATOR.join("".join(passage_line(one, name) for one in passage) for passage in passages(hits))


def passage_line(one: PassageLine, name: str) -> str:
    """Return the line of a hit or of a sentence of context."""
    hit, mark = one.hit, HIT if one.matched else CONTEXT
    return line(name, hit.number, hit.factions, hit.page, hit.part, one.text, mark)


def line(
    name: str, number: int, factions: tuple[str, ...], page: int | None, part: str, text: str, mark: str = HIT
) -> str:
    """Return a sentence after its location."""
    safe = text if text.isprintable() else clean(text)
    place = mark.join((name, str(number), askers(factions), page_name(page), part))
    return f"{place}{mark} {safe}".rstrip(" ") + "\n"


@cache
def askers(factions: tuple[str, ...]) -> str:
    """Return the factions of an exchange."""
    return clean(", ".join(factions))
