"""The commands `library list`, `library info` and `library remove`."""

from __future__ import annotations

from typing import Annotated

import typer

from kamerbrief_cli.option_groups import LibraryOptions
from kamerbrief_cli.options import AsJson, complete_id

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

Failed = Annotated[bool, typer.Option("--failed", help="List the files that could not be read, and why.")]
Id = Annotated[
    str | None,
    typer.Argument(metavar="ID", help="The id of a letter, or the start of it.", autocompletion=complete_id),
]
Ids = Annotated[
    list[str],
    typer.Argument(metavar="ID", help="The ids of letters, or the start of them.", autocompletion=complete_id),
]


def list_letters(*, failed: Failed = False, json: AsJson = False, _options: LibraryOptions) -> None:
    """List the letters in the library, the oldest first.

    In a pipe each letter is one line with tabs between its fields: id, date, genre, number of exchanges, path,
    subject. If the file of a letter is gone, (vanished) follows its path.
    """
    from kamerbrief_cli.library_actions import code_after, open_library
    from kamerbrief_cli.terminal import emit, on_terminal, write
    from kamerbrief_cli.views.library import as_json, failures_text, letters_text, letters_view

    library = open_library()
    failures = library.failures() if failed else []
    letters = [] if failed else list(library.list_letters())
    if json:
        write(as_json([*(row._asdict() for row in failures), *(row._asdict() for row in letters)]))
    elif failed:
        write(failures_text(failures))
    elif on_terminal():
        emit(letters_view(letters), pager=True)
    else:
        write(letters_text(letters))
    raise typer.Exit(code_after(library))


def info(id: Id = None, *, json: AsJson = False, _options: LibraryOptions) -> None:
    """Show what the library holds, or what it knows about one letter."""
    from kamerbrief_cli.library_actions import describe, open_library
    from kamerbrief_cli.terminal import write
    from kamerbrief_cli.views.library import as_json, facts_text

    facts = describe(open_library(), id)
    write(as_json(facts) if json else facts_text(facts))


def remove(ids: Ids, *, _options: LibraryOptions) -> None:
    """Remove letters from the library; their files stay."""
    from kamerbrief_cli.library_actions import remove_letters
    from kamerbrief_cli.terminal import write

    write(f"{remove_letters(ids)} removed\n")
