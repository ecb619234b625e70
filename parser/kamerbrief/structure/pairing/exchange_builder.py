"""Blocks with roles -> headings with drafts of exchanges: which answer goes with which question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kamerbrief.layout import LayoutBlock
from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.model import PageTurn
from kamerbrief.structure.roles import Role

SURE = float("inf")


@dataclass(slots=True)
class ExchangeBuilder:
    """An exchange under construction."""

    question: list[LayoutBlock] = field(default_factory=list)
    answer: list[LayoutBlock] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    who: str = ""
    """The members that the question's own mark names, as printed."""
    margin: float = SURE
    """How sure its first boundary is."""

    @property
    def first(self) -> LayoutBlock:
        """The block with which it starts."""
        return (self.question or self.answer)[0]

    def absorb(self, other: ExchangeBuilder) -> None:
        """Take in a question that is answered together with this one."""
        self.question += other.question
        self.answer += other.answer
        self.labels += [label for label in other.labels if label not in self.labels]


@dataclass(slots=True)
class HeadingBuilder:
    """A printed heading, with the exchanges under it."""

    blocks: list[LayoutBlock] = field(default_factory=list)
    drafts: list[ExchangeBuilder] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(block.words for block in self.blocks)


def headings(blocks: Sequence[LayoutBlock], roles: Sequence[Role]) -> list[HeadingBuilder]:
    """The headings in order, each with its exchanges; exchanges before any have an empty one."""
    gather = _ExchangeAssembler()
    for block, role in zip(blocks, roles, strict=True):
        gather.take(block, role)
    for heading in gather.found:
        heading.drafts = [draft for draft in heading.drafts if draft.question or draft.answer]
    return gather.found


def mend(found: Iterable[HeadingBuilder]) -> None:
    """Join the paragraphs that a page turn, or a line that happened to end with a sentence, took apart."""
    for draft in all_drafts(found):
        draft.question, draft.answer = _mended(draft.question), _mended(draft.answer)


def _mended(blocks: Sequence[LayoutBlock]) -> list[LayoutBlock]:
    found: list[LayoutBlock] = []
    for block in blocks:
        append(found, block)
    return found


@dataclass(slots=True)
class _ExchangeAssembler:
    """Takes blocks in printed order; keeps which questions wait for their answer."""

    found: list[HeadingBuilder] = field(default_factory=list)
    waiting: list[ExchangeBuilder] = field(default_factory=list)
    """Drafts without an answer, in printed order."""
    who: str = ""
    """The members that the last mark named; their questions may be numbered under it."""
    target: ExchangeBuilder | None = None
    """The draft whose answer is being read."""
    before: str = ""

    def take(self, block: LayoutBlock, role: Role) -> None:
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

    def _heading(self, block: LayoutBlock) -> None:
        """A new heading, or the second line of the one before."""
        self.who = ""
        text = block.text.text
        unfinished = self.found and self.found[-1].text.endswith((" en", " de", " van", ","))
        if self.before == "heading" and self.found and (text[:1].islower() or unfinished):
            self.found[-1].blocks.append(block)
        else:
            self.found.append(HeadingBuilder([block]))

    def _open(self, margin: float) -> ExchangeBuilder:
        draft = ExchangeBuilder(margin=margin)
        if not self.found:
            self.found.append(HeadingBuilder())
        self.found[-1].drafts.append(draft)
        self.waiting.append(draft)
        return draft

    def _label(self, block: LayoutBlock) -> None:
        """The mark of a question; a number behind the name of who asks belongs to the same question."""
        self.target = None
        draft = self.waiting[-1] if self.before == "label" and not self.waiting[-1].labels else self._open(SURE)
        if block.mark:
            self.who = block.mark.who or self.who
            draft.labels += block.mark.numbers
            draft.who = self.who

    def _question(self, block: LayoutBlock, role: Role) -> None:
        self.target = None
        new = self.before not in ("question", "label") or not self.waiting
        draft = self._open(role.margin if self.before == "answer" else SURE) if new else self.waiting[-1]
        draft.question.append(block)

    def _answered(self, numbers: Sequence[str]) -> None:
        """Who waits for the answer with these numbers: named ones, without numbers all that wait."""
        named = [draft for draft in self.waiting if set(numbers) & set(draft.labels)]
        if numbers and not named:
            named = self._earlier(numbers) or self.waiting[-1:]
        here = self.found[-1].drafts if self.found else []
        chosen = named if numbers else [draft for draft in self.waiting if draft in here] or self.waiting[-1:]
        self.target = chosen[0] if chosen else self._open(SURE)
        for other in chosen[1:]:
            self.target.absorb(other)
            for heading in self.found:
                heading.drafts = [draft for draft in heading.drafts if draft is not other]
        self.target.labels += [n for n in numbers if n not in self.target.labels and self.target.labels]
        self.waiting = [draft for draft in self.waiting if draft not in chosen]

    def _earlier(self, numbers: Sequence[str]) -> list[ExchangeBuilder]:
        """The last draft with such a number: an answer that is printed in two goes."""
        drafts = [draft for heading in self.found for draft in heading.drafts if set(numbers) & set(draft.labels)]
        return drafts[-1:]

    def _answer(self, block: LayoutBlock) -> None:
        if self.target is None:
            self._answered(())
        if self.target is not None:
            self.target.answer.append(block)


def append(blocks: list[LayoutBlock], block: LayoutBlock) -> None:
    """Put a block behind the others; one that goes on over a page turn is joined to its beginning."""
    last = blocks[-1] if blocks else None
    if last and block.loose and not (last.rows or block.rows):
        blocks[-1] = replace(last, text=joined(last.text, block.text, block.page), end_page=block.end_page)
    else:
        blocks.append(block)


def joined(first: AnnotatedText, second: AnnotatedText, page: int) -> AnnotatedText:
    """Two texts as one, a space and a page turn between them."""
    shift = len(first.text) + 1
    return AnnotatedText(
        f"{first.text} {second.text}",
        (*first.notes, *(type(n)(offset=n.offset + shift, marker=n.marker) for n in second.notes)),
        (
            *first.turns,
            PageTurn(offset=shift, page=page),
            *(type(t)(offset=t.offset + shift, page=t.page) for t in second.turns),
        ),
    )


def each_alone(found: Sequence[HeadingBuilder]) -> None:
    """Questions that nothing parts and nothing answers: every paragraph is one."""
    for heading in found:
        heading.drafts = [
            replace(draft, question=[block], labels=list(draft.labels))
            for draft in heading.drafts
            for block in draft.question
        ]


def all_drafts(found: Iterable[HeadingBuilder]) -> list[ExchangeBuilder]:
    """The drafts of all headings, in printed order."""
    return [draft for heading in found for draft in heading.drafts]
