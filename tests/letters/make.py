"""A seed -> a letter on paper, with what it says beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from letters.compose import compose
from letters.content import Content
from letters.forms import Form, draw
from letters.script import Piece, script_of
from letters.truth import truth_of


@dataclass(frozen=True, slots=True)
class Made:
    """A letter that was made."""

    form: Form
    data: bytes
    name: str
    truth: dict[str, Any]


def make(seed: int, fixed: Mapping[str, str] | None = None) -> Made:
    """The letter of a seed, the same each time; `fixed` names the values of some traits."""
    random = Random(seed)
    form = draw(random, fixed)
    content = compose(form, random)
    pieces = script_of(content)
    suffix = "docx" if form["engine"] == "docx" else "pdf"
    return Made(form, printed(content, pieces), f"{seed}.{suffix}", truth_of(content))


def printed(content: Content, pieces: list[Piece]) -> bytes:
    """The letter as its engine sets it."""
    if content.form["engine"] == "docx":
        from letters.engine_docx import docx_of

        return docx_of(content, pieces)
    if content.form["engine"] == "typst":
        from letters.engine_typst import pdf_of as typst_pdf_of

        return typst_pdf_of(content, pieces)
    from letters.engine_fpdf2 import pdf_of

    return pdf_of(content, pieces)
