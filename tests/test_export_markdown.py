"""Exported Markdown renders as the text of the letter: nothing in that text acts as markup."""

from __future__ import annotations

import re
from collections import Counter

import pytest
import yaml
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from kamerbrief.export.markdown import export
from kamerbrief.export.markdown_escape import cell, escaped, heading
from kamerbrief.model import Exchange, Footnote, Letter, Listing, NoteMark, Paragraph, Part, Section, Source, Table
from strategies import TEXTS, letters

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin).use(front_matter_plugin)
PLAIN = {"text", "softbreak"}
"""What a line of letter text may be made of; anything else is text that was taken for Markdown."""


def inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens if token.type == "inline" for child in token.children or []]


def rendered(markdown: str) -> str:
    """The text of Markdown, white space folded."""
    text = "".join(
        token.content if token.type in ("text", "text_special") else " " for token in inline(PARSER.parse(markdown))
    )
    return folded(text)


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_escapes_are_no_more_than_needed() -> None:
    kept = "De EU-strategie (2019/1896) van J&V, COM(2021)120 nr. 3: 50% - snel_naar_huis #3 1.5 & meer < dan + 2"
    assert escaped(kept) == kept


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("# geen kop", "\\# geen kop"),
        ("1. geen lijst", "1\\. geen lijst"),
        ("- geen streep", "\\- geen streep"),
        ("> geen citaat", "\\> geen citaat"),
        ("*sterk* en _schuin_", "\\*sterk\\* en \\_schuin\\_"),
        ("<b>vet</b>", "\\<b>vet\\</b>"),
        ("&amp; &", "\\&amp; &"),
        ("een \\", "een \\\\"),
        ("---", "\\---"),
    ],
)
def test_what_looks_like_markdown_is_escaped(text: str, markdown: str) -> None:
    assert escaped(text) == markdown


