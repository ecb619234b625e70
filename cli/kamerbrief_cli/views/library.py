"""Show lists of what a library holds, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from kamerbrief_cli.views.safe_text import clean, json_text

if TYPE_CHECKING:
    from rich.console import Group

    from kamerbrief.library.listing import Failure, ListedLetter

TAB = "\t"


def letters_text(rows: Iterable[ListedLetter]) -> str:
    """Return one line for each letter, with tabs between its fields."""
    return "".join(TAB.join(map(clean, fields(row))) + "\n" for row in rows)


def fields(row: ListedLetter) -> tuple[str, ...]:
    """Return the fields of a letter: id, date, genre, exchanges, path, subject."""
    return (row.id, row.date or "", row.genre, str(row.exchanges), whereabouts(row), row.subject or "")


def whereabouts(row: ListedLetter) -> str:
    """Return the path, with (vanished) if the file is gone."""
    return f"{row.path} (vanished)" if row.vanished else row.path


def letters_view(rows: Sequence[ListedLetter]) -> Group:
    """Return a view for a terminal, two lines for each letter."""
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
    """Return one line for each file that could not be read: its path and the reason."""
    return "".join(f"{clean(row.path)}: {clean(row.reason)}\n" for row in rows)


def facts_text(facts: Mapping[str, object]) -> str:
    """Return one line for each fact, with lists below each other."""
    wide = max(map(len, facts))
    return "".join(f"{name.ljust(wide)}  {fact(value, wide + 2)}\n" for name, value in facts.items())


def fact(value: object, indent: int) -> str:
    """Return a value as text, each of several on its own line."""
    separator = "\n" + " " * indent
    if isinstance(value, Mapping):
        return separator.join(f"{value[name]} {clean(str(name))}" for name in value)
    if isinstance(value, list):
        return separator.join(place_text(one) for one in value)
    return "" if value is None else clean(str(value))


def place_text(place: Mapping[str, object]) -> str:
    """Return where a letter was seen, and since when it is gone."""
    gone = f" (vanished {place['vanished']})" if place["vanished"] else ""
    return clean(f"{place['path']}{gone}")


def as_json(value: object) -> str:
    """Return any of these as JSON."""
    return json_text(value, indent=1) + "\n"
