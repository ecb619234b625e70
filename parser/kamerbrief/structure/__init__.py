"""The body's blocks -> the Letter: genre, roles, header fields, exchanges, and what the parse is unsure of."""

from __future__ import annotations

from collections.abc import Sequence

from kamerbrief.errors import NotALetter
from kamerbrief.layout import Body, LayoutBlock
from kamerbrief.model import Letter, Source
from kamerbrief.structure.asides import OUTSIDE, asides_of
from kamerbrief.structure.diagnostics import doubts
from kamerbrief.structure.evidence.cues import CUES
from kamerbrief.structure.evidence.split_markers import marked
from kamerbrief.structure.form.genre import genre_of
from kamerbrief.structure.form.grammar import grammar
from kamerbrief.structure.header.askers import Askers, best_askers
from kamerbrief.structure.header.letterhead import read_letterhead
from kamerbrief.structure.pairing.exchange_builder import HeadingBuilder, all_drafts, each_alone, headings, mend
from kamerbrief.structure.pairing.sections import NoteAssigner, sections
from kamerbrief.structure.pairing.two_part_reports import in_two_parts, second_part
from kamerbrief.structure.roles import Role, segment

BY_MEMBERS = ("kamervragen", "eerste-termijn")
"""Genres in which members ask, by name."""
ANSWERED = 0.6
"""The share of questions that must have an answer for a document without marks to be an answer."""
IN_PARTS = "verslag-schriftelijk-overleg"


def to_letter(body: Body, source: Source, *, genre: str | None = None) -> Letter:
    """The letter that a laid-out body is; its genre is told by its content where none is given.

    Raises NotALetter where no question is found in it, or no answer in a genre that has them.
    """
    blocks = marked(body.blocks)
    genre = genre or genre_of(blocks, body.kept)
    roles, found = _exchanges(blocks, genre)
    by_role = {name: [b for b, r in zip(blocks, roles, strict=True) if r.name == name] for name in OUTSIDE}
    by_role["opening"] = _opening(blocks, roles)
    head = read_letterhead(by_role, body.kept)
    askers = best_askers(_naming(by_role, head.fields)) if genre in BY_MEMBERS else Askers()
    mend(found)
    _check(found, blocks, source, asked=bool(askers.members))
    notes = NoteAssigner(list(body.notes), list(body.endnotes), pageless=body.pageless)
    outside = notes.of([b for name in OUTSIDE for b in by_role[name]])
    parts = sections(found, notes, askers)
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
        asides=asides_of(body, blocks, roles),
        warnings=tuple(doubts(body, found, parts, notes, by_role["notice"], grammar(genre).thin)),
    )


def _exchanges(blocks: Sequence[LayoutBlock], genre: str) -> tuple[list[Role], list[HeadingBuilder]]:
    """The role of each block, and the drafts of exchanges under their headings."""
    start = second_part(blocks) if genre == IN_PARTS else None
    if start is not None:
        return in_two_parts(blocks, start)
    roles = segment(blocks, grammar(genre))
    found = headings(blocks, roles)
    if genre == "kamervragen" and not any(draft.answer for draft in all_drafts(found)):
        roles, found = _unmarked(blocks) or (roles, found)
    drafts = all_drafts(found)
    if not any(draft.answer or draft.labels for draft in drafts):
        each_alone(found)
    return roles, found


def _unmarked(blocks: Sequence[LayoutBlock]) -> tuple[list[Role], list[HeadingBuilder]] | None:
    """The same where no mark but wording and type tells an answer; None where most questions have none of their own."""
    labels = sum(1 for block in blocks if block.mark and block.mark.side == "question")
    roles = segment(blocks, grammar("lijst-van-vragen" if labels else IN_PARTS))
    found = headings(blocks, roles)
    drafts = all_drafts(found)
    own = sum(bool(draft.answer) and len(draft.labels) < 2 for draft in drafts)
    return (roles, found) if own > max(1, ANSWERED * max(labels, len(drafts))) else None


def _opening(blocks: Sequence[LayoutBlock], roles: Sequence[Role]) -> list[LayoutBlock]:
    """The letterhead and the headings before the first question, in printed order."""
    first = next((n for n, role in enumerate(roles) if role.name in ("label", "question")), len(roles))
    return [b for b, r in zip(blocks[:first], roles[:first], strict=True) if r.name in ("letterhead", "heading")]


def _naming(by_role: dict[str, list[LayoutBlock]], fields: dict[str, str]) -> list[str]:
    """The texts that may say which members ask, the likeliest first."""
    blocks = [b for name in ("letterhead", "heading", "introduction", "closing") for b in by_role[name]]
    opening = " ".join(block.words for block in by_role["opening"])
    return [opening, *(block.words for block in blocks), fields.get("subject", "")]


def _check(found: Sequence[HeadingBuilder], blocks: Sequence[LayoutBlock], source: Source, *, asked: bool) -> None:
    """Refuse what has no marks and asks nothing, and what has no answers unless members are named who wait for them."""
    drafts = all_drafts(found)
    asking = sum(any(CUES["inquires"](block) for block in draft.question) for draft in drafts)
    told = any(block.mark and block.mark.side != "notice" for block in blocks)
    asks = told or 2 * asking >= len(drafts)
    if drafts and asks and (asked or any(draft.answer for draft in drafts)):
        return
    first = next((b.text.text for b in blocks if len(b.text.text) > 3), "")
    pages = "1 page" if source.pages == 1 else f"{source.pages} pages"
    start = first if len(first) < 60 else f"{first[:57]}..."
    raise NotALetter(f"no questions with answers in it ({pages}, beginning '{start}'); is this the right file?")
