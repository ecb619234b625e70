"""The sentences of a question or an answer, word for word, each with the page on which it starts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

import msgspec

from kamerbrief.model import Exchange, Letter, Listing, Paragraph, Part
from kamerbrief.sentences import split


class LocatedSentence(NamedTuple):
    """A sentence with its place in a part."""

    text: str
    """The sentence as the letter has it."""
    page: int | None
    """The page on which it starts; None where the file does not show its pages."""
    block: int
    """The index of its block in the part."""
    item: int | None = None
    """The index of its item, where the block is a list."""
    start: int = 0
    """How many characters of the block or the item stand before it."""


@lru_cache(maxsize=1024)
def located_sentences(part: Part) -> tuple[LocatedSentence, ...]:
    """Return the sentences of the paragraphs and lists of a part, in order. Tables have none.

    >>> located_sentences(Part(blocks=(Paragraph(text="Ja. Art. 3 geldt.", page=2),)))[1].text
    'Art. 3 geldt.'
    """
    return tuple(_sentences(part))


def _sentences(part: Part) -> Iterator[LocatedSentence]:
    for index, block in enumerate(part.blocks):
        if isinstance(block, Paragraph):
            for start, end in split(block.text):
                yield LocatedSentence(block.text[start:end], block.page_at(start), index, None, start)
        elif isinstance(block, Listing):
            for number, item in enumerate(block.items):
                for start, end in split(item):
                    yield LocatedSentence(item[start:end], block.page, index, number, start)


def text_of(part: Part) -> str:
    """Return the sentences of a part as one text."""
    return " ".join(sentence.text for sentence in located_sentences(part))


def map_exchanges(letter: Letter, change: Callable[[Exchange], Exchange]) -> Letter:
    """Return the letter with every exchange replaced by what a function makes of it."""
    return msgspec.structs.replace(
        letter,
        sections=tuple(
            msgspec.structs.replace(section, exchanges=tuple(map(change, section.exchanges)))
            for section in letter.sections
        ),
    )
