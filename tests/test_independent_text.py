"""No word is lost, and none moves: a letter against what pdfminer and python-docx read in the same file.

They share nothing with our readers but the parsing of the file, and know nothing of columns, notes or questions.
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.table import Table as WordTable
from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams

from conservation import texts_of
from kamerbrief.model import Letter, Listing, Paragraph, Part
from kamerbrief.parse import parse_letter, read_letter

SAMPLES = Path(__file__).parent.parent / "samples"
PDFS = sorted(SAMPLES.glob("*.pdf"))
TRUTHS = sorted(SAMPLES.glob("*.truth.json"))
BROKEN = re.compile(r"(\w+)[-\u00ad]\n(\w+)")
"""A word that may be broken over two lines."""


def words(text: str) -> list[str]:
    """The words and numbers of a text."""
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text))


def read_by_pdfminer(path: Path, known: Iterable[str], markers: Iterable[str]) -> list[str]:
    """A PDF's words in pdfminer's order; broken words are joined, and markers taken off, where that gives a known word.

    Its margin is set wider, so that it does not take a justified line apart.
    """
    known, markers = set(known), set(markers)
    text = extract_text(str(path), laparams=LAParams(char_margin=4))
    whole = BROKEN.sub(lambda found: found[1] + found[2] if found[1] + found[2] in known else found.group(), text)
    return [part for word in words(whole) for part in unglued(word, known, markers)]


def unglued(word: str, known: set[str], markers: set[str]) -> list[str]:
    """A word and the footnote marker that stands raised behind it, which pdfminer reads as one."""
    for marker in markers if word not in known else ():
        bare = word.removesuffix(marker)
        if bare != word and bare in known:
            return [bare, marker]
    return [word]


def is_in_order(some: Sequence[str], every: Iterable[str]) -> bool:
    """Whether words stand among others in this order."""
    left = iter(every)
    return all(any(word == other for other in left) for word in some)


def running_text(parts: Iterable[Part]) -> list[str]:
    """The words of paragraphs and lists, in the order of the letter."""
    found: list[str] = []
    for part in parts:
        for block in part.blocks:
            match block:
                case Paragraph():
                    found += words(block.text)
                case Listing():
                    found += [word for item in block.items for word in words(item)]
    return found


def holds_in_order(letter: Letter, every: list[str]) -> bool:
    """Whether all questions, and all answers, are in this order; a report in two parts has them apart."""
    sides = ([one.question for one in letter.exchanges], [one.answer for one in letter.exchanges])
    running = [running_text(side) for side in sides]
    assert all(running)
    return all(is_in_order(side, every) for side in running)


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.name)
def test_a_pdf_has_the_words_that_pdfminer_reads_in_order(path: Path) -> None:
    letter = read_letter(path)
    own = words(" ".join(texts_of(letter)))
    other = read_by_pdfminer(path, own, [note.marker for one in letter.exchanges for note in one.footnotes])
    assert Counter(other) == Counter(own)
    assert holds_in_order(letter, other)


def word_file(truth: dict[str, Any]) -> bytes:
    """What a sample says, as a Word file that python-docx writes."""
    made = docx.Document()
    for paragraph in truth["introduction"]:
        made.add_paragraph(paragraph)
    for section in truth["sections"]:
        if section["heading"]:
            made.add_paragraph().add_run(section["heading"]).bold = True
        for exchange in section["exchanges"]:
            labels = " en ".join(exchange["labels"])
            made.add_paragraph(f"Vraag {labels}".strip())
            for paragraph in exchange["question"]:
                made.add_paragraph(paragraph)
            made.add_paragraph(f"Antwoord {labels}".strip())
            for paragraph in exchange["answer"]:
                made.add_paragraph(paragraph)
            for table in exchange["tables"]:
                grid = made.add_table(len(table["rows"]), len(table["rows"][0]))
                for cells, row in zip(grid.rows, table["rows"], strict=True):
                    for cell, text in zip(cells.cells, row, strict=True):
                        cell.text = text
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read_by_python_docx(data: bytes) -> list[str]:
    """The words of a Word file, in its order."""
    found: list[str] = []
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, WordTable):
            found += [word for row in block.rows for cell in row.cells for word in words(cell.text)]
        else:
            found += words(block.text)
    return found


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.name.partition(".")[0])
def test_a_word_file_has_the_words_that_python_docx_reads_in_order(path: Path) -> None:
    data = word_file(json.loads(path.read_text(encoding="utf-8")))
    letter = parse_letter(data, "brief.docx")
    other = read_by_python_docx(data)
    assert Counter(other) == Counter(words(" ".join(texts_of(letter))))
    assert holds_in_order(letter, other)


def test_what_is_out_of_order_is_noticed() -> None:
    assert is_in_order("een twee drie".split(), "nul een x twee drie vier".split())
    assert not is_in_order("een drie twee".split(), "nul een x twee drie vier".split())
    assert not is_in_order("een twee vijf".split(), "nul een x twee drie vier".split())
