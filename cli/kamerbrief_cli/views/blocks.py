"""Show the blocks of a question or an answer."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from kamerbrief.model import Block, Listing, Paragraph, Part
from kamerbrief_cli.views.measured_lines import Hanging
from kamerbrief_cli.views.running_text import item_text, page_mark, running_text
from kamerbrief_cli.views.safe_text import clean
from kamerbrief_cli.views.styles import PAGE, QUIET
from kamerbrief_cli.views.tables import TableView

BULLET = "-"
"""Stands before an item whose marker was not printed."""


def part_view(part: Part, *, page: int | None, style: str) -> Group:
    """Return the blocks of a part with a blank line between them. `page` is the page before it."""
    views: list[RenderableType] = []
    for block in part.blocks:
        views.extend([Text("")] if views else [])
        views.extend(block_view(block, style=style, turned=block.page != page))
        page = last_page(block)
    return Group(*views) if views else Group(Text("(nothing in the letter)", style=QUIET))


def end_page(part: Part, page: int | None) -> int | None:
    """Return the page on which a part ends."""
    return last_page(part.blocks[-1]) if part.blocks else page


def last_page(block: Block) -> int | None:
    """Return the page on which a block ends, as far as is known."""
    return block.turns[-1].page if isinstance(block, Paragraph) and block.turns else block.page


def block_view(block: Block, *, style: str, turned: bool) -> Iterator[RenderableType]:
    """Yield the view of a block, after the number of its page if it starts on a new one (`turned`)."""
    if isinstance(block, Paragraph):
        yield running_text(block, style=style, turned=turned)
        return
    if turned:
        yield Text(page_mark(block.page), style=PAGE)
    if isinstance(block, Listing):
        yield from items_view(block, style)
    else:
        yield TableView(block)


def items_view(block: Listing, style: str) -> Iterator[Hanging]:
    """Yield the items of a list, each after its marker."""
    printed = (*block.markers, *[""] * len(block.items))[: len(block.items)]
    markers = [clean(marker) or BULLET for marker in printed]
    wide = max(map(len, markers), default=0)
    for item, marker in enumerate(markers):
        yield Hanging(item_text(block, item, style=style), Text(f"{marker:<{wide}} "))
