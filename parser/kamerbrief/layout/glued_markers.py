"""Footnote markers that a text extraction glued to the word before them: "Nieuwsuur,1", "ODA3-landen"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from kamerbrief.layout.annotated_text import AnnotatedText
from kamerbrief.model import NoteMark

MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
LEFT_OVER = re.compile(rf"\b(?:{MONTHS})\s(?:19|20)\d\d(?P<marker>\d{{1,2}})\b(?![.,]\d)")
"""A year with figures behind it: "4 juni 202110" is 2021 and note 10."""
FIGURES = re.compile(r"(?:19|20)\d{3}")
"""What all of these have, and few texts."""
SHAPES = (
    (3.5, r"\s?\[%s\](?!\()"),  # gesteld[2]
    (3.0, r"(?<=[^\d\s][.,;:?!)”’\"])%s(?=[\s,;)]|$)"),  # gesteld.2
    (2.5, r"(?<=[a-zé]{3})%s(?=[\s.,;:?!)]|$)"),  # vragen2
    (2.0, r"(?<=\b19\d\d|\b20[0-4]\d)(?<!ostbus \d{4})%s(?=[\s.,;:?!)]|$)"),  # 20213
    (1.5, r"(?<=[A-Z])%s(?=[\s.,;:?!)-]|$)"),  # ODA3-landen
    (1.0, r"(?<=\d,\d[.,])%s(?=\s|$)"),  # 8,4.3
    (1.0, r"(?<=\b19\d\d[.,]|\b20\d\d[.,])%s(?=\s|$)"),  # 2023.1
    (1.5, r"(?<=[^\s\d(])\s?\(%s\)(?=[\s.,;:?!]|$)"),  # gesteld (2)
    (1.0, r"(?<=[.?!,;] )%s(?= [A-Z]|$)"),  # a marker alone behind its sentence
)
"""What a glued marker looks like, the surest first."""


class MarkerPlace(NamedTuple):
    """Where a marker may stand: which text, from where to where, and how likely."""

    weight: float
    text: int
    start: int
    end: int


def unglue(
    texts: Sequence[AnnotatedText], pages: Sequence[int], notes: Sequence[tuple[str, int]]
) -> list[AnnotatedText]:
    """The texts, the marker of each note (marker, page) cut out and kept as a mark.

    Markers run in the order of the notes, on the page of their note or the one before.
    """
    found = list(texts)
    tokens = Counter(re.findall(r"\w+", "\n".join(text.text for text in texts)) if notes else ())
    at = (0, 0)
    for marker, page in notes:
        places = [
            place
            for n, text in enumerate(found)
            if page - 1 <= pages[n] <= page and n >= at[0]
            for place in _places(text, n, marker, tokens, on_page=pages[n] == page)
            if (place.text, place.start) >= at
        ]
        best = max(places, key=lambda place: place.weight, default=None)
        if best and best.weight > 0:
            found[best.text] = _cut(found[best.text], best.start, best.end, marker)
            at = (best.text, best.start)
    return [_cut_left_over(text) for text in found]


def _places(text: AnnotatedText, n: int, marker: str, tokens: Counter[str], *, on_page: bool) -> list[MarkerPlace]:
    places = []
    for weight, shape in SHAPES:
        for found in re.finditer(shape.replace("%s", re.escape(marker)), text.text):
            word = re.search(r"[^\W\d_]\w*$", text.text[: found.end()])
            name = bool(word and tokens[word.group()] > 1)  # D66, CO2, Box3: the figure is the name's own
            places.append(MarkerPlace(weight + 0.5 * on_page - 3 * name, n, found.start(), found.end()))
    return places


def _cut(text: AnnotatedText, start: int, end: int, marker: str) -> AnnotatedText:
    cut = text.sub(start, end, "")
    notes = sorted((*cut.notes, NoteMark(offset=start, marker=marker)), key=lambda note: note.offset)
    return AnnotatedText(cut.text, tuple(notes), cut.turns)


def _cut_left_over(text: AnnotatedText) -> AnnotatedText:
    if not (("20" in text.text or "19" in text.text) and FIGURES.search(text.text)):
        return text
    for found in reversed(list(LEFT_OVER.finditer(text.text))):
        text = _cut(text, found.start("marker"), found.end("marker"), found["marker"])
    return text
