"""Build exchanges from blocks with roles: which answer goes with which question, under which heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kamerbrief.structure.evidence.marked_blocks import MarkedBlock
from kamerbrief.structure.pairing.drafts import SURE, ExchangeDraft, HeadingDraft
from kamerbrief.structure.roles import Role


def build(blocks: Sequence[MarkedBlock], roles: Sequence[Role]) -> list[HeadingDraft]:
    """The headings in printed order, each with its exchanges; exchanges before any heading have an empty one."""
    assembler = _Assembler()
    for block, role in zip(blocks, roles, strict=True):
        assembler.take(block, role)
    return assembler.done()


@dataclass(slots=True, eq=False)
class _Open:
    """An exchange that blocks are still added to."""

    heading: int
    """Index of the heading under which it stands."""
    question: list[MarkedBlock] = field(default_factory=list)
    answer: list[MarkedBlock] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    who: str = ""
    margin: float = SURE

    def absorb(self, other: _Open) -> None:
        """Take in a question that is answered together with this one."""
        self.question += other.question
        self.labels += [label for label in other.labels if label not in self.labels]


@dataclass(slots=True)
class _Assembler:
    """Takes blocks in printed order, and keeps which questions wait for their answer."""

    headings: list[list[MarkedBlock]] = field(default_factory=list)
    exchanges: list[_Open] = field(default_factory=list)
    waiting: list[_Open] = field(default_factory=list)
    """Exchanges without an answer, in printed order."""
    who: str = ""
    """The members that the last mark named; their questions may be numbered under it."""
    target: _Open | None = None
    """The exchange whose answer is being read."""
    before: str = ""
    """The role of the block before."""

    def take(self, block: MarkedBlock, role: Role) -> None:
        """Put one block where its role says."""
        match role.name:
            case "heading":
                self._heading(block)
            case "label":
                self._label(block)
            case "question":
                self._question(block, role)
            case "marker":
                self.target = None
                if block.mark and block.mark.numbers:  # one without waits for its answer: it may be a heading
                    self._answered(block.mark.numbers)
            case "answer":
                self._answer(block)
        self.before = role.name

    def done(self) -> list[HeadingDraft]:
        """The headings with the exchanges that have any text."""
        found: list[list[ExchangeDraft]] = [[] for _ in self.headings]
        for e in self.exchanges:
            if e.question or e.answer:
                draft = ExchangeDraft(tuple(e.question), tuple(e.answer), tuple(e.labels), e.who, e.margin)
                found[e.heading].append(draft)
        return [HeadingDraft(tuple(blocks), tuple(drafts)) for blocks, drafts in zip(self.headings, found, strict=True)]

    def _heading(self, block: MarkedBlock) -> None:
        """Open a heading, or add its second line to the one before."""
        self.who = ""
        if self.before == "heading" and self.headings and _goes_on(self.headings[-1], block):
            self.headings[-1].append(block)
        else:
            self.headings.append([block])

    def _open(self, margin: float) -> _Open:
        if not self.headings:
            self.headings.append([])
        found = _Open(len(self.headings) - 1, margin=margin)
        self.exchanges.append(found)
        self.waiting.append(found)
        return found

    def _label(self, block: MarkedBlock) -> None:
        """The mark of a question; a number behind the name of who asks belongs to the same question."""
        self.target = None
        named = self.before == "label" and self.waiting and not self.waiting[-1].labels
        found = self.waiting[-1] if named else self._open(SURE)
        if block.mark:
            self.who = block.mark.who or self.who
            found.labels += block.mark.numbers
            found.who = self.who

    def _question(self, block: MarkedBlock, role: Role) -> None:
        self.target = None
        new = self.before not in ("question", "label") or not self.waiting
        found = self._open(role.margin if self.before == "answer" else SURE) if new else self.waiting[-1]
        found.who = found.who or self.who
        found.question.append(block)

    def _answered(self, numbers: Sequence[str]) -> None:
        """Choose who waits for the answer with these numbers: those with them; without numbers all that wait here."""
        chosen = self._numbered(numbers) if numbers else self._unnumbered()
        self.target = chosen[0] if chosen else self._open(SURE)
        taken, absorbed = set(map(id, chosen)), set(map(id, chosen[1:]))
        for other in chosen[1:]:
            self.target.absorb(other)
        if absorbed:
            self.exchanges = [exchange for exchange in self.exchanges if id(exchange) not in absorbed]
        if self.target.labels:
            self.target.labels += [number for number in numbers if number not in self.target.labels]
        self.waiting = [waiting for waiting in self.waiting if id(waiting) not in taken]

    def _numbered(self, numbers: Sequence[str]) -> list[_Open]:
        """The exchanges that wait with one of these numbers, under this heading first; else one answered in parts."""
        wanted = set(numbers)
        named = [e for e in self.waiting if not wanted.isdisjoint(e.labels)]
        here = [e for e in named if e.heading == len(self.headings) - 1]
        if named:
            return here or named
        answered = next((e for e in reversed(self.exchanges) if e.answer and not wanted.isdisjoint(e.labels)), None)
        return self.waiting[-1:] if answered is None else [answered]

    def _unnumbered(self) -> list[_Open]:
        """The exchanges that wait under this heading; under one without questions of its own, the last that waits."""
        at = len(self.headings) - 1  # the last exchange is under the last heading that has any
        here = bool(self.exchanges) and self.exchanges[-1].heading == at
        return [e for e in self.waiting if e.heading == at] if here else self.waiting[-1:]

    def _answer(self, block: MarkedBlock) -> None:
        if self.target is None:
            self._answered(())
        if self.target is not None:
            self.target.answer.append(block)


def _goes_on(heading: Sequence[MarkedBlock], block: MarkedBlock) -> bool:
    """Whether a heading's last line is not its end."""
    unfinished = heading[-1].text.text.endswith((" en", " de", " van", ","))
    return unfinished or block.text.text[:1].islower()
