"""Renderables that set something at a measure, with the same mark before each of its lines."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text

from kamerbrief_cli.views.styles import MEASURE


class Hanging:
    """Something behind `first` on its first line and behind `rest` (as wide) on the others."""

    def __init__(self, body: RenderableType, first: Text, rest: Text | None = None) -> None:
        self.body = body
        self.first = first
        self.rest = Text(" " * first.cell_len) if rest is None else rest

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = max(min(options.max_width, MEASURE) - self.first.cell_len, 1)
        mark: Iterable[Segment] = list(console.render(self.first, options.update(no_wrap=True)))
        rest = list(console.render(self.rest, options.update(no_wrap=True)))
        for line in console.render_lines(self.body, options.update(width=width), pad=False):
            yield from without_end(mark)
            yield from line
            yield Segment.line()
            mark = rest


def without_end(segments: Iterable[Segment]) -> Iterable[Segment]:
    """The segments of a line without the line's end."""
    return (segment for segment in segments if segment.text != "\n")


def indented(body: RenderableType, columns: int = 2) -> Hanging:
    """Something set in from the left."""
    return Hanging(body, Text(" " * columns))


class Headline:
    """A line such as `── 3 · GroenLinks · p. 2 ─────`, as wide as the text; a long title wraps."""

    def __init__(self, title: Text, style: str) -> None:
        self.title = title
        self.style = style

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = min(options.max_width, MEASURE)
        dash = "-" if options.ascii_only else "─"
        line = Text.assemble((dash * 2 + " ", self.style), self.title, " ")
        line.append(dash * max(width - line.cell_len, 0), self.style)
        yield Hanging(line, Text(""))
