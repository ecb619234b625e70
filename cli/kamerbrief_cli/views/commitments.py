"""Show commitments: one line each in a pipe, a heading and the sentence on a terminal, and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kamerbrief_cli.views.page_names import page_name
from kamerbrief_cli.views.safe_text import clean, json_text

if TYPE_CHECKING:
    from rich.console import Group, RenderableType

    from kamerbrief_cli.commitment_list import ListedCommitment


def place(one: ListedCommitment, *, several: bool) -> str:
    """Return the exchange, the page, by when, and how firm, with the path of the letter if there are several."""
    due = f"by {one.commitment.due_to}" if one.commitment.due_to else ""
    weak = "weak" if one.commitment.strength == "weak" else ""
    fields = (clean(one.name) if several else "", str(one.exchange.number), page_name(one.commitment.page), due, weak)
    return "  ".join(filter(None, fields))


def commitments_text(found: Sequence[ListedCommitment], *, several: bool) -> str:
    """Return a line for each commitment: where it stands, by when it is to be done, and the sentence."""
    return "".join(f"{place(one, several=several)}  {clean(one.commitment.text)}\n" for one in found)


def commitments_view(found: Sequence[ListedCommitment], *, several: bool) -> Group:
    """Return a view for a terminal, with who undertakes it in colour."""
    from rich.console import Group
    from rich.text import Text

    from kamerbrief_cli.views.measured_lines import indented
    from kamerbrief_cli.views.styles import CAUTION, HEADING, MATCH

    views: list[RenderableType] = []
    for one in found:
        text = Text(clean(one.commitment.text))
        if one.commitment.who:
            start = one.commitment.text.find(one.commitment.who)
            text.stylize(MATCH, start, start + len(one.commitment.who))
        style = CAUTION if one.commitment.strength == "weak" else HEADING
        views += [Text(place(one, several=several), style), indented(text)]
    return Group(*views)


def commitments_json(found: Sequence[ListedCommitment]) -> str:
    """Return a JSON array with an object for each commitment."""
    return json_text([as_object(one) for one in found], indent=1) + "\n"


def as_object(one: ListedCommitment) -> dict[str, object]:
    """Return a commitment for JSON, with its letter and exchange."""
    from msgspec.structs import asdict

    return {
        "letter": one.name,
        "date": one.letter.date,
        "exchange": one.exchange.number,
        "labels": one.exchange.labels,
        "factions": one.exchange.factions,
        **asdict(one.commitment),
    }
