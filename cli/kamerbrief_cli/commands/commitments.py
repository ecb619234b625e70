"""The command `commitments`: list what the government undertakes in its answers."""

from __future__ import annotations

from typing import Annotated

import typer

from kamerbrief_cli.option_groups import ReadingOptions
from kamerbrief_cli.options import AsJson, Party, Password, Places

EXAMPLES = """\b
Examples:
  kamerbrief commitments letter.pdf
  kamerbrief commitments letters/ --due 2025-07
  kamerbrief commitments --firm --party d66
  kamerbrief commitments letter.pdf --json"""

Due = Annotated[
    str | None,
    typer.Option(
        "--due",
        metavar="DATE",
        help="Only what should have been done by the end of this year, month or day (2025, 2025-07, 2025-07-01), "
        "the earliest first.",
    ),
]
Firm = Annotated[bool, typer.Option("--firm", help="Leave out what is only intended (streven naar, wil verkennen).")]


def commitments(
    places: Places = None,
    *,
    due: Due = None,
    firm: Firm = False,
    party: Party = None,
    json: AsJson = False,
    password: Password = None,
    _options: ReadingOptions,
) -> None:
    """List the sentences in which the government undertakes something (toezeggingen).

    Each has its exchange, page, by when it is to be done, and who will do it, as far as the sentence says so; what
    is only intended is marked as weak. Times are reckoned from the date of the letter. What others will do, and
    what was done already, is left out. The exit code is 1 if nothing is found, and 2 after an error.
    """
    from kamerbrief_cli.commitment_list import CommitmentList

    found = CommitmentList(due=due, firm_only=firm)
    raise typer.Exit(found.run(places, party=party, password=password, json=json))
