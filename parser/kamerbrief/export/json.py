"""Export a Letter as JSON, and read it back.

Question and answer of each exchange have two fields that the model does not have: `paragraphs` and `tables`, which
repeat the blocks in a simpler form for jq, spreadsheets and the scorer; `unanswered` repeats the subquestions without
an answer. They are ignored when reading back.
"""

from __future__ import annotations

from typing import Any

import msgspec

from kamerbrief.errors import DamagedFile
from kamerbrief.model import OPEN, SCHEMA, Exchange, Letter, Listing, Paragraph, Part, Quote, Table
from kamerbrief.sanitise import in_json


def plain(part: Part) -> list[str]:
    """Return the running text of a part, one string for each paragraph or item. A lettered item keeps its letter."""
    found: list[str] = []
    for block in part.blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Listing):
            found += items(block)
    return found


def items(listing: Listing) -> list[str]:
    """Return the items of a list, each with its printed letter or number, without dashes and bullets."""
    markers = listing.markers or ("",) * len(listing.items)
    return [
        f"{marker} {item}" if any(map(str.isalnum, marker)) else item
        for marker, item in zip(markers, listing.items, strict=True)
    ]


def tables(part: Part) -> list[dict[str, Any]]:
    """Return the tables of a part, each as {"rows": [[cell, ...], ...]}."""
    return [{"rows": [list(row) for row in block.rows]} for block in part.blocks if isinstance(block, Table)]


def to_builtins(letter: Letter) -> dict[str, Any]:
    """Return the letter as dicts and lists, in the shape of the exported JSON."""
    data: dict[str, Any] = msgspec.to_builtins(letter)
    for section, whole in zip(data["sections"], letter.sections, strict=True):
        for exchange, model in zip(section["exchanges"], whole.exchanges, strict=True):
            for side, part in (("question", model.question), ("answer", model.answer)):
                exchange[side] |= {"paragraphs": plain(part), "tables": tables(part)}
            exchange["unanswered"] = msgspec.to_builtins(unanswered(model)) if model.subquestions is not None else None
    return data


def unanswered(exchange: Exchange) -> tuple[Quote, ...]:
    """Return the subquestions to which no answer was found, or that the government declines to answer."""
    return tuple(Quote(text=one.text, page=one.page) for one in exchange.subquestions or () if one.answered in OPEN)


def export(letter: Letter) -> str:
    """Return the letter as indented JSON (schema kamerbrief/letter/1), with a newline at the end."""
    return in_json(msgspec.json.format(msgspec.json.encode(to_builtins(letter)), indent=2).decode()) + "\n"


def from_json(text: str | bytes) -> Letter:
    """Read a letter from the JSON that `export` wrote. Raises DamagedFile if it is not such JSON."""
    try:
        letter = msgspec.json.decode(text, type=Letter)
    except msgspec.MsgspecError as error:
        raise DamagedFile(f"this JSON is not a letter exported by kamerbrief ({error}); export it again") from error
    if letter.schema != SCHEMA:
        raise DamagedFile(f"this JSON has schema '{letter.schema}' instead of '{SCHEMA}'; export it again")
    return letter
