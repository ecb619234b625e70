"""Show a letter for reading, by section and exchange."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from kamerbrief.model import Exchange, Letter, Section, Warning
from kamerbrief_cli.views.exchange import Side, exchange_view, notes_view
from kamerbrief_cli.views.header import HeaderView
from kamerbrief_cli.views.measured_lines import Hanging, indented
from kamerbrief_cli.views.safe_text import clean
from kamerbrief_cli.views.styles import CAUTION, HEADING

Beneath = Callable[[Exchange], Iterable[RenderableType]]
"""What is to stand beneath an exchange."""


def letter_view(
    letter: Letter,
    *,
    of: Letter | None = None,
    only: Side | None = None,
    beneath: Beneath = lambda _: (),
) -> Group:
    """Return the view of a letter.

    If it is part of another letter (`of`), it has the header of the whole one and no introduction. `only`: one half of
    each exchange. `beneath`: what to show beneath each.
    """
    whole = of or letter
    return Group(
        HeaderView(whole),
        *(introduction_view(letter) if letter is whole and only is None else ()),
        *(view for section in letter.sections for view in section_view(section, only, beneath)),
        *warnings_view(letter.warnings if letter is whole else warnings_about(letter)),
    )


def introduction_view(letter: Letter) -> Iterator[RenderableType]:
    """Yield the paragraphs before the first heading, and their footnotes."""
    for paragraph in letter.introduction:
        yield Text("")
        yield indented(Text(clean(paragraph)))
    yield from notes_view(letter.footnotes, 0)


def section_view(section: Section, only: Side | None, beneath: Beneath) -> Iterator[RenderableType]:
    """Yield the heading as printed, and the exchanges under it."""
    if section.heading:
        yield Text("")
        yield Hanging(Text(clean(section.heading), style=HEADING), Text(""))
    for exchange in section.exchanges:
        yield exchange_view(exchange, only, beneath=beneath(exchange))


def warnings_view(warnings: Sequence[Warning]) -> Iterator[RenderableType]:
    """Yield the warnings of the parser."""
    if warnings:
        yield Text("")
        yield Text("Not certain", style=f"bold {CAUTION}")
    for warning in warnings:
        yield Hanging(Text(clean(warning.message)), Text("  ! ", style=CAUTION), Text("    "))


def warnings_about(letter: Letter) -> list[Warning]:
    """Return the warnings about the letter's exchanges, and about pages on which they stand."""
    numbers = {exchange.number for exchange in letter.exchanges}
    pages = {page for one in letter.exchanges if one.pages for page in range(one.pages[0], one.pages[1] + 1)}
    return [
        warning
        for warning in letter.warnings
        if (warning.page in {None, *pages} if warning.exchange is None else warning.exchange in numbers)
    ]
