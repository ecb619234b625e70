"""Generate the JSON Schema of an exported letter from the model.

`python -m kamerbrief.export.json_schema` writes the file that is shipped.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from kamerbrief.model import SCHEMA, Letter

FILE = Path(__file__).with_name("letter.schema.json")
"""The schema that is shipped."""
DERIVED: dict[str, Any] = {
    "paragraphs": {
        "type": "array",
        "items": {"type": "string"},
        "description": "The running text of the blocks again, one string for each paragraph or item.",
    },
    "tables": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {"rows": {"type": "array", "items": {"type": "array", "items": {"type": "string"}}}},
        },
        "description": "The tables of the blocks again.",
    },
}
"""The schema of the two fields that repeat the blocks of a part."""
UNANSWERED: dict[str, Any] = {
    "anyOf": [{"type": "array", "items": {"$ref": "#/$defs/Quote"}}, {"type": "null"}],
    "description": "The subquestions again to which no answer was found, or that were declined.",
}
"""The schema of the field that repeats subquestions of an exchange."""


def schema() -> dict[str, Any]:
    """Return the schema as JSON Schema 2020-12."""
    found = msgspec.json.schema(Letter)
    found["$defs"]["Part"]["properties"] |= DERIVED
    found["$defs"]["Exchange"]["properties"]["unanswered"] = UNANSWERED
    found["$defs"]["Letter"]["properties"]["schema"]["const"] = SCHEMA
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA, **found}


def text() -> str:
    """Return the text of the schema file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
