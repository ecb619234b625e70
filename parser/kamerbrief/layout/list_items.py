"""Items of lists, told by the bullet, letter or number with which they start."""

from __future__ import annotations

from kamerbrief.patterns import pattern

BULLETS = r"•·▪●◦‣○■□➢✓\ufffd\uffff\ue000-\uf8ff–—\-"
"""Bullets, as the inside of a character class: signs, dashes, and what a symbol font's bullets come out as (a sign of
the private use area, or one that stands for an unknown sign)."""
ENUMERATOR = r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]"
"""Letters and numbers: a., (b), iv), 3."""

BULLETED = pattern(
    rf"(?P<marker>[{BULLETS}o])\s+(?=\S)",
    how="match",
    hits=("• een zaak;", "– de kosten", "o tweede niveau", "\uf0b7 een zaak", "\ufffd een zaak"),
    misses=("•een zaak", "-20 procent", "om de kosten", "ook "),
)
"""The start of an item with a bullet; some lists use a plain letter o for one."""
ENUMERATED = pattern(
    rf"(?P<marker>{ENUMERATOR})\s+(?=\S)",
    how="match",
    hits=("a. de kosten", "(b) de baten", "iv) de rest", "12. Hoeveel?", "3) de rest"),
    misses=("A. de kosten", "12 leden", "2021. Daarna", "art. 3"),
)
"""The start of an item with a letter or a number."""
ALONE = pattern(
    rf"[{BULLETS}]|{ENUMERATOR}",
    how="fullmatch",
    hits=("•", "a.", "(iv)", "12.", "\uf0a7"),
    misses=("12", "a", "• een zaak", "2021."),
)
"""The marker of an item that is set apart from its text."""
BESIDE = pattern(
    rf"[{BULLETS}o]|\(?(?:\d{{1,3}}|[a-zA-Z]|[ivxIVX]{{1,4}})[.)]?",
    how="fullmatch",
    hits=("12", "A", "(iv)", "o", "123."),
    misses=("2021", "Nr", "12%"),
)
"""What may hang beside the items of a list, its numbers also without a stop."""


def starts_item(text: str) -> bool:
    """Whether a line starts an item of a list."""
    return (BULLETED.match(text) or ENUMERATED.match(text)) is not None


def starts_bullet(text: str) -> bool:
    """Whether a line starts an item that has a bullet."""
    return BULLETED.match(text) is not None


def is_bulleted(text: str) -> bool:
    """Whether a text starts with a bullet that is no dash and no letter, so that it is an item even if it is alone."""
    return starts_bullet(text) and text[0] not in "–—-o"


def item_of(text: str) -> tuple[str, str] | None:
    """An item's printed marker and its text: ("a.", "de kosten")."""
    found = BULLETED.match(text) or ENUMERATED.match(text)
    return (found["marker"], text[found.end() :]) if found else None


def is_marker(text: str) -> bool:
    """Whether a text is the marker of an item and nothing else."""
    return ALONE.fullmatch(text.strip()) is not None


def may_hang(text: str) -> bool:
    """Whether a text may be what hangs beside an item: a marker, or a bare number or letter."""
    return BESIDE.fullmatch(text.strip()) is not None
