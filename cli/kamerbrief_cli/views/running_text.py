"""Show text with the markers of its footnotes and the page turns in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.style import Style
from rich.text import Text

from kamerbrief.model import Listing, Paragraph
from kamerbrief_cli.terminal import is_plain
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


def marked(text: str, marks: Sequence[Mark], style: str) -> Text:
    """Return the text with the marks, which are sorted, at their offsets; on a terminal citations are links."""
    result = Text(style=style)
    at = 0
    for offset, mark, look in marks:
        result.append(clean(text[at:offset])).append(mark, look)
        at = offset
    result.append(clean(text[at:]))
    if not is_plain():
        add_links(result, text, marks)
    return result


def add_links(shown: Text, text: str, marks: Sequence[Mark]) -> None:
    """Make every citation of an official document a link (OSC 8) to its publication."""
    from kamerbrief.insight.citations.citation_finder import find_citations

    for one in find_citations(text):
        if one.address:
            start, end = (
                at + sum(len(mark) for offset, mark, _ in marks if offset <= at) for at in (one.start, one.end - 1)
            )
            shown.stylize(Style(link=one.address), start, end + 1)


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
