"""The command `compare`: put two letters beside each other, or what a faction asked in many."""

from __future__ import annotations

from typing import Annotated

import typer

from kamerbrief_cli.option_groups import ReadingOptions
from kamerbrief_cli.options import AsJson, Party, Password, complete_id

EXAMPLES = """\b
Examples:
  kamerbrief compare first.pdf second.pdf
  kamerbrief compare first.pdf second.pdf --party sp --json
  kamerbrief compare --party "Partij voor de Dieren\""""

Letters = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="LETTER LETTER",
        help="Two letters, or ids of letters in the library. Without them, the letters of the library, with --party.",
        autocompletion=complete_id,
    ),
]
Limit = Annotated[int, typer.Option("--limit", "-n", metavar="NUM", min=1, help="In the library: the most pairs.")]


def compare(
    letters: Letters = None,
    *,
    party: Party = None,
    limit: Limit = 20,
    json: AsJson = False,
    password: Password = None,
    _options: ReadingOptions,
) -> None:
    """Show which questions of two letters are the same or alike, and what changed between the answers.

    The answers stand in two columns; words that only the first has are marked [-so-], words that only the second
    has {+so+}, on a terminal also by colour. With --party and without letters, the questions of that faction are
    compared across the library, the most alike first. The exit code is 1 if nothing is alike.
    """
    from kamerbrief_cli.comparison_runner import run_comparison

    raise typer.Exit(run_comparison(letters or [], party=party, limit=limit, json=json, password=password))
