"""Arguments and options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Annotated, Literal

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
    from kamerbrief_cli.party_names import names

    typed = incomplete.casefold()
    # The shell keeps only what starts as typed, so its case is kept too.
    return (incomplete + name[len(incomplete) :] for name in names() if name.casefold().startswith(typed))


def use_library(file: str | None) -> str | None:
    """`--library` is KAMERBRIEF_LIBRARY for this run."""
    if file:
        os.environ["KAMERBRIEF_LIBRARY"] = file
    return file


def complete_id(incomplete: str) -> Iterator[str]:
    """The ids of the library's letters that start like that; none where it cannot be read."""
    from kamerbrief.errors import KamerbriefError
    from kamerbrief.library.catalogue import Library
    from kamerbrief.library.location import library_file

    try:
        return iter(Library(library_file()).ids(incomplete))
    except KamerbriefError:
        return iter(())


LetterPath = Annotated[
    str,
    typer.Argument(
        metavar="LETTER",
        help="A letter, as PDF or text, or the id of one in the library; - reads standard input.",
        autocompletion=complete_id,
    ),
]
LibraryFile = Annotated[
    str | None,
    typer.Option(
        "--library",
        metavar="FILE",
        help="The library to use (KAMERBRIEF_LIBRARY, else one in your data folder).",
        callback=use_library,
        is_eager=True,
    ),
]
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
Member = Annotated[
    list[str] | None,
    typer.Option("--member", metavar="NAME", help="Only exchanges of this member; may be repeated."),
]
Label = Annotated[
    list[str] | None,
    typer.Option("--label", metavar="N|N-M", help="Only the questions printed with this number, or these."),
]
Theme = Annotated[
    str | None, typer.Option("--theme", metavar="TEXT", help="Only exchanges under a heading with this text.")
]
Genre = Annotated[
    Literal[
        "schriftelijk-overleg",
        "kamervragen",
        "lijst-van-vragen",
        "verslag-schriftelijk-overleg",
        "nota-naar-aanleiding-van-verslag",
        "eerste-termijn",
    ]
    | None,
    typer.Option("--genre", help="Read it as this kind of letter; told from its content otherwise."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
