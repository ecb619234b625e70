"""`search`: the exchanges of the library that have some words."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from kamerbrief_cli.options import AsJson, LibraryFile, NoColor, Party

EXAMPLES = """\b
Examples:
  kamerbrief search vrijwillige terugkeer
  kamerbrief search '"vrijwillige terugkeer" NOT asiel' --party d66 --since 2019
  kamerbrief search 'NEAR(stikstof boeren, 5) OR mest*' --in answers --sort date
  kamerbrief search frontex --json | jq -r '.[].id'"""

Words = Annotated[
    list[str],
    typer.Argument(metavar="WORDS", help='Words in any form; "as written"; start*; AND, OR, NOT, NEAR(a b, 5).'),
]
In = Annotated[Literal["questions", "answers", "all"], typer.Option("--in", help="Which side of exchanges to search.")]
Member = Annotated[str | None, typer.Option("--member", metavar="NAME", help="Only what this member asks.")]
Minister = Annotated[
    str | None, typer.Option("--minister", metavar="NAME", help="Only letters signed by this name or office.")
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="Only letters from then on: 2021, 2021-08, 2021-08-30.")
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Only letters until then, included.")]
Genre = Annotated[str | None, typer.Option("--genre", metavar="GENRE", help="Only letters of this form: kamervragen.")]
Chamber = Annotated[Literal["eerste", "tweede"] | None, typer.Option("--chamber", help="Only letters to this chamber.")]
Limit = Annotated[int, typer.Option("--limit", "-n", metavar="NUM", min=1, help="At most so many exchanges.")]
Sort = Annotated[Literal["rank", "date"], typer.Option("--sort", help="The best first, or the newest.")]


def search(
    words: Words,
    party: Party = None,
    part: In = "all",
    member: Member = None,
    minister: Minister = None,
    since: Since = None,
    until: Until = None,
    genre: Genre = None,
    chamber: Chamber = None,
    limit: Limit = 20,
    sort: Sort = "rank",
    json: AsJson = False,
    _library: LibraryFile = None,
    _no_color: NoColor = False,
) -> None:
    """Find exchanges in the library by their words, the best first.

    A word finds all its forms (wegen finds weg), with accents or without. Each hit shows the passage that has
    most of the words, behind the letter's id, which `show` takes. Exits 1 where nothing is found.
    """
    from kamerbrief_cli.party_names import known
    from kamerbrief_cli.search_runner import SearchRun

    request = SearchRun(
        words=" ".join(words),
        part=part,
        factions=known(party),
        member=member,
        minister=minister,
        since=since,
        until=until,
        genre=genre,
        chamber=chamber,
        limit=limit,
        sort=sort,
    )
    raise typer.Exit(request.run(json=json))
