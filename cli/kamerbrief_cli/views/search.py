"""Exchanges that a search found, as text and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kamerbrief_cli.views.page_names import page_name
from kamerbrief_cli.views.safe_text import clean, json_text

if TYPE_CHECKING:
    from rich.console import Group, RenderableType

    from kamerbrief.library.search import FoundExchange


def head(one: FoundExchange) -> str:
    """Whose exchange it is, and where: id, exchange, date, factions, page, side."""
    fields = (f"{one.id}:{one.number}", one.date or "undated", ", ".join(one.factions), page_name(one.snippet.page))
    return clean("  ".join((*filter(None, fields), one.snippet.part)))


def found_text(found: Sequence[FoundExchange]) -> str:
    """For a pipe: two lines an exchange, what it is and the snippet."""
    return "".join(f"{head(one)}\n  {clean(one.snippet.text)}\n" for one in found)


def found_view(found: Sequence[FoundExchange]) -> Group:
    """For a terminal: the same with the letter's subject, wrapped, what matches in colour."""
    from rich.console import Group
    from rich.text import Text

    from kamerbrief_cli.views.measured_lines import indented
    from kamerbrief_cli.views.styles import HEADING, MATCH, QUIET

    views: list[RenderableType] = []
    for one in found:
        text = Text(clean(one.snippet.text))
        for start, end in one.snippet.spans:
            text.stylize(MATCH, start, end)
        views += [Text(head(one), HEADING), indented(Text(clean(one.subject or one.path), QUIET)), indented(text)]
    return Group(*views)


def found_json(found: Sequence[FoundExchange]) -> str:
    """An array with an object an exchange; spans count characters of the text."""
    objects = [one._asdict() | {"snippet": one.snippet._asdict()} for one in found]
    return json_text(objects, indent=1) + "\n"
