"""A search over letters: one that cannot be read is reported and the rest goes on."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamerbrief.errors import ExitCode, KamerbriefError
from kamerbrief_cli.letter_paths import find
from kamerbrief_cli.loading import read
from kamerbrief_cli.messages import complain
from kamerbrief_cli.party_names import asked, known

if TYPE_CHECKING:
    from kamerbrief.library.grep import Hit, Query

Report = Callable[["Iterable[Hit]", str, bool], bool]
"""Prints a letter's hits, given its path and whether it is one of several; whether there are any."""

ERROR = ExitCode.USAGE
"""As grep's: any error is 2."""


@dataclass
class GrepRun:
    """What is searched for, and what became of it so far."""

    query: Callable[..., Query]
    """All of it but the factions, which for a single letter are known once it is read."""
    party: Sequence[str] | None
    password: str | None
    report: Report
    stop_early: bool = False
    factions: tuple[str, ...] = ()
    failed: bool = False
    matched: bool = False

    def run(self, places: Sequence[str]) -> int:
        """Search everything; the exit code as grep's."""
        several = len(places) > 1 or os.path.isdir(places[0])  # noqa: PTH112
        try:
            self.check(several)
        except KamerbriefError as error:
            self.fail(error)
            return ERROR
        for path in find(places, self.fail):
            self.attempt(path, several)
            if self.matched and self.stop_early:
                return ExitCode.OK
        return ERROR if self.failed else ExitCode.OK if self.matched else ExitCode.NO_MATCH

    def run_library(self) -> int:
        """Search the whole library; the exit code as grep's."""
        try:
            self.check(several=True)
            self.scan()
        except KamerbriefError as error:
            self.fail(error)
        return ERROR if self.failed else ExitCode.OK if self.matched else ExitCode.NO_MATCH

    def scan(self) -> None:
        """Report what every letter of the library has."""
        from kamerbrief.library.grep import compile_query
        from kamerbrief.library.regex_search import scan
        from kamerbrief_cli.library_actions import opened

        for path, hits in scan(opened(), compile_query(self.query(factions=self.factions))):
            self.matched |= self.report(hits, path, True)
            if self.matched and self.stop_early:
                return

    def check(self, several: bool) -> None:
        """Fail before any letter is read; of a single one the factions are known only then."""
        from kamerbrief.library.grep import compile_query

        compile_query(self.query())
        if several:
            self.factions = known(self.party)

    def attempt(self, path: str, several: bool) -> None:
        """Search one letter."""
        try:
            self.one(path, several)
        except KamerbriefError as error:
            self.fail(error)

    def one(self, path: str, several: bool) -> None:
        """Read a letter and report what is in it."""
        from kamerbrief.library.grep import compile_query, hits

        letter = read(path, self.password)
        factions = self.factions if several else asked(letter, self.party)
        found = hits(letter, compile_query(self.query(factions=factions)))
        self.matched |= self.report(found, path, several)

    def fail(self, error: KamerbriefError) -> None:
        """Say what went wrong; finding nothing is no failure."""
        complain(error)
        self.failed |= error.exit_code != ExitCode.NO_MATCH
