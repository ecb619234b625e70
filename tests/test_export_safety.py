"""Nothing in a letter has an effect in an export: no control codes, formulas, HTML or false links."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from kamerbrief.export import FORMATS, exporter
from kamerbrief.export.csv import _safe
from kamerbrief.export.json import from_json
from kamerbrief.model import (
    Exchange,
    Footnote,
    Letter,
    Listing,
    NoteMark,
    Paragraph,
    Part,
    Section,
    Signatory,
    Source,
    Table,
    Warning,
)
from kamerbrief.sanitise import BIDI, CONTROLS, SEPARATORS, encodable, in_json

FORBIDDEN = {chr(code) for code in (*CONTROLS, *BIDI)} - set("\n\r")
NASTY = [
    "\x1b[31mrood\x07",
    "\x9b31mrood",
    "\x1b]8;;https://kwaad.nl\x1b\\klik",
    "tekst\u202etxet\u2066.",
    '=HYPERLINK("https://kwaad.nl";"klik")',
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "[klik](javascript:alert(1)) ![x](https://kwaad.nl/x.png)",
    "---\nsubject: kwaad",
    "```\n# kop\n<!-- weg",
    "a\x00b\u2028c\x85d",
]


def letter(text: str) -> Letter:
    """A letter that says this wherever a letter says anything."""
    part = Part(
        blocks=(
            Paragraph(text=text, page=1, notes=(NoteMark(offset=1, marker=text[:3]),)),
            Table(rows=((text, text), (text, text)), page=1),
            Listing(items=(text, text), page=1, markers=(text[:2], "-")),
        )
    )
    note = Footnote(marker=text[:3], text=text, page=1)
    exchange = Exchange(
        number=1,
        labels=(text,),
        factions=(text,),
        members=(text,),
        question=part,
        answer=part,
        footnotes=(note,),
        pages=(1, 1),
    )
    return Letter(
        source=Source(name=text, sha256="0", media_type="text/plain", pages=1),
        genre="schriftelijk-overleg",
        subject=text,
        reference=text,
        department=(text,),
        signatories=(Signatory(role=text, name=text),),
        introduction=(text,),
        sections=(Section(heading=text, factions=(text,), page=1, exchanges=(exchange,)),),
        footnotes=(note,),
        warnings=(Warning(code="a", message=text),),
    )


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", NASTY)
def test_no_export_holds_a_character_that_does_something(form: str, text: str) -> None:
    out = exporter(form)(letter(text))
    assert not FORBIDDEN & set(out)


@pytest.mark.parametrize("text", NASTY)
def test_json_still_says_the_same(text: str) -> None:
    assert from_json(exporter("json")(letter(text))) == letter(text)


@pytest.mark.parametrize("text", NASTY)
def test_markdown_holds_no_html_and_no_link(text: str) -> None:
    _, front, body = exporter("md")(letter(text)).split("---\n", 2)
    assert yaml.safe_load(front)["subject"] == text
    shown = MarkdownIt("commonmark", {"html": True}).enable("table").use(footnote_plugin).render(body)
    for tag in ("<script", "<img", "<!--", "<code"):
        assert tag not in shown
    assert not [link for link in re.findall(r'href="([^"]*)"', shown) if not link.startswith("#fn")]


FORMULAS = ["=1+1", "+31", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "\x00=1", "＝1", "\xa0=1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_cell_never_begins_as_a_formula(text: str) -> None:
    row = list(csv.reader(io.StringIO(exporter("csv")(letter(text)), newline="")))[1]
    assert not [cell for cell in row if cell.strip()[:1] in tuple("=+-@＝")]


@pytest.mark.parametrize("text", ["Dat is zo; =1+1", "Dat is zo\n=1+1", "Dat; @SUM(1)", "Dat\n-cmd|' /C calc'!A0"])
def test_nor_does_what_a_dutch_spreadsheet_takes_for_a_cell(text: str) -> None:
    for start in (";", "\n"):
        for piece in _safe(text).split(start)[1:]:
            assert piece.strip()[0] == "'"


@pytest.mark.parametrize(
    "text", ["3 = 1 + 2", "a; - b", "een\n- streep", "Jaar; +3 procent", "mail@voorbeeld.nl", "x=1"]
)
def test_what_is_no_formula_stays(text: str) -> None:
    assert _safe(text) == text


@given(st.text())
def test_any_json_stays_the_same_json(text: str) -> None:
    raw = json.dumps(text, ensure_ascii=False)
    safe = in_json(raw)
    assert json.loads(safe) == text
    assert not {chr(code) for code in (*CONTROLS, *BIDI, *SEPARATORS)} & set(safe)


def test_half_characters_are_replaced() -> None:
    assert encodable("a\ud800b\udcffc é 𝄞") == "a\ufffdb\ufffdc é 𝄞"
