"""Show the header of a letter: subject, sender, date and so on, as far as the letter gives them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from kamerbrief.model import Letter, Signatory
from kamerbrief_cli.views.measured_lines import Hanging
from kamerbrief_cli.views.safe_text import clean
from kamerbrief_cli.views.styles import HEADING, MEASURE, QUIET

if TYPE_CHECKING:
    from rich.table import Table

LABEL_WIDTH = 11
"""Columns for the labels in a pipe."""


class HeaderView:
    """The header of a letter: a panel on a terminal, plain lines in a pipe."""

    def __init__(self, letter: Letter) -> None:
        self.subject = Text(clean(letter.subject or letter.source.name), style=HEADING)
        self.fields = list(fields(letter))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if console.is_terminal:
            from rich.panel import Panel

            yield Panel(self.grid(), width=min(options.max_width, MEASURE), border_style=QUIET)
        else:
            yield Hanging(self.subject, Text(""))
            for label, value in self.fields:
                yield Hanging(Text(value), Text(f"{label:<{LABEL_WIDTH}}"))

    def grid(self) -> Table:
        """Return a grid with the subject, and the fields in two columns below it."""
        from rich.table import Table

        outer, inner = Table.grid(), Table.grid(padding=(0, 1))
        inner.add_column(style=QUIET)
        inner.add_column(overflow="fold")
        for label, value in self.fields:
            inner.add_row(Text(label), Text(value))
        outer.add_row(self.subject)
        outer.add_row(inner)
        return outer


def fields(letter: Letter) -> Iterator[tuple[str, str]]:
    """Yield the label and the value of every known field."""
    known = {
        "From": "; ".join(signed(one) for one in letter.signatories),
        "Department": ", ".join(letter.department),
        "To": letter.chamber,
        "Date": letter.date,
        "Asked": ", ".join(filter(None, (letter.asked, asked_by(letter)))),
        "Reference": letter.reference,
        "Genre": letter.genre,
        "Contents": contents(letter),
        "File": letter.source.name if letter.subject else None,
    }
    return ((label, clean(value)) for label, value in known.items() if value)


def asked_by(letter: Letter) -> str:
    """Return the members who ask, if they ask all questions."""
    members = {exchange.members for exchange in letter.exchanges}
    return ", ".join(members.pop()) if len(members) == 1 else ""


def signed(signatory: Signatory) -> str:
    """Return who signs, such as `De Staatssecretaris van Justitie en Veiligheid, Ankie Broekers-Knol`."""
    return ", ".join(part for part in (signatory.role, signatory.name) if part)


def contents(letter: Letter) -> str:
    """Say how many exchanges, factions and pages the letter has."""
    factions = {faction for exchange in letter.exchanges for faction in exchange.factions}
    counts = [(len(letter.exchanges), "exchange"), (len(factions), "faction"), (letter.source.pages or 0, "page")]
    return ", ".join(counted(count, noun) for count, noun in counts if count)


def counted(count: int, noun: str) -> str:
    """Format a count, such as `1 page` or `2 pages`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
