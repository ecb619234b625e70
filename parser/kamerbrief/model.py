"""A letter as data: what was asked, by whom, and what was answered.

Every value is frozen and slotted (`msgspec.Struct` rather than a dataclass: the same promises, and
its tagged unions, its JSON and its JSON Schema come with it). Pages count from 1, as printed sheets.
"""

from __future__ import annotations

import msgspec

SCHEMA = "kamerbrief/letter/1"


class Value(msgspec.Struct, frozen=True):
    """What all values here share: they are frozen."""


class NoteMark(Value, frozen=True, kw_only=True):
    """Where a footnote's marker stood in a paragraph; the marker itself is not in the text."""

    offset: int
    """Characters of the text that stand before the marker."""
    marker: str


class ItemMark(Value, frozen=True, kw_only=True):
    """Where a footnote's marker stood in an item of a list."""

    item: int
    """Which item, from 0."""
    offset: int
    marker: str


class PageTurn(Value, frozen=True, kw_only=True):
    """Where a paragraph runs on to a next page."""

    offset: int
    """Characters of the text that stand before the turn."""
    page: int


class Paragraph(Value, frozen=True, kw_only=True, tag_field="kind", tag="paragraph", omit_defaults=True):
    """Running text, joined over lines and pages."""

    text: str
    page: int | None
    """The page on which it starts; None here and elsewhere where the file does not show its pages."""
    notes: tuple[NoteMark, ...] = ()
    turns: tuple[PageTurn, ...] = ()


class Table(Value, frozen=True, kw_only=True, tag_field="kind", tag="table"):
    """Rows of cells; the first row is the head where the letter prints one."""

    rows: tuple[tuple[str, ...], ...]
    page: int | None


class Listing(Value, frozen=True, kw_only=True, tag_field="kind", tag="list", omit_defaults=True):
    """Items under each other, each with the marker it was printed with inside its text left out."""

    items: tuple[str, ...]
    page: int | None
    markers: tuple[str, ...] = ()
    """The printed marker of each item ("-", "•", "a."), as many as there are items."""
    notes: tuple[ItemMark, ...] = ()


Block = Paragraph | Table | Listing


class Part(Value, frozen=True, kw_only=True):
    """One side of an exchange: the question, or the answer."""

    blocks: tuple[Block, ...] = ()


class Footnote(Value, frozen=True, kw_only=True):
    """A note to the exchange whose text has its marker."""

    marker: str
    text: str | None
    """None where the letter prints a marker and no note; empty where it prints the number of a note and no more."""
    page: int | None


class Subquestion(Value, frozen=True, kw_only=True):
    """One separately answerable question inside an exchange."""

    text: str


class Reference(Value, frozen=True, kw_only=True):
    """An answer's pointer to other answers."""

    phrase: str
    targets: tuple[int, ...] = ()
    """Numbers of the exchanges it points to."""


class Commitment(Value, frozen=True, kw_only=True):
    """A sentence in which the government undertakes to do something (*toezegging*)."""

    text: str


class Exchange(Value, frozen=True, kw_only=True):
    """A question as put, with the answer to it."""

    number: int
    """From 1, over the whole letter."""
    labels: tuple[str, ...] = ()
    """The printed numbers, one string each."""
    factions: tuple[str, ...] = ()
    """Who asks, as canonical faction names, in printed order."""
    members: tuple[str, ...] = ()
    """Named members who ask."""
    question: Part = Part()
    answer: Part = Part()
    footnotes: tuple[Footnote, ...] = ()
    subquestions: tuple[Subquestion, ...] = ()
    references: tuple[Reference, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    pages: tuple[int, int] | None
    """The page on which the question starts and the one on which the answer ends."""


class Section(Value, frozen=True, kw_only=True):
    """The run of exchanges under one printed heading."""

    heading: str
    """As printed, on one line; empty for exchanges under no heading."""
    parents: tuple[str, ...] = ()
    """The headings above it, the topmost first, where the letter has levels."""
    factions: tuple[str, ...] = ()
    """The factions the heading names."""
    page: int | None
    exchanges: tuple[Exchange, ...] = ()


class Signatory(Value, frozen=True, kw_only=True):
    """Who signs."""

    role: str | None
    name: str | None


class Source(Value, frozen=True, kw_only=True):
    """The file a letter was read from."""

    name: str
    sha256: str
    media_type: str
    pages: int | None


class Aside(Value, frozen=True, kw_only=True):
    """Words of the file that are not part of the running text, with the reason."""

    kind: str
    """letterhead, sidebar, running-head, page-number, marker, note-mark, notice or closing."""
    text: str
    page: int | None


class Warning(Value, frozen=True, kw_only=True):
    """What the parser is unsure of."""

    code: str
    """A short fixed word, such as thin-boundary; for programs."""
    message: str
    """One line for a person; names the page and the exchange."""
    page: int | None = None
    exchange: int | None = None


class Letter(Value, frozen=True, kw_only=True):
    """One document with a government's answers (*kamerbrief*)."""

    schema: str = SCHEMA
    source: Source
    genre: str
    chamber: str | None = None
    """Eerste Kamer, Tweede Kamer, or None where the letter does not say."""
    subject: str | None = None
    date: str | None = None
    """ISO 8601: 2021-08-30."""
    asked: str | None = None
    """When the questions were sent in, as ISO 8601."""
    reference: str | None = None
    department: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    introduction: tuple[str, ...] = ()
    """The paragraphs before the first heading."""
    sections: tuple[Section, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    """Notes whose markers stand outside every exchange."""
    asides: tuple[Aside, ...] = ()
    warnings: tuple[Warning, ...] = ()

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """All exchanges, in the order of the letter."""
        return tuple(exchange for section in self.sections for exchange in section.exchanges)
