"""`library list`, `info` and `remove`: what is in the library."""

from __future__ import annotations

from typing import Annotated

import typer

from kamerbrief_cli.options import AsJson, LibraryFile, NoColor, complete_id

LIST = """\b
Examples:
  kamerbrief library list
  kamerbrief library list --failed
  kamerbrief library list --json | jq -r '.[] | select(.vanished) | .id'"""

INFO = """\b
Examples:
  kamerbrief library info
  kamerbrief library info 3fa8c1d2"""

REMOVE = """\b
Examples:
  kamerbrief library remove 3fa8c1d2
  kamerbrief library remove 3fa8 91bc --library letters.sqlite"""

Failed = Annotated[bool, typer.Option("--failed", help="What could not be read, and why.")]
Id = Annotated[
    str | None,
    typer.Argument(metavar="[ID]", help="A letter, by the start of its id.", autocompletion=complete_id),
]
Ids = Annotated[
    list[str], typer.Argument(metavar="ID", help="Letters, by the start of their ids.", autocompletion=complete_id)
]


def list_letters(
    failed: Failed = False, json: AsJson = False, _library: LibraryFile = None, _no_color: NoColor = False
) -> None:
    """List the letters, the oldest first.

    In a pipe each is one line with tabs: id, date, genre, exchanges, path, subject. A letter whose file is
    gone has (vanished) behind its path.
    """
    from kamerbrief_cli.library_actions import opened
    from kamerbrief_cli.terminal import emit, on_terminal, write
    from kamerbrief_cli.views.library import as_json, failures_text, letters_text, letters_view

    library = opened()
    rows = library.failures() if failed else list(library.list_letters())
    if json:
        write(as_json([row._asdict() for row in rows]))
    elif failed:
        write(failures_text(library.failures()))
    elif on_terminal():
        emit(letters_view(list(library.list_letters())), pager=True)
    else:
        write(letters_text(library.list_letters()))


def info(id: Id = None, json: AsJson = False, _library: LibraryFile = None, _no_color: NoColor = False) -> None:
    """Tell what the library holds, or what it knows of one letter."""
    from kamerbrief_cli.library_actions import about, opened
    from kamerbrief_cli.terminal import write
    from kamerbrief_cli.views.library import as_json, facts_text

    facts = about(opened(), id)
    write(as_json(facts) if json else facts_text(facts))


def remove(ids: Ids, _library: LibraryFile = None, _no_color: NoColor = False) -> None:
    """Take letters out of the library; their files stay."""
    from kamerbrief_cli.library_actions import remove_letters
    from kamerbrief_cli.terminal import write

    write(f"{remove_letters(ids)} removed\n")
