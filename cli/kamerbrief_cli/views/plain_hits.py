"""Hits for a pipe as plain text, made without Rich: a search of many letters has many."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from kamerbrief_cli.views.passages import Line, passages
from kamerbrief_cli.views.safe import clean

if TYPE_CHECKING:
    from kamerbrief.library.grep import Hit

HIT, CONTEXT, GROUP = ":", "-", "--\n"


def hits_text(hits: Sequence[Hit], path: str) -> str:
    """What `hits_lines` shows, as text."""
    name = clean(path)
    if not any(hit.before or hit.after for hit in hits):
        return "".join(line(hit, hit.text, name, HIT) for hit in hits)
    return GROUP.join("".join(passage_line(one, name) for one in passage) for passage in passages(hits))


def passage_line(one: Line, name: str) -> str:
    """A hit, or a sentence of context."""
    return line(one.hit, one.text, name, HIT if one.matched else CONTEXT)


def line(hit: Hit, text: str, name: str, mark: str) -> str:
    """A sentence behind its place."""
    place = mark.join((name, str(hit.number), askers(hit.factions), f"p. {hit.page}", hit.part))
    return f"{place}{mark} {clean(text)}".rstrip(" ") + "\n"


@cache
def askers(factions: tuple[str, ...]) -> str:
    """The factions of an exchange."""
    return clean(", ".join(factions))
