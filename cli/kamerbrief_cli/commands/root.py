"""The options before the name of a command, and the help of the program.

`--help` and the options for completion are our own: Typer's import pydantic, which doubles the time of `--help`.
"""

from __future__ import annotations

from typing import Annotated

import typer

from kamerbrief_cli.completion import Install, Show
from kamerbrief_cli.options import NoColor

HELP = """Look up, grep and export what the Dutch government answered to parliament's written questions.

A LETTER is a kamerbrief as a PDF, Word or text file, or - for standard input. A library
keeps many letters; the id of a letter in it can be given in place of a file."""

EPILOG = """\b
Examples:
  kamerbrief show letter.pdf --party d66
  kamerbrief factions letter.pdf
  kamerbrief questions letter.pdf --party gl
  kamerbrief grep -i frontex letters/ --in answers
  kamerbrief export letter.pdf --to md -o letter.md
  kamerbrief check letter.pdf
  kamerbrief library add letters/
  kamerbrief search vrijwillige terugkeer --since 2019

\b
Exit codes:
   0 success           1 nothing found     2 wrong usage
   3 not readable      4 empty file        5 damaged file
   6 no text layer     7 password needed   8 not a letter
   9 unknown faction  10 output exists or cannot be written
  11 library missing or damaged           12 library in use
  13 Dask cluster lost                    14 a fault in kamerbrief itself
  grep, library add and library sync exit with 2 after any error; check with 1 where
  something is uncertain."""


def print_version(requested: bool) -> None:
    """Print the version and exit."""
    if requested:
        from kamerbrief import __version__

        typer.echo(f"kamerbrief {__version__}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option("--version", help="Print the version and exit.", callback=print_version, is_eager=True),
]


def print_help(ctx: typer.Context, requested: bool) -> None:
    """Print the help and exit."""
    if requested and not ctx.resilient_parsing:
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
    """Print the help if no command is given."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help(), err=True)
        raise typer.Exit(2)
