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


INNER = [
    "Dat is zo; =1+1",
    "Dat is zo\n=1+1",
    "Dat; @SUM(1)",
    "Dat\n-cmd|' /C calc'!A0",
    "Dat;-2+3+cmd|' /C calc'!A0",
    "Dat;+4*cmd|' /C calc'!A0 klaar",
    "Dat;\"=cmd|' /C calc'!A0\" en nee",
    'Dat\t=1+1; - HYPERLINK("https://kwaad.nl")',
    "Dat | =1+1 | -A1",
    "Dat|-2+3",
    "Dat; - 2 - cmd|' /C calc'!A0",
    "Dat;-5 - Blad!A1",
    "Dat;\xa0=1",
    "Dat;＝1|＋1+1|－A1|＠SUM(1)",
    "Dat;\n;=1",
]
"""In each, what stands after a separator would be a formula."""


@pytest.mark.parametrize("text", INNER)
@pytest.mark.parametrize("separator", ";|\n\t")
def test_nor_does_what_another_separator_makes_a_cell(text: str, separator: str) -> None:
    found = []
    for line in exporter("csv")(letter(text)).splitlines():
        found += [cell.strip().strip('"').strip() for cell in line.split(separator)]
    assert [cell for cell in found if re.match(r"[=@＝＠]|[+\-＋－](?!\s)|[+\-].*\w[|(]", cell)] == []


@pytest.mark.parametrize("separator", ";|\n")
@pytest.mark.parametrize(
    "start", ["=1", "@SUM(1)", "-A1", "+A1", "-(1)", "--1", "-2+3", "-2^3", "- a(1)", "-2 x|'y'!z"]
)
def test_every_formula_is_found_after_every_separator(separator: str, start: str) -> None:
    assert _safe(f"Dat{separator}{start} en meer") == f"Dat{separator}'{start} en meer"
    assert _safe(f'Dat{separator} "{start}"') == f'Dat{separator}\' "{start}"'


@pytest.mark.parametrize(
    "text",
    [
        "3 = 1 + 2",
        "a; - b",
        "een\n- streep (zie bijlage), die ook geldt!",
        "Jaar; +3 procent",
        "mail@voorbeeld.nl",
        "x=1",
        "2019 | -5 | -2,5% | +1.000",
        "a;-5 graden",
        "Ja;\n\n- de één;\n- de ander; - en/of de derde",
    ],
)
def test_what_is_no_formula_stays(text: str) -> None:
    assert _safe(text) == text


@given(st.text(alphabet="=+-@;|\n\t \"'a1(!"))
def test_only_apostrophes_are_added(text: str) -> None:
    assert _safe(text).replace("'", "") == text.replace("'", "").replace("\t", " ")


@given(st.text())
def test_any_json_stays_the_same_json(text: str) -> None:
    raw = json.dumps(text, ensure_ascii=False)
    safe = in_json(raw)
    assert json.loads(safe) == text
    assert not {chr(code) for code in (*CONTROLS, *BIDI, *SEPARATORS)} & set(safe)


def test_half_characters_are_replaced() -> None:
    assert encodable("a\ud800b\udcffc é 𝄞") == "a\ufffdb\ufffdc é 𝄞"
