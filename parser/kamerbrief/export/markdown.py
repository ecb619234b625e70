"""Export a Letter as Markdown (GitHub's), written as a person would write it.

The header is YAML front matter, a question is a block quotation, an answer plain text, a note a footnote. A citation
of an official document is a link to its publication.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kamerbrief.export.markdown_escape import Link, cell, escaped, heading
from kamerbrief.insight.citations.citation_finder import find_citations
from kamerbrief.model import Block, Exchange, Footnote, Letter, Listing, Paragraph, Part, Table
from kamerbrief.sanitise import in_json

DEEPEST = 3
"""The deepest level of section headings below the first. Markdown has six levels, and exchanges stand one deeper."""
NUMBERED = re.compile(r"(\d{1,9})[.)]")
"""The marker of an item in a numbered list."""
UNSAFE = re.compile("[\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that JSON leaves as they are and YAML reads differently."""


def export(letter: Letter) -> str:
    """Return the letter as Markdown, with a newline at the end."""
    return "\n".join(_document(letter)).rstrip("\n") + "\n"


def _document(letter: Letter) -> Iterator[str]:
    """Yield the lines of the whole document."""
    yield from _front_matter(letter)
    yield f"# {heading(letter.subject or letter.source.name)}"
    yield ""
    for paragraph in letter.introduction:
        yield from _with_blank_line([escaped(paragraph, links=_links(paragraph))])
    repeated = _repeated(letter)
    for section in letter.sections:
        level = "##" + "#" * min(len(section.parents), DEEPEST)
        if section.heading:
            yield from _with_blank_line([f"{level} {heading(section.heading)}"])
        for exchange in section.exchanges:
            yield from _exchange(exchange, repeated, f"{level}#")
    yield from _letter_notes(letter.footnotes)


def _front_matter(letter: Letter) -> Iterator[str]:
    """Yield the lines of the YAML front matter; unknown fields are left out."""
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
    """Return a value as JSON, which is valid YAML."""
    text = in_json(json.dumps(value, ensure_ascii=False))
    return UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def _repeated(letter: Letter) -> set[str]:
    """Return the markers that more than one exchange has; their labels get the number of the exchange."""
    seen = Counter(marker for exchange in letter.exchanges for marker in {note.marker for note in exchange.footnotes})
    seen.update({note.marker for note in letter.footnotes})
    return {marker for marker, count in seen.items() if count > 1}


