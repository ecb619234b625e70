"""Read a table of questions and answers as the marks and texts that it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kamerbrief.layout import LayoutBlock
from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.printed_marks import Mark, numbers_in
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock, with_mark

HEADS = {"number": r"nr\.?|nummer|#|vraagnummer", "question": r"vra(?:ag|gen)", "answer": r"antwoord(?:en)?|reactie"}
"""The heads of its columns, any case."""


def listed(block: LayoutBlock) -> Iterator[MarkedBlock]:
    """Yield the questions and answers of a table that has a column for each; another table as it is."""
    columns = _columns(block.rows[0])
    if columns is None:
        yield with_mark(block)
        return
    yield from (_text(block, cell, None) for cell in block.rows[0] if cell)
    for row in block.rows[1:]:
        yield from _row(block, row, columns)


def _columns(head: Sequence[str]) -> dict[str, int] | None:
    found = {
        side: n
        for n, cell in enumerate(head)
        for side, words in HEADS.items()
        if re.fullmatch(words, cell.strip(), re.I)
    }
    return found if {"question", "answer"} <= set(found) else None


def _row(block: LayoutBlock, row: Sequence[str], columns: dict[str, int]) -> Iterator[MarkedBlock]:
    """One question and its answer, each behind a mark."""
    number = row[columns["number"]] if "number" in columns else ""
    yield _text(block, number, Mark("question", tuple(numbers_in(number))))
    yield _text(block, row[columns["question"]], None)
    yield _text(block, "", Mark("answer"))
    yield _text(block, row[columns["answer"]], None)


def _text(block: LayoutBlock, text: str, mark: Mark | None) -> MarkedBlock:
    return with_mark(block, mark, text=AnnotatedText(" ".join(text.split())), rows=(), lines=())
