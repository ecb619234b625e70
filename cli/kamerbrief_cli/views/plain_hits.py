"""Hits for a pipe as plain text, made without Rich: a search of many letters has many."""

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
    from kamerbrief.library.passages import Spot

HIT, CONTEXT, GROUP = ":", "-", "--\n"


def spots_text(spots: Iterable[Spot], path: str) -> str:
    """What `hits_text` shows of hits without context."""
    name, parts = clean(path), [part for part, _ in SIDES]
    return "".join(
        [line(name, number, factions, page, parts[side], text) for number, factions, side, page, text in spots]
    )


def hits_text(hits: Sequence[Hit], path: str) -> str:
    """What `hits_lines` shows, as text."""
    name = clean(path)
    if not any(hit.before or hit.after for hit in hits):
        return "".join(line(name, hit.number, hit.factions, hit.page, hit.part, hit.text) for hit in hits)
    return GROUP.join("".join(passage_line(one, name) for one in passage) for passage in passages(hits))


def passage_line(one: PassageLine, name: str) -> str:
    """A hit, or a sentence of context."""
    hit, mark = one.hit, HIT if one.matched else CONTEXT
    return line(name, hit.number, hit.factions, hit.page, hit.part, one.text, mark)


def line(
    name: str, number: int, factions: tuple[str, ...], page: int | None, part: str, text: str, mark: str = HIT
) -> str:
    """A sentence behind its place."""
    shown = text if text.isprintable() else clean(text)
    return (
        f"{name}{mark}{number}{mark}{askers(factions)}{mark}{page_name(page)}{mark}{part}{mark} {shown}".rstrip(" ")
        + "\n"
    )


@cache
def askers(factions: tuple[str, ...]) -> str:
    """The factions of an exchange."""
    return clean(", ".join(factions))
