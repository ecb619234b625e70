"""Arguments and options that several commands share, with their help texts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Annotated, Literal

import typer


def turn_colour_off(requested: bool) -> bool:
    """Apply `--no-color`: set NO_COLOR for this run, so that a pager sees it too."""
    if requested:
        os.environ["NO_COLOR"] = "1"
    return requested


def turn_cache_off(requested: bool) -> bool:
    """Apply `--no-cache`: set KAMERBRIEF_NO_CACHE for this run."""
    if requested:
        os.environ["KAMERBRIEF_NO_CACHE"] = "1"
    return requested


def complete_party(incomplete: str) -> Iterator[str]:
    """Return the canonical faction names that start with what is typed, in any case."""
    from kamerbrief_cli.party_names import all_names

    typed = incomplete.casefold()
    # The shell keeps only the words that start exactly as typed.
    return (incomplete + name[len(incomplete) :] for name in all_names() if name.casefold().startswith(typed))


def use_library(file: str | None) -> str | None:
    """Apply `--library`: set KAMERBRIEF_LIBRARY for this run. Raises typer.BadParameter for an empty path."""
    if file == "":
        raise typer.BadParameter("the path is empty")
    if file:
        os.environ["KAMERBRIEF_LIBRARY"] = file
    return file


def complete_id(incomplete: str) -> Iterator[str]:
    """Return the ids of letters in the library that start with what is typed; none if it cannot be read."""
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
        help="A letter: a PDF, Word or text file, or the id of a letter in the library; - is standard input.",
        autocompletion=complete_id,
    ),
]
Places = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="LETTER|FOLDER",
        help="Letters, ids of letters in the library, and folders with letters; - is standard input. "
        "Without any, the whole library.",
        autocompletion=complete_id,
    ),
]
LibraryFile = Annotated[
    str | None,
    typer.Option(
        "--library",
        metavar="FILE",
        help="Use this library (default: KAMERBRIEF_LIBRARY, else one in your data folder).",
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
        help="Only exchanges that this faction asks, by name or abbreviation (GL, CU, PvdD); may be repeated.",
        autocompletion=complete_party,
    ),
]
Password = Annotated[
    str | None,
    typer.Option(
        "--password",
        metavar="TEXT",
        help="The password of an encrypted PDF; without it you are asked for it on a terminal.",
    ),
]
NoColor = Annotated[
    bool,
    typer.Option("--no-color", help="Do not use colours, as with NO_COLOR.", callback=turn_colour_off, is_eager=True),
]
NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        help="Do not read or write the cache, as with KAMERBRIEF_NO_CACHE.",
        callback=turn_cache_off,
        is_eager=True,
    ),
]
Member = Annotated[
    list[str] | None,
    typer.Option("--member", metavar="NAME", help="Only exchanges that this member asks; may be repeated."),
]
Exchanges = Annotated[
    list[str] | None,
    typer.Option(
        "--exchange",
        "-e",
        metavar="N|N-M",
        help="Only the exchange with this number, or a range; may be repeated.",
    ),
]
Label = Annotated[
    list[str] | None,
    typer.Option(
        "--label", metavar="N|N-M", help="Only the question with this printed number, or a range; may be repeated."
    ),
]
Theme = Annotated[
    str | None, typer.Option("--theme", metavar="TEXT", help="Only exchanges under a heading that contains this text.")
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
    typer.Option(
        "--genre",
        metavar="GENRE",
        help="The genre of the letter (default: told by its content): schriftelijk-overleg, kamervragen, "
        "lijst-van-vragen, verslag-schriftelijk-overleg, nota-naar-aanleiding-van-verslag or eerste-termijn. "
        "In kamervragen and eerste-termijn members ask, by name.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Half = Annotated[
    Literal["questions", "answers", "all"], typer.Option("--in", help="Search only the questions or the answers.")
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite a file that exists.")]
