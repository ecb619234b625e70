"""Part of a letter: the exchanges of some factions or members, or of some numbers."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from kamerbrief.model import Exchange, Letter


def select(
    letter: Letter,
    *,
    factions: Collection[str] = (),
    members: Collection[str] = (),
    numbers: Collection[int] = (),
) -> Letter:
    """The letter with only the exchanges that match every criterion given; their numbers stay.

    Factions and members are canonical names, any of which suffices. Sections left without exchanges go.
    """

    def wanted(exchange: Exchange) -> bool:
        return (
            (not factions or any(name in factions for name in exchange.factions))
            and (not members or any(name in members for name in exchange.members))
            and (not numbers or exchange.number in numbers)
        )

    if not (factions or members or numbers):
        return letter
    kept = [
        msgspec.structs.replace(section, exchanges=tuple(filter(wanted, section.exchanges)))
        for section in letter.sections
    ]
    return msgspec.structs.replace(letter, sections=tuple(section for section in kept if section.exchanges))
