"""`library check` and `export`: the library whole."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from kamerbrief_cli.options import LibraryFile, NoColor

CHECK = """\b
Examples:
  kamerbrief library check
  kamerbrief library check --repair"""

EXPORT = """\b
Examples:
  kamerbrief library export --to jsonl | jq .subject
  kamerbrief library export --to parquet -o letters.parquet"""

Repair = Annotated[bool, typer.Option("--repair", help="Make the indexes anew, and save what a damaged file holds.")]
Form = Annotated[Literal["jsonl", "parquet"], typer.Option("--to", help="JSON lines, or Parquet (a row an exchange).")]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write.")]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]


def check(repair: Repair = False, _library: LibraryFile = None, _no_color: NoColor = False) -> None:
    """Check that the library is sound: the file, the letters, and that the indexes are theirs.

    Exits 0 where it is and 11 where it is not. A file that is damaged itself is kept beside the repaired one.
    """
    from kamerbrief_cli.library_actions import check_library

    raise typer.Exit(check_library(repair=repair))


def export(
    to: Form, output: Output = None, force: Force = False, _library: LibraryFile = None, _no_color: NoColor = False
) -> None:
    """Write the whole library as one file, for DuckDB, pandas or Spark.

    JSON lines have a letter a line, as `kamerbrief export --to json` has it; without -o they go to standard
    output. Parquet has a row an exchange and needs -o (and kamerbrief[parquet]).
    """
    from kamerbrief_cli.library_actions import export_library

    export_library(to, output, force=force)
