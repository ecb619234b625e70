"""What is seen of a letter and its exchanges that tells how sure the parse is; confidence.toml explains each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp

from kamerbrief.factions import named_in
from kamerbrief.layout.list_items import item_of
from kamerbrief.model import Exchange, Paragraph
from kamerbrief.patterns import pattern
from kamerbrief.structure.evidence.evidence import Evidence
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.explanation import answers_in_words, asks_in_words, shares
from kamerbrief.structure.interpretation import Interpretation
from kamerbrief.structure.pairing.drafts import ExchangeDraft, all_drafts

Features = Mapping[str, float]
"""From 0 to 1 each, by the names of confidence.toml."""
ASKING = frozenset({"has_question", "inquires", "asks_indirectly", "they_ask", "joins"})
"""Cues of a paragraph that asks something."""
STEEP = 4
"""How much sooner a margin counts as wide, between readings and between pairs, than between roles."""
MANY = (4, 10)
"""Paragraphs behind the first that make a question, and an answer, as long as can be."""
ENDS = pattern(
    r"[.?!…][”’\"'»)\]]*\d{0,2}$",
    hits=("Dat is zo.", "Is dat zo?”", "volgens de nota.12"),
    misses=("de volgende punten:", "Uitbreiding van het net", "in 2021"),
)
"""How a sentence ends, a note's number behind it too."""


def close(margin: float, steep: float = 1.0) -> float:
    """How near a margin is to none: from 1 (none) to 0 (wide)."""
    return exp(-steep * max(0.0, margin))


def form_features(evidence: Evidence, reading: Interpretation) -> Features:
    """What tells whether the form is right: its lead over the next best, and how well it explains the letter."""
    missing = _missing(evidence, reading)
    names = ("answered", "asking", "stating", "headed", "marks", "numbers")
    return {"form-close": close(reading.margin), **{f"not-{name}": missing[name] for name in names}}


def _missing(evidence: Evidence, reading: Interpretation) -> Mapping[str, float]:
    """What each share of explanation.toml lacks; a letter that answers nothing lacks no answer."""
    found = {name: 1 - share for name, share in shares(evidence, reading.roles, reading.headings).items()}
    return found if _answers_any(reading) else {**found, "answered": 0.0, "numbers": 0.0}


def _answers_any(reading: Interpretation) -> bool:
    return any(draft.answer for draft in all_drafts(reading.headings))


def asker_features(
    exchange: Exchange, named: Sequence[str], form_margin: float, unsure: float, unsure_before: float
) -> Features:
    """What tells whether those who ask are right.

    `named` are the factions that the question names. `unsure` is how likely it is that the boundaries are wrong, and
    `unsure_before` that those before it are, back to the exchange that names who asks.
    """
    by_faction = not exchange.members
    return {
        "unsure": unsure,
        "unsure-before": unsure_before,
        "form-close": close(form_margin),
        "nobody": float(by_faction and not exchange.factions),
        "several": float(by_faction and len(exchange.factions) > 1),
        "named-other": float(by_faction and any(name not in exchange.factions for name in named)),
        "inherited": float(inherits(exchange, named)),
        "unasked": float(not exchange.question.blocks),
    }


def named_in_question(exchange: Exchange) -> tuple[str, ...]:
    """The factions that the paragraphs of a question name."""
    return named_in(" ".join(block.text for block in exchange.question.blocks if isinstance(block, Paragraph)))


def inherits(exchange: Exchange, named: Sequence[str]) -> bool:
    """Whether a question, which names these factions, names none of those who are taken to ask it."""
    return not exchange.members and not any(name in exchange.factions for name in named)


def boundary_features(evidence: Evidence, reading: Interpretation) -> Iterator[Features]:
    """Yield for each exchange what tells whether its question and answer start and end where they should."""
    drafts = all_drafts(reading.headings)
    place = {id(block): n for n, block in enumerate(evidence.blocks)}
    letter = _Letter(evidence, reading, place, _answers_any(reading), _share_named(evidence, drafts, place))
    of_letter = letter.features()
    for before, draft, behind in zip([None, *drafts[:-1]], drafts, [*drafts[1:], None], strict=True):
        margins = letter.margins(draft, behind)
        yield of_letter | margins | letter.beside(before, draft, behind) | letter.inside(draft)


