"""Read a table of questions and answers as the marks and texts that it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kamerbrief.layout import LayoutBlock
from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.patterns import pattern
from kamerbrief.printed_marks import Mark, numbers_in
from kamerbrief.structure.evidence.marked_blocks import MarkedBlock, with_mark

HEADS = {
    "number": pattern(
        r"nr\.?|nummer|#|vraagnummer",
        re.I,
        how="fullmatch",
        hits=("Nr.", "Vraagnummer", "#"),
        misses=("Nr. 3", "Nummers", "1"),
    ),
    "question": pattern(
        r"vra(?:ag|gen)",
        re.I,
        how="fullmatch",
        hits=("Vraag", "VRAGEN"),
        misses=("Vraag 1", "Gestelde vraag"),
    ),
    "answer": pattern(
        r"antwoord(?:en)?|reactie",
        re.I,
        how="fullmatch",
        hits=("Antwoord", "Antwoorden", "Reactie"),
        misses=("Antwoord 1", "Reactie van de minister"),
    ),
}
"""The head of each of its columns."""


def listed(block: LayoutBlock) -> Iterator[MarkedBlock]:
    """Yield the questions and answers of a table that has a column for each; another table as it is."""
    columns = _columns(block.rows[0])
    if columns is None:
        yield with_mark(block)
        return
    yield from (_text(block, cell, Mark("question")) for cell in block.rows[0] if cell)
    for n, row in enumerate(block.rows[1:], 1):
        yield from _row(block, row, columns, block.cells[n] if block.cells else None)


def _columns(head: Sequence[str]) -> dict[str, int] | None:
    found = {side: n for n, cell in enumerate(head) for side, words in HEADS.items() if words.fullmatch(cell.strip())}
    return found if {"question", "answer"} <= set(found) else None


def _row(
    block: LayoutBlock,
    row: Sequence[str],
    columns: dict[str, int],
    cells: Sequence[Sequence[LayoutBlock]] | None,
) -> Iterator[MarkedBlock]:
    """One question and its answer, each behind a mark; `cells` are the paragraphs in the row where they are known."""
    number = row[columns["number"]] if "number" in columns else ""
    question, answer = columns["question"], columns["answer"]
    place = cells[question][0] if cells and cells[question] else block
    yield _text(place, number, Mark("question", tuple(numbers_in(number))))
    yield from map(with_mark, cells[question]) if cells else (_text(block, row[question], None),)
    yield _text(place, "", Mark("answer"))
    yield from map(with_mark, cells[answer]) if cells else (_text(block, row[answer], None),)


def _text(block: LayoutBlock, text: str, mark: Mark | None) -> MarkedBlock:
    return with_mark(block, mark, text=AnnotatedText(" ".join(text.split())), rows=(), lines=())
