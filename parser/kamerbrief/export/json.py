"""A Letter as JSON, and back.

Beside the model, each side of an exchange says its running text and its tables once more, plainly
(`paragraphs`, `tables`), for jq, spreadsheets and the scorer; reading back ignores these.
"""

from __future__ import annotations

from typing import Any

import msgspec

from kamerbrief.errors import DamagedFile
from kamerbrief.model import SCHEMA, Letter, Listing, Paragraph, Part, Table
from kamerbrief.sanitise import in_json


def plain(part: Part) -> list[str]:
    """The running text of a part, one string a paragraph or item; a lettered item keeps its letter."""
    found: list[str] = []
    for block in part.blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Listing):
            found += items(block)
    return found


def items(listing: Listing) -> list[str]:
    """The items of a list, each with its printed letter or number; dashes and bullets left out."""
    markers = listing.markers or ("",) * len(listing.items)
    return [
        f"{marker} {item}" if any(map(str.isalnum, marker)) else item
        for marker, item in zip(markers, listing.items, strict=True)
    ]


def tables(part: Part) -> list[dict[str, Any]]:
    """The tables of a part, as {"rows": [[cell, ...], ...]}."""
    return [{"rows": [list(row) for row in block.rows]} for block in part.blocks if isinstance(block, Table)]


def to_builtins(letter: Letter) -> dict[str, Any]:
    """The letter as dicts and lists, in the shape that is written."""
    data: dict[str, Any] = msgspec.to_builtins(letter)
    for section, whole in zip(data["sections"], letter.sections, strict=True):
        for exchange, model in zip(section["exchanges"], whole.exchanges, strict=True):
            for side, part in (("question", model.question), ("answer", model.answer)):
                exchange[side] |= {"paragraphs": plain(part), "tables": tables(part)}
    return data


def export(letter: Letter) -> str:
    """The letter as indented JSON (schema kamerbrief/letter/1), with a newline at its end."""
    return in_json(msgspec.json.format(msgspec.json.encode(to_builtins(letter)), indent=2).decode()) + "\n"


def from_json(text: str | bytes) -> Letter:
    """The letter that `export` wrote. Raises DamagedFile where the text is no such letter."""
    try:
        letter = msgspec.json.decode(text, type=Letter)
    except msgspec.MsgspecError as error:
        raise DamagedFile(f"this JSON is no letter of kamerbrief ({error}); export it again") from error
    if letter.schema != SCHEMA:
        raise DamagedFile(f"this JSON has schema '{letter.schema}' and not '{SCHEMA}'; export it again")
    return letter
