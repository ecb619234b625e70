"""The body's blocks -> the Letter: roles, header fields, exchanges, and what the parse is unsure of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kamerbrief.errors import NotALetter
from kamerbrief.layout import Block, Body
from kamerbrief.layout.marks import Marked
from kamerbrief.model import Aside, Letter, Section, Source, Warning
from kamerbrief.structure.letterhead import read_letterhead, signatories
from kamerbrief.structure.pairing import Heading, Notes, headings, sections
from kamerbrief.structure.segment import Role, grammar, segment

RUN_IN = re.compile(r"Antwoord(?:en)?\s*:\s+(?=\S)")
"""A marker on the first line of its answer: "Antwoord: Ja, dat kan."."""
NUMBERED = re.compile(r"vra(?:ag|gen)\s+(?:\d+|van (?:het lid|de leden)\s[^.]{2,80}$)", re.I)
"""A question's own mark, as other genres have it."""
OUTSIDE = ("introduction", "heading", "letterhead", "closing", "marker")
"""Roles whose text stands in no exchange; the footnotes to it are the letter's own."""
GENRE = "schriftelijk-overleg"


def to_letter(body: Body, source: Source) -> Letter:
    """The letter that a laid-out body is.

    Raises NotALetter where no question with an answer is found in it.
    """
    blocks = [part for block in body.blocks for part in _parted(block)]
    roles = segment(blocks, grammar())
    found = headings(blocks, roles)
    answered = sum(1 for heading in found for draft in heading.drafts if draft.answer)
    if answered <= _numbered(blocks):
        raise NotALetter(_what_it_is(blocks, source))
    by_role = _by_role(blocks, roles)
    head = read_letterhead(by_role["letterhead"], body.kept)
    notes = Notes(list(body.notes))
    outside = notes.of([b for name in OUTSIDE for b in by_role[name]])
    parts = sections(found, notes)
    return Letter(
        source=source,
        genre=GENRE,
        chamber=head.chamber,
        subject=head.fields.get("subject"),
        date=head.date,
        reference=head.fields.get("reference"),
        department=tuple(head.department),
        signatories=signatories(by_role["closing"]),
        introduction=tuple(block.words for block in by_role["introduction"]),
        sections=parts,
        footnotes=(*outside, *notes.waiting),
        asides=_asides(body, blocks, roles),
        warnings=(*_about_pages(body), *_warnings(found, parts, notes)),
    )


def _by_role(blocks: Sequence[Block], roles: Sequence[Role]) -> dict[str, list[Block]]:
    found: dict[str, list[Block]] = {name: [] for name in grammar().roles}
    for block, role in zip(blocks, roles, strict=True):
        found[role.name].append(block)
    return found


def _parted(block: Block) -> Iterator[Block]:
    """A block, or its run-in marker and the answer that follows as two."""
    found = RUN_IN.match(block.text.text)
    if not found:
        yield block
        return
    yield replace(block, text=Marked(found.group().strip()), end_page=block.page, lines=block.lines[:1])
    yield replace(block, text=block.text.sub(0, found.end(), ""), loose=False, gap=0.0)


def _asides(body: Body, blocks: Sequence[Block], roles: Sequence[Role]) -> tuple[Aside, ...]:
    """What stands outside the running text, with the reason, in page order."""
    beside = [Aside(kind=k.kind, text=k.line.text, page=k.line.page) for k in body.kept]
    around = [
        Aside(kind=role.name, text=block.words, page=block.page)
        for block, role in zip(blocks, roles, strict=True)
        if role.name in ("letterhead", "closing", "marker")
    ]
    marks = [
        Aside(kind="note-mark", text=mark.marker, page=block.page)
        for block, role in zip(blocks, roles, strict=True)
        if role.name in OUTSIDE
        for mark in block.text.notes
    ]
    return tuple(sorted([*beside, *around, *marks], key=lambda aside: aside.page))


def _about_pages(body: Body) -> Iterator[Warning]:
    if not body.paged:
        message = "the file does not show where its pages start: all page numbers are 1"
        yield Warning(code="no-pages", message=message)


def _warnings(found: Sequence[Heading], parts: Sequence[Section], notes: Notes) -> Iterator[Warning]:
    drafts = [draft for heading in found for draft in heading.drafts]
    exchanges = [exchange for section in parts for exchange in section.exchanges]
    for draft, exchange in zip(drafts, exchanges, strict=True):
        n, page = exchange.number, exchange.pages[0]
        if draft.margin < grammar().thin:
            yield _warning("thin-boundary", page, f"whether exchange {n} starts just here is uncertain", n)
        if not draft.answer:
            yield _warning("no-answer", page, f"no answer was found to exchange {n}", n)
        if not exchange.factions:
            yield _warning("no-faction", page, f"nothing says who asks exchange {n}", n)
    for marker, page in notes.missing:
        yield _warning("note-missing", page, f"there is no note to marker {marker}")
    for note in notes.waiting:
        yield _warning("marker-missing", note.page, f"no marker was found to note {note.marker}")


def _warning(code: str, page: int, message: str, exchange: int | None = None) -> Warning:
    return Warning(code=code, message=f"page {page}: {message}", page=page, exchange=exchange)


def _numbered(blocks: Sequence[Block]) -> int:
    """How many questions are marked by a number or by who asks: other genres than this version reads."""
    return sum(1 for block in blocks if NUMBERED.match(block.text.text))


def _what_it_is(blocks: Sequence[Block], source: Source) -> str:
    """One line that says what was found instead."""
    numbered = _numbered(blocks)
    first = next((b.text.text for b in blocks if len(b.text.text) > 3), "")
    pages = "1 page" if source.pages == 1 else f"{source.pages} pages"
    start = first if len(first) < 60 else f"{first[:57]}..."
    if numbered:
        return (
            f"its {numbered} questions have a mark of their own ('Vraag 1', 'Vraag van het lid ...'), "
            "a genre that this version does not read yet"
        )
    return f"no questions with answers in it ({pages}, beginning '{start}'); is this the right file?"
