"""Renderables with a limited width and a mark before each line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text

from kamerbrief_cli.views.line_wrapping import Segments, segments, wrapped
from kamerbrief_cli.views.styles import MEASURE


class Hanging:
    """A renderable with `first` before its first line and `rest`, of the same width, before the others."""

    def __init__(self, body: RenderableType, first: Text, rest: Text | None = None) -> None:
        self.body = body
        self.first = first
        self.rest = Text(" " * first.cell_len) if rest is None else rest

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self.lines(console, options.update(width=min(options.max_width, MEASURE))):
            yield from line
            yield Segment.line()

    def lines(self, console: Console, options: ConsoleOptions) -> Iterator[Segments]:
        """Yield the lines of the body after their marks."""
        mark, rest = segments(self.first, console), segments(self.rest, console)
        width = max(options.max_width - self.first.cell_len, 1)
        for line in lines_of(self.body, console, options.update(width=width)):
            yield mark + line
            mark = rest


def lines_of(body: RenderableType, console: Console, options: ConsoleOptions) -> Iterable[Segments]:
    """Return the lines of a renderable.

    Nested Hangings are flattened here, because Rich would render each level again.
    """
    if isinstance(body, Hanging):
        return body.lines(console, options)
    if isinstance(body, Group):
        return (line for part in body.renderables for line in lines_of(part, console, options))
    if isinstance(body, Text):
        return wrapped(body, console, options)
    return console.render_lines(body, options, pad=False)


def indented(body: RenderableType, columns: int = 2) -> Hanging:
    """Return a renderable indented by some columns."""
    return Hanging(body, Text(" " * columns))


class Headline:
    """A line such as `── 3 · GroenLinks · p. 2 ─────`, as wide as the text. A long title wraps."""

    def __init__(self, title: Text, style: str) -> None:
        self.title = title
        self.style = style

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = min(options.max_width, MEASURE)
        dash = "-" if options.ascii_only else "─"
        line = Text.assemble((dash * 2 + " ", self.style), self.title, " ")
        line.append(dash * max(width - line.cell_len, 0), self.style)
        yield Hanging(line, Text(""))
