"""Read letters one by one, from paths and folders or from the library; what cannot be read is reported."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.errors import ExitCode, KamerbriefError
from kamerbrief_cli.letter_paths import find
from kamerbrief_cli.loading import read
from kamerbrief_cli.messages import complain
from kamerbrief_cli.party_names import canonical_names, letter_factions

if TYPE_CHECKING:
    from kamerbrief.model import Letter


class StreamedLetter(NamedTuple):
    """A letter with its path, or in the library the path where it was seen."""

    path: str
    letter: Letter


@dataclass
class LetterStream:
    """The letters at some places, or in the whole library if there are none, with their findings worked out."""

    places: Sequence[str] | None
    party: Sequence[str] | None = None
    """Only exchanges that these factions ask."""
    password: str | None = None
    failed: bool = False
    """Whether a letter could not be read."""

    @property
    def several(self) -> bool:
        """Whether there may be more than one letter."""
        places = self.places or ()
        return len(places) != 1 or os.path.isdir(places[0])  # noqa: PTH112

    def __iter__(self) -> Iterator[StreamedLetter]:
        """Iterate over the letters; an error with one of them is printed and the others follow."""
        factions = canonical_names(self.party) if self.several else ()
        for path in find(self.places, self.fail) if self.places else ():
            try:
                letter = read(path, self.password)
                chosen = factions if self.several else letter_factions(letter, self.party)
                yield StreamedLetter(path, self.prepared(letter, chosen))
            except KamerbriefError as error:
                self.fail(error)
        if not self.places:
            yield from self.in_library(factions)

    def in_library(self, factions: Sequence[str]) -> Iterator[StreamedLetter]:
        """Iterate over all letters of the library, the oldest first."""
        from kamerbrief_cli.library_actions import open_library

        library = open_library()
        for row in library.list_letters():
            yield StreamedLetter(row.path, self.prepared(library.letter(row.sha256), factions))

    def prepared(self, letter: Letter, factions: Sequence[str]) -> Letter:
        """Return the letter with its findings, which one that was stored long ago may lack, and only these factions."""
        from kamerbrief.insight import with_insight
        from kamerbrief.selection import select

        known = all(one.commitments is not None and one.citations is not None for one in letter.exchanges)
        return select(letter if known else with_insight(letter), factions=factions)

    def fail(self, error: KamerbriefError) -> None:
        """Print an error and remember it, unless it only says that nothing was found."""
        complain(error)
        self.failed |= error.exit_code != ExitCode.NO_MATCH

    def exit_code(self, *, found: bool) -> int:
        """Return the exit code, as that of grep: 2 after an error, else 0 if something was found and 1 if not."""
        return ExitCode.USAGE if self.failed else ExitCode.OK if found else ExitCode.NO_MATCH
