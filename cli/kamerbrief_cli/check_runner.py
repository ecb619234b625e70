"""Run `check`: review the letters at some places, and keep the decisions about one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.errors import ExitCode, KamerbriefError
from kamerbrief_cli.letter_paths import find
from kamerbrief_cli.letter_sources import is_single
from kamerbrief_cli.loading import STDIN, is_library_id
from kamerbrief_cli.messages import complain

if TYPE_CHECKING:
    from kamerbrief.review import Review


class OneLetter(KamerbriefError):
    """An option needs the file of a single letter; exit code USAGE."""


class NamedReview(NamedTuple):
    """The review of a letter, with the path of the letter."""

    path: str
    review: Review


@dataclass
class CheckRun:
    """One run: how to read the letters, and whether any could not be read."""

    password: str | None = None
    genre: str | None = None
    failed: bool = False

    def reviews(self, places: Sequence[str], choices: Sequence[str] = ()) -> Iterator[NamedReview]:
        """Yield the review of each letter, that of the only letter with these choices decided.

        With a single letter raises what reading it raises; else such letters are reported and passed over.
        """
        from kamerbrief.review import review

        if choices or is_single(places):
            yield self.only(places, choices)
            return
        for path in find(places, self.fail):
            try:
                yield NamedReview(path, review(path, password=self.password, genre=self.genre))
            except KamerbriefError as error:
                self.fail(error)

    def only(self, places: Sequence[str], choices: Sequence[str]) -> NamedReview:
        """Return the review of the only letter. Raises OneLetter where there are several, or no file to decide on."""
        from kamerbrief.review import decide, review

        if not is_single(places) or (choices and places[0] == STDIN):
            raise OneLetter("--set and --gold need the path of one letter")
        path = places[0]
        if is_library_id(path):
            raise OneLetter(f"{path}: check reads files; see kamerbrief library info {path} for the path of its file")
        if choices:
            if self.genre:
                raise OneLetter("--set does not go with --genre; decide the genre with --set genre=NAME")
            return NamedReview(path, decide(path, choices, password=self.password))
        return NamedReview(path, review(path, password=self.password, genre=self.genre))

    def gold(self, places: Sequence[str], choices: Sequence[str]) -> str:
        """Return the only letter as gold."""
        from kamerbrief.export.gold import export

        return export(self.only(places, choices).review.letter)

    def fail(self, error: KamerbriefError) -> None:
        """Print an error and remember it."""
        complain(error)
        self.failed = True

    def exit_code(self, reviews: Sequence[NamedReview]) -> int:
        """Return the exit code: after an error, or whether something is uncertain."""
        if self.failed:
            return ExitCode.USAGE
        return ExitCode.NO_MATCH if any(one.review.doubts for one in reviews) else ExitCode.OK
