"""Running text broken into lines; a letter is mostly that, and Rich measures every word of it, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.console import Console, ConsoleOptions
from rich.segment import Segment
from rich.text import Text

Segments = list[Segment]
"""A line, without its end."""


NARROW = re.compile("[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u203a€]*")
"""What Dutch is written in: each a column wide."""


def wrapped(body: Text, console: Console, options: ConsoleOptions) -> Iterator[Segments]:
    """The lines of a text. Rich breaks it where not every letter is one column wide or a word is wider than a line."""
    no_wrap = body.no_wrap or options.no_wrap
    ends = None if no_wrap else breaks(body.plain, options.max_width)
    if ends is None:
        overflow = body.overflow or options.overflow
        for line in body.wrap(console, options.max_width, overflow=overflow, no_wrap=no_wrap):
            yield segments(line, console)
    elif body.spans:
        for line in body.divide(ends):
            line.rstrip()
            yield segments(line, console)
    else:
        style = console.get_style(body.style)
        for start, end in zip([0, *ends], [*ends, len(body.plain)], strict=True):
            yield [Segment(body.plain[start:end].rstrip(), style)]


def breaks(text: str, width: int) -> list[int] | None:
    """Where lines after the first start, none wider than `width`; None where that takes more than counting letters.

    >>> breaks("een brief over wegen", 9)
    [10, 15]
    """
    if not NARROW.fullmatch(text):
        return None
    found = []
    start = 0
    while len(text) - start > width:
        space = text.rfind(" ", start, start + width + 1)
        if space <= start:
            return None
        start = space + 1
        found.append(start)
    return found


def segments(line: Text, console: Console) -> Segments:
    """A line in its style, which Rich itself leaves out where no part of it has another."""
    return list(line.render(console)) if line.spans else [Segment(line.plain, console.get_style(line.style))]
