"""What stands before the command's name.

Typer's own options are not used there: it reads one that is not given, help included, by importing pydantic,
which takes as long as all the rest of a command's `--help`.
"""

from __future__ import annotations

from typing import Annotated

import typer

from kamerbrief_cli.completion import Install, Show
from kamerbrief_cli.options import NoColor

HELP = """Look up, grep and export what the Dutch government answered to parliament's written questions.

A LETTER is a kamerbrief as PDF or text; - reads it from standard input. A library
keeps many of them, parsed once; there a LETTER is the start of its id."""

EPILOG = """\b
Examples:
  kamerbrief show letter.pdf --party d66
  kamerbrief factions letter.pdf
  kamerbrief questions letter.pdf --party gl
  kamerbrief grep -i frontex letters/ --in answers
  kamerbrief export letter.pdf --to md -o letter.md
  kamerbrief library add letters/
  kamerbrief search vrijwillige terugkeer --since 2019

\b
Exit codes:
   0 done             1 nothing found     2 wrong use (grep, library add: any error)
   3 not readable     4 empty file        5 damaged file
   6 no text layer    7 password needed   8 not a letter
   9 unknown faction 10 output exists or cannot be written
  11 library unsound 12 library is in use 13 cluster lost"""


def print_version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        from kamerbrief import __version__

        typer.echo(f"kamerbrief {__version__}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option("--version", help="Print the version and exit.", callback=print_version, is_eager=True),
]


def print_help(ctx: typer.Context, wanted: bool) -> None:
    """Print the help and stop."""
    if wanted and not ctx.resilient_parsing:
        typer.echo(ctx.get_help())
        raise typer.Exit


Help = Annotated[bool, typer.Option("--help", help="Show this message and exit.", callback=print_help, is_eager=True)]


def root(
    ctx: typer.Context,
    _version: Version = False,
    _no_color: NoColor = False,
    _install: Install = False,
    _show: Show = False,
    _help: Help = False,
) -> None:
    """Without a command, help is what is needed."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help(), err=True)
        raise typer.Exit(2)
