"""Nothing is lost and nothing doubles: the characters of a file against those of its Letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kamerbrief.layout import Body
from kamerbrief.model import Block, Footnote, Letter, Listing, Paragraph, Table
from kamerbrief.reading.page_lines import Document


def letters_of(text: str) -> Counter[str]:
    """The letters and digits of a text; spaces, hyphens and punctuation may be mended."""
    return Counter(character for character in text if character.isalnum())


def of_document(document: Document) -> Counter[str]:
    """All that stands on the pages."""
    return letters_of(" ".join(line.text for page in document.pages for line in page.lines))


def of_body(body: Body) -> Counter[str]:
    """All that layout hands on."""
    texts = [block.words for block in body.blocks]
    texts += [mark.marker for block in body.blocks for mark in block.text.notes]
    texts += [kept.line.text for kept in body.kept]
    return letters_of(" ".join([*texts, *_notes((*body.notes, *body.endnotes))]))


def of_letter(letter: Letter) -> Counter[str]:
    """All that the Letter holds; header fields are read off the asides and are not counted again."""
    return letters_of(" ".join(texts_of(letter)))


def texts_of(letter: Letter) -> Iterator[str]:
    """All that the Letter holds, text by text."""
    yield from letter.introduction
    yield from (aside.text for aside in letter.asides)
    yield from _notes(letter.footnotes)
    for section in letter.sections:
        yield section.heading
        for exchange in section.exchanges:
            yield from _notes(exchange.footnotes)
            for block in (*exchange.question.blocks, *exchange.answer.blocks):
                yield from _block(block)


def _notes(notes: tuple[Footnote, ...]) -> Iterator[str]:
    for note in notes:
        if note.text is not None:
            yield f"{note.marker} {note.text}"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.text
            yield from (mark.marker for mark in block.notes)
        case Table():
            yield from (cell for row in block.rows for cell in row)
        case Listing():
            yield from block.markers
            yield from block.items
            yield from (mark.marker for mark in block.notes)
