"""What exchanges are before they are letters: the blocks of questions and answers under the blocks of headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.model import PageTurn
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock

SURE = float("inf")


@dataclass(frozen=True, slots=True)
class ExchangeDraft:
    """The blocks of a question with those of its answer."""

    question: tuple[MarkedBlock, ...] = ()
    answer: tuple[MarkedBlock, ...] = ()
    labels: tuple[str, ...] = ()
    who: str = ""
    """The members that the mark of the question names, as printed."""
    margin: float = SURE
    """How sure its first boundary is."""
    factions: tuple[str, ...] = ()
    """Who asks, where a person decided that."""

    @property
    def first(self) -> MarkedBlock:
        """The block with which it starts."""
        return (*self.question, *self.answer)[0]

    def joined(self, other: ExchangeDraft) -> ExchangeDraft:
        """This exchange with a question that is answered together with it."""
        labels = (*self.labels, *(label for label in other.labels if label not in self.labels))
        return replace(self, question=self.question + other.question, answer=self.answer + other.answer, labels=labels)


@dataclass(frozen=True, slots=True)
class HeadingDraft:
    """A printed heading, with the exchanges under it."""

    blocks: tuple[MarkedBlock, ...] = ()
    drafts: tuple[ExchangeDraft, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(block.words for block in self.blocks)


def all_drafts(found: Iterable[HeadingDraft]) -> list[ExchangeDraft]:
    """The exchanges of all headings, in printed order."""
    return [draft for heading in found for draft in heading.drafts]


def each_alone(found: Iterable[HeadingDraft]) -> list[HeadingDraft]:
    """Make every paragraph a question of its own: for questions that nothing parts and nothing answers."""
    return [
        replace(heading, drafts=tuple(replace(d, question=(block,)) for d in heading.drafts for block in d.question))
        for heading in found
    ]


def without_remarks(found: Iterable[HeadingDraft], asks: Callable[[MarkedBlock], bool]) -> list[HeadingDraft]:
    """Join what only leads to a question to that question, and leave remarks out.

    What asks nothing and has neither a number nor an answer is a remark where no question follows it. `asks` tells
    whether a paragraph asks something; where most questions have numbers, only those ask. Where nothing is answered at
    all, nothing is taken for a remark.
    """
    found = list(found)
    drafts = all_drafts(found)
    if not any(draft.answer for draft in drafts):
        return found
    numbered = sum(bool(draft.labels) for draft in drafts) > 0.5 * len(drafts)
    return [
        replace(heading, drafts=tuple(_without_remarks(heading.drafts, asks, numbered=numbered))) for heading in found
    ]


def _without_remarks(
    drafts: Sequence[ExchangeDraft], asks: Callable[[MarkedBlock], bool], *, numbered: bool
) -> Iterator[ExchangeDraft]:
    leading: tuple[MarkedBlock, ...] = ()
    for n, draft in enumerate(drafts):
        leads = numbered and not draft.labels and any(later.labels for later in drafts[n + 1 : n + 2])
        if draft.answer or draft.labels or (any(map(asks, draft.question)) and not leads):
            yield replace(draft, question=leading + draft.question)
            leading = ()
        else:
            leading += draft.question


def rejoin(found: Iterable[HeadingDraft]) -> list[HeadingDraft]:
    """Join paragraphs that a page turn, or a line that happened to end a sentence, took apart."""
    return [
        replace(
            heading,
            drafts=tuple(
                replace(draft, question=tuple(_rejoined(draft.question)), answer=tuple(_rejoined(draft.answer)))
                for draft in heading.drafts
            ),
        )
        for heading in found
    ]


def paragraphs(side: Sequence[MarkedBlock]) -> list[list[MarkedBlock]]:
    """The paragraphs, items and tables of a question or an answer, each with the blocks that a page turn parted."""
    found: list[list[MarkedBlock]] = []
    for block in side:
        if found and block.loose and not (block.rows or found[-1][0].rows):
            found[-1].append(block)
        else:
            found.append([block])
    return found


def _rejoined(blocks: Iterable[MarkedBlock]) -> Iterator[MarkedBlock]:
    whole: MarkedBlock | None = None
    for block in blocks:
        if whole and block.loose and not (whole.rows or block.rows):
            text = _joined_text(whole.text, block.text, block.page)
            whole = replace(whole, text=text, end_page=block.end_page)
        else:
            if whole:
                yield whole
            whole = block
    if whole:
        yield whole


def _joined_text(first: AnnotatedText, second: AnnotatedText, page: int) -> AnnotatedText:
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
