"""`library add`, `sync` and `watch`: letters into the library."""

from __future__ import annotations

from typing import Annotated

import typer

from kamerbrief_cli.options import LibraryFile, NoColor, Password

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
    typer.Argument(metavar="LETTER|FOLDER", help="Letters, and folders with letters; - reads a list of names."),
]
Folder = Annotated[str, typer.Argument(metavar="FOLDER", help="A folder with letters, in it and below.")]
Again = Annotated[bool, typer.Option("--again", help="Read what is known, or failed before, once more.")]
Dask = Annotated[
    str | None, typer.Option("--dask", metavar="SCHEDULER", help="Parse on a Dask cluster (needs kamerbrief[cluster]).")
]
Shared = Annotated[
    bool, typer.Option("--shared", help="With --dask: the workers see the same paths, so no content is sent.")
]


def add(
    places: Places,
    again: Again = False,
    dask: Dask = None,
    shared: Shared = False,
    password: Password = None,
    _library: LibraryFile = None,
    _no_color: NoColor = False,
) -> None:
    """Add letters to the library.

    Only content that is new is parsed, on all processors; a letter that was moved or renamed is known. What
    cannot be read is listed with its reason and the rest goes on. Exits 2 where anything could not be read.
    """
    from kamerbrief_cli.library_ingest import IngestRun

    job = IngestRun(again=again, scheduler=dask, shared=shared, password=password)
    raise typer.Exit(job.add(places))


def sync(
    folder: Folder,
    again: Again = False,
    dask: Dask = None,
    shared: Shared = False,
    password: Password = None,
    _library: LibraryFile = None,
    _no_color: NoColor = False,
) -> None:
    """Add what is new in a folder, and mark what is gone.

    A letter whose file is gone stays in the library, marked; `library remove` takes it out.
    """
    from kamerbrief_cli.library_ingest import IngestRun

    job = IngestRun(again=again, scheduler=dask, shared=shared, password=password)
    raise typer.Exit(job.sync(folder))


def watch(folder: Folder, _library: LibraryFile = None, _no_color: NoColor = False) -> None:
    """Add what arrives in a folder, until Ctrl-C.

    First it does what `sync` does; then each file is added when it is there, and marked when it is gone.
    """
    from kamerbrief_cli.library_ingest import IngestRun

    raise typer.Exit(IngestRun().watch(folder))
