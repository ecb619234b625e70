"""Show text with the markers of its footnotes and the page turns in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from kamerbrief.model import Listing, Paragraph
from kamerbrief_cli.views.safe_text import clean
from kamerbrief_cli.views.styles import NOTE, PAGE

Mark = tuple[int, str, str]
"""Offset in the text, what to show there, and its style."""


def running_text(paragraph: Paragraph, *, style: str, turned: bool) -> Text:
    """Return the text of a paragraph, after its page if it starts on a new one (`turned`)."""
    first = [(0, f"{page_mark(paragraph.page)} ", f"not italic {PAGE}")] if turned else []
    return marked(paragraph.text, [*first, *sorted(marks(paragraph))], style)


def item_text(listing: Listing, item: int, *, style: str) -> Text:
    """Return the text of one item of a list."""
    notes = [note_at(note.offset, note.marker) for note in listing.notes if note.item == item]
    return marked(listing.items[item], sorted(notes), style)


def marked(text: str, marks: Iterable[Mark], style: str) -> Text:
    """Return the text with the marks, which are sorted, at their offsets."""
    result = Text(style=style)
    at = 0
    for offset, mark, look in marks:
        result.append(clean(text[at:offset])).append(mark, look)
        at = offset
    return result.append(clean(text[at:]))


def marks(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield the marks of a paragraph: footnote markers and page turns."""
    for note in paragraph.notes:
        yield note_at(note.offset, note.marker)
    for turn in paragraph.turns:
        offset = word_start(paragraph.text, turn.offset)
        mark = page_mark(turn.page)
        yield offset, f"{mark} " if offset < len(paragraph.text) else f" {mark}", f"not italic {PAGE}"


def note_at(offset: int, marker: str) -> Mark:
    """Return the mark of a footnote."""
    return offset, note_mark(marker), f"not italic {NOTE}"


def word_start(text: str, offset: int) -> int:
    """Return the start of the first word at or after an offset, so that a word across two pages stays whole."""
    while 0 < offset < len(text) and not text[offset - 1].isspace():
        offset += 1
    return offset


def note_mark(marker: str) -> str:
    """Return a footnote's marker as it is shown in the text and before the note."""
    return f"[{clean(marker)}]"


def page_mark(page: int | None) -> str:
    """Return the text that marks the start of a page."""
    return f"[p. {page}]"