def _share_named(evidence: Evidence, drafts: Sequence[ExchangeDraft], place: Mapping[int, int]) -> float:
    """The share of the questions that open with who asks or who is asked."""
    firsts = [evidence.cues[place[id(draft.question[0])]] for draft in drafts if draft.question]
    return sum("nameless" not in cues for cues in firsts) / max(1, len(firsts))


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter as it was read."""

    evidence: Evidence
    reading: Interpretation
    place: Mapping[int, int]
    """The index of each block, by its id."""
    answers: bool
    """Whether it answers anything."""
    named: float
    """The share of the questions that open with who asks or who is asked."""

    def features(self) -> dict[str, float]:
        """What is the same for all exchanges of the letter."""
        form = self.reading.form
        missing = _missing(self.evidence, self.reading)
        return {
            "form-close": close(self.reading.margin),
            "parted": float(form.second_part is not None),
            "section": float(form.order == "section"),
            "plain": float(form.answers == "unmarked" and form.questions == "plain"),
            "typeless": float(not any(b.bold or b.italic or b.underlined for b in self.evidence.blocks)),
            **{f"not-{name}": missing[name] for name in ("answered", "stating", "alike", "headed")},
        }

    def margins(self, draft: ExchangeDraft, behind: ExchangeDraft | None) -> dict[str, float]:
        """How near the roles of the blocks, and the pairs, are to others."""
        edges = self._edges(draft, behind)
        blocks = {*self._places((*draft.question, *draft.answer)), *edges}
        return {
            "thin": close(min((self.reading.roles[n].margin for n in blocks), default=0.0)),
            "thin-edge": close(min((self.reading.roles[n].margin for n in edges), default=0.0)),
            "loose-pair": close(draft.margin, STEEP),
            "loose-pair-behind": close(behind.margin, STEEP) if behind else 0.0,
        }

    def beside(
        self, before: ExchangeDraft | None, draft: ExchangeDraft, behind: ExchangeDraft | None
    ) -> dict[str, float]:
        """What stands at the boundaries: marks, numbers, page turns, and the exchanges before and behind."""
        after = self.place[id(behind.first)] if behind else None
        return {
            "numbered": float(bool(draft.labels)),
            "number-missing": float(_leaps(before, draft)),
            "marked-behind": float(bool(after) and self.evidence.blocks[(after or 0) - 1].mark is not None),
            "page-turn": float(any(self.evidence.ties[n].turned for n in self._edges(draft, behind))),
            "beside-lone": float(
                self.answers and any(one and not (one.question and one.answer) for one in (before, behind))
            ),
            "nameless-behind": self.named * float(after is not None and "nameless" in self.evidence.cues[after]),
            "unasked": float(not draft.question),
            "unanswered": float(self.answers and not draft.answer),
        }

    def inside(self, draft: ExchangeDraft) -> dict[str, float]:
        """What stands in a question and its answer that belongs rather in the other, or in neither."""
        question, answer = self._cues(draft.question), self._cues(draft.answer)
        places = self._places(draft.answer)
        return {
            "inquires": float(any(cues & ASKING for cues in question)),
            "inquires-in-answer": float(any("inquires" in cues for cues in answer)),
            "asks-late": float(any(asks_in_words(cues) for cues in answer[1:])),
            "members-in-answer": float(any("members_ask" in c and "restates" not in c for c in answer[1:])),
            "states-in-question": float(any(answers_in_words(cues) or "had_asked" in cues for cues in question)),
            "rhetorical-question": float(any("rhetorical" in cues for cues in question)),
            "nameless": self.named * float(bool(question) and "nameless" in question[0]),
            "long-question": _length(draft.question, MANY[0]),
            "long-answer": _length(draft.answer, MANY[1]),
            "heading-inside": float(any("heading_look" in cues for cues in (*question, *answer))),
            "ends-open": float(any(_ends_open(side) for side in (draft.question, draft.answer))),
            "starts-low": float(any(s and s[0].words[:1].islower() for s in (draft.question, draft.answer))),
            "apart": float(any(later - earlier > 1 for earlier, later in pairwise(places))),
        }

    def _places(self, blocks: Sequence[MarkedBlock]) -> list[int]:
        return [self.place[id(block)] for block in blocks]

    def _cues(self, blocks: Sequence[MarkedBlock]) -> list[frozenset[str]]:
        return [self.evidence.cues[n] for n in self._places(blocks)]

    def _edges(self, draft: ExchangeDraft, behind: ExchangeDraft | None) -> list[int]:
        """The blocks with which the question, the answer and the next exchange start."""
        firsts = [*draft.question[:1], *draft.answer[:1], *([behind.first] if behind else ())]
        return self._places(firsts)


def _length(blocks: Sequence[MarkedBlock], most: int) -> float:
    return min(1.0, max(0, len(blocks) - 1) / most)


def _ends_open(side: Sequence[MarkedBlock]) -> bool:
    """Whether a side ends as no sentence does: in a colon, or with a heading that stuck to a paragraph."""
    return bool(side) and not side[-1].rows and not item_of(side[-1].words) and not ENDS.search(side[-1].words)


def _leaps(before: ExchangeDraft | None, draft: ExchangeDraft) -> bool:
    """Whether the number of a question is neither the first nor the one behind that of the question before it."""
    if not draft.labels or not draft.labels[0].isdecimal() or draft.labels[0] == "1":
        return False
    last = before.labels[-1] if before and before.labels else "0"
    return not last.isdecimal() or int(draft.labels[0]) != int(last) + 1
