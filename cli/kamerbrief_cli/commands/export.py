"""`export`: letters in other forms, to standard output or files."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from kamerbrief_cli.options import Genre, LibraryFile, NoCache, NoColor, Party, Password, complete_id

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
        help="Letters, as PDF or text, or ids of letters in the library; - reads standard input.",
        autocompletion=complete_id,
    ),
]
Form = Annotated[
    Literal["md", "json", "csv"],
    typer.Option("--to", help="Markdown, JSON (the whole letter), or CSV (a row an exchange)."),
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE|FOLDER", help="Where to write; a FOLDER/ gets a file a letter."),
]
Force = Annotated[bool, typer.Option("--force", help="Write over files that are there.")]


def export(
    letters: Letters,
    to: Form,
    output: Output = None,
    party: Party = None,
    force: Force = False,
    genre: Genre = None,
    password: Password = None,
    _library: LibraryFile = None,
    _no_cache: NoCache = False,
    _no_color: NoColor = False,
) -> None:
    """Write letters as Markdown, JSON or CSV.

    Without -o everything goes to standard output: several letters are one JSON array, or one CSV table.
    No file is written over without --force. A letter that cannot be read is reported and the rest is
    written.
    """
    from kamerbrief_cli.export_writer import Export

    job = Export(form=to, party=party, force=force, password=password, genre=genre)
    raise typer.Exit(job.run(letters, output))
