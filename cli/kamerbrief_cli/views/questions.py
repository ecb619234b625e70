"""Show what is asked, one line for each exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief_cli.faction_tally import own_question
from kamerbrief_cli.views.safe_text import clean, json_text

if TYPE_CHECKING:
    from rich.console import Group

    from kamerbrief.model import Exchange, Letter


def askers(exchange: Exchange) -> str:
    """Return the members, if they are named, and then the factions."""
    return clean(", ".join((*exchange.members, *exchange.factions)))


def number(exchange: Exchange) -> str:
    """Return the exchange's number, with the printed ones if they differ: 3 (3, 8)."""
    printed = ", ".join(exchange.labels)
    return (
        f"{exchange.number} ({clean(printed)})" if printed and printed != str(exchange.number) else str(exchange.number)
    )


def columns(letter: Letter) -> list[tuple[str, str, str]]:
    """Return number, askers and question of each exchange, with the first two padded to equal width."""
    found = [(number(one), askers(one), clean(own_question(one)).strip()) for one in letter.exchanges]
    wide = max((len(number) for number, _, _ in found), default=0)
    who_wide = max((len(who) for _, who, _ in found), default=0)
    return [(number.rjust(wide), who.ljust(who_wide), question) for number, who, question in found]


def questions_view(letter: Letter, *, cut: bool) -> Group:
    """Return a line for each exchange; `cut`: cut it at the edge with an ellipsis."""
    from rich.console import Group
    from rich.text import Text

    from kamerbrief_cli.views.styles import FACTION, NUMBER

    return Group(
        *(
            Text.assemble(
                (number, NUMBER),
                "  ",
                (who, FACTION),
                "  ",
                question,
                overflow="ellipsis" if cut else None,
                no_wrap=True,
            )
            for number, who, question in columns(letter)
        )
    )


def questions_json(letter: Letter) -> str:
    """Return a JSON array with an object for each exchange."""
    return json_text([as_object(one) for one in letter.exchanges], indent=1) + "\n"


def as_object(exchange: Exchange) -> dict[str, object]:
    """Return the question of one exchange for JSON."""
    return {
        "number": exchange.number,
        "labels": exchange.labels,
        "factions": exchange.factions,
        "members": exchange.members,
        "page": exchange.pages and exchange.pages[0],
        "question": own_question(exchange),
    }
