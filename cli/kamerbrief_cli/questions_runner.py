"""Run `questions`: list what is asked in one letter, in several, or in the library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamerbrief.errors import ExitCode, KamerbriefError, UnknownFaction
from kamerbrief_cli.exchange_choice import ExchangeChoice
from kamerbrief_cli.letter_sources import NamedLetter, is_single, letters_at
from kamerbrief_cli.messages import complain
from kamerbrief_cli.party_names import NothingThere, canonical_names

if TYPE_CHECKING:
    from kamerbrief.model import Letter
    from kamerbrief_cli.question_rows import QuestionRow


@dataclass
class QuestionsRun:
    """One run: what to list of each letter, and whether any letter could not be read."""

    choice: ExchangeChoice
    unanswered: bool = False
    password: str | None = None
    genre: str | None = None
    failed: bool = False

    def rows(self, places: Sequence[str]) -> Iterator[list[QuestionRow]]:
        """Yield the rows of each letter that has any.

        With a single letter raises what reading it raises, and NothingThere; else such letters are passed over.
        """
        if is_single(places):
            from kamerbrief_cli.loading import read

            found = self.rows_of(NamedLetter(places[0], read(places[0], self.password, self.genre)))
            if self.unanswered and not found:
                raise NothingThere(f"{places[0]}: every question seems to be answered, or it is not certain")
            yield found
            return
        canonical_names(self.choice.party)  # so that a name that means no faction is reported once
        for named in letters_at(places, self.fail, password=self.password, genre=self.genre):
            try:
                found = self.rows_of(named)
            except (NothingThere, UnknownFaction):
                continue
            if found:
                yield found

    def rows_of(self, named: NamedLetter) -> list[QuestionRow]:
        """Return the rows of the chosen exchanges of a letter."""
        from kamerbrief.insight import completed
        from kamerbrief_cli.question_rows import open_rows, question_rows

        letter: Letter = self.choice.select_from(completed(named.letter))
        return list((open_rows if self.unanswered else question_rows)(letter, named.name))

    def fail(self, error: KamerbriefError) -> None:
        """Print an error and remember it."""
        complain(error)
        self.failed = True

    def exit_code(self, *, found: bool) -> int:
        """Return the exit code: an error, as that of grep; nothing found; or success."""
        if self.failed:
            return ExitCode.USAGE
        return ExitCode.OK if found or not self.unanswered else ExitCode.NO_MATCH
