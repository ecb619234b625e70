"""The command `export`: write letters in other formats, to standard output or to files."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from kamerbrief_cli.option_groups import ReadingOptions
from kamerbrief_cli.options import Force, Genre, Party, Password, complete_id

EXAMPLES = """\b
Examples:
  kamerbrief export letter.pdf --to md
  kamerbrief export letter.pdf --to json -o letter.json
  kamerbrief export letters/*.pdf --to csv -o tables/
  kamerbrief export letter.pdf --to md --party d66 -o d66.md --force"""

Letters = Annotated[
    list[str],
    typer.Argument(
        metavar="LETTER",
        help="Letters: PDF, Word or text files, or ids of letters in the library; - is standard input.",
        autocompletion=complete_id,
    ),
]
Format = Annotated[
    Literal["md", "json", "csv"],
    typer.Option("--to", help="The format: Markdown, JSON (the whole letter), or CSV (one row for each exchange)."),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE|FOLDER",
        help="Write to this file, or to one file for each letter in this folder (end its name with /); "
        "- is standard output.",
    ),
]


def export(
    letters: Letters,
    *,
    to: Format,
    output: Output = None,
    force: Force = False,
    party: Party = None,
    genre: Genre = None,
    password: Password = None,
    _options: ReadingOptions,
) -> None:
    """Write letters as Markdown, JSON or CSV.

    Without -o all letters go to standard output: several letters make one JSON array or one CSV table. An
    existing file is overwritten only with --force. If a letter cannot be read, that is reported and the others
    are still written.
    """
    from kamerbrief_cli.export_writer import Export

    job = Export(format_name=to, party=party, force=force, password=password, genre=genre)
    raise typer.Exit(job.run(letters, output))
