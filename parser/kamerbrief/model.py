"""The data model of a letter: what was asked, by whom, and what was answered.

Every value is immutable: a frozen `msgspec.Struct`, which also gives JSON, a JSON Schema and tagged unions. Pages
are numbered from 1, by the sheets of the file, not by the numbers printed on them. Offsets count characters.

    >>> from kamerbrief import read_letter
    >>> letter = read_letter("samples/fietspont.pdf")
    >>> letter.genre, letter.date, len(letter.exchanges), letter.exchanges[1].answer.blocks[1].rows[0]
    ('kamervragen', '2024-05-14', 4, ('Groep', '2022', '2023'))
"""

from __future__ import annotations

from typing import Literal

import msgspec

SCHEMA = "kamerbrief/letter/1"
"""The name and version of the JSON format."""


class Value(msgspec.Struct, frozen=True):
    """The base class of all values in the model; frozen."""


class NoteMark(Value, frozen=True, kw_only=True):
    """The place of a footnote's marker in a paragraph. The marker itself is not in the text."""

    offset: int
    """How many characters of the text stand before the marker."""
    marker: str
    """The marker as printed, such as "1" or "*"."""


class ItemMark(Value, frozen=True, kw_only=True):
    """The place of a footnote's marker in a list."""

    item: int
    """The index of the item, from 0."""
    offset: int
    """How many characters of the item stand before the marker."""
    marker: str


class PageTurn(Value, frozen=True, kw_only=True):
    """The place where a paragraph continues on a next page."""

    offset: int
    """How many characters of the text stand before the page turn."""
    page: int
    """The page on which the text continues."""


