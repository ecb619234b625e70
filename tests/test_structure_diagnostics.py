"""What the parse of a letter is unsure of is said, with the page."""

from __future__ import annotations

from kamerbrief.layout import Body
from kamerbrief.model import Confidence, Footnote
from kamerbrief.structure import with_confidence
from kamerbrief.structure.diagnostics import doubts
from kamerbrief.structure.evidence.marked_blocks import with_mark
from kamerbrief.structure.pairing.drafts import ExchangeDraft, HeadingDraft
from kamerbrief.structure.pairing.sections import NoteAssigner, sections
from pages import block

ASKED = ExchangeDraft(question=(with_mark(block("Wat?")),), answer=(with_mark(block("Zo.")),))


def codes(
    draft: ExchangeDraft,
    *,
    heading: str = "D66-fractie",
    notes: NoteAssigner | None = None,
    form: float = 1.0,
    sure: Confidence = Confidence(boundaries=1.0, askers=1.0),  # noqa: B008
) -> list[str]:
    """The codes of the warnings on a letter with one exchange."""
    found = [HeadingDraft((with_mark(block(heading)),), (draft,))]
    notes = notes or NoteAssigner([])
    parts = with_confidence(sections(found, notes), [sure])
    return [warning.code for warning in doubts(Body((), (), ()), found, parts, notes, [], form)]


def test_a_whole_exchange_gives_no_warning() -> None:
    assert codes(ASKED) == []


def test_an_unlikely_form_is_a_warning() -> None:
    assert codes(ASKED, form=0.1) == ["uncertain-form"]


def test_unlikely_boundaries_are_a_warning() -> None:
    assert codes(ASKED, sure=Confidence(boundaries=0.3, askers=1.0)) == ["thin-boundary"]
    assert codes(ASKED, sure=Confidence(boundaries=0.99, askers=1.0)) == []


def test_unlikely_askers_are_a_warning() -> None:
    assert codes(ASKED, sure=Confidence(boundaries=1.0, askers=0.1)) == ["uncertain-askers"]


def test_nobody_who_asks_is_a_warning() -> None:
    assert codes(ASKED, heading="Algemeen") == ["no-faction"]


def test_an_answer_without_a_question_is_a_warning() -> None:
    assert "no-question" in codes(ExchangeDraft(answer=ASKED.answer))


def test_a_letter_that_answers_nothing_has_one_warning() -> None:
    assert codes(ExchangeDraft(question=ASKED.question)) == ["not-answered"]


def test_a_note_without_a_marker_is_a_warning() -> None:
    assert codes(ASKED, notes=NoteAssigner([Footnote(marker="1", text="Zie daar.", page=1)])) == ["marker-missing"]
