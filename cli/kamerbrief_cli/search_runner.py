"""A search by words: run, and shown."""

from __future__ import annotations

from typing import Any

from kamerbrief.errors import ExitCode
from kamerbrief_cli.messages import complain
from kamerbrief_cli.terminal import emit, is_plain, write


class SearchRun:
    """What is asked for, by the names that `kamerbrief.library.search.Search` has for it."""

    def __init__(self, **wanted: Any) -> None:
        self.wanted = wanted

    def run(self, *, json: bool) -> int:
        """Search the user's library and show what is found; the exit code."""
        from kamerbrief.library.search import SearchRequest, search
        from kamerbrief_cli.library_actions import opened
        from kamerbrief_cli.views.search import found_json, found_text

        results = search(opened(), SearchRequest(**self.wanted))
        for word, meant in results.suggestions.items():
            complain(f"no letter has '{word}'; did you mean {meant}?")
        if json:
            write(found_json(results.exchanges))
        elif results.exchanges and is_plain():
            write(found_text(results.exchanges))
        elif results.exchanges:
            from kamerbrief_cli.views.search import found_view

            emit(found_view(results.exchanges), pager=True)
        return ExitCode.OK if results.exchanges else ExitCode.NO_MATCH