class Paragraph(Value, frozen=True, kw_only=True, tag_field="kind", tag="paragraph", omit_defaults=True):
    """Running text, joined across lines and pages."""

    text: str
    page: int | None
    """The page on which it starts; None here and elsewhere where the file does not show its pages."""
    notes: tuple[NoteMark, ...] = ()
    turns: tuple[PageTurn, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """Return the page on which the character at an offset stands."""
        return max((turn.page for turn in self.turns if turn.offset <= offset), default=self.page)


class Table(Value, frozen=True, kw_only=True, tag_field="kind", tag="table"):
    """A table as rows of cells. The first row is the header, if the letter prints one."""

    rows: tuple[tuple[str, ...], ...]
    page: int | None


class Listing(Value, frozen=True, kw_only=True, tag_field="kind", tag="list", omit_defaults=True):
    """A list of items."""

    items: tuple[str, ...]
    """The text of each item, without the marker printed before it."""
    page: int | None
    markers: tuple[str, ...] = ()
    """The printed marker of each item ("-", "•", "a."); as many as there are items, or none."""
    notes: tuple[ItemMark, ...] = ()


Block = Paragraph | Table | Listing


class Part(Value, frozen=True, kw_only=True):
    """One half of an exchange: the question or the answer."""

    blocks: tuple[Block, ...] = ()


class Footnote(Value, frozen=True, kw_only=True):
    """A note that belongs to the exchange whose text has its marker."""

    marker: str
    text: str | None
    """None if the letter prints a marker but no note; empty if it prints the note's number and nothing more."""
    page: int | None


class Quote(Value, frozen=True, kw_only=True):
    """A sentence of the letter, word for word."""

    text: str
    page: int | None = None
    """The page on which it starts."""


Answered = Literal["yes", "by reference", "declined", "not found"]
"""Whether a question is answered: in the answer beneath it, by pointing to another answer, with the reason why it
cannot or will not be, or not as far as was found."""


OPEN: tuple[Answered, ...] = ("declined", "not found")
"""What is said of a question that has no answer."""


class Subquestion(Value, frozen=True, kw_only=True):
    """One question within an exchange that can be answered separately."""

    text: str
    """The sentence that asks it, word for word."""
    number: int | None = None
    """Counts from 1 within the exchange."""
    page: int | None = None
    """The page on which the sentence starts."""
    answered: Answered | None = None
    """None if it is not certain, or was not worked out."""
    decided_by: Quote | None = None
    """The sentence of the answer that decided this; None where no sentence did."""


class Reference(Value, frozen=True, kw_only=True):
    """A phrase in an answer that points to other answers."""

    phrase: str
    """The words that point, such as "verwijs ik naar mijn antwoord op vraag 3"."""
    targets: tuple[int, ...] = ()
    """The numbers of the exchanges it points to."""
    sentence: str | None = None
    """The sentence that has the phrase, word for word."""
    page: int | None = None
    """The page on which the sentence starts."""
    alone: bool = False
    """Whether the answer does nothing but point."""


class Commitment(Value, frozen=True, kw_only=True):
    """A sentence in which the government promises to do something (*toezegging*)."""

    text: str
    """The sentence, word for word."""
    page: int | None = None
    """The page on which the sentence starts."""
    who: str | None = None
    """Who promises, as the sentence says it: "ik", "het kabinet"."""
    what: str | None = None
    """What is promised, in words of the sentence."""
    due_from: str | None = None
    due_to: str | None = None
    """The first and the last day (ISO 8601) of the time by which it is to be done, if the sentence says when."""
    strength: Literal["firm", "weak"] | None = None
    """Weak where it is only intended or explored ("streven naar", "wil ik verkennen")."""


class Confidence(Value, frozen=True, kw_only=True):
    """How likely it is that an exchange was read rightly: probabilities from 0 to 1 (docs/CONFIDENCE.md)."""

    boundaries: float
    """That its question and its answer start and end where they should."""
    askers: float
    """That the factions and members are those who ask it."""


class Citation(Value, frozen=True, kw_only=True):
    """A pointer to another official document, such as a Kamerstuk, a judgment or an act of the European Union."""

    phrase: str
    """The words that point, such as "Kamerstuk 29 338, nr. 278"."""
    kind: str
    """What it points to: kamerstuk, aanhangsel, handelingen, staatsblad, staatscourant, tractatenblad, com, ecli,
    eu-act, tk-nummer (2024Z11889) or identifier (of a publication, such as kst-29338-278)."""
    form: str
    """The citation in one form, however it is printed, such as "Kamerstukken II 2020/21, 22112, nr. 3120"."""
    id: str
    """The identifier of the document: of its publication, an ECLI, or a CELEX number."""
    address: str | None
    """Where it is published; None where that does not follow from what is printed."""
    sentence: str
    """The sentence that has the phrase, word for word."""
    page: int | None
    """The page on which the sentence starts."""
    part: Literal["question", "answer", "footnote", "introduction", "heading"]
    """Where it stands; a heading is what is printed above a letter, such as "Zie ook Aanhangsel Handelingen"."""


class Exchange(Value, frozen=True, kw_only=True):
    """A question as put, together with its answer."""

    number: int
    """Counts from 1 over the whole letter."""
    labels: tuple[str, ...] = ()
    """The numbers printed with the question, one string each: "4 t/m 6" gives three."""
    factions: tuple[str, ...] = ()
    """The factions that ask, by canonical name, in printed order."""
    members: tuple[str, ...] = ()
    """The members who ask, if they are named."""
    question: Part = Part()
    answer: Part = Part()
    footnotes: tuple[Footnote, ...] = ()
    subquestions: tuple[Subquestion, ...] | None = None
    """None if they were not worked out, empty if there are none; so too for references, commitments and citations."""
    references: tuple[Reference, ...] | None = None
    commitments: tuple[Commitment, ...] | None = None
    citations: tuple[Citation, ...] | None = None
    """Those in the question, the answer and the footnotes."""
    pages: tuple[int, int] | None
    """The page on which the question starts and the page on which the answer ends."""
    confidence: Confidence | None = None
    """None in letters that an earlier version stored."""


class Section(Value, frozen=True, kw_only=True):
    """The exchanges under one printed heading."""

    heading: str
    """The heading as printed, on one line; empty for exchanges without a heading."""
    parents: tuple[str, ...] = ()
    """The headings above it, the highest first, if the letter has several levels."""
    factions: tuple[str, ...] = ()
    """The factions that the heading names."""
    page: int | None
    exchanges: tuple[Exchange, ...] = ()


class Signatory(Value, frozen=True, kw_only=True):
    """A person who signs the letter."""

    role: str | None
    name: str | None


class Source(Value, frozen=True, kw_only=True):
    """The file that a letter was read from."""

    name: str
    sha256: str
    media_type: str
    pages: int | None


class Aside(Value, frozen=True, kw_only=True):
    """Text of the file that is not running text, such as a page number."""

    kind: str
    """What it is: letterhead, sidebar, running-head, page-number, note-mark (the marker of a footnote outside the
    exchanges), label ("Vraag 3"), marker ("Antwoord"), notice (of delay), remark (of a faction, without a question),
    annex or closing (valediction and signature)."""
    text: str
    page: int | None


class Warning(Value, frozen=True, kw_only=True):
    """Something that the parser is not sure about."""

    code: str
    """A short fixed word for programs, such as thin-boundary; the README lists them."""
    message: str
    """One line for a person, which names the page and the exchange."""
    page: int | None = None
    exchange: int | None = None


Verb = Literal["question", "answer", "heading", "aside", "split", "join", "to", "factions", "genre", "form"]
"""What a person may decide; the README says what each means."""


class Decision(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Something about a letter that a person decided, and that its parse keeps to."""

    verb: Verb
    at: str = ""
    """The words with which the paragraph begins that it is about; empty where it is about the whole letter."""
    nth: int = 1
    """Which of the paragraphs that begin so, counted from 1."""
    value: tuple[str, ...] = ()
    """The factions, the genre, the traits of the form, or the words with which the other paragraph begins."""
    value_nth: int = 1
    """Which of the paragraphs that begin as the other one does."""
    exchange: int | None = None
    """The exchange in which the paragraph stands now, filled in by the parse."""
    page: int | None = None


class Letter(Value, frozen=True, kw_only=True):
    """One document with the government's answers (*kamerbrief*). What it does not say is None or empty."""

    schema: str = SCHEMA
    source: Source
    genre: str
    """The name of the form that was found, such as kamervragen."""
    chamber: str | None = None
    """Eerste Kamer or Tweede Kamer; None if the letter does not say."""
    subject: str | None = None
    date: str | None = None
    """ISO 8601, such as 2021-08-30."""
    asked: str | None = None
    """When the questions were sent in, in ISO 8601."""
    reference: str | None = None
    """The letter's own reference (*ons kenmerk*)."""
    department: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    introduction: tuple[str, ...] = ()
    """The paragraphs before the first heading."""
    sections: tuple[Section, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    """The notes whose markers stand outside all exchanges."""
    citations: tuple[Citation, ...] | None = None
    """Those outside all exchanges; None if they were not worked out."""
    asides: tuple[Aside, ...] = ()
    warnings: tuple[Warning, ...] = ()
    form_confidence: float | None = None
    """How likely it is that the letter was read in its right form, from 0 to 1; None as in an exchange."""
    decisions: tuple[Decision, ...] = ()
    """What a person decided about the letter, as far as it was applied."""

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """Return all exchanges in the order of the letter."""
        return tuple(exchange for section in self.sections for exchange in section.exchanges)
