"""Write a letter as gold: what a right parse of it is, in the shape in which such truth is compared with a parse."""

from __future__ import annotations

from typing import Any

import msgspec

from kamerbrief.export.json import plain, tables, unanswered
from kamerbrief.model import Exchange, Letter
from kamerbrief.sanitise import in_json

HEADER = ("genre", "chamber", "subject", "date", "reference", "department", "signatories", "introduction")
"""The fields of a letter that gold has as they are."""


def export(letter: Letter) -> str:
    """Return the gold of a letter as indented JSON, with a newline at the end."""
    return in_json(msgspec.json.format(msgspec.json.encode(as_gold(letter)), indent=1).decode()) + "\n"


def as_gold(letter: Letter) -> dict[str, Any]:
    """Return the gold of a letter as dicts and lists; its notes say what was decided by hand."""
    return {
        **{name: msgspec.to_builtins(getattr(letter, name)) for name in HEADER},
        "pages": letter.source.pages,
        "sections": [
            {"heading": section.heading or None, "exchanges": [_exchange(one) for one in section.exchanges]}
            for section in letter.sections
            if section.exchanges
        ],
        "notes": [
            f"SHA-256 of the letter: {letter.source.sha256}",
            *(f"decided by hand: {msgspec.json.encode(one).decode()}" for one in letter.decisions),
        ],
    }


def _exchange(exchange: Exchange) -> dict[str, Any]:
    return {
        "number": exchange.number,
        "labels": exchange.labels,
        "factions": exchange.factions,
        "members": exchange.members,
        "question": plain(exchange.question),
        "answer": plain(exchange.answer),
        "tables": [*tables(exchange.question), *tables(exchange.answer)],
        "footnotes": [{"marker": one.marker, "text": one.text} for one in exchange.footnotes],
        "subquestions": [one.text for one in exchange.subquestions or ()],
        "unanswered": [one.text for one in unanswered(exchange)],
        "references": [{"phrase": one.phrase, "targets": one.targets} for one in exchange.references or ()],
        "commitments": [one.text for one in exchange.commitments or ()],
        "pages": exchange.pages,
    }
