"""Find the lines of a sidebar that every page of a text repeats, also where extraction mixed them with the text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from statistics import median

from kamerbrief.layout.landmarks import Landmarks
from kamerbrief.layout.sheet import AsideLine, Sheet, Sheets
from kamerbrief.patterns import pattern
from kamerbrief.reading.page_lines import Line
from kamerbrief.sentences import ends_clause

MOST_PAGES = 0.6
"""A sidebar stands on more than this share of the pages behind the first."""
NEAR = 8
"""It starts on each page within so many lines of where it usually does, since extraction mixes it with the text."""
FULL = 0.6
"""A sentence goes on behind a line that is longer than this share of the body's width."""
LEAST = 3
"""A sidebar has at least so many lines."""
LOWEST = 3
"""A foot is among so many lines at the end of a page."""
AN_END = "Dat klopt."
"""The end of a paragraph, before which any line may open the next one."""
NUMBER = pattern(r"\W*(?:\d{1,3}\W*)?", how="fullmatch", hits=("12", "-", "- 3 -"), misses=("25377301", "nr. 2"))
"""A line that many pages have for other reasons too, as the number of a question or a note."""
BEHIND = 3
"""Such a line is in the sidebar if it stands at most so many lines behind another one of it."""

Places = dict[str, float]
"""The lines of a sidebar, each with how many lines stand above it on most pages."""


def strip_repeated_lines(document: Sheets, landmarks: Landmarks) -> Sheets:
    """The document without the lines that stand once on most pages, at about the same place; these become asides.

    What `landmarks` tells to open a question or an answer is no such line.
    """
    usual = _places(document.sheets)
    places = {text: n for text, n in usual.items() if not landmarks.opens(text, AN_END)}
    if sum(not NUMBER.fullmatch(text) for text in places) < LEAST:
        places = {}
    # the last line of a sidebar may end a sentence
    feet = (text for text in _feet(document.sheets) if places or not ends_clause(text))
    places |= {text: 0 for text in feet if not landmarks.opens(text, AN_END)}
    bare, asides = [], []
    for sheet in document.sheets:
        taken = _taken(sheet, places) | _head(sheet, usual, landmarks)
        bare.append(replace(sheet, body=_closed_up(sheet, taken)))
        asides += [AsideLine("sidebar", sheet.body[n]) for n in sorted(taken)]
    return document.with_sheets(bare, asides=asides)


def _head(sheet: Sheet, usual: Places, landmarks: Landmarks) -> set[int]:
    """The numbers of the lines at the top that most pages have, where they are the head of a table.

    That has two lines at least that open something, as "Vraag" and "Antwoord" do, right below each other.
    """
    texts = takewhile(lambda text: text in usual, (line.text.strip() for line in sheet.body))
    opening = [landmarks.opens(text, AN_END) for text in texts]
    is_table = any(a and b for a, b in pairwise(opening))
    return set(range(len(opening))) if is_table else set()


def _places(sheets: Sequence[Sheet]) -> Places:
    """The lines that come back on most pages behind the first, once on each."""
    rows: defaultdict[str, list[list[int]]] = defaultdict(list)
    for sheet in sheets[1:]:
        for text, found in _rows(sheet.body).items():
            rows[text].append(found)
    least = max(2, MOST_PAGES * (len(sheets) - 1))
    once = {text: [n for (n,) in found] for text, found in rows.items() if all(len(one) == 1 for one in found)}
    usual = {text: median(found) for text, found in once.items() if len(found) >= least}
    return {text: place for text, place in usual.items() if _are_near(once[text], place, least)}


def _feet(sheets: Sequence[Sheet]) -> set[str]:
    """The lines with words that most pages have at their end."""
    counts = Counter(text for sheet in sheets for text in {line.text.strip() for line in sheet.body[-LOWEST:]})
    least = max(2, MOST_PAGES * (len(sheets) - 1))
    return {text for text, count in counts.items() if count >= least and not NUMBER.fullmatch(text)}


def _rows(lines: Iterable[Line]) -> dict[str, list[int]]:
    """Where each text stands, by the number of its line."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for n, line in enumerate(lines):
        found[line.text.strip()].append(n)
    return found


def _are_near(found: Sequence[int], place: float, least: float) -> bool:
    return sum(abs(n - place) <= NEAR for n in found) >= least


def _taken(sheet: Sheet, places: Places) -> set[int]:
    """The numbers of the lines of a sheet that are in the sidebar; a bare number is only at its place behind others."""
    found: set[int] = set()
    for n, line in enumerate(sheet.body):
        text = line.text.strip()
        behind = not found.isdisjoint(range(n - BEHIND, n))
        if text in places and (not NUMBER.fullmatch(text) or (behind and abs(n - places[text]) <= NEAR)):
            found.add(n)
    return found


def _closed_up(sheet: Sheet, taken: set[int]) -> tuple[Line, ...]:
    """The other lines, without the blanks that lines taken out of a sentence leave in it."""
    full = sheet.frame.left + FULL * sheet.frame.width
    found: list[Line] = []
    shift = 0.0
    for n, line in enumerate(sheet.body):
        if n in taken:
            continue
        if n - 1 in taken and found and found[-1].x1 > full and not ends_clause(found[-1].plain):
            shift = line.y - found[-1].y - line.size * 1.2
        found.append(replace(line, y=line.y - shift) if shift else line)
    return tuple(found)