@given(TEXTS)
def test_any_text_renders_as_itself(text: str) -> None:
    tokens = PARSER.parse(escaped(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert {token.type for token in inline(tokens)} <= PLAIN
    assert rendered(escaped(text)) == folded(text)


@given(TEXTS)
def test_any_heading_renders_as_itself(text: str) -> None:
    tokens = PARSER.parse(f"## {heading(text)}")
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    assert rendered(f"## {heading(text)}") == folded(text)


@given(TEXTS, TEXTS)
def test_any_cell_renders_as_itself(left: str, right: str) -> None:
    tokens = PARSER.parse(f"| {cell(left)} | {cell(right)} |\n| --- | --- |")
    cells = [token for token in tokens if token.type == "inline"]
    assert [folded("".join(t.content for t in c.children or [])) for c in cells] == [folded(left), folded(right)]


def test_the_letter_as_one_would_write_it() -> None:
    note = Footnote(marker="1", text="Nieuwsuur, 3 mei.", page=2)
    exchange = Exchange(
        number=3,
        factions=("GroenLinks", "PvdA"),
        question=Part(
            blocks=(Paragraph(text="Hoeveel?", page=2), Listing(items=("a", "b"), markers=("-", "-"), page=2))
        ),
        answer=Part(
            blocks=(
                Paragraph(text="Zie Nieuwsuur, en dit.", page=2, notes=(NoteMark(offset=14, marker="1"),)),
                Table(rows=(("", "2020"), ("Aantal", "1|2")), page=3),
            )
        ),
        footnotes=(note,),
        pages=(2, 3),
    )
    letter = Letter(
        source=Source(name="x.pdf", sha256="", media_type="application/pdf", pages=3),
        genre="schriftelijk-overleg",
        subject="Zwembaden",
        sections=(Section(heading="Inbreng van GroenLinks en de PvdA", page=2, exchanges=(exchange,)),),
    )
    assert export(letter).split("---\n", 2)[2] == (
        "\n# Zwembaden\n\n## Inbreng van GroenLinks en de PvdA\n\n### 3. GroenLinks, PvdA (p. 2–3)\n\n"
        "> Hoeveel?\n>\n> * a\n> * b\n\n"
        "Zie Nieuwsuur,[^1] en dit.\n\n|  | 2020 |\n| --- | --- |\n| Aantal | 1\\|2 |\n\n[^1]: Nieuwsuur, 3 mei.\n"
    )


@given(letters())
def test_the_front_matter_is_yaml_and_says_the_header(letter: Letter) -> None:
    (front,) = [token for token in PARSER.parse(export(letter)) if token.type == "front_matter"]
    fields = yaml.safe_load(front.content)
    assert fields["date"] == letter.date
    assert fields.get("subject") == letter.subject


@given(letters())
def test_structure_survives_the_round_trip(letter: Letter) -> None:
    tokens = PARSER.parse(export(letter))
    kinds = Counter(token.type for token in tokens)
    blocks = [b for e in letter.exchanges for p in (e.question, e.answer) for b in p.blocks]
    assert kinds["heading_open"] == 1 + len(letter.sections) + len(letter.exchanges)
    assert kinds["table_open"] == sum(isinstance(block, Table) for block in blocks)
    assert kinds["list_item_open"] == sum(len(b.items) for b in blocks if isinstance(b, Listing))
    assert not [t for t in (*tokens, *inline(tokens)) if t.type in {"html_block", "html_inline", "code_block", "fence"}]
    assert {token.type for token in inline(tokens)} <= PLAIN | {"footnote_ref"}


@given(letters())
def test_every_footnote_is_defined_and_referred_to(letter: Letter) -> None:
    tokens = PARSER.parse(export(letter))
    defined = sum(token.type == "footnote_open" for token in tokens)
    assert defined == sum(len({note.marker for note in e.footnotes}) for e in letter.exchanges)


@given(letters())
def test_the_text_of_questions_and_answers_comes_out_as_it_is(letter: Letter) -> None:
    text = rendered(export(letter))
    for exchange in letter.exchanges:
        for part in (exchange.question, exchange.answer):
            for block in part.blocks:
                if isinstance(block, Paragraph) and not block.notes:
                    assert folded(block.text) in text


def test_citations_are_links_to_their_publications() -> None:
    address = "https://zoek.officielebekendmakingen.nl"
    note = Footnote(marker="1", text="Kamerstuk 29 338, nr. 278", page=1)
    printed = f"Zie {address}/kst-29338-289.html."
    marked = "Zie Kamerstuk 29 338, nr. 278, p. 3."
    answer = Part(
        blocks=(
            Paragraph(text="Let op!Stb. 2020, 118 (en dat).", page=1, notes=(NoteMark(offset=21, marker="1"),)),
            Listing(items=("Stcrt. 2023, 3251",), markers=("-",), page=1),
            Paragraph(text=printed, page=1),
            Paragraph(text=marked, page=1, notes=(NoteMark(offset=marked.index(", nr."), marker="1"),)),
        )
    )
    exchange = Exchange(number=1, answer=answer, footnotes=(note,), pages=(1, 1))
    letter = Letter(
        source=Source(name="x.pdf", sha256="", media_type="application/pdf", pages=1),
        genre="kamervragen",
        introduction=("Over COM(2021)120.",),
        sections=(Section(heading="", page=1, exchanges=(exchange,)),),
    )
    markdown = export(letter)
    links = [token.attrs["href"] for token in inline(PARSER.parse(markdown)) if token.type == "link_open"]
    assert links == [
        "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=COM:2021:120:FIN",
        f"{address}/stb-2020-118.html",
        f"{address}/stcrt-2023-3251.html",
        f"{address}/kst-29338-278.html",
    ]
    assert f"Let op\\![Stb. 2020, 118]({address}/stb-2020-118.html)[^1] (en dat)." in markdown
    assert printed in markdown


def test_a_backslash_before_a_footnote_reference_does_not_escape_it() -> None:
    assert escaped("1\\1", [(2, "1")]) == "1\\\\[^1]1"
