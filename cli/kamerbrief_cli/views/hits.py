"""Show the hits of `grep` as text and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from kamerbrief_cli.views.hit_passages import PassageLine, passages
from kamerbrief_cli.views.measured_lines import Hanging, indented
from kamerbrief_cli.views.page_names import page_name
from kamerbrief_cli.views.safe_text import clean
from kamerbrief_cli.views.styles import FACTION, HEADING, MATCH, NUMBER, PATH, QUIET

if TYPE_CHECKING:
    from kamerbrief.library.grep import Hit

HIT, CONTEXT = ":", "-"
"""Stand between the fields of a hit, and of a sentence of context."""
SEPARATOR = "--"
"""Stands between runs of sentences."""


def hits_lines(hits: Sequence[Hit], path: str) -> Group:
    """Return lines for a pipe: `path:8:GroenLinks, PvdA:p. 6:answer: sentence`, with `-` for `:` in context."""
    views: list[RenderableType] = []
    for passage in passages(hits):
        views.extend([separator()] if views and has_context(hits) else [])
        views.extend(sentence_line(line, path) for line in passage)
    return Group(*views)


def sentence_line(line: PassageLine, path: str) -> Text:
    """Return a sentence after its location."""
    if line.matched:
        return location(line.hit, path, HIT).append_text(highlighted(line.hit))
    return location(line.hit, path, CONTEXT).append(clean(line.text))


def has_context(hits: Sequence[Hit]) -> bool:
    """Tell whether context is shown, so that runs must be separated."""
    return any(hit.before or hit.after for hit in hits)


def separator() -> Text:
    """Return the line between two runs."""
    return Text(SEPARATOR, style=QUIET)


def location(hit: Hit, path: str, mark: str) -> Text:
    """Return where a sentence stands, in fields that `cut -d:` can separate."""
    fields = [
        Text(clean(path), PATH),
        Text(str(hit.number), NUMBER),
        Text(askers(hit), FACTION),
        Text(page_name(hit.page)),
        Text(hit.part),
    ]
    return Text(mark, QUIET).join(fields).append(f"{mark} ", QUIET)


def askers(hit: Hit) -> str:
    """Return the factions of the exchange."""
    return clean(", ".join(hit.factions))


def highlighted(hit: Hit) -> Text:
    """Return the sentence with its matches in colour."""
    text = Text(clean(hit.text))
    for start, end in hit.spans:
        text.stylize(MATCH, start, end)
    return text


def hits_view(hits: Sequence[Hit], path: str) -> Group:
    """Return a view for a terminal: a heading for each exchange and the hits under it, wrapped."""
    views: list[RenderableType] = []
    number = None
    for passage in passages(hits):
        if passage[0].hit.number != number:
            views.append(heading(passage[0].hit, path))
        elif has_context(hits):
            views.append(indented(separator()))
        number = passage[0].hit.number
        views.extend(sentence_view(line) for line in passage)
    return Group(*views)


def heading(hit: Hit, path: str) -> Text:
    """Return a heading such as `letter.pdf · 8 · GroenLinks, PvdA`."""
    parts = [(clean(path), PATH), (str(hit.number), NUMBER), (askers(hit), HEADING)]
    return Text(" · ", style=QUIET).join(Text(part, style) for part, style in parts if part)


def sentence_view(line: PassageLine) -> Hanging:
    """Return a hit after its page and side, or a sentence of context."""
    if line.matched:
        where = f"{page_name(line.hit.page):<6} {line.hit.part:<8} "
        return Hanging(highlighted(line.hit), Text.assemble("  ", (where, QUIET)))
    return Hanging(Text(clean(line.text), style=QUIET), Text(f"{CONTEXT:>17} ", style=QUIET))


def as_object(hit: Hit, path: str) -> dict[str, object]:
    """Return a hit for JSON. Spans count characters of the text."""
    return {
        "letter": path,
        "number": hit.number,
        "factions": hit.factions,
        "part": hit.part,
        "page": hit.page,
        "text": hit.text,
        "spans": hit.spans,
        "before": hit.before,
        "after": hit.after,
    }
