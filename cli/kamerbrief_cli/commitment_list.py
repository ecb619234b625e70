"""Run `commitments`: gather what the letters undertake, choose and sort it, and print it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.errors import BadSearch
from kamerbrief_cli.letter_stream import LetterStream
from kamerbrief_cli.terminal import emit, is_plain, write

if TYPE_CHECKING:
    from kamerbrief.model import Commitment, Exchange, Letter
    from kamerbrief_cli.letter_sources import NamedLetter

PERIOD = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
"""A year, a month or a day."""
SORTS_LAST = "~"
"""Sorts after every date that starts with the text before it."""


class ListedCommitment(NamedTuple):
    """A commitment with its letter and exchange."""

    name: str
    """The path of the letter, or its id in the library."""
    letter: Letter
    exchange: Exchange
    commitment: Commitment


@dataclass(frozen=True)
class CommitmentList:
    """Which commitments to list."""

    due: str | None = None
    """Only those that should have been done by the end of this year, month or day."""
    firm_only: bool = False

    def run(
        self, places: Sequence[str] | None, *, party: Sequence[str] | None, password: str | None, json: bool
    ) -> int:
        """Print the commitments of letters, folders or the library; return the exit code.

        Raises BadSearch if the date is not one.
        """
        if self.due and not PERIOD.fullmatch(self.due):
            raise BadSearch(f"'{self.due}' is not a date; write 2025, 2025-07 or 2025-07-01")
        stream = LetterStream(places or [], party, password)
        found = self.chosen(one for named in stream for one in commitments_of(named))
        show(found, json=json, several=stream.several)
        return stream.exit_code(found=bool(found))

    def chosen(self, found: Iterable[ListedCommitment]) -> list[ListedCommitment]:
        """Return those that are asked for, with --due the earliest first."""
        kept = [one for one in found if self.is_chosen(one.commitment)]
        return sorted(kept, key=lambda one: one.commitment.due_to or "") if self.due else kept

    def is_chosen(self, commitment: Commitment) -> bool:
        """Tell whether a commitment is asked for."""
        if self.firm_only and commitment.strength == "weak":
            return False
        return not self.due or (commitment.due_to is not None and commitment.due_to <= self.due + SORTS_LAST)


def commitments_of(named: NamedLetter) -> Iterator[ListedCommitment]:
    """Yield the commitments of a letter, in its order."""
    for exchange in named.letter.exchanges:
        for commitment in exchange.commitments or ():
            yield ListedCommitment(*named, exchange, commitment)


def show(found: Sequence[ListedCommitment], *, json: bool, several: bool) -> None:
    """Print commitments as JSON, as plain lines in a pipe, or in colour on a terminal."""
    from kamerbrief_cli.views.commitments import commitments_json, commitments_text, commitments_view

    if json:
        write(commitments_json(found))
    elif is_plain():
        write(commitments_text(found, several=several))
    elif found:
        emit(commitments_view(found, several=several), pager=True)
