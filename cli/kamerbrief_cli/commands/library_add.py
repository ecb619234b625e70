"""The commands `library add`, `library sync` and `library watch`: put letters into the library."""

from __future__ import annotations

from typing import Annotated

import typer

from kamerbrief_cli.library_ingest import IngestRequest, IngestRun
from kamerbrief_cli.option_groups import LibraryOptions

ADD = """\b
Examples:
  kamerbrief library add letters/
  find . -name '*.pdf' | kamerbrief library add -
  kamerbrief library add archive/ --dask tcp://cluster:8786 --shared"""

SYNC = """\b
Examples:
  kamerbrief library sync letters/
  kamerbrief library sync letters/ --library letters.sqlite"""

WATCH = """\b
Examples:
  kamerbrief library watch letters/
  kamerbrief library watch inbox/ --library letters.sqlite"""

Places = Annotated[
    list[str],
    typer.Argument(
        metavar="LETTER|FOLDER",
        help="Letters, and folders with letters; - reads a list of paths from standard input.",
    ),
]
Folder = Annotated[str, typer.Argument(metavar="FOLDER", help="A folder with letters; its subfolders are included.")]


def add(places: Places, *, request: IngestRequest, _options: LibraryOptions) -> None:
    """Add letters to the library.

    Only new content is parsed, on all processors; a letter that was moved or renamed is recognised. If a file
    cannot be read, that is reported, with the reason, and the others are still added; the exit code is then 2.
    """
    raise typer.Exit(IngestRun(request).add(places))


def sync(folder: Folder, *, request: IngestRequest, _options: LibraryOptions) -> None:
    """Add what is new in a folder, and mark what is gone.

    A letter whose file is gone stays in the library, marked as vanished; `library remove` removes it.
    """
    raise typer.Exit(IngestRun(request).sync(folder))


def watch(folder: Folder, *, _options: LibraryOptions) -> None:
    """Keep the library in step with a folder, until Ctrl-C.

    This starts as `sync` does; after that each new file is added, and each removed file marked, at once.
    """
    raise typer.Exit(IngestRun().watch(folder))
