"""The options that select exchanges of a letter, and what they select."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief_cli.number_ranges import format_ranges, parse_labels, parse_numbers
from kamerbrief_cli.options import Exchanges, Label, Member, Party, Theme
from kamerbrief_cli.party_names import NothingThere, letter_factions

if TYPE_CHECKING:
    from kamerbrief.model import Letter


class ExchangeChoice(NamedTuple):
    """The options that select exchanges, as typed. An exchange must meet each option, by any of its values."""

    party: Party = None
    member: Member = None
    exchange: Exchanges = None
    label: Label = None
    theme: Theme = None

    def select_from(self, letter: Letter) -> Letter:
        """Return the letter with only the selected exchanges; the whole letter if no option was given.

        Raises BadNumbers if a number is not valid, UnknownFaction if there is no such faction, and NothingThere if
        the letter has no such exchange.
        """
        numbers, printed = parse_numbers(self.exchange), parse_labels(self.label)
        factions = letter_factions(letter, self.party) if self.party else ()
        members = tuple(name for typed in self.member or () for name in letter_members(letter, typed))
        if not (factions or members or numbers or printed or self.theme):
            return letter
        from kamerbrief.selection import select

        found = select(letter, factions=factions, members=members, numbers=numbers, labels=printed, theme=self.theme)
        if not found.exchanges:
            raise NothingThere(f"{letter.source.name}: no such exchange; {self.alternatives(letter, factions)}")
        return found

    def alternatives(self, letter: Letter, factions: Sequence[str]) -> str:
        """Say what the user can choose instead: headings, printed numbers or exchanges."""
        here = [one for one in letter.exchanges if not factions or set(factions) & set(one.factions)]
        whose = f" by {', '.join(factions)}" if factions else ""
        if self.theme:
            headings = [section.heading for section in letter.sections if section.heading and section.exchanges]
            return f"the letter's headings are: {'; '.join(headings)}" if headings else "the letter has no headings"
        if self.label:
            printed = [label for one in here for label in one.labels]
            return (
                f"printed numbers{whose}: {', '.join(printed)}" if printed else "its questions have no printed numbers"
            )
        return f"the letter has exchanges {format_ranges([one.number for one in here])}{whose}"


def letter_members(letter: Letter, name: str) -> tuple[str, ...]:
    """Return the members in the letter that a name means. Raises NothingThere if there are none."""
    from kamerbrief.selection import members_named

    found = members_named(letter, name)
    if not found:
        own = list(dict.fromkeys(member for one in letter.exchanges for member in one.members))
        others = f"members in this letter: {', '.join(own)}" if own else "it names no members who ask"
        raise NothingThere(f"{letter.source.name}: no questions by {name}; {others}")
    return found
