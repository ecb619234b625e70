"""List what a person may want to decide in a letter, each with what it was read as and what else it may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kamerbrief.model import Exchange, Value
from kamerbrief.structure.decided import Decided
from kamerbrief.structure.doubt_wording import described, read_as, shown
from kamerbrief.structure.evidence.evidence import Evidence
from kamerbrief.structure.evidence.lexical_cohesion import containment
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.interpretation import Interpretation
from kamerbrief.structure.pairing.drafts import ExchangeDraft, all_drafts
from kamerbrief.structure.pairing.regrouping import holds
from kamerbrief.structure.paragraph_addresses import Addresses

Kind = Literal["form", "boundary", "paragraph", "unanswered", "unasked", "asker"]
SCALE: dict[Kind, float] = {"form": 0.5, "boundary": 1.0, "paragraph": 1.5}
"""The margin of each kind that gives a confidence of one half; a smaller one is worth a look."""
UNSURE = 0.5
"""The confidence below which something is listed."""
SIDES = ("question", "answer")


class Doubt(Value, frozen=True, kw_only=True):
    """Something uncertain in a parse, with two ways to read it."""

    kind: Kind
    confidence: float
    """How sure the parse is of its own reading, from 0 to 1."""
    page: int | None = None
    exchange: int | None = None
    reading: str
    """How it was read."""
    other: str
    """How else it may be read."""
    keep: str
    """What `check --set` takes to say that it was read rightly."""
    change: str
    """What `check --set` takes to have it read the other way."""


def confidence_of(kind: Kind, margin: float) -> float:
    """How sure a parse is of something with this margin over the other reading, from 0 to 1."""
    margin = max(0.0, margin)
    return 1.0 if margin == float("inf") else margin / (margin + SCALE.get(kind, 1.0))


def open_decisions(
    evidence: Evidence, reading: Interpretation, exchanges: Sequence[Exchange], decided: Decided
) -> list[Doubt]:
    """What is uncertain in a reading and was not decided, the least sure first.

    `exchanges` are those of the letter that was made of the reading.
    """
    listing = _Listing(evidence, reading, exchanges, decided)
    found = [doubt for doubt in listing.all() if doubt.confidence < UNSURE]
    return sorted(found, key=lambda doubt: (doubt.confidence, doubt.page or 0))


@dataclass
class _Listing:
    """Looks for the doubts of one letter."""

    evidence: Evidence
    reading: Interpretation
    exchanges: Sequence[Exchange]
    decided: Decided

    def __post_init__(self) -> None:
        self.drafts = all_drafts(self.reading.headings)
        self.addresses = Addresses(self.drafts, self.evidence.blocks)
        self.order = {id(block): n for n, block in enumerate(self.evidence.blocks)}
        self.places = {
            id(block): (number, side)
            for number, draft in enumerate(self.drafts, 1)
            for side in SIDES
            for block in getattr(draft, side)
        }

    def all(self) -> Iterator[Doubt]:
        """Yield the doubts, those on the whole letter first."""
        yield from self.form()
        if any(draft.answer for draft in self.drafts):
            for number, draft in enumerate(self.drafts, 1):
                yield from self.boundary(number, draft)
                yield from self.one_sided(number, draft)
        for number, draft in enumerate(self.drafts, 1):
            yield from self.asker(number, draft)
        starts = {id(draft.first) for draft in self.drafts if draft.question}
        for n, block in enumerate(self.evidence.blocks):
            if id(block) not in starts:
                yield from self.paragraph(n, block)

    def form(self) -> Iterator[Doubt]:
        """Whether the whole letter has another form."""
        rival, blocks = self.reading.rival, self.evidence.blocks
        if rival is None or self.decided.value("form"):
            return
        yield Doubt(
            kind="form",
            confidence=confidence_of("form", self.reading.margin),
            reading=described(self.reading, blocks),
            other=described(rival, blocks),
            keep="form=as-read",
            change="form=other",
        )

    def boundary(self, number: int, draft: ExchangeDraft) -> Iterator[Doubt]:
        """Whether an exchange starts at its first paragraph, or its answer is to this question."""
        if not (draft.question and draft.answer) or number == 1:
            return
        block, before = draft.question[0], self.before(draft)
        if before is not None and any(one is before for one in self.drafts[number - 2].answer):
            yield self.about(
                "boundary",
                draft.margin,
                block,
                reading=f"exchange {number} starts with {shown(block)}",
                other=f"that goes on with the answer to exchange {number - 1}, behind {shown(before, end=True)}",
                keep=f"{number}:split",
                change=f"{number}.q1:answer",
            )
            return
        other = self.neighbour(number, draft)
        yield self.about(
            "boundary",
            draft.margin,
            draft.answer[0],
            reading=f"{shown(draft.answer[0])} answers exchange {number}, {shown(block)}",
            other=f"it answers exchange {other}, {shown(self.drafts[other - 1].first)}",
            keep=f"{number}:split",
            change=f"{self.addresses.of(draft.answer[0])}:to={other}",
        )

    def one_sided(self, number: int, draft: ExchangeDraft) -> Iterator[Doubt]:
        """Whether an exchange without an answer or a question belongs to the one before it."""
        if (draft.question and draft.answer) or number == 1 or self.was_decided(draft.first, "split", "join"):
            return
        lacks = "answer" if draft.question else "question"
        yield self.about(
            "unanswered" if draft.question else "unasked",
            0.0,
            draft.first,
            reading=f"exchange {number}, {shown(draft.first)}, has no {lacks}",
            other=f"it belongs to exchange {number - 1}, {shown(self.drafts[number - 2].first)}",
            keep=f"{number}:split",
            change=f"{number}:join",
        )

    def asker(self, number: int, draft: ExchangeDraft) -> Iterator[Doubt]:
        """Whether anybody is known to ask an exchange, or only those who asked before."""
        exchange = self.exchanges[number - 1]
        known = exchange.members or exchange.labels or exchange.factions
        if known or any(holds(draft, one.block) for one in self.decided.bound if one.decision.verb == "factions"):
            return
        near = [one.factions for one in (*self.exchanges[:number][::-1], *self.exchanges[number:]) if one.factions]
        name = ",".join(near[0]) if near else "NAME"
        yield self.about(
            "asker",
            0.0,
            draft.first,
            reading=f"nothing says who asks exchange {number}, {shown(draft.first)}",
            other=f"it is asked by {name}, as what stands nearest" if near else "name who asks it",
            keep=f"{number}:factions=",
            change=f"{number}:factions={name}",
        )

    def paragraph(self, n: int, block: MarkedBlock) -> Iterator[Doubt]:
        """Whether a paragraph is on the side, or outside all exchanges, where it was read."""
        role = self.reading.roles[n]
        _, side = self.places.get(id(block), (None, ""))
        rival = role.rival if role.rival in SIDES else ""
        if side == rival or block.mark or self.was_decided(block, "question", "answer", "heading", "aside", "split"):
            return
        outside = "heading" if "heading" in (role.name, role.rival) else "aside"
        address = self.addresses.of(block)
        yield self.about(
            "paragraph",
            role.lead,
            block,
            reading=f"{shown(block)} {read_as(side or outside, self.near(n))}",
            other=f"it {read_as(rival or outside, self.near(n))}",
            keep=f"{address}:{side or outside}",
            change=f"{address}:{rival or outside}",
        )

    def about(self, kind: Kind, margin: float, block: MarkedBlock, **told: str) -> Doubt:
        """The doubt on a paragraph."""
        number, _ = self.places.get(id(block), (None, ""))
        confidence = confidence_of(kind, margin)
        return Doubt(kind=kind, confidence=confidence, page=block.page, exchange=number, **told)

    def was_decided(self, block: MarkedBlock, *verbs: str) -> bool:
        """Whether a person decided something of this kind about a paragraph."""
        return any(one.block is block and one.decision.verb in verbs for one in self.decided.bound)

    def before(self, draft: ExchangeDraft) -> MarkedBlock | None:
        """The paragraph that is printed before an exchange; None where it is the first."""
        at = self.order.get(id(draft.first), 0)
        return self.evidence.blocks[at - 1] if at else None

    def near(self, n: int) -> int:
        """The number of the exchange in which a block stands, or the last before it."""
        before = reversed(self.evidence.blocks[: n + 1])
        return next((self.places[id(block)][0] for block in before if id(block) in self.places), 1)

    def neighbour(self, number: int, draft: ExchangeDraft) -> int:
        """The number of the exchange before or behind that shares more words with an answer."""
        numbers = [n for n in (number - 1, number + 1) if 0 < n <= len(self.drafts)]
        texts = [" ".join(block.words for block in self.drafts[n - 1].question) for n in numbers]
        gains = containment(texts, [draft.answer[0].words])
        return max(zip(numbers, gains, strict=True), key=lambda pair: pair[1][0])[0]