@dataclass(frozen=True, slots=True)
class _Labels:
    """The Markdown labels of the footnotes of one exchange."""

    number: int
    repeated: set[str]
    known: frozenset[str]
    """The markers that have a note."""

    def of(self, marker: str) -> str:
        """Return a footnote's label: its marker, made unique if other exchanges have the same marker."""
        plain = re.sub(r"[^\w]", "*", marker).replace("*", "x")
        return f"{self.number}-{plain}" if marker in self.repeated or plain != marker else plain

    def marks(self, notes: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
        """Return offsets and labels of the markers that have a note."""
        return [(offset, self.of(marker)) for offset, marker in notes if marker in self.known]


def _exchange(exchange: Exchange, repeated: set[str], level: str = "###") -> Iterator[str]:
    """Yield the lines of one exchange: heading, question, answer, notes."""
    notes = {note.marker: note for note in exchange.footnotes}
    labels = _Labels(exchange.number, repeated, frozenset(notes))
    pages = f"(p. {'–'.join(map(str, dict.fromkeys(exchange.pages)))})" if exchange.pages else ""
    printed = f"vraag {', '.join(exchange.labels)}" if exchange.labels not in ((), (str(exchange.number),)) else ""
    who = " · ".join(filter(None, (printed, ", ".join((*exchange.members, *exchange.factions)))))
    yield from _with_blank_line([f"{level} {exchange.number}. " + " ".join(filter(None, (heading(who), pages)))])
    yield from (f"> {line}".rstrip() for line in _trimmed(_part(exchange.question, labels)))
    yield ""
    yield from _part(exchange.answer, labels)
    placed = {mark for part in (exchange.question, exchange.answer) for mark in _markers(part)}
    unplaced = [f"[^{labels.of(marker)}]" for marker in notes if marker not in placed]
    if unplaced:
        yield from _with_blank_line([" ".join(["Noten:", *unplaced])])
    for marker, note in notes.items():
        yield f"[^{labels.of(marker)}]: {_note(note)}"
    if notes:
        yield ""


def _note(note: Footnote) -> str:
    """Return the text of a note."""
    return escaped(note.text, links=_links(note.text)) if note.text else "*(de brief heeft deze noot niet)*"


def _links(text: str) -> list[Link]:
    """Return the citations in a text that have an address, except those inside an address that is printed."""
    found = [one for one in find_citations(text) if text[max(0, one.start - 1)] != "/"]
    return [Link(one.start, one.end, one.address) for one in found if one.address]


def _markers(part: Part) -> set[str]:
    """Return the footnote markers that stand in the text of a part."""
    return {mark.marker for block in part.blocks if not isinstance(block, Table) for mark in block.notes}


def _part(part: Part, labels: _Labels) -> Iterator[str]:
    """Yield the lines of a part."""
    bullet = "-"
    for block in part.blocks:
        # Markdown reads two lists in a row as one, unless their bullets differ
        bullet = ("*" if bullet == "-" else "-") if isinstance(block, Listing) else "-"
        yield from _with_blank_line(list(_block(block, labels, bullet)))


def _block(block: Block, labels: _Labels, bullet: str) -> Iterator[str]:
    """Yield the lines of one block."""
    match block:
        case Paragraph():
            marks = labels.marks([(m.offset, m.marker) for m in block.notes])
            yield escaped(block.text, marks, _links(block.text))
        case Table():
            yield from _table(block)
        case Listing():
            yield from _list(block, labels, bullet)


def _table(table: Table) -> Iterator[str]:
    """Yield the lines of a table."""
    width = max((len(row) for row in table.rows), default=0)
    for n, row in enumerate(table.rows):
        cells = [cell(text) for text in row] + [""] * (width - len(row))
        yield f"| {' | '.join(cells)} |"
        if n == 0:
            yield f"|{' --- |' * width}"


def _list(listing: Listing, labels: _Labels, bullet: str) -> Iterator[str]:
    """Yield the lines of a list. It is a numbered list if the printed numbers count up by one."""
    markers = listing.markers or ("",) * len(listing.items)
    figures = [NUMBERED.fullmatch(marker) for marker in markers]
    first = int(figures[0][1]) if figures and figures[0] else 0
    is_numbered = all(found and int(found[1]) == first + n for n, found in enumerate(figures))
    for n, (marker, item) in enumerate(zip(markers, listing.items, strict=True)):
        notes = labels.marks([(m.offset, m.marker) for m in listing.notes if m.item == n])
        lettered = not is_numbered and any(map(str.isalnum, marker))
        text = escaped(item, notes, _links(item), start=not lettered)
        yield f"{marker if is_numbered else bullet} {f'{escaped(marker)} ' if lettered else ''}{text}".rstrip()


def _letter_notes(notes: Sequence[Footnote]) -> Iterator[str]:
    """Yield the notes whose markers stand outside all exchanges, after a line that refers to them."""
    if notes:
        labels = [f"{n}-{re.sub(r'[^0-9a-z]', 'x', note.marker)}" for n, note in enumerate(notes)]
        yield from _with_blank_line([" ".join(["Overige noten:", *(f"[^b{label}]" for label in labels)])])
        yield from (f"[^b{label}]: {_note(note)}" for label, note in zip(labels, notes, strict=True))


def _with_blank_line(lines: list[str]) -> Iterator[str]:
    """Yield the lines and a blank one after them; nothing if there are no lines."""
    if any(lines):
        yield from lines
        yield ""


def _trimmed(lines: Iterator[str]) -> list[str]:
    """Return the lines without blank ones at the end."""
    found = list(lines)
    while found and not found[-1]:
        found.pop()
    return found
