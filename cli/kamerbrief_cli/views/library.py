"""What a library holds, as lists for a person and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from kamerbrief_cli.views.safe_text import clean, json_text

if TYPE_CHECKING:
    from rich.console import Group

    from kamerbrief.library.catalogue import Failure, ListedLetter

TAB = "\t"


def letters_text(rows: Iterable[ListedLetter]) -> str:
    """A line a letter, with tabs between its fields."""
    return "".join(TAB.join(map(clean, fields(row))) + "\n" for row in rows)


def fields(row: ListedLetter) -> tuple[str, ...]:
    """Id, date, genre, exchanges, path, subject."""
    return (row.id, row.date or "", row.genre, str(row.exchanges), whereabouts(row), row.subject or "")


def whereabouts(row: ListedLetter) -> str:
    """The path, and whether the file is gone."""
    return f"{row.path} (vanished)" if row.vanished else row.path


def letters_view(rows: Sequence[ListedLetter]) -> Group:
    """Two lines a letter: what it is, and under it the subject."""
    from rich.console import Group
    from rich.text import Text

    from kamerbrief_cli.views.styles import CAUTION, NUMBER, PATH, QUIET

    lines = []
    for row in rows:
        head = Text.assemble((row.id, NUMBER), "  ", row.date or "", "  ", (clean(row.genre), QUIET))
        head.append(f"  {row.exchanges} exchanges  ", QUIET).append(clean(row.path), PATH)
        head.append(" (vanished)" if row.vanished else "", CAUTION)
        lines += [head, Text("  " + clean(row.subject or ""))]
    return Group(*lines)


def failures_text(rows: Iterable[Failure]) -> str:
    """A line a file: its path, and why it could not be read."""
    return "".join(f"{clean(row.path)}: {clean(row.reason)}\n" for row in rows)


def facts_text(facts: Mapping[str, object]) -> str:
    """A line a fact; lists under each other."""
    wide = max(map(len, facts))
    return "".join(f"{name.ljust(wide)}  {fact(value, wide + 2)}\n" for name, value in facts.items())


def fact(value: object, indent: int) -> str:
    """A value as text, each of several on a line of its own."""
    apart = "\n" + " " * indent
    if isinstance(value, Mapping):
        return apart.join(f"{value[name]} {clean(str(name))}" for name in value)
    if isinstance(value, list):
        return apart.join(place_text(one) for one in value)
    return "" if value is None else clean(str(value))


def place_text(place: Mapping[str, object]) -> str:
    """Where a letter was seen, and since when it is not there."""
    gone = f" (vanished {place['vanished']})" if place["vanished"] else ""
    return clean(f"{place['path']}{gone}")


def as_json(value: object) -> str:
    """Any of these as JSON."""
    return json_text(value, indent=1) + "\n"
