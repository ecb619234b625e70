"""The options of `show` that go by what was found in the exchanges: references, and questions without an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief_cli.party_names import NothingThere

if TYPE_CHECKING:
    from rich.console import RenderableType

    from kamerbrief.model import Exchange, Letter


class FindingsChoice(NamedTuple):
    """The options as given."""

    follow: bool = False
    """Show the answers that an answer points to."""
    refers: bool = False
    """Only answers that do nothing but point to others."""
    unanswered: bool = False
    """Only exchanges with a question that is left open."""

    def prepare(self, letter: Letter) -> Letter:
        """Return the letter with its findings, if any option needs them."""
        if not any(self):
            return letter
        from kamerbrief.insight import completed

        return completed(letter)

    def select_from(self, letter: Letter) -> Letter:
        """Return the letter with only the exchanges that these options ask for. Raises NothingThere if none are."""
        if not (self.refers or self.unanswered):
            return letter
        from kamerbrief.selection import select_by

        found = select_by(letter, self.wanted)
        if not found.exchanges:
            raise NothingThere(f"{letter.source.name}: {self.absence()}")
        return found

    def wanted(self, exchange: Exchange) -> bool:
        """Tell whether an exchange is one that these options ask for."""
        from kamerbrief.insight.open_questions import only_refers, open_questions

        return (not self.refers or only_refers(exchange)) and (not self.unanswered or bool(open_questions(exchange)))

    def absence(self) -> str:
        """Say what was not found."""
        if not self.unanswered:
            return "no answer was found that does nothing but point to another"
        return "every question seems to be answered, or it is not certain"

    def beneath(self, letter: Letter) -> Callable[[Exchange], Iterator[RenderableType]]:
        """Return a function that yields what is to stand beneath an exchange."""

        def views(exchange: Exchange) -> Iterator[RenderableType]:
            from kamerbrief.insight.open_questions import targets
            from kamerbrief_cli.views.findings import followed_view, open_questions_view

            if self.follow:
                for target in targets(letter, exchange):
                    yield from followed_view(target)
            if self.unanswered:
                yield from open_questions_view(exchange)

        return views
