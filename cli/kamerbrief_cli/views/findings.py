"""Show what was found in an exchange: questions without an answer, and the answers that an answer points to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from kamerbrief_cli.views.blocks import end_page, part_view
from kamerbrief_cli.views.measured_lines import Hanging, indented
from kamerbrief_cli.views.page_names import page_name
from kamerbrief_cli.views.safe_text import clean
from kamerbrief_cli.views.styles import ANSWER, BAR, CAUTION, LABEL, QUIET

if TYPE_CHECKING:
    from kamerbrief.insight.open_questions import OpenQuestion
    from kamerbrief.model import Exchange


def open_question_line(one: OpenQuestion) -> str:
    """Say that a question was declined or that no answer was found, where it stands, and what decided."""
    page = f", page {one.question.page}" if one.question.page else ""
    where = f"(exchange {one.exchange.number}{page})"
    if not one.declined:
        return f"no answer found to this question {where}: {one.question.text}"
    decided = f" — “{one.question.decided_by.text}”" if one.question.decided_by else ""
    return f"declined {where}: {one.question.text}{decided}"


def open_questions_view(exchange: Exchange) -> Iterator[RenderableType]:
    """Yield a line for each question of an exchange that is left open."""
    from kamerbrief.insight.open_questions import open_questions

    for one in open_questions(exchange):
        yield Text("")
        yield Hanging(Text(clean(open_question_line(one))), Text("  · ", style=CAUTION), Text("    "))


def followed_view(target: Exchange) -> Iterator[RenderableType]:
    """Yield the answer that another answer points to, beneath a line that says whose it is."""
    parts = [str(target.number), *target.members, *target.factions, page_name(target.pages and target.pages[0])]
    title = Text.assemble(("↳ ", BAR), (clean(" · ".join(filter(None, parts))), LABEL))
    start = end_page(target.question, target.pages and target.pages[0])
    bar = Text("  ┆ ", style=QUIET)
    yield Text("")
    yield indented(title)
    yield Hanging(part_view(target.answer, page=start, style=ANSWER), bar, bar)
