"""Read letters one by one with their findings, from files, folders and ids, or from the whole library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kamerbrief.errors import ExitCode, KamerbriefError
from kamerbrief_cli.letter_sources import NamedLetter, is_single, letters_at
from kamerbrief_cli.messages import complain
from kamerbrief_cli.party_names import canonical_names, letter_factions


@dataclass
class LetterStream:
    """The letters at some places, or in the whole library if there are none; what cannot be read is reported."""

    places: Sequence[str]
    party: Sequence[str] | None = None
    """Only exchanges that these factions ask."""
    password: str | None = None
    failed: bool = False
    """Whether a letter could not be read."""

    @property
    def several(self) -> bool:
        """Whether there may be more than one letter."""
        return not is_single(self.places)

    def __iter__(self) -> Iterator[NamedLetter]:
        """Iterate over the letters, each with its findings and only the exchanges that are asked for."""
        from kamerbrief.insight import completed
        from kamerbrief.selection import select

        factions = canonical_names(self.party) if self.several else ()
        for name, letter in letters_at(self.places, self.fail, password=self.password):
            chosen = factions if self.several else letter_factions(letter, self.party)
            yield NamedLetter(name, select(completed(letter), factions=chosen))

    def fail(self, error: KamerbriefError) -> None:
        """Print an error and remember it."""
        complain(error)
        self.failed = True

    def exit_code(self, *, found: bool) -> int:
        """Return the exit code, as that of grep: 2 after an error, else 0 if something was found and 1 if not."""
        return ExitCode.USAGE if self.failed else ExitCode.OK if found else ExitCode.NO_MATCH
