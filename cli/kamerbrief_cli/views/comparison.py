"""Show what is alike in letters: answers in two columns with what changed marked, and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from kamerbrief.insight.comparison.compare import ComparedExchange, ComparedPair, Comparison
from kamerbrief.insight.comparison.word_changes import WordChange
from kamerbrief.insight.located_sentences import text_of
from kamerbrief_cli.views.page_names import page_name
from kamerbrief_cli.views.safe_text import clean, json_text
from kamerbrief_cli.views.styles import HEADING, MATCH, NUMBER, QUIET

MARKS = {"before": ("[-", "-]"), "after": ("{+", "+}")}
"""What stands around changed words where there are no colours, as in a diff by words."""
COLOURS = {"before": MATCH, "after": f"bold {NUMBER}"}
"""The styles of words that only the first or only the second text has."""
Side = Literal["before", "after"]


def comparison_view(compared: Comparison, *, marked: bool) -> Group:
    """Return the pairs in two columns, then what only one letter has; `marked`: put signs around what changed."""
    views: list[RenderableType] = []
    for pair in compared.pairs:
        views += [Text(headline(pair), HEADING), columns(pair, marked=marked), Text("")]
    views += alone("Only in the first letter", compared.only_first)
    views += alone("Only in the second letter", compared.only_second)
    return Group(*views)


def headline(pair: ComparedPair) -> str:
    """Say which exchanges stand beside each other, and how alike their questions are."""
    alike = "the same question" if pair.same else f"alike: {pair.likeness:.0%}"
    return f"{place(pair.first)} | {place(pair.second)} | {alike}"


def place(one: ComparedExchange) -> str:
    """Name an exchange by its letter, number and page."""
    page = page_name(one.exchange.pages[0]) if one.exchange.pages else ""
    return " ".join(filter(None, (clean(one.name), str(one.exchange.number), page)))


def columns(pair: ComparedPair, *, marked: bool) -> Table:
    """Return questions and answers of a pair in two columns."""
    view = Table.grid(padding=(0, 2), expand=True)
    view.add_column(ratio=1, overflow="fold")
    view.add_column(ratio=1, overflow="fold")
    view.add_row(*(Text(clean(text_of(one.exchange.question)), QUIET) for one in (pair.first, pair.second)))
    view.add_row(side(pair.changes, "before", marked=marked), side(pair.changes, "after", marked=marked))
    return view


def side(changes: Sequence[WordChange], which: Side, *, marked: bool) -> Text:
    """Return one of the two answers, with what differs from the other marked."""
    text = Text()
    for change in changes:
        words = clean(change.before if which == "before" else change.after)
        if not words:
            continue
        text.append(" " if text else "")
        before, after = MARKS[which] if marked and change.operation != "equal" else ("", "")
        text.append(f"{before}{words}{after}", None if change.operation == "equal" else COLOURS[which])
    return text


def alone(heading: str, exchanges: Sequence[ComparedExchange]) -> Iterator[RenderableType]:
    """Yield the exchanges that only one letter has, one line each."""
    if exchanges:
        yield Text(heading, HEADING)
    for one in exchanges:
        yield Text(f"{one.exchange.number}  {clean(text_of(one.exchange.question))}", overflow="ellipsis", no_wrap=True)


def comparison_json(compared: Comparison) -> str:
    """Return the comparison as a JSON object."""
    pairs = [
        {
            "first": as_object(pair.first),
            "second": as_object(pair.second),
            "same": pair.same,
            "likeness": pair.likeness,
            "changes": [change._asdict() for change in pair.changes],
        }
        for pair in compared.pairs
    ]
    alone_in = {name: [as_object(one) for one in getattr(compared, name)] for name in ("only_first", "only_second")}
    return json_text({"pairs": pairs, **alone_in}, indent=1) + "\n"


def as_object(one: ComparedExchange) -> dict[str, object]:
    """Return an exchange of a comparison for JSON."""
    return {
        "letter": one.name,
        "date": one.letter.date,
        "exchange": one.exchange.number,
        "factions": one.exchange.factions,
        "page": one.exchange.pages and one.exchange.pages[0],
        "question": text_of(one.exchange.question),
        "answer": text_of(one.exchange.answer),
    }
