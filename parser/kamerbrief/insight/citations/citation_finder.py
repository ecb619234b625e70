"""Find the citations in a text: every pointer to an official document, with a normalised form and its address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from kamerbrief.insight.citations import european, parliament
from kamerbrief.insight.citations.mentions import Fields, Mention, filled, spaceless
from kamerbrief.insight.wording_rules import WordingRule, rules

WORDING = "citations"
"""The wording file of the rules."""


class FoundCitation(NamedTuple):
    """A citation with its place in a text."""

    start: int
    end: int
    kind: str
    """What it points to, such as kamerstuk; see the rules."""
    form: str
    """The citation in one form, however it was printed."""
    id: str
    """The identifier of the document: that of its publication, an ECLI or a CELEX number."""
    address: str | None
    """Where it is published; None where that does not follow from what is printed."""


Reader = Callable[[re.Match[str], WordingRule], Iterator[Mention]]
"""Reads the documents that a match of a rule names."""


def find_citations(text: str) -> tuple[FoundCitation, ...]:
    """Find the citations in a text, in order, none inside another.

    >>> [(one.form, one.id) for one in find_citations("Zie Kamerstuk 29 338, nrs. 278 en 289.")]
    [('Kamerstukken 29338, nr. 278', 'kst-29338-278'), ('Kamerstukken 29338, nr. 289', 'kst-29338-289')]
    """
    lowered = text.lower()
    tried = [rule for rule in rules(WORDING).values() if rule.may_find(lowered)]
    found: list[FoundCitation] = []
    taken = bytearray(len(text) if tried else 0)
    for rule in tried:
        for match in rule.regex.finditer(text):
            if 1 not in taken[match.start() : match.end()]:
                for one in _citations(match, rule):
                    taken[one.start : one.end] = b"\1" * (one.end - one.start)
                    found.append(one)
    return tuple(sorted(found))


def _citations(match: re.Match[str], rule: WordingRule) -> list[FoundCitation]:
    """Return what a match points to; nothing where the numbers in it mean nothing."""
    reader = READERS.get(rule.data["kind"], _plain)
    return [
        FoundCitation(one.start, _closed(match.string, one), *_document(one.fields, rule))
        for one in reader(match, rule)
    ]


def _closed(text: str, mention: Mention) -> int:
    """Return the end of a mention, behind the bracket that closes one in it."""
    inside = text[mention.start : mention.end]
    return mention.end + (inside.count("(") > inside.count(")") and text[mention.end : mention.end + 1] == ")")


def _document(fields: Fields, rule: WordingRule) -> tuple[str, str, str, str | None]:
    """Return kind, form, identifier and address of a document, from the templates of its rule."""
    form, identifier, address = (_template(rule, name, fields) for name in ("form", "id", "address"))
    fields = fields | {"id": filled(identifier, fields)}
    return (
        rule.data["kind"],
        filled(form, fields),
        fields["id"],
        None if fields.get("offline") else filled(address, fields),
    )


def _template(rule: WordingRule, name: str, fields: Fields) -> str:
    """Return the template of a rule for one thing: its variant for these fields, if it has one."""
    template: str = rule.data.get(f"{name}_{fields.get('variant', '')}") or rule.data[name]
    return template


def _plain(match: re.Match[str], _rule: WordingRule) -> Iterator[Mention]:
    """Read a document whose fields are the groups of the expression."""
    fields = {name: spaceless(value) for name, value in match.groupdict().items()}
    fields["year"] = fields.get("year") or fields.get("slashed") or fields.get("plain") or ""
    old = fields["year"].isdecimal() and int(fields["year"]) < parliament.ONLINE
    yield Mention(match.start(), match.end(), fields | {"offline": "yes" if old else ""})


READERS: dict[str, Reader] = {
    "kamerstuk": parliament.kamerstukken,
    "aanhangsel": parliament.aanhangsel,
    "handelingen": parliament.handelingen,
    "eu-act": european.act,
}
"""The readers of the kinds whose numbers need more than the groups of the expression."""
