"""Arguments and options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Annotated

import typer


def turn_colour_off(wanted: bool) -> bool:
    """`--no-color` is NO_COLOR for this run, so that a pager hears it too."""
    if wanted:
        os.environ["NO_COLOR"] = "1"
    return wanted


def turn_cache_off(wanted: bool) -> bool:
    """`--no-cache` is KAMERBRIEF_NO_CACHE for this run."""
    if wanted:
        os.environ["KAMERBRIEF_NO_CACHE"] = "1"
    return wanted


def complete_party(incomplete: str) -> Iterator[str]:
    """The canonical faction names that start like that, in any case."""
    from kamerbrief_cli.party import names

    typed = incomplete.casefold()
    # The shell keeps only what starts as typed, so its case is kept too.
    return (incomplete + name[len(incomplete) :] for name in names() if name.casefold().startswith(typed))


LetterPath = Annotated[str, typer.Argument(metavar="LETTER", help="A letter, as PDF or text; - reads standard input.")]
Party = Annotated[
    list[str] | None,
    typer.Option(
        "--party",
        "-p",
        metavar="NAME",
        help="Only exchanges of this faction, by name or abbreviation (GL, CU, PvdD); may be repeated.",
        autocompletion=complete_party,
    ),
]
Password = Annotated[
    str | None,
    typer.Option(
        "--password",
        metavar="TEXT",
        help="The password of an encrypted PDF; asked for on a terminal when not given.",
    ),
]
NoColor = Annotated[
    bool,
    typer.Option("--no-color", help="No colours; so does NO_COLOR.", callback=turn_colour_off, is_eager=True),
]
NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        help="Parse anew and keep nothing; so does KAMERBRIEF_NO_CACHE.",
        callback=turn_cache_off,
        is_eager=True,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
