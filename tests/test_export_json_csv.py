"""JSON reads back equal and keeps to its schema; CSV is safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json

import jsonschema
import pytest
from hypothesis import given

from kamerbrief.errors import DamagedFile, KamerbriefError
from kamerbrief.export import FORMATS, exporter
from kamerbrief.export import csv as csv_export
from kamerbrief.export import json as json_export
from kamerbrief.export.json_schema import FILE, schema, text
from kamerbrief.model import Letter
from strategies import letters


@given(letters())
def test_json_reads_back_equal(letter: Letter) -> None:
    assert json_export.from_json(json_export.export(letter)) == letter


@given(letters())
def test_json_keeps_to_the_schema(letter: Letter) -> None:
    jsonschema.validate(json.loads(json_export.export(letter)), schema())


def test_the_shipped_schema_is_the_model_s() -> None:
    assert FILE.read_text(encoding="utf-8") == text()


def test_the_schema_refuses_another_shape() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"schema": "kamerbrief/letter/1", "genre": 3}, schema())


@pytest.mark.parametrize("data", ["{}", "[]", "geen json", ""])
def test_what_is_no_letter_is_refused(data: str) -> None:
    with pytest.raises(DamagedFile, match="export it again"):
        json_export.from_json(data)


@given(letters())
def test_another_version_is_refused(letter: Letter) -> None:
    other = json_export.export(letter).replace("kamerbrief/letter/1", "kamerbrief/letter/99", 1)
    with pytest.raises(DamagedFile, match="letter/99"):
        json_export.from_json(other)


@given(letters())
def test_csv_has_a_row_an_exchange_and_no_formula(letter: Letter) -> None:
    rows = list(csv.reader(io.StringIO(csv_export.export(letter), newline="")))
    assert len(rows) == 1 + len(letter.exchanges)
    assert all(len(row) == len(csv_export.COLUMNS) for row in rows)
    assert not any(cell[:1] in "=+-@\t\r" for row in rows for cell in row if cell)


def test_formats_are_found_by_name() -> None:
    assert {name: exporter(name).__module__.rsplit(".")[-1] for name in FORMATS} == FORMATS
    with pytest.raises(KamerbriefError, match="md, json, csv"):
        exporter("docx")
