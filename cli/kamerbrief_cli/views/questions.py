"""What is asked, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief_cli.faction_tally import own_question
from kamerbrief_cli.views.safe_text import clean, json_text

if TYPE_CHECKING:
    from rich.console import Group

    from kamerbrief.model import Exchange, Letter


def askers(exchange: Exchange) -> str:
    """Members where they are named, then factions."""
    return clean(", ".join((*exchange.members, *exchange.factions)))


def number(exchange: Exchange) -> str:
    """The exchange's number, and the printed ones where they differ: 3 (3, 8)."""
    printed = ", ".join(exchange.labels)
    return (
        f"{exchange.number} ({clean(printed)})" if printed and printed != str(exchange.number) else str(exchange.number)
    )


def columns(letter: Letter) -> list[tuple[str, str, str]]:
    """Number, askers and question of each exchange, the first two as wide as their widest."""
    found = [(number(one), askers(one), clean(own_question(one)).strip()) for one in letter.exchanges]
    wide = max((len(number) for number, _, _ in found), default=0)
    who_wide = max((len(who) for _, who, _ in found), default=0)
    return [(number.rjust(wide), who.ljust(who_wide), question) for number, who, question in found]


def questions_view(letter: Letter, *, cut: bool) -> Group:
    """A line each; `cut` at the edge with an ellipsis."""
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
    """An array with an object an exchange."""
    return json_text([as_object(one) for one in letter.exchanges], indent=1) + "\n"


def as_object(exchange: Exchange) -> dict[str, object]:
    """One exchange's question."""
    return {
        "number": exchange.number,
        "labels": exchange.labels,
        "factions": exchange.factions,
        "members": exchange.members,
        "page": exchange.pages and exchange.pages[0],
        "question": own_question(exchange),
    }
