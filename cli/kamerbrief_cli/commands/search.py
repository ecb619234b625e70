"""The command `search`: find exchanges in the library by the words in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kamerbrief_cli.option_groups import LibraryOptions
from kamerbrief_cli.options import AsJson, Half, Party

if TYPE_CHECKING:
    from kamerbrief.insight.finding_kinds import FindingKind

EXAMPLES = """\b
Examples:
  kamerbrief search vrijwillige terugkeer
  kamerbrief search '"vrijwillige terugkeer" NOT asiel' --since 2019
  kamerbrief search 'NEAR(stikstof boeren, 5) OR mest*' --in answers
  kamerbrief search --unanswered --since 2024
  kamerbrief search stikstof --commitments
  kamerbrief search frontex --json | jq -r '.[].id'"""

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORDS",
        help='Words, in any form; "exact words"; begin*; AND, OR, NOT, NEAR(a b, 5); brackets to group. '
        "They may be left out with --unanswered, --refers or --commitments.",
    ),
]
Member = Annotated[str | None, typer.Option("--member", metavar="NAME", help="Only exchanges that this member asks.")]
Minister = Annotated[
    str | None,
    typer.Option("--minister", metavar="NAME", help="Only letters signed by someone with this name or office."),
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Only letters from this date on: 2021, 2021-08 or 2021-08-30."),
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Only letters up to and including this date.")
]
Genre = Annotated[
    str | None, typer.Option("--genre", metavar="GENRE", help="Only letters of this genre, such as kamervragen.")
]
Chamber = Annotated[Literal["eerste", "tweede"] | None, typer.Option("--chamber", help="Only letters to this chamber.")]
Unanswered = Annotated[
    bool, typer.Option("--unanswered", help="Only exchanges with a question that has no answer, or was declined.")
]
Refers = Annotated[bool, typer.Option("--refers", help="Only exchanges whose answer points to other answers.")]
Commitments = Annotated[
    bool, typer.Option("--commitments", help="Only exchanges in which the government undertakes something.")
]
Limit = Annotated[int, typer.Option("--limit", "-n", metavar="NUM", min=1, help="The most exchanges to show.")]
Sort = Annotated[Literal["rank", "date"], typer.Option("--sort", help="The best match first, or the newest letter.")]


def search(
    words: Words = None,
    *,
    party: Party = None,
    part: Half = "all",
    member: Member = None,
    minister: Minister = None,
    since: Since = None,
    until: Until = None,
    genre: Genre = None,
    chamber: Chamber = None,
    unanswered: Unanswered = False,
    refers: Refers = False,
    commitments: Commitments = False,
    limit: Limit = 20,
    sort: Sort = "rank",
    json: AsJson = False,
    _options: LibraryOptions,
) -> None:
    """Find exchanges in the library by the words in them.

    A word finds all its forms (wegen also finds weg), with or without accents. The best match comes first. Each
    exchange is shown with the passage that has most of the words, after the id of its letter, which `show`
    accepts. Without words, all exchanges with the findings are shown, the newest letter first. The exit code is 1
    if nothing is found.
    """
    from kamerbrief.library.search import SearchRequest
    from kamerbrief_cli.party_names import canonical_names
    from kamerbrief_cli.search_runner import run_search

    request = SearchRequest(
        words=" ".join(words or ()),
        part=part,
        factions=canonical_names(party),
        member=member,
        minister=minister,
        since=since,
        until=until,
        genre=genre,
        chamber=chamber,
        limit=limit,
        sort=sort,
        findings=finding_kinds(unanswered=unanswered, refers=refers, commitments=commitments),
    )
    raise typer.Exit(run_search(request, json=json))


def finding_kinds(*, unanswered: bool, refers: bool, commitments: bool) -> tuple[FindingKind, ...]:
    """Return the kinds of findings that these options ask for."""
    asked: dict[FindingKind, bool] = {"unanswered": unanswered, "refers": refers, "commitments": commitments}
    return tuple(kind for kind, wanted in asked.items() if wanted)
