"""Where a file does not show its pages, no page is named: not in the letter, not in an export, not on the screen."""

from __future__ import annotations

import csv
import io
import json

import pytest
from jsonschema import Draft202012Validator

from kamerbrief.export import json as to_json
from kamerbrief.export import markdown
from kamerbrief.export.csv import export as to_csv
from kamerbrief.export.json_schema import schema
from kamerbrief.export.tabular import rows
from kamerbrief.library.grep import Query, compile_query, hits
from kamerbrief.model import Letter
from kamerbrief.parse import parse_letter

TEXT = """Inbreng van de leden van de SP-fractie

Hoeveel wegen zijn er?

Antwoord

Er zijn veel wegen.

Wie telt ze?
"""


@pytest.fixture(scope="module")
def letter() -> Letter:
    return parse_letter(TEXT.encode(), "brief.txt")


def test_every_page_in_the_letter_is_none(letter: Letter) -> None:
    found = to_json.export(letter)
    Draft202012Validator(schema()).validate(json.loads(found))
    assert found.count('"page": null') > 4
    assert '"pages": null' in found
    assert '"page": 1' not in found
    assert not any(warning.message.startswith("page ") for warning in letter.warnings)


def test_the_same_text_with_a_page_break_has_pages() -> None:
    paged = parse_letter(TEXT.replace("Antwoord", "\fAntwoord").encode(), "brief.txt")
    assert paged.exchanges[0].pages == (1, 2)
    assert paged.source.pages == 2


def test_exports_name_no_page(letter: Letter) -> None:
    (row, *_) = csv.DictReader(io.StringIO(to_csv(letter)))
    assert (row["page_from"], row["page_to"]) == ("", "")
    assert {(one["first_page"], one["last_page"]) for one in rows(letter)} == {(None, None)}
    assert "### 1. SP\n" in markdown.export(letter)


def test_hits_have_no_page(letter: Letter) -> None:
    assert {hit.page for hit in hits(letter, compile_query(Query("wegen")))} == {None}
