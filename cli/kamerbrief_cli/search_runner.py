"""Run `search`: search the user's library by words and print what is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.errors import ExitCode
from kamerbrief_cli.messages import complain
from kamerbrief_cli.terminal import emit, is_plain, write

if TYPE_CHECKING:
    from kamerbrief.library.search import FoundExchange, SearchRequest


def run_search(request: SearchRequest, *, json: bool) -> int:
    """Search the user's library, print the exchanges and spelling suggestions, and return the exit code."""
    from kamerbrief.library.search import search
    from kamerbrief_cli.library_actions import code_after, open_library

    library = open_library()
    results = search(library, request)
    for word, suggestion in results.suggestions.items():
        complain(f"no letter has '{word}'; did you mean {suggestion}?")
    print_exchanges(results.found, json=json)
    return code_after(library) or (ExitCode.OK if results.found else ExitCode.NO_MATCH)


def print_exchanges(exchanges: list[FoundExchange], *, json: bool) -> None:
    """Print exchanges as JSON, as plain text in a pipe, or in colour on a terminal."""
    from kamerbrief_cli.views.search import exchanges_json, exchanges_text, exchanges_view

    if json:
        write(exchanges_json(exchanges))
    elif is_plain():
        write(exchanges_text(exchanges))
    elif exchanges:
        emit(exchanges_view(exchanges), pager=True)
