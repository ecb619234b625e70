"""Factions as a user names them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kamerbrief.errors import ExitCode, KamerbriefError
from kamerbrief_cli.messages import complain

if TYPE_CHECKING:
    from kamerbrief.model import Letter


class NothingThere(KamerbriefError):
    """The letter was read, and has nothing of what was asked for."""

    exit_code = ExitCode.NO_MATCH


def names() -> tuple[str, ...]:
    """All canonical faction names."""
    from kamerbrief.factions import all_factions

    return tuple(faction.name for faction in all_factions())


def known(parties: Sequence[str] | None) -> tuple[str, ...]:
    """The canonical names that these words mean in any letter; UnknownFaction where one means none."""
    if not parties:
        return ()
    from kamerbrief.factions import resolve

    return tuple(dict.fromkeys(name for party in parties for name in resolve(party)))


def asked(letter: Letter, parties: Sequence[str] | None) -> tuple[str, ...]:
    """The letter's own factions that these words mean.

    UnknownFaction where a word means no faction; NothingThere where none of them asks in this letter.
    """
    from kamerbrief.factions import asked_by, resolve

    own = asked_by(letter)
    found = {party: [name for name in resolve(party, own) if name in own] for party in parties or ()}
    absent = [party for party, here in found.items() if not here]
    if absent and len(absent) == len(found):
        raise NothingThere(absence(letter, absent, own))
    if absent:
        complain(absence(letter, absent, own))
    return tuple(dict.fromkeys(name for here in found.values() for name in here))


def absence(letter: Letter, absent: Sequence[str], own: Sequence[str]) -> str:
    """Who asks nothing in the letter, and who does."""
    from kamerbrief.factions import resolve

    who = ", ".join(resolve(party, own)[0] for party in absent)
    others = f"factions in this letter: {', '.join(own)}" if own else "it names no factions"
    return f"{letter.source.name}: no questions by {who}; {others}"
