"""Every sentence of every finding stands word for word in its letter, on the page that it is said to stand on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kamerbrief.model import Exchange, Letter, Listing, Paragraph, Part
from kamerbrief.parse import read_letter
from kamerbrief.reading import read

HERE = Path(__file__).parent
SHARED = next((p / "shared" for p in HERE.parents if (p / "shared" / "letters").is_dir()), None)
FILES = [
    *sorted((HERE.parent / "samples").glob("*.pdf")),
    *(sorted(SHARED.glob("letters/*.pdf")) if SHARED else []),
    *(sorted(SHARED.glob("letters/real/*.pdf")) if SHARED else []),
    *(sorted(SHARED.glob("fresh/*.pdf")) if SHARED else []),
    *(sorted(SHARED.glob("fresh/real/*.pdf")) if SHARED else []),
]
"""The samples, and the letters of a folder that is not part of the project, where there is one."""
OPENING = 16
"""Letters and digits at the start of a sentence that must stand on its page."""


def found_in(exchange: Exchange) -> Iterator[tuple[str, int | None, Part]]:
    """Each sentence of a finding, its page, and the half of the exchange in which it stands."""
    for asked in exchange.subquestions or ():
        yield asked.text, asked.page, exchange.question
        if asked.decided_by:
            yield asked.decided_by.text, asked.decided_by.page, exchange.answer
    for reference in exchange.references or ():
        assert reference.sentence is not None
        assert reference.phrase in reference.sentence
        yield reference.sentence, reference.page, exchange.answer
    for commitment in exchange.commitments or ():
        yield commitment.text, commitment.page, exchange.answer


def running_texts(part: Part) -> list[str]:
    """The paragraphs and the items of the lists of a part."""
    items = [item for block in part.blocks if isinstance(block, Listing) for item in block.items]
    return [*(block.text for block in part.blocks if isinstance(block, Paragraph)), *items]


def squash(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def pages_of(path: Path) -> list[list[str]]:
    """The letters and digits of each line of each page, as they were read from the file, sidebars among them."""
    return [[squash(line.text) for line in page.lines] for page in read(path.read_bytes()).pages]


def opens_on(page: list[str], opening: str) -> bool:
    """Whether the opening of a sentence stands in a line of a page, or at the end of one and the start of another."""
    if any(opening in line for line in page):
        return True
    cuts = range(2, len(opening))
    return any(
        line.endswith(opening[:cut]) and any(other.startswith(opening[cut:]) for other in page)
        for cut in cuts
        for line in page
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_sentence_stands_in_the_letter_on_its_page(path: Path) -> None:
    letter: Letter = read_letter(path)
    pages = pages_of(path)
    findings = [one for exchange in letter.exchanges for one in found_in(exchange)]
    assert findings
    for sentence, page, part in findings:
        assert any(sentence in text for text in running_texts(part)), sentence
        assert page is not None
        assert opens_on(pages[page - 1], squash(sentence)[:OPENING]), (page, sentence)
