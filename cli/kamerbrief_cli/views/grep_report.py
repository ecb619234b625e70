"""What grep reports of a letter: its hits as text or JSON, a count, its path, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief_cli.terminal import emit, is_plain, on_terminal, write
from kamerbrief_cli.views.safe_text import clean, json_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kamerbrief.library.grep import Hit
    from kamerbrief_cli.grep_runner import Report


def reporter(*, count: bool, names: bool, quiet: bool, json: bool) -> Report:
    """The report that the options ask for; where they ask for more, the shortest."""
    if quiet:
        return report_nothing
    if names:
        return report_name_json if json else report_name
    if count:
        return report_count_json if json else report_count
    return report_json if json else report_hits


def report_nothing(hits: Iterable[Hit], path: str, several: bool) -> bool:  # noqa: ARG001
    """Only whether there is a hit."""
    return next(iter(hits), None) is not None


def report_name(hits: Iterable[Hit], path: str, several: bool) -> bool:
    """The path of a letter with a hit; in a pipe to the letter, since programs open it."""
    found = report_nothing(hits, path, several)
    if found:
        write(f"{clean(path) if on_terminal() else path}\n")
    return found


def report_name_json(hits: Iterable[Hit], path: str, several: bool) -> bool:
    """The path as JSON."""
    found = report_nothing(hits, path, several)
    if found:
        write_json({"letter": path})
    return found


def report_count(hits: Iterable[Hit], path: str, several: bool) -> bool:
    """How many exchanges have a hit."""
    from kamerbrief.library.grep import count

    total = count(hits)
    write(f"{clean(path)}:{total}\n" if several else f"{total}\n")
    return total > 0


def report_count_json(hits: Iterable[Hit], path: str, several: bool) -> bool:  # noqa: ARG001
    """The count as JSON."""
    from kamerbrief.library.grep import count

    total = count(hits)
    write_json({"letter": path, "exchanges": total})
    return total > 0


def report_json(hits: Iterable[Hit], path: str, several: bool) -> bool:  # noqa: ARG001
    """Each hit as JSON on a line of its own."""
    from kamerbrief_cli.views.hits import as_object

    found = False
    for hit in hits:
        write_json(as_object(hit, path))
        found = True
    return found


def report_hits(hits: Iterable[Hit], path: str, several: bool) -> bool:  # noqa: ARG001
    """Each hit with its context: set to be read on a terminal, a line a sentence in a pipe."""
    if is_plain():
        text = plain_text(hits, path)
        write(text)
        return bool(text)
    found = list(hits)
    if found:
        from kamerbrief_cli.views.hits import hits_lines, hits_view

        view = hits_view if on_terminal() else hits_lines
        emit(view(found, path), whole_lines=not on_terminal())
    return bool(found)


def plain_text(hits: Iterable[Hit], path: str) -> str:
    """Hits for a pipe; those of a library are not even made where their places say it all."""
    from kamerbrief_cli.views.plain_hits import hits_text, spots_text

    spots = getattr(hits, "spots", None)
    found = spots() if spots else None
    return hits_text(list(hits), path) if found is None else spots_text(found, path)


def write_json(value: object) -> None:
    """One value, one line."""
    write(json_text(value) + "\n")
