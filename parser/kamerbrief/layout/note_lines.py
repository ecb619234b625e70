"""Lines of a page's foot -> notes: which number each has, also where several stand in one line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from kamerbrief.layout.annotated_text import MARKER
from kamerbrief.reading.page_lines import Line, Span

NOTE = re.compile(r"[\[(]?(\d{1,3})[\])]?[.:]?(?:\s+\S|$|(?=[A-Z‘“]))")
"""A note's first line: "3 Official ...", "3. Official", "[3] Official", its number alone, "3Official"."""
INSIDE = r"(?<=[.;)/\w]) (?=%s (?:[A-Z‘“«(]|http|www))|(?<=[.;)]) (?=%s$)"
"""Where the note of a given number starts behind another one: "nr. 701. 2 Zie ..."."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note as printed: its marker and the lines of its text."""

    marker: str
    lines: tuple[Line, ...]

    @property
    def page(self) -> int:
        """The page on which it starts."""
        return self.lines[0].page


def number_of(line: Line) -> str | None:
    """The marker with which a line starts a note, raised or not."""
    if line.label:
        return None
    first = line.spans[0]
    if first.raised and (found := MARKER.fullmatch(first.text)):
        return found[1]
    found = NOTE.match(line.text)
    return found[1] if found else None


def collect(lines: Iterable[Line], notes: list[Note], raised: set[str]) -> None:
    """Append the notes that these lines hold; lines before the first number continue the last note.

    `raised`: the markers in the text above, which tell a number inside a line for a note's.
    """
    last = int(notes[-1].marker) if notes and notes[-1].marker.isdigit() else None
    lines = list(lines)
    inside = raised - {number_of(line) for line in lines}
    pieces = [piece for line in lines for piece in _parted(line, inside)]
    for line in pieces:
        number = number_of(line)
        follows = number is not None and (
            line.spans[0].raised or last is None or not number.isdigit() or 0 < int(number) - last <= 2 or number == "1"
        )
        if number is not None and follows:
            notes.append(Note(number, (_without_number(line),)))
            last = int(number) if number.isdigit() else last
        elif notes:
            notes[-1] = replace(notes[-1], lines=(*notes[-1].lines, line))


def _parted(line: Line, inside: set[str]) -> list[Line]:
    """A line before each marker in it: notes that were set one after the other."""
    spans = [piece for span in line.spans for piece in _cut(span, inside)]
    starts = [n for n in range(1, len(spans)) if _starts_note(spans, n, inside)]
    bounds = [0, *starts, len(spans)]
    return [replace(line, spans=tuple(spans[a:b])) for a, b in pairwise(bounds)] if starts else [line]


def _cut(span: Span, inside: set[str]) -> list[Span]:
    places = sorted(found.end() for number in inside for found in re.finditer(INSIDE.replace("%s", number), span.text))
    bounds = [0, *places, len(span.text)]
    return [span._replace(text=span.text[a:b]) for a, b in pairwise(bounds)] if places else [span]


def _starts_note(spans: list[Span], n: int, inside: set[str]) -> bool:
    """A number behind a sentence: raised, or one that the text refers to and no line starts with."""
    before, found = spans[n - 1], NOTE.match(spans[n].text)
    if spans[n].raised:
        return bool(MARKER.fullmatch(spans[n].text)) and before.text.endswith((" ", ".", ";"))
    return not before.raised and before[1:] == spans[n][1:] and found is not None and found[1] in inside


def _without_number(line: Line) -> Line:
    first, *rest = line.spans
    if first.raised:
        return replace(line, spans=tuple(rest) or (first._replace(text="", raised=False),))
    text = re.sub(r"^[\[(]?\d{1,3}[\])]?[.:]?\s*", "", first.text)
    return replace(line, spans=(first._replace(text=text), *rest))
