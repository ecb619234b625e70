"""What grep reports of a letter: its hits as text or JSON, a count, its path, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief_cli.terminal import emit, is_plain, on_terminal, write
from kamerbrief_cli.views.safe import clean, json_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kamerbrief.library.grep import Hit
    from kamerbrief_cli.searching import Report


def reporter(*, count: bool, names: bool, quiet: bool, json: bool) -> Report:
    """The report that the options ask for; where they ask for more, the shortest."""
    if quiet:
        return report_nothing
    if names:
        return report_name_json if json else report_name
    if count:
        return report_count_json if json else report_count
    return report_json if json else report_hits


def report_nothing(hits: Iterator[Hit], path: str, several: bool) -> bool:  # noqa: ARG001
    """Only whether there is a hit."""
    return next(hits, None) is not None


def report_name(hits: Iterator[Hit], path: str, several: bool) -> bool:
    """The path of a letter with a hit; in a pipe to the letter, since programs open it."""
    found = report_nothing(hits, path, several)
    if found:
        write(f"{clean(path) if on_terminal() else path}\n")
    return found


def report_name_json(hits: Iterator[Hit], path: str, several: bool) -> bool:
    """The path as JSON."""
    found = report_nothing(hits, path, several)
    if found:
        write_json({"letter": path})
    return found


def report_count(hits: Iterator[Hit], path: str, several: bool) -> bool:
    """How many exchanges have a hit."""
    from kamerbrief.library.grep import count

    total = count(hits)
    write(f"{clean(path)}:{total}\n" if several else f"{total}\n")
    return total > 0


def report_count_json(hits: Iterator[Hit], path: str, several: bool) -> bool:  # noqa: ARG001
    """The count as JSON."""
    from kamerbrief.library.grep import count

    total = count(hits)
    write_json({"letter": path, "exchanges": total})
    return total > 0


def report_json(hits: Iterator[Hit], path: str, several: bool) -> bool:  # noqa: ARG001
    """Each hit as JSON on a line of its own."""
    from kamerbrief_cli.views.hits import as_object

    found = False
    for hit in hits:
        write_json(as_object(hit, path))
        found = True
    return found


def report_hits(hits: Iterator[Hit], path: str, several: bool) -> bool:  # noqa: ARG001
    """Each hit with its context: set to be read on a terminal, a line a sentence in a pipe."""
    found = list(hits)
    if found and is_plain():
        from kamerbrief_cli.views.plain_hits import hits_text

        write(hits_text(found, path))
    elif found:
        from kamerbrief_cli.views.hits import hits_lines, hits_view

        view = hits_view if on_terminal() else hits_lines
        emit(view(found, path), whole_lines=not on_terminal())
    return bool(found)


def write_json(value: object) -> None:
    """One value, one line."""
    write(json_text(value) + "\n")
