"""Turn the blocks of a laid-out document into a Letter: its form, header fields, exchanges and what is uncertain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from kamerbrief.layout import Body
from kamerbrief.model import Confidence, Decision, Letter, Section, Source
from kamerbrief.structure.acceptance import check
from kamerbrief.structure.asides import OUTSIDE, asides_of
from kamerbrief.structure.confidence import confidences, form_confidence
from kamerbrief.structure.decided import Decided, bind
from kamerbrief.structure.diagnostics import doubts, unused
from kamerbrief.structure.evidence.evidence import Evidence, gather
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.genre import genre_of
from kamerbrief.structure.header.askers import Askers, best_askers
from kamerbrief.structure.header.front_matter import front_length, settle_front
from kamerbrief.structure.header.letterhead import read_letterhead
from kamerbrief.structure.interpretation import Interpretation, best_interpretation
from kamerbrief.structure.pairing.drafts import HeadingDraft, rejoin
from kamerbrief.structure.pairing.sections import NoteAssigner, sections
from kamerbrief.structure.roles import Role

BY_MEMBERS = ("kamervragen", "eerste-termijn")
"""Genres in which members ask, by name."""


class Understood(NamedTuple):
    """A letter as it was understood: its paragraphs, the best reading of them, and what a person decided."""

    evidence: Evidence
    reading: Interpretation
    genre: str
    decided: Decided


def understand(body: Body, *, genre: str | None = None, decisions: Sequence[Decision] = ()) -> Understood:
    """Find the best reading of a laid-out body; its genre is told by its content where none is given or decided."""
    evidence = gather(body.blocks)
    decided = bind(decisions, evidence.blocks)
    genre = genre or next(iter(decided.value("genre")), None)
    members = (genre or genre_of(evidence, body.kept)) in BY_MEMBERS
    reading = best_interpretation(evidence, members=members, decided=decided)
    return Understood(evidence, reading, genre or genre_of(evidence, body.kept, reading.form), decided)


def to_letter(body: Body, source: Source, *, genre: str | None = None) -> Letter:
    """Make the Letter of a laid-out body; its genre is told by its content where none is given.

    Raises NotALetter where no reading of it finds a question with its answer.
    """
    return written_out(body, source, understand(body, genre=genre))


def written_out(body: Body, source: Source, understood: Understood) -> Letter:
    """Make the Letter of a body that was understood.

    Raises NotALetter where no reading of it finds a question with its answer.
    """
    evidence, reading, genre, decided = understood
    kept, lost = decided.applied(reading.headings, reading.form)
    settled = _settled(evidence.blocks, reading)
    roles = [role.name for role in settled]
    by_role = _by_role(evidence.blocks, roles)
    head = read_letterhead(by_role, body.kept)
    askers = best_askers(_naming(by_role, head.fields)) if genre in BY_MEMBERS else Askers()
    found = rejoin(_headings(reading.headings, evidence.blocks, roles))
    notes = NoteAssigner(list(body.notes), list(body.endnotes), pageless=body.pageless)
    outside = notes.of([b for name in OUTSIDE for b in by_role[name]])
    parts = sections(found, notes, askers)
    exchanges = [exchange for section in parts for exchange in section.exchanges]
    check(evidence, reading, exchanges, source, body.kept)
    parts = with_confidence(parts, confidences(evidence, reading, exchanges, decided))
    sure = form_confidence(evidence, reading, decided)
    return Letter(
        source=source,
        genre=genre,
        chamber=head.chamber,
        subject=head.fields.get("subject"),
        date=head.date,
        asked=head.asked,
        reference=head.fields.get("reference"),
        department=tuple(head.department),
        signatories=tuple(head.signatories),
        introduction=tuple(block.words for block in by_role["introduction"]),
        sections=parts,
        footnotes=(*outside, *notes.left),
        asides=asides_of(body, evidence.blocks, settled),
        warnings=(*doubts(body, found, parts, notes, by_role["notice"], sure), *map(unused, lost)),
        form_confidence=sure,
        decisions=tuple(kept),
    )


def with_confidence(parts: Sequence[Section], sure: Sequence[Confidence]) -> tuple[Section, ...]:
    """The sections, each exchange with its confidence, in the same order."""
    each = iter(sure)
    return tuple(
        replace(part, exchanges=tuple(replace(exchange, confidence=next(each)) for exchange in part.exchanges))
        for part in parts
    )


def _settled(blocks: Sequence[MarkedBlock], reading: Interpretation) -> list[Role]:
    """The roles, with what stands before the first question settled by its place; headings over questions stay."""
    heading = {id(block) for found in reading.headings if found.drafts for block in found.blocks}
    pairs = zip(blocks, reading.roles, settle_front(blocks, reading.roles), strict=True)
    return [before if id(block) in heading else after for block, before, after in pairs]


def _headings(found: Sequence[HeadingDraft], blocks: Sequence[MarkedBlock], roles: Sequence[str]) -> list[HeadingDraft]:
    """The headings without those that are part of the letterhead or a signature."""
    kept = {id(block) for block, role in zip(blocks, roles, strict=True) if role == "heading"}
    return [h for h in found if h.drafts or not h.blocks or any(id(block) in kept for block in h.blocks)]


def _by_role(blocks: Sequence[MarkedBlock], roles: Sequence[str]) -> dict[str, list[MarkedBlock]]:
    """The blocks outside exchanges by their role; under `opening` those before the first question, under `text` all."""
    found = {name: [b for b, r in zip(blocks, roles, strict=True) if r == name] for name in OUTSIDE}
    return found | {"text": list(blocks), "opening": _opening(blocks, roles)}


def _opening(blocks: Sequence[MarkedBlock], roles: Sequence[str]) -> list[MarkedBlock]:
    """The letterhead and the headings before the first question, in printed order."""
    first = front_length(roles)
    return [b for b, r in zip(blocks[:first], roles[:first], strict=True) if r in ("letterhead", "heading")]


def _naming(by_role: dict[str, list[MarkedBlock]], fields: dict[str, str]) -> list[str]:
    """The texts that may say which members ask, the likeliest first."""
    blocks = [b for name in ("letterhead", "heading", "introduction", "closing") for b in by_role[name]]
    opening = " ".join(block.words for block in by_role["opening"])
    return [opening, *(block.words for block in blocks), fields.get("subject", "")]
