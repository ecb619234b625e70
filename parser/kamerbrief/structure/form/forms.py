"""List the forms that a letter may have, as far as its marks, headings and wording leave it open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from kamerbrief.structure.evidence.evidence import Evidence
from kamerbrief.structure.form.parts import is_parted, part_starts

FEW = 0.8
"""Marks of answers for each mark of a question, below which some answers may have none."""


RESTATED = 0.3
"""Share of the marked answers that must restate their question, for them to stand apart from it."""
RESTATING = frozenset({"restates", "members_open", "they_ask"})
"""Cues of an answer that restates its question."""


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a letter: a value for each trait."""

    answers: str
    """How an answer starts: marked or unmarked."""
    questions: str
    """How a question starts: numbered or plain."""
    askers: str
    """Who asks: members or factions."""
    voice: str
    """How the government speaks of itself: person or government."""
    tense: str = "present"
    """How the letter tells what members asked: present or past."""
    order: str = "turn"
    """Where answers stand: in turn, or behind all questions of a section."""
    second_part: int | None = None
    """In a report in two parts, the index of the block with which the answers begin."""

    def values(self, order: str) -> tuple[str, ...]:
        """The values as the grammar has them; `order` is that of the part to be read."""
        return (
            f"answers.{self.answers}",
            f"questions.{self.questions}",
            f"askers.{self.askers}",
            f"voice.{self.voice}",
            f"tense.{self.tense}",
            f"order.{order}",
        )


def likely_forms(evidence: Evidence, *, members: bool) -> Iterator[Form]:
    """Yield every likely form of a letter; `members`: its title or marks name members who ask."""
    answers, questions = _marks(evidence, "answer"), _marks(evidence, "question")
    askers, voice, tense = "members" if members else "factions", _voice(evidence), _tense(evidence)
    starts = part_starts(evidence)
    parted = [start for start in starts if is_parted(evidence, start)]
    for start in parted or (None, *starts):
        for how, numbered in product(_answers(answers, questions), _questions(questions)):
            for order in _orders(evidence) if how == "marked" and start is None else ("turn",):
                yield Form(how, numbered, askers, voice, tense, order, start)


def _voice(evidence: Evidence) -> str:
    """Whether the government speaks of itself as "de regering" rather than in the first person."""
    named = sum("government_speaks" in cues and "first_person" not in cues for cues in evidence.cues)
    return "government" if named > sum("first_person" in cues for cues in evidence.cues) else "person"


def _tense(evidence: Evidence) -> str:
    """Whether questions are told of in the past: older letters do throughout, others only in answers."""
    asked = sum("members_asked" in cues and "members_ask" not in cues for cues in evidence.cues)
    return "past" if asked > 2 * sum("members_ask" in cues for cues in evidence.cues) else "present"


def _orders(evidence: Evidence) -> Sequence[str]:
    """The orders to try: `section` only where many answers restate their question, as those that stand apart do."""
    pairs = zip(evidence.blocks, evidence.cues[1:], strict=False)
    behind = [bool(cues & RESTATING) for block, cues in pairs if block.side == "answer"]
    return ("turn", "section") if sum(behind) > RESTATED * len(behind) else ("turn",)


def _marks(evidence: Evidence, side: str) -> int:
    return sum(block.side == side for block in evidence.blocks)


def _answers(answers: int, questions: int) -> Sequence[str]:
    if answers == 0:
        return ("unmarked",)
    return ("marked",) if questions and answers >= FEW * questions else ("marked", "unmarked")


def _questions(questions: int) -> Sequence[str]:
    return ("plain",) if questions == 0 else ("numbered",) if questions > 3 else ("numbered", "plain")
