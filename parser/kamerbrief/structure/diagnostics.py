"""Warn of what the parse of a letter is unsure of; each warning names the page and the exchange where it can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kamerbrief.layout import Body
from kamerbrief.model import Decision, Section, Warning
from kamerbrief.structure.confidence import warn_below
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.pairing.drafts import ExchangeDraft, HeadingDraft, all_drafts
from kamerbrief.structure.pairing.sections import NoteAssigner


def doubts(
    body: Body,
    found: Sequence[HeadingDraft],
    parts: Sequence[Section],
    notes: NoteAssigner,
    notices: Sequence[MarkedBlock],
    form_confidence: float,
) -> Iterator[Warning]:
    """Yield the warnings of a letter: on its form, its pages, its exchanges and its notes.

    `found` are the headings as drafts and `parts` the sections made of them, with the same exchanges in the same order.
    `notes` has handed out the notes already. `notices` are the blocks of a notice of delay. confidence.toml says
    below which confidence a warning is given.
    """
    if form_confidence < warn_below("form"):
        yield Warning(
            code="uncertain-form", message="the letter may also be read in another form; check who answers whom"
        )
    if not body.paged:
        yield Warning(code="no-pages", message="the file does not show where its pages start: no page is known")
    drafts = all_drafts(found)
    if drafts and not any(draft.answer for draft in drafts):
        yield _nothing_answered(notices)
    else:
        yield from _about_exchanges(drafts, parts)
    for marker, page in notes.missing:
        yield _warning("note-missing", page, f"there is no note to marker {marker}")
    for note in notes.left:
        yield _warning("marker-missing", note.page or 0, f"no marker was found to note {note.marker}")


def _nothing_answered(notices: Sequence[MarkedBlock]) -> Warning:
    """The one warning of a letter that answers nothing, with the reason that its notice of delay gives, if any."""
    said = " ".join(block.words for block in notices if block.mark is None)
    if said:
        return Warning(
            code="not-answered",
            message=f"page {notices[0].page}: nothing is answered here; it says: {said}",
            page=notices[0].page,
        )
    return Warning(code="not-answered", message="nothing is answered here: the document holds the questions only")


def _about_exchanges(drafts: Sequence[ExchangeDraft], parts: Sequence[Section]) -> Iterator[Warning]:
    """Yield the warnings on exchanges: an uncertain start, no answer, no question, nobody who asks."""
    exchanges = [exchange for section in parts for exchange in section.exchanges]
    for draft, exchange in zip(drafts, exchanges, strict=True):
        n, page = exchange.number, exchange.pages[0] if exchange.pages else 0
        sure = exchange.confidence
        if sure and sure.boundaries < warn_below("boundaries"):
            yield _warning("thin-boundary", page, f"whether exchange {n} starts and ends just here is uncertain", n)
        if sure and sure.askers < warn_below("askers"):
            yield _warning("uncertain-askers", page, f"who asks exchange {n} is uncertain", n)
        if not draft.answer:
            yield _warning("no-answer", page, f"no answer was found to exchange {n}", n)
        if not draft.question:
            yield _warning("no-question", page, f"no question was found to exchange {n}", n)
        if not (exchange.factions or exchange.members or exchange.labels):
            yield _warning("no-faction", page, f"nothing says who asks exchange {n}", n)


def unused(decision: Decision) -> Warning:
    """The warning on a decision that fits nothing in the letter as it is read now."""
    about = f"on the paragraph '{decision.at}'" if decision.at else "on the whole letter"
    return Warning(
        code="decision-unused",
        message=f"a decision {about} ({decision.verb}) fits nothing; decide it again, or take it out of the file",
        page=decision.page,
        exchange=decision.exchange,
    )


def _warning(code: str, page: int, message: str, exchange: int | None = None) -> Warning:
    return Warning(code=code, message=f"page {page}: {message}", page=page, exchange=exchange)
