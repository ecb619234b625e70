"""Run `grep`: search letters one by one; a letter that cannot be read is reported and the search continues."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamerbrief.errors import ExitCode, KamerbriefError, SlowPattern, unexpected
from kamerbrief_cli.letter_paths import find
from kamerbrief_cli.loading import read
from kamerbrief_cli.messages import complain
from kamerbrief_cli.party_names import canonical_names, letter_factions

if TYPE_CHECKING:
    from kamerbrief.library.grep import FoundInLetter, Query

Report = Callable[["FoundInLetter", str, bool], bool]
"""Print the hits in a letter, given its path and whether it is one of several; return whether there are any."""

ERROR = ExitCode.USAGE
"""The exit code after any error, as that of grep."""


@dataclass
class GrepRun:
    """One search: what to search for, and the results so far."""

    query: Callable[..., Query]
    """Makes the query, given the factions, which for a single letter are known only after it is read."""
    party: Sequence[str] | None
    password: str | None
    report: Report
    stop_early: bool = False
    """Whether to stop at the first letter with a hit."""
    factions: tuple[str, ...] = ()
    failed: bool = False
    matched: bool = False
    path: str = ""
    """The path of the letter that is being searched."""

    def run(self, places: Sequence[str]) -> int:
        """Search letters and folders; return the exit code, as that of grep."""
        several = len(places) > 1 or os.path.isdir(places[0])  # noqa: PTH112
        try:
            self.check(several)
        except KamerbriefError as error:
            self.fail(error)
            return ERROR
        for path in find(places, self.fail):
            self.search_or_report(path, several)
            if self.matched and self.stop_early:
                return ExitCode.OK
        return self.exit_code()

    def run_library(self) -> int:
        """Search the whole library; return the exit code, as that of grep."""
        try:
            self.check(several=True)
            self.search_library()
        except KamerbriefError as error:
            self.fail(error)
        return self.exit_code()

    def exit_code(self) -> int:
        """Return the exit code for the results so far."""
        return ERROR if self.failed else ExitCode.OK if self.matched else ExitCode.NO_MATCH

    def search_library(self) -> None:
        """Report the hits in every letter of the library."""
        from kamerbrief.library.grep import compile_query
        from kamerbrief.library.regex_search import scan
        from kamerbrief_cli.library_actions import open_library

        library = open_library()
        query = compile_query(self.query(factions=self.factions), self.too_slow)
        for self.path, found in scan(library, query):
            self.matched |= self.report(found, self.path, True)
            if self.matched and self.stop_early:
                return
        self.failed |= library.damage.count > 0

    def check(self, several: bool) -> None:
        """Raise an error in the pattern or the factions before any letter is read.

        With a single letter the factions are checked later, because it may have factions that are not known.
        """
        from kamerbrief.library.grep import compile_query

        compile_query(self.query())
        if several:
            self.factions = canonical_names(self.party)

    def search_or_report(self, path: str, several: bool) -> None:
        """Search one letter; report an error and go on."""
        self.path = path
        try:
            self.search_letter(path, several)
        except KamerbriefError as error:
            self.fail(error)
        except OSError:  # standard output cannot be written
            raise
        except Exception as error:  # a fault of kamerbrief, which must not stop the other letters
            self.fail(unexpected(error, path))

    def search_letter(self, path: str, several: bool) -> None:
        """Read a letter and report the hits in it."""
        from kamerbrief.library.grep import ParsedLetterHits, compile_query

        letter = read(path, self.password)
        factions = self.factions if several else letter_factions(letter, self.party)
        found = ParsedLetterHits(letter, compile_query(self.query(factions=factions), self.too_slow))
        self.matched |= self.report(found, path, several)

    def too_slow(self, _name: str, why: str) -> None:
        """Report what was left out of the letter that is being searched."""
        self.fail(SlowPattern(f"{self.path}: {why}"))

    def fail(self, error: KamerbriefError) -> None:
        """Print an error and remember it, unless it only says that nothing was found."""
        complain(error)
        self.failed |= error.exit_code != ExitCode.NO_MATCH
