"""Show citations: one line each, with a link on a terminal, and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kamerbrief_cli.views.page_names import page_name
from kamerbrief_cli.views.safe_text import clean, json_text

if TYPE_CHECKING:
    from rich.console import Group

    from kamerbrief_cli.citation_list import ListedCitation


def place(one: ListedCitation, *, several: bool) -> str:
    """Return the exchange and the page, with the path of the letter if there are several; `-` outside exchanges."""
    fields = (clean(one.name) if several else "", str(one.exchange or "-"), page_name(one.citation.page))
    return "  ".join(filter(None, fields))


def target(one: ListedCitation) -> str:
    """Return the citation in one form, with the id of the letter in the library if that has it."""
    return clean(one.citation.form) + (f"  [{one.held}]" if one.held else "")


def citations_text(found: Sequence[ListedCitation], *, several: bool) -> str:
    """Return a line for each citation: where it stands, its form, and the address."""
    lines = (
        "  ".join(filter(None, (place(one, several=several), target(one), clean(one.citation.address or ""))))
        for one in found
    )
    return "".join(f"{line}\n" for line in lines)


def citations_view(found: Sequence[ListedCitation], *, several: bool) -> Group:
    """Return a view for a terminal, on which the citation is a link (OSC 8)."""
    from rich.console import Group
    from rich.style import Style
    from rich.text import Text

    from kamerbrief_cli.views.styles import NUMBER

    def line(one: ListedCitation) -> Text:
        link = Style(link=one.citation.address, underline=True) if one.citation.address else ""
        return Text.assemble((place(one, several=several), NUMBER), "  ", (target(one), link))

    return Group(*map(line, found))


def citations_json(found: Sequence[ListedCitation]) -> str:
    """Return a JSON array with an object for each citation."""
    from msgspec.structs import asdict

    objects = [
        {"letter": one.name, "exchange": one.exchange, **asdict(one.citation), "held": one.held} for one in found
    ]
    return json_text(objects, indent=1) + "\n"
