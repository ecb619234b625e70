"""What a match of a rule says of one document, and the templates that are filled in with it."""

from __future__ import annotations

import re
from typing import NamedTuple

from kamerbrief.patterns import pattern

Fields = dict[str, str]
"""What a citation says of a document, by name; what it does not say is empty or absent."""
FIELD = pattern(r"\{(\w+)\}", hits=("nr. {number}",), misses=("nr. 3", "{}"))
"""The name of a field in a template."""


class Mention(NamedTuple):
    """A stretch of a text that points to one document, and what it says of it."""

    start: int
    end: int
    fields: Fields


def filled(template: str, fields: Fields) -> str:
    """Fill in a template, and leave out what stands between its commas where the fields there are empty.

    The comma behind the first piece goes too if that ends in an empty field.

    >>> filled("Kamerstukken {chamber} {session}, {dossier}, {nr}", {"dossier": "29338", "nr": "nr. 278"})
    'Kamerstukken 29338, nr. 278'
    """
    first, *rest = template.split(", ")
    pieces = [_piece(one, fields) for one in rest if any(fields.get(name) for name in FIELD.findall(one))]
    joint = ", " if fields.get(FIELD.findall(first)[-1]) else " "
    return joint.join(filter(None, (_piece(first, fields), ", ".join(pieces))))


def _piece(template: str, fields: Fields) -> str:
    """Fill in a piece of a template, without double spaces."""
    return " ".join(FIELD.sub(lambda found: fields.get(found[1], ""), template).split())


def spaceless(text: str | None) -> str:
    """Return a text without white space; an empty one for None."""
    return re.sub(r"\s", "", text or "")
