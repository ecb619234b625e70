"""Makes letters for tests of `structure`: from blocks to evidence, and to the letter."""

from __future__ import annotations

from kamerbrief.layout import Body, LayoutBlock
from kamerbrief.model import Exchange, Letter, Paragraph, Source
from kamerbrief.structure import to_letter
from kamerbrief.structure.evidence.evidence import Evidence, gather
from pages import block

SOURCE = Source(name="x.pdf", sha256="", media_type="application/pdf", pages=1)


def head(text: str) -> LayoutBlock:
    """A heading, in bold."""
    return block(text, bold=True)


def evidence_of(*texts: str | LayoutBlock) -> Evidence:
    """The evidence of a letter of these texts; a text between asterisks is a heading in bold."""
    return gather([_block(text) for text in texts])


def body_of(*texts: str | LayoutBlock) -> Body:
    """The body of a letter of these texts."""
    return Body(tuple(_block(text) for text in texts), (), ())


def letter(*texts: str | LayoutBlock, genre: str | None = None) -> Letter:
    """The letter that these texts are."""
    return to_letter(body_of(*texts), SOURCE, genre=genre)


def said(exchange: Exchange) -> tuple[str, str]:
    """The question and the answer of an exchange, as text."""
    sides = [exchange.question, exchange.answer]
    question, answer = (" ".join(b.text for b in side.blocks if isinstance(b, Paragraph)) for side in sides)
    return question, answer


def _block(text: str | LayoutBlock) -> LayoutBlock:
    if isinstance(text, LayoutBlock):
        return text
    return head(text.strip("*")) if text.startswith("*") else block(text)
