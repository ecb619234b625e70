"""Find the factions that a user means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kamerbrief.errors import ExitCode, KamerbriefError
from kamerbrief_cli.messages import complain

if TYPE_CHECKING:
    from kamerbrief.model import Letter


class NothingThere(KamerbriefError):
    """The letter was read, but has nothing of what was asked for."""

    exit_code = ExitCode.NO_MATCH


def all_names() -> tuple[str, ...]:
    """Return all canonical faction names."""
    from kamerbrief.factions import all_factions

    return tuple(faction.name for faction in all_factions())


def canonical_names(parties: Sequence[str] | None) -> tuple[str, ...]:
    """Return the canonical names that these words mean in any letter. Raises UnknownFaction."""
    if not parties:
        return ()
    from kamerbrief.factions import resolve

    return tuple(dict.fromkeys(name for party in parties for name in resolve(party)))


def letter_factions(letter: Letter, parties: Sequence[str] | None) -> tuple[str, ...]:
    """Return the factions of the letter that these words mean.

    Raises UnknownFaction if a word means no faction, and NothingThere if none of them asks anything in this letter.
    """
    from kamerbrief.factions import asked_by, resolve

    own = asked_by(letter)
    found = {party: [name for name in resolve(party, own) if name in own] for party in parties or ()}
    absent = [party for party, here in found.items() if not here]
    if absent and len(absent) == len(found):
        raise NothingThere(absence_message(letter, absent, own))
    if absent:
        complain(absence_message(letter, absent, own))
    return tuple(dict.fromkeys(name for here in found.values() for name in here))


def absence_message(letter: Letter, absent: Sequence[str], own: Sequence[str]) -> str:
    """Say which factions ask nothing in the letter, and which do."""
    from kamerbrief.factions import resolve

    who = ", ".join(resolve(party, own)[0] for party in absent)
    others = f"factions in this letter: {', '.join(own)}" if own else "it names no factions"
    return f"{letter.source.name}: no questions by {who}; {others}"
