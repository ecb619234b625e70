"""Select part of a letter: the exchanges of some factions or members, with some numbers, or under a heading."""

from __future__ import annotations

from collections.abc import Callable, Collection

import msgspec

from kamerbrief.case_folding import fold_name
from kamerbrief.model import Exchange, Letter, Section


def select(
    letter: Letter,
    *,
    factions: Collection[str] = (),
    members: Collection[str] = (),
    numbers: Collection[int] = (),
    labels: Collection[str] = (),
    theme: str | None = None,
) -> Letter:
    """Return the letter with only the exchanges that match every criterion given. Numbers do not change.

    Factions and members are canonical names, of which any one is enough; labels are printed numbers; a theme is part of
    a heading, or of a heading above it, in any case. Sections without exchanges are left out.

    >>> from kamerbrief import read_letter, select
    >>> [one.number for one in select(read_letter("samples/fietspont.pdf"), labels=["4"]).exchanges]
    [3]
    """

    def matches(exchange: Exchange) -> bool:
        return (
            (not factions or any(name in factions for name in exchange.factions))
            and (not members or any(name in members for name in exchange.members))
            and (not numbers or exchange.number in numbers)
            and (not labels or any(label in labels for label in exchange.labels))
        )

    if not (factions or members or numbers or labels or theme):
        return letter
    under = tuple(section for section in letter.sections if theme is None or is_under(section, theme))
    return select_by(msgspec.structs.replace(letter, sections=under), matches)


def select_by(letter: Letter, matches: Callable[[Exchange], bool]) -> Letter:
    """Return the letter with only the exchanges for which a function is true; sections without any are left out."""
    kept = [
        msgspec.structs.replace(section, exchanges=tuple(filter(matches, section.exchanges)))
        for section in letter.sections
    ]
    return msgspec.structs.replace(letter, sections=tuple(section for section in kept if section.exchanges))


def is_under(section: Section, theme: str) -> bool:
    """Tell whether a section's heading, or one above it, contains the words of a theme."""
    words = theme.casefold()
    return any(words in heading.casefold() for heading in (section.heading, *section.parents))


def members_named(letter: Letter, name: str) -> tuple[str, ...]:
    """Return the letter's members that a user means by a name: "nispen" means Van Nispen."""
    found = dict.fromkeys(member for exchange in letter.exchanges for member in exchange.members)
    wanted = fold_name(name)
    exact = tuple(member for member in found if fold_name(member) == wanted)
    return exact or tuple(member for member in found if wanted and wanted in fold_name(member))
