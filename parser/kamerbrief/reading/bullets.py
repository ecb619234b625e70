"""Recognise bullets that are set in a symbol font, which often gives its glyphs no usable characters.

They are extracted as U+FFFD, as a code point that is not a character, or as one of private use (Symbol's bullet is
U+F0B7). At the start of a line they are list markers, whatever they look like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kamerbrief.reading.page_lines import Line, Span

BULLET = "•"
NAMELESS = "\ufffd\ufffe\uffff\ue000-\uf8ff"
"""What a glyph without a letter is extracted as."""
FIRST = re.compile(rf"\s*[{NAMELESS}](?=\s)")
"""A nameless glyph before the first word of a line."""
ALONE = re.compile(rf"\s*[{NAMELESS}]\s*")
"""A line that is one nameless glyph."""
HANGING = 6.0
"""Type sizes: a bullet hangs no further before its text."""
NEAR = 12
"""How many lines above and below a glyph are looked at for its text."""


def plain_bullet(text: str) -> str:
    """A line of text in which a nameless glyph before the first word is a bullet.

    >>> plain_bullet("\uf0b7 een zaak"), plain_bullet("een \uf0b7 zaak") == "een \uf0b7 zaak"
    ('• een zaak', True)
    """
    return FIRST.sub(BULLET, text, count=1) if FIRST.match(text) else text


def spans_with_bullet(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans of a line, with a bullet for a nameless glyph before the first word."""
    if FIRST.match("".join(span.text for span in spans[:2])):
        return (spans[0]._replace(text=plain_bullet(f"{spans[0].text} ").removesuffix(" ")), *spans[1:])
    return tuple(spans)


def with_bullets(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a page in the same order, with bullets for nameless glyphs that start a line or hang before one.

    `lines` must be sorted from top to bottom.
    """
    for n, line in enumerate(lines):
        if ALONE.fullmatch(line.text) and any(_hangs(line, other) for other in lines[max(0, n - NEAR) : n + NEAR]):
            yield replace(line, spans=(line.spans[0]._replace(text=BULLET),))
        elif FIRST.match(line.text):
            yield replace(line, spans=spans_with_bullet(line.spans))
        else:
            yield line


def _hangs(glyph: Line, text: Line) -> bool:
    """Whether a glyph stands just before a text on the same height."""
    near = text.x0 - glyph.x0 > 0 and text.x0 - glyph.x1 < HANGING * text.size
    return near and abs(text.y - glyph.y) < 0.3 * text.size and not ALONE.fullmatch(text.text)
