"""The part of a letter that a user asks for: by faction, member, exchange, printed number or theme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief_cli.number_ranges import chosen, labels, spans
from kamerbrief_cli.party_names import NothingThere, asked

if TYPE_CHECKING:
    from kamerbrief.model import Letter


class ExchangeChoice(NamedTuple):
    """What was typed; all of it must hold, of each any suffices."""

    party: Sequence[str] | None = None
    member: Sequence[str] | None = None
    exchange: Sequence[str] | None = None
    label: Sequence[str] | None = None
    theme: str | None = None

    def of(self, letter: Letter) -> Letter:
        """The letter with only what was asked for; all of it where nothing was.

        BadNumbers where a number is none; NothingThere where the letter has nothing of it.
        """
        numbers, printed = chosen(self.exchange), labels(self.label)
        factions = asked(letter, self.party) if self.party else ()
        members = tuple(name for typed in self.member or () for name in named(letter, typed))
        if not (factions or members or numbers or printed or self.theme):
            return letter
        from kamerbrief.selection import select

        found = select(letter, factions=factions, members=members, numbers=numbers, labels=printed, theme=self.theme)
        if not found.exchanges:
            raise NothingThere(f"{letter.source.name}: no such exchange; {self.offer(letter, factions)}")
        return found

    def offer(self, letter: Letter, factions: Sequence[str]) -> str:
        """What there is to choose from."""
        here = [one for one in letter.exchanges if not factions or set(factions) & set(one.factions)]
        whose = f" by {', '.join(factions)}" if factions else ""
        if self.theme:
            themes = [section.heading for section in letter.sections if section.heading and section.exchanges]
            return f"its headings: {'; '.join(themes)}" if themes else "it has no headings"
        if self.label:
            printed = [label for one in here for label in one.labels]
            return (
                f"printed numbers{whose}: {', '.join(printed)}" if printed else "its questions have no printed numbers"
            )
        return f"the letter has {spans([one.number for one in here])}{whose}"


def named(letter: Letter, name: str) -> tuple[str, ...]:
    """The letter's own members that a name means; NothingThere where it means none."""
    from kamerbrief.selection import members_named

    found = members_named(letter, name)
    if not found:
        own = list(dict.fromkeys(member for one in letter.exchanges for member in one.members))
        others = f"members in this letter: {', '.join(own)}" if own else "it names no members who ask"
        raise NothingThere(f"{letter.source.name}: no questions by {name}; {others}")
    return found
