"""Find the markers of footnotes that text extraction glued to the word before them: "Nieuwsuur,1", "ODA3-landen"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.model import NoteMark
from kamerbrief.months import MONTHS
from kamerbrief.patterns import pattern

LEFT_OVER = pattern(
    rf"\b(?:{'|'.join(MONTHS)})\s(?:19|20)\d\d(?P<marker>\d{{1,2}})\b(?![.,]\d)",
    hits=("4 juni 202110 schreef ik",),
    misses=("4 juni 2021 schreef ik", "4 juni 202110.5", "dossier 202110"),
)
"""A year with the marker of a note behind it: 2021 and note 10."""
LONG_YEAR = pattern(r"(?:19|20)\d{3}", hits=("202110",), misses=("2021", "35 000"))
"""What all of these have and few texts; a cheap first test."""
WORD = pattern(r"[^\W\d_]\w*$", hits=("in D66", "de ODA3"), misses=("vragen, 2", "2021"))
"""The word that ends where the text is cut off."""
LONGEST_WORD = 100
"""Characters that are looked at for it."""
WORDS = pattern(r"\w+", hits=("ODA3-landen",), misses=("., –",))
NUMBER = r"(?P<marker>\d{1,3}|[*†‡]{1,3})"
SHAPES = (
    (3.5, pattern(rf"\s?\[{NUMBER}\](?!\()", hits=("gesteld[2]", "gesteld [2]."), misses=("[2](https", "[bron]"))),
    (
        3.0,
        pattern(
            rf"(?<=[^\d\s][.,;:?!)”’\"]){NUMBER}(?=[\s,;)]|$)",
            hits=("gesteld.2", "(Kmar),3 dat"),
            misses=("1.2", "nr. 2"),
        ),
    ),
    (2.5, pattern(rf"(?<=[a-zé]{{3}}){NUMBER}(?=[\s.,;:?!)]|$)", hits=("de vragen2 van",), misses=("km2", "vragen 2"))),
    (
        2.0,
        pattern(
            rf"(?<=\b19\d\d|\b20[0-4]\d)(?<!ostbus \d{{4}}){NUMBER}(?=[\s.,;:?!)]|$)",
            hits=("in 20213 is",),
            misses=("Postbus 20018", "in 2021 is"),
        ),
    ),
    (1.5, pattern(rf"(?<=[A-Z]){NUMBER}(?=[\s.,;:?!)-]|$)", hits=("ODA3-landen", "D66"), misses=("ODA 3", "Box3"))),
    (
        1.0,
        pattern(rf"(?<=\d,\d[.,]){NUMBER}(?=\s|$)", hits=("groeide met 8,4.3",), misses=("groeide met 8,43", "8.4.3")),
    ),
    (
        1.0,
        pattern(
            rf"(?<=\b19\d\d[.,]|\b20\d\d[.,]){NUMBER}(?=\s|$)", hits=("sinds 2023.1 Dat",), misses=("sinds 2023. 1",)
        ),
    ),
    (
        1.5,
        pattern(rf"(?<=[^\s\d(])\s?\({NUMBER}\)(?=[\s.,;:?!]|$)", hits=("gesteld (2).",), misses=("lid 2 (2)x", "(2)")),
    ),
    (1.0, pattern(rf"(?<=[.?!,;] ){NUMBER}(?= [A-Z]|$)", hits=("gesteld. 2 De leden",), misses=("gesteld. 2 leden",))),
)
"""What a glued marker looks like, each with a weight: the surer, the higher."""


class MarkerPlace(NamedTuple):
    """A place where the marker of a note may stand: how likely it is, in which text, from where to where."""

    weight: float
    text: int
    start: int
    end: int


def unglue(
    texts: Sequence[AnnotatedText], pages: Sequence[int], notes: Sequence[tuple[str, int]]
) -> list[AnnotatedText]:
    """The texts, with the marker of each note cut out and kept as a mark.

    `pages` are those of the texts, `notes` the markers looked for, each with the page of its note. Markers follow
    each other in the order of the notes, and stand on the page of their note or the one before.
    """
    found = list(texts)
    tokens = Counter(WORDS.findall("\n".join(text.text for text in texts)) if notes else ())
    known: dict[int, dict[str, list[MarkerPlace]]] = {}  # by text, until it changes

    def places_in(n: int) -> dict[str, list[MarkerPlace]]:
        if n not in known:
            known[n] = _places(found[n], n, tokens)
        return known[n]

    at = (0, 0)
    for marker, page in notes:
        places = [
            place
            for n, text in enumerate(found)
            if page - 1 <= pages[n] <= page and n >= at[0]
            if marker in text.text
            for place in places_in(n).get(marker, ())
            if (place.text, place.start) >= at
        ]
        best = max(places, key=lambda place: place.weight + 0.5 * (pages[place.text] == page), default=None)
        if best and best.weight + 0.5 * (pages[best.text] == page) > 0:
            found[best.text] = _cut(found[best.text], best.start, best.end, marker)
            at = (best.text, best.start)
            del known[best.text]
    return [_cut_left_over(text) for text in found]


def pair_of(figures: str) -> tuple[str, ...]:
    """The two markers that these figures are, one right behind the other: "12" is 1 and 2, "910" is 9 and 10."""
    halves = ((figures[:n], figures[n:]) for n in range(1, len(figures)) if figures.isdecimal())
    return next(((left, right) for left, right in halves if int(right) == int(left) + 1), ())


def _places(text: AnnotatedText, n: int, tokens: Counter[str]) -> dict[str, list[MarkerPlace]]:
    """Where a text may have each marker, with a penalty for figures that belong to a name: D66, CO2, Box3."""
    places: dict[str, list[MarkerPlace]] = {}
    for weight, shape in SHAPES:
        for found in shape.finditer(text.text):
            word = WORD.search(text.text[max(0, found.end() - LONGEST_WORD) : found.end()])
            name = bool(word and tokens[word.group()] > 1)
            whole = found["marker"]
            for marker in {whole, *pair_of(whole)[:1]}:
                end = found.end() - len(whole) + len(marker)
                places.setdefault(marker, []).append(MarkerPlace(weight - 3 * name, n, found.start(), end))
    return places


def _cut(text: AnnotatedText, start: int, end: int, marker: str) -> AnnotatedText:
    cut = text.sub(start, end, "")
    notes = sorted((*cut.notes, NoteMark(offset=start, marker=marker)), key=lambda note: note.offset)
    return AnnotatedText(cut.text, tuple(notes), cut.turns)


def _cut_left_over(text: AnnotatedText) -> AnnotatedText:
    if not (("20" in text.text or "19" in text.text) and LONG_YEAR.search(text.text)):
        return text
    for found in reversed(list(LEFT_OVER.finditer(text.text))):
        text = _cut(text, found.start("marker"), found.end("marker"), found["marker"])
    return text
