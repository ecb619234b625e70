"""Show what is asked, one line for each question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from kamerbrief_cli.views.page_names import page_name
from kamerbrief_cli.views.safe_text import clean, json_text

if TYPE_CHECKING:
    from rich.console import Group

    from kamerbrief.model import Exchange
    from kamerbrief_cli.question_rows import QuestionRow


def askers(exchange: Exchange) -> str:
    """Return the members, if they are named, and then the factions."""
    return clean(", ".join((*exchange.members, *exchange.factions)))


def number(row: QuestionRow) -> str:
    """Return the numbers of the exchange and of the question in it, and the printed ones if they differ: 3.1 (3, 8)."""
    exchange, sub = row.exchange, row.subquestion
    own = f"{exchange.number}.{sub.number}" if sub and sub.number else str(exchange.number)
    printed = ", ".join(exchange.labels)
    return f"{own} ({clean(printed)})" if printed and printed != str(exchange.number) else own


def outcome(row: QuestionRow) -> str:
    """Say what is told of a question that is left open; empty for another row."""
    if not row.is_open:
        return ""
    sub = row.subquestion
    if sub and sub.answered == "declined":
        return f" — declined: {sub.decided_by.text}" if sub.decided_by else " — declined"
    return " — no answer found"


def columns(rows: Sequence[QuestionRow]) -> list[tuple[str, str, str, str]]:
    """Return number, askers, page and question of each row, with the first three padded to equal width."""
    found = [(number(one), askers(one.exchange), page_name(one.page), question(one)) for one in rows]
    wide = [max((len(row[column]) for row in found), default=0) for column in range(3)]
    return [(number.rjust(wide[0]), who.ljust(wide[1]), page.ljust(wide[2]), text) for number, who, page, text in found]


def question(row: QuestionRow) -> str:
    """Return the question on one line, with what is told of it."""
    return clean(row.text).strip() + clean(outcome(row))


def questions_view(rows: Sequence[QuestionRow], *, cut: bool, named: bool = False) -> Group:
    """Return a line for each row; `cut`: cut it at the edge with an ellipsis; `named`: with the letter in front."""
    from rich.console import Group
    from rich.text import Text

    from kamerbrief_cli.views.styles import FACTION, NUMBER, PATH, QUIET

    views = []
    for row, (number, who, page, text) in zip(rows, columns(rows), strict=True):
        parts = [
            (clean(row.letter) if named else "", PATH),
            (number, NUMBER),
            (who, FACTION),
            (page, QUIET),
            (text, ""),
        ]
        line = Text("  ").join(Text(part, style) for part, style in parts if part)
        line.no_wrap = True
        line.overflow = "ellipsis" if cut else None
        views.append(line)
    return Group(*views)


def questions_json(rows: Sequence[QuestionRow]) -> str:
    """Return a JSON array with an object for each row."""
    return json_text([as_object(one) for one in rows], indent=1) + "\n"


def as_object(row: QuestionRow) -> dict[str, object]:
    """Return a row for JSON."""
    exchange, sub = row.exchange, row.subquestion
    return {
        "letter": row.letter,
        "number": exchange.number,
        "subquestion": sub and sub.number,
        "labels": exchange.labels,
        "factions": exchange.factions,
        "members": exchange.members,
        "page": row.page,
        "question": row.text,
        "answered": sub and sub.answered,
        "decided_by": msgspec.to_builtins(sub.decided_by) if sub and sub.decided_by else None,
    }
