"""A Letter as Markdown (GitHub's), as one would write it by hand.

The question is a block quotation, the answer plain text; notes are footnotes; the header is YAML front matter.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kamerbrief.export.markdown_escape import cell, escaped, heading
from kamerbrief.model import Block, Exchange, Footnote, Letter, Listing, Paragraph, Part, Table
from kamerbrief.sanitise import in_json

DEEPEST = 3
"""Levels below the first; Markdown has six, and the exchanges stand one deeper."""
NUMBERED = re.compile(r"(\d{1,9})[.)]")
UNSAFE = re.compile("[\ufeff\ufffe\uffff\ud800-\udfff]")
"""What JSON leaves as it is and YAML reads otherwise, beside what is unsafe."""


def export(letter: Letter) -> str:
    """The letter as Markdown, with a newline at its end."""
    return "\n".join(_document(letter)).rstrip("\n") + "\n"


def _document(letter: Letter) -> Iterator[str]:
    yield from _front_matter(letter)
    yield f"# {heading(letter.subject or letter.source.name)}"
    yield ""
    for paragraph in letter.introduction:
        yield from _spaced([escaped(paragraph)])
    repeated = _repeated(letter)
    for section in letter.sections:
        level = "##" + "#" * min(len(section.parents), DEEPEST)
        if section.heading:
            yield from _spaced([f"{level} {heading(section.heading)}"])
        for exchange in section.exchanges:
            yield from _exchange(exchange, repeated, f"{level}#")
    yield from _outside(letter.footnotes)


def _front_matter(letter: Letter) -> Iterator[str]:
    fields: dict[str, object] = {
        "subject": letter.subject,
        "date": letter.date,
        "chamber": letter.chamber,
        "reference": letter.reference,
        "genre": letter.genre,
        "department": list(letter.department),
        "signatories": [", ".join(filter(None, (s.name, s.role))) for s in letter.signatories],
        "source": letter.source.name,
        "pages": letter.source.pages,
    }
    yield "---"
    for name, value in fields.items():
        if value not in (None, [], ""):
            yield f"{name}: {_yaml(value)}"
    yield "---"
    yield ""


def _yaml(value: object) -> str:
    """A value as JSON, which is YAML."""
    text = in_json(json.dumps(value, ensure_ascii=False))
    return UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def _repeated(letter: Letter) -> set[str]:
    """Markers that more than one exchange has: their labels take the exchange's number."""
    seen = Counter(marker for exchange in letter.exchanges for marker in {note.marker for note in exchange.footnotes})
    seen.update({note.marker for note in letter.footnotes})
    return {marker for marker, count in seen.items() if count > 1}


@dataclass(frozen=True, slots=True)
class _Labels:
    """The label of each of an exchange's footnotes."""

    number: int
    repeated: set[str]
    known: frozenset[str]

    def of(self, marker: str) -> str:
        """A footnote's label: its marker, made unique where other exchanges have the same."""
        plain = re.sub(r"[^\w]", "*", marker).replace("*", "x")
        return f"{self.number}-{plain}" if marker in self.repeated or plain != marker else plain

    def marks(self, notes: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
        """Offsets with labels, of the markers that have a note."""
        return [(offset, self.of(marker)) for offset, marker in notes if marker in self.known]


def _exchange(exchange: Exchange, repeated: set[str], level: str = "###") -> Iterator[str]:
    notes = {note.marker: note for note in exchange.footnotes}
    labels = _Labels(exchange.number, repeated, frozenset(notes))
    pages = f"(p. {'–'.join(map(str, dict.fromkeys(exchange.pages)))})" if exchange.pages else ""
    printed = f"vraag {', '.join(exchange.labels)}" if exchange.labels not in ((), (str(exchange.number),)) else ""
    who = " · ".join(filter(None, (printed, ", ".join((*exchange.members, *exchange.factions)))))
    yield from _spaced([f"{level} {exchange.number}. " + " ".join(filter(None, (heading(who), pages)))])
    yield from (f"> {line}".rstrip() for line in _trimmed(_part(exchange.question, labels)))
    yield ""
    yield from _part(exchange.answer, labels)
    placed = {mark for part in (exchange.question, exchange.answer) for mark in _markers(part)}
    loose = [f"[^{labels.of(marker)}]" for marker in notes if marker not in placed]
    if loose:
        yield from _spaced([" ".join(["Noten:", *loose])])
    for marker, note in notes.items():
        yield f"[^{labels.of(marker)}]: {_note(note)}"
    if notes:
        yield ""


def _note(note: Footnote) -> str:
    return escaped(note.text) if note.text else "*(de brief heeft deze noot niet)*"


def _markers(part: Part) -> set[str]:
    return {mark.marker for block in part.blocks if not isinstance(block, Table) for mark in block.notes}


def _part(part: Part, labels: _Labels) -> Iterator[str]:
    bullet = "-"
    for block in part.blocks:
        # two lists in a row would be one: the second takes another bullet
        bullet = ("*" if bullet == "-" else "-") if isinstance(block, Listing) else "-"
        yield from _spaced(list(_block(block, labels, bullet)))


def _block(block: Block, labels: _Labels, bullet: str) -> Iterator[str]:
    match block:
        case Paragraph():
            yield escaped(block.text, labels.marks([(m.offset, m.marker) for m in block.notes]))
        case Table():
            yield from _table(block)
        case Listing():
            yield from _list(block, labels, bullet)


def _table(table: Table) -> Iterator[str]:
    width = max((len(row) for row in table.rows), default=0)
    for n, row in enumerate(table.rows):
        cells = [cell(text) for text in row] + [""] * (width - len(row))
        yield f"| {' | '.join(cells)} |"
        if n == 0:
            yield f"|{' --- |' * width}"


def _list(listing: Listing, labels: _Labels, bullet: str) -> Iterator[str]:
    markers = listing.markers or ("",) * len(listing.items)
    figures = [NUMBERED.fullmatch(marker) for marker in markers]
    first = int(figures[0][1]) if figures and figures[0] else 0
    counted = all(found and int(found[1]) == first + n for n, found in enumerate(figures))
    for n, (marker, item) in enumerate(zip(markers, listing.items, strict=True)):
        notes = labels.marks([(m.offset, m.marker) for m in listing.notes if m.item == n])
        lettered = not counted and any(map(str.isalnum, marker))
        text = escaped(item, notes, start=not lettered)
        yield f"{marker if counted else bullet} {f'{escaped(marker)} ' if lettered else ''}{text}".rstrip()


def _outside(notes: Sequence[Footnote]) -> Iterator[str]:
    """The notes to the text outside the exchanges, under a reference of their own."""
    if notes:
        labels = [f"{n}-{re.sub(r'[^0-9a-z]', 'x', note.marker)}" for n, note in enumerate(notes)]
        yield from _spaced([" ".join(["Overige noten:", *(f"[^b{label}]" for label in labels)])])
        yield from (f"[^b{label}]: {_note(note)}" for label, note in zip(labels, notes, strict=True))


def _spaced(lines: list[str]) -> Iterator[str]:
    """Lines, and a blank one behind them; nothing for nothing."""
    if any(lines):
        yield from lines
        yield ""


def _trimmed(lines: Iterator[str]) -> list[str]:
    found = list(lines)
    while found and not found[-1]:
        found.pop()
    return found
