"""Show an exchange: a line with number, askers and pages; the question; the answer; the footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from rich.console import Group, RenderableType
from rich.text import Text

from kamerbrief.model import Exchange, Footnote
from kamerbrief_cli.views.blocks import end_page, part_view
from kamerbrief_cli.views.measured_lines import Hanging, Headline, indented
from kamerbrief_cli.views.running_text import marked, note_mark
from kamerbrief_cli.views.safe_text import clean
from kamerbrief_cli.views.styles import ANSWER, BAR, HEADING, LABEL, NOTE, PAGE, QUESTION, QUIET

Side = Literal["questions", "answers"]


def exchange_view(exchange: Exchange, only: Side | None = None, *, beneath: Iterable[RenderableType] = ()) -> Group:
    """Return the view of an exchange, or of one half of it, with what is to stand beneath it."""
    return Group(
        Text(""),
        Headline(title(exchange), QUIET),
        *(question_view(exchange) if only != "answers" else ()),
        *(answer_view(exchange) if only != "questions" else ()),
        *notes_view(exchange.footnotes, exchange.pages and exchange.pages[1]),
        *beneath,
    )


def title(exchange: Exchange) -> Text:
    """Return the title of an exchange, such as `3 · GroenLinks, PvdA · p. 2–3`."""
    parts = [Text(str(exchange.number), style=HEADING)]
    if exchange.labels and exchange.labels != (str(exchange.number),):
        parts.append(Text(f"vraag {clean(', '.join(exchange.labels))}"))
    if exchange.members:
        parts.append(Text(clean(", ".join(exchange.members)), style=HEADING))
    if exchange.factions:
        parts.append(Text(clean(", ".join(exchange.factions)), style=HEADING))
    if exchange.pages:
        parts.append(Text(page_range(exchange.pages), style=PAGE))
    return Text(" · ", style=QUIET).join(parts)


def page_range(pages: tuple[int, int]) -> str:
    """Format pages, such as `p. 2` or `p. 2–3`."""
    first, last = pages
    return f"p. {first}" if first == last else f"p. {first}–{last}"


def question_view(exchange: Exchange) -> Iterator[RenderableType]:
    """Yield the view of the question, with a bar beside it."""
    bar = Text("│ ", style=BAR)
    yield indented(Text("Vraag", style=LABEL))
    body = part_view(exchange.question, page=exchange.pages and exchange.pages[0], style=QUESTION)
    yield indented(Hanging(body, bar, bar))


def answer_view(exchange: Exchange) -> Iterator[RenderableType]:
    """Yield the view of the answer, starting from the page where the question ended."""
    yield Text("")
    yield indented(Text("Antwoord", style=LABEL))
    page = end_page(exchange.question, exchange.pages and exchange.pages[0])
    yield indented(part_view(exchange.answer, page=page, style=ANSWER))


def notes_view(notes: Sequence[Footnote], page: int | None) -> Iterator[RenderableType]:
    """Yield the footnotes, each after its marker, and its page if that is not `page`."""
    if notes:
        yield Text("")
    for note in notes:
        body = marked("(the letter prints no note)" if note.text is None else note.text, (), QUIET)
        if note.page not in (None, page):
            body.append(f" (p. {note.page})")
        yield indented(Hanging(body, Text(f"{note_mark(note.marker)} ", style=NOTE)))
