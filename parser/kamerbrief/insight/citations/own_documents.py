"""Under which identifiers a letter itself is published: what its own pages print beside the text."""

from __future__ import annotations

from collections.abc import Iterator

from kamerbrief.insight.citations.citation_finder import find_citations
from kamerbrief.model import Aside, Letter
from kamerbrief.patterns import pattern

FURNITURE = ("running-head", "sidebar")
"""The asides that name the publication itself on its pages."""
OWN_NUMBER = pattern(
    r"20\d\d[ZD]\d{5}", how="fullmatch", hits=("2024Z18796",), misses=("nr. 2024Z18796", "2024Z18796/2024D37938")
)
"""The number of the questions, alone on a line above them."""
OWN_DOSSIER = pattern(
    r"(\d\d) ?(\d{3})(?:[ -]([IVX]+[A-Z]?|[A-M]|\d\d))?(?:\s+[A-ZÀ-Þ]|$)",
    how="match",
    hits=("29 338 Wetenschapsbudget", "36 783", "36 600 VIII Vaststelling"),
    misses=("29 338 en", "1012 AB Amsterdam", "2500 EA DEN HAAG"),
)
"""The dossier of a Kamerstuk in its title."""
OWN_DOCUMENT = pattern(
    r"Nr\. (\d{1,4})\b|([A-Z]{1,2})$",
    how="match",
    hits=("Nr. 289 Verslag van een schriftelijk overleg", "A"),
    misses=("nr. 289", "Verslag"),
)
"""The number of a Kamerstuk in its dossier, in its title."""


def own_identifiers(letter: Letter) -> frozenset[str]:
    """Return the identifiers of the letter itself: of its publication, and of the questions that it prints.

    A letter as a ministry sends it has none, except the number of the questions where it prints that alone.
    """
    return frozenset(_identifiers(letter))


def _identifiers(letter: Letter) -> Iterator[str]:
    """Yield what the reference, the furniture of the pages and the title say."""
    texts = [letter.reference or "", *(one.text for one in letter.asides if one.kind in FURNITURE)]
    for text in dict.fromkeys(texts):
        yield from (one.id for one in find_citations(text) if not one.id.startswith("dossier-"))
    for aside in letter.asides:
        if aside.kind == "letterhead" and OWN_NUMBER.fullmatch(aside.text):
            yield from (aside.text, f"kv-tk-{aside.text}")
    yield from _title(letter.asides)


def _title(asides: tuple[Aside, ...]) -> Iterator[str]:
    """Yield the identifier of a Kamerstuk from the dossier and the number in its title."""
    heads = [one.text for one in asides if one.kind in ("letterhead", "sidebar")]
    dossier = next(filter(None, map(OWN_DOSSIER.match, heads)), None)
    number = next(filter(None, map(OWN_DOCUMENT.match, heads)), None)
    if dossier and number:
        yield "-".join(filter(None, ("kst", dossier[1] + dossier[2], dossier[3], number[1] or number[2])))
