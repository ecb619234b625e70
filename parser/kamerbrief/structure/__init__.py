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
GENRE = "schriftelijk-overleg"


def to_letter(body: Body, source: Source) -> Letter:
    """The letter that a laid-out body is.

    Raises NotALetter where no question with an answer is found in it.
    """
    blocks = [part for block in body.blocks for part in _parted(block)]
    roles = segment(blocks, grammar())
    found = headings(blocks, roles)
    if not any(draft.answer for heading in found for draft in heading.drafts):
        raise NotALetter(_what_it_is(blocks, source))
    by_role = _by_role(blocks, roles)
    head = read_letterhead(by_role["letterhead"], body.kept)
    notes = Notes(list(body.notes))
    introduction = notes.of(by_role["introduction"])
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
        introduction=tuple(block.text.text for block in by_role["introduction"]),
        sections=parts,
        footnotes=(*introduction, *notes.waiting),
        asides=_asides(body, blocks, roles),
        warnings=tuple(_warnings(found, parts, notes)),
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
        Aside(kind=role.name, text=_all_text(block), page=block.page)
        for block, role in zip(blocks, roles, strict=True)
        if role.name in ("letterhead", "closing", "marker")
    ]
    return tuple(sorted([*beside, *around], key=lambda aside: aside.page))


def _all_text(block: Block) -> str:
    return "\n".join(" ".join(row) for row in block.rows) if block.rows else block.text.text


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


def _what_it_is(blocks: Sequence[Block], source: Source) -> str:
    """One line that says what was found instead."""
    numbered = sum(1 for b in blocks if re.match(r"(?:Vraag|Antwoord)\s.*\d", b.text.text))
    first = next((b.text.text for b in blocks if len(b.text.text) > 3), "")
    pages = "1 page" if source.pages == 1 else f"{source.pages} pages"
    start = first if len(first) < 60 else f"{first[:57]}..."
    if numbered:
        return f"its questions are numbered ({numbered} marks), a form that this version cannot read yet"
    return f"no questions with answers in it: {pages} that start with '{start}'; is this the right file?"
