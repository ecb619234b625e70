"""Show the exchanges that `search` found, as text and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kamerbrief_cli.views.page_names import page_name
from kamerbrief_cli.views.safe_text import clean, json_text

if TYPE_CHECKING:
    from rich.console import Group, RenderableType

    from kamerbrief.library.search import FoundExchange


def head(one: FoundExchange) -> str:
    """Return the id, number, date, factions, page and side of an exchange as one line."""
    fields = (f"{one.id}:{one.number}", one.date or "undated", ", ".join(one.factions), page_name(one.snippet.page))
    return clean("  ".join((*filter(None, fields), one.snippet.part)))


def exchanges_text(exchanges: Sequence[FoundExchange]) -> str:
    """Return two lines for each exchange, for a pipe: its head and the snippet."""
    return "".join(f"{head(one)}\n  {clean(one.snippet.text)}\n" for one in exchanges)


def exchanges_view(exchanges: Sequence[FoundExchange]) -> Group:
    """Return a view for a terminal, with the letter's subject and the matches in colour."""
    from rich.console import Group
    from rich.text import Text

    from kamerbrief_cli.views.measured_lines import indented
    from kamerbrief_cli.views.styles import HEADING, MATCH, QUIET

    views: list[RenderableType] = []
    for one in exchanges:
        text = Text(clean(one.snippet.text))
        for start, end in one.snippet.spans:
            text.stylize(MATCH, start, end)
        views += [Text(head(one), HEADING), indented(Text(clean(one.subject or one.path), QUIET)), indented(text)]
    return Group(*views)


def exchanges_json(exchanges: Sequence[FoundExchange]) -> str:
    """Return a JSON array with an object for each exchange. Spans count characters of the text."""
    objects = [one._asdict() | {"snippet": one.snippet._asdict()} for one in exchanges]
    return json_text(objects, indent=1) + "\n"
