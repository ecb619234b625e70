"""The commands `library check` and `library export`, which work on the whole library."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from kamerbrief_cli.option_groups import LibraryOptions
from kamerbrief_cli.options import Force

CHECK = """\b
Examples:
  kamerbrief library check
  kamerbrief library check --repair"""

EXPORT = """\b
Examples:
  kamerbrief library export --to jsonl | jq .subject
  kamerbrief library export --to parquet -o letters.parquet"""

Repair = Annotated[
    bool, typer.Option("--repair", help="Make a new library of what can be read; keep the old one beside it.")
]
Format = Annotated[
    Literal["jsonl", "parquet"],
    typer.Option("--to", help="The format: JSON lines (one letter each), or Parquet (one row for each exchange)."),
]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")]


def check(*, repair: Repair = False, _options: LibraryOptions) -> None:
    """Check that the library is sound.

    The file, the letters and the indexes are checked; nothing is written. The exit code is 0 if they are sound and
    11 if not. --repair makes a new library of all that can be read, keeps the old one beside it as FILE.damaged, and
    names the letters that could not be saved; the exit code is 11 if there are any.
    """
    from kamerbrief_cli.library_actions import check_library

    raise typer.Exit(check_library(repair=repair))


def export(*, to: Format, output: Output = None, force: Force = False, _options: LibraryOptions) -> None:
    """Write the whole library to one file, for DuckDB, pandas or Spark.

    JSON lines have the JSON of `kamerbrief export --to json`, one letter a line, and go to standard output
    without -o. Parquet has one row for each exchange; it needs -o and kamerbrief[parquet].
    """
    from kamerbrief_cli.library_actions import export_library

    raise typer.Exit(export_library(to, output, force=force))
