"""Print what `grep` finds in a letter: its hits as text or JSON, a count, its path, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief_cli.terminal import emit, is_plain, on_terminal, write
from kamerbrief_cli.views.safe_text import clean, json_text

if TYPE_CHECKING:
    from kamerbrief.library.grep import FoundInLetter
    from kamerbrief_cli.grep_runner import Report


def reporter(*, counts: bool, names: bool, quiet: bool, json: bool) -> Report:
    """Return the report that the options ask for; if they ask for several, the shortest."""
    if quiet:
        return report_nothing
    if names:
        return report_name_json if json else report_name
    if counts:
        return report_count_json if json else report_count
    return report_json if json else report_hits


def report_nothing(hits: FoundInLetter, path: str, several: bool) -> bool:  # noqa: ARG001
    """Print nothing; return whether there is a hit."""
    return next(iter(hits), None) is not None


def report_name(hits: FoundInLetter, path: str, several: bool) -> bool:
    """Print the path of a letter with a hit. In a pipe it is not cleaned, so that programs can open it."""
    found = report_nothing(hits, path, several)
    if found:
        write(f"{clean(path) if on_terminal() else path}\n")
    return found


def report_name_json(hits: FoundInLetter, path: str, several: bool) -> bool:
    """Print the path of a letter with a hit as JSON."""
    found = report_nothing(hits, path, several)
    if found:
        write_json({"letter": path})
    return found


def report_count(hits: FoundInLetter, path: str, several: bool) -> bool:
    """Print how many exchanges have a hit."""
    from kamerbrief.library.grep import count

    total = count(hits)
    write(f"{clean(path)}:{total}\n" if several else f"{total}\n")
    return total > 0


def report_count_json(hits: FoundInLetter, path: str, several: bool) -> bool:  # noqa: ARG001
    """Print how many exchanges have a hit, as JSON."""
    from kamerbrief.library.grep import count

    total = count(hits)
    write_json({"letter": path, "exchanges": total})
    return total > 0


def report_json(hits: FoundInLetter, path: str, several: bool) -> bool:  # noqa: ARG001
    """Print each hit as JSON on its own line."""
    from kamerbrief_cli.views.hits import as_object

    found = False
    for hit in hits:
        write_json(as_object(hit, path))
        found = True
    return found


def report_hits(hits: FoundInLetter, path: str, several: bool) -> bool:  # noqa: ARG001
    """Print each hit with its context: formatted on a terminal, one line for each sentence in a pipe."""
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


def plain_text(hits: FoundInLetter, path: str) -> str:
    """Return the hits as text for a pipe, by the faster way where there is one."""
    from kamerbrief_cli.views.plain_hits import hits_text, matched_passages_text

    matched = hits.matched_passages()
    return hits_text(list(hits), path) if matched is None else matched_passages_text(matched, path)


def write_json(value: object) -> None:
    """Print a value as one line of JSON."""
    write(json_text(value) + "\n")
