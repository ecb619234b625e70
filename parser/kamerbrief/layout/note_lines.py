"""Turn the lines of a page's foot into notes, each with its number, also where several stand in one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from kamerbrief.layout.annotated_text import MARKER
from kamerbrief.layout.line_sets import Place, place_of
from kamerbrief.patterns import pattern
from kamerbrief.reading.page_lines import Line, Span

NOTE = pattern(
    r"[\[(]?(\d{1,3})[\])]?[.:]?(?:\s+\S|$|(?=[A-Z‘“])|(?=(?!ste\b)[a-z]{2,}\.?\s[A-Z]))",
    how="match",
    hits=(
        "3 Official Journal",
        "3. Official Journal",
        "[3] Official Journal",
        "3Official Journal",
        "3",
        "1de Telegraaf",
    ),
    misses=("2021 was", "3e druk", "1ste Kamer", "nr. 3"),
)
"""The first line of a note."""
NUMBER = pattern(r"^[\[(]?\d{1,3}[\])]?[.:]?\s*", hits=("[3] Official", "3"), misses=("nr. 3", ""))
"""The number of a note at the start of its line."""
INSIDE = pattern(
    r"(?<=[.;)/\w]) (?=(?P<number>\d{1,3}) (?:[A-Z‘“«(]|http|www))|(?<=[.;)]) (?=(?P<last>\d{1,3})$)",
    hits=("nr. 701. 2 Zie hoofdstuk 3", "nr. 701. 2"),
    misses=("Besluit van 2 leden", "nr. 701, 2"),
)
"""The blank before the number of a note that starts behind another one in its line."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote as printed: its marker and the lines of its text."""

    marker: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Its words, as printed."""
        return " ".join(line.text for line in self.lines).strip()

    @property
    def page(self) -> int:
        """The page on which it starts."""
        return self.lines[0].page


def number_of(line: Line, numbering: Set[Place] = frozenset()) -> str | None:
    """The marker with which a line starts a note, raised or not; None for a line that is the number of a question.

    `numbering` holds the places of those.
    """
    if numbering and place_of(line) in numbering:
        return None
    first = line.spans[0]
    if first.raised and (found := MARKER.fullmatch(first.text)):
        return found[1]
    found = NOTE.match(line.text)
    return found[1] if found else None


def with_notes_of(
    lines: Iterable[Line], notes: Iterable[Note], raised: Set[str], numbering: Set[Place] = frozenset()
) -> list[Note]:
    """The notes so far and those that these lines hold; lines before the first number continue the last note.

    `raised` are the markers in the text above: a number inside a line starts a note only if it is one of them.
    `numbering` are the places of lines that are the numbers of questions.
    """
    notes = list(notes)
    last = int(notes[-1].marker) if notes and notes[-1].marker.isdecimal() else None
    lines = list(lines)
    inside = raised - {number_of(line, numbering) for line in lines}
    pieces = [piece for line in lines for piece in _parted(line, inside)]
    for line in pieces:
        number = number_of(line, numbering)
        follows = number is not None and (
            line.spans[0].raised
            or last is None
            or not number.isdecimal()
            or 0 < int(number) - last <= 2
            or number == "1"
        )
        if number is not None and follows:
            notes.append(Note(number, (_without_number(line),)))
            last = int(number) if number.isdecimal() else last
        elif notes:
            notes[-1] = replace(notes[-1], lines=(*notes[-1].lines, line))
    return dealt(notes)


def dealt(notes: Sequence[Note]) -> list[Note]:
    """The notes, with the lines of one dealt out to those before it that have none.

    Extraction may print the numbers of several notes first, and their texts below.
    """
    found: list[Note] = []
    for note in notes:
        found.append(note)
        empty = len(list(takewhile(lambda other: not other.text, reversed(found[:-1]))))
        lines = [line for line in note.lines if line.text.strip()]
        if empty and len(lines) > empty:
            shares = _shares(lines, empty + 1)
            found[-len(shares) :] = map(_with_lines, found[-len(shares) :], shares)
    return found


def _with_lines(note: Note, lines: tuple[Line, ...]) -> Note:
    return replace(note, lines=lines)


def _shares(lines: Sequence[Line], count: int) -> list[tuple[Line, ...]]:
    """The lines of each of several notes.

    Each starts with a capital, if so many lines do; else each has one line, and the last the rest.
    """
    starts = [n for n, line in enumerate(lines) if n == 0 or not line.text[:1].islower()]
    starts = starts if len(starts) == count else list(range(count))
    return [tuple(lines[a:b]) for a, b in pairwise([*starts, len(lines)])]


def _parted(line: Line, inside: Set[str | None]) -> list[Line]:
    """A line cut before each marker in it, where notes were set one after the other."""
    spans = [piece for span in line.spans for piece in _cut(span, inside)]
    starts = [n for n in range(1, len(spans)) if _starts_note(spans, n, inside)]
    bounds = [0, *starts, len(spans)]
    return [replace(line, spans=tuple(spans[a:b])) for a, b in pairwise(bounds)] if starts else [line]


def _cut(span: Span, inside: Set[str | None]) -> list[Span]:
    found = INSIDE.finditer(span.text) if inside else ()
    places = [place.end() for place in found if (place["number"] or place["last"]) in inside]
    bounds = [0, *places, len(span.text)]
    return [span._replace(text=span.text[a:b]) for a, b in pairwise(bounds)] if places else [span]


def _starts_note(spans: list[Span], n: int, inside: Set[str | None]) -> bool:
    """Whether a span starts a note behind another one: a number, raised or one that the text refers to."""
    before, found = spans[n - 1], NOTE.match(spans[n].text)
    if spans[n].raised:
        return bool(MARKER.fullmatch(spans[n].text)) and before.text.endswith((" ", ".", ";"))
    return not before.raised and before[1:] == spans[n][1:] and found is not None and found[1] in inside


def _without_number(line: Line) -> Line:
    first, *rest = line.spans
    if first.raised:
        return replace(line, spans=tuple(rest) or (first._replace(text="", raised=False),))
    text = NUMBER.sub("", first.text)
    return replace(line, spans=(first._replace(text=text), *rest))
