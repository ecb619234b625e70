"""Take running heads, running feet and page numbers off each page.

They stand above or below the body, apart from it, with the same words on several pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import takewhile

from kamerbrief.layout.landmarks import Landmarks
from kamerbrief.layout.line_sets import Place, place_of, without
from kamerbrief.layout.page_edges import is_page_number, without_small_edges
from kamerbrief.layout.sheet import AsideLine, Sheet, Sheets
from kamerbrief.patterns import pattern
from kamerbrief.reading.page_lines import Line

IMPRINT = pattern(
    r"""(?: (?: (?:ah|kv|kst|h|blg)-[\w-]*\d[\w-]* | ISSN\s[\d\s-]{9,} | [’']s-Gravenhage\s\d{4}
          | (?:Eerste|Tweede)\sKamer,\svergaderjaar\s\d{4}[–-]\d{2,4}(?:[^.?!]|(?<=\bnr)\.){0,60} ) \s* )+""",
    re.X,
    how="fullmatch",
    hits=(
        "kst-29338-289",
        "ISSN 0921 - 7371",
        "’s-Gravenhage 2024",
        "Tweede Kamer, vergaderjaar 2023–2024, 29 338, nr. 289",
    ),
    misses=("’s-Gravenhage, 3 mei 2024", "De Tweede Kamer, vergaderjaar 2023–2024", "kst"),
)
"""The foot of what parliament publishes: its id, the ISSN, place and year, the meeting year."""
FIGURES = pattern(r"\d+", hits=("nr. 12",), misses=("nr.",))
LEADING_NUMBER = pattern(
    r"\d{1,4}(?=\s*(?:[^\W\d]|$))", how="match", hits=("12 Directie", "12"), misses=("36 000", "12.", "nr. 12")
)
"""A number in front of other words, as pages are counted in some feet."""

LONGEST_HEAD = 400
"""Characters; a longer line of text is no head or foot with a number that counts on."""


def strip_furniture(document: Sheets, landmarks: Landmarks) -> Sheets:
    """The document without heads and feet in its bodies; these and the side lines become asides.

    What `landmarks` tells to be the mark of a question or an answer is neither.
    """
    asides: list[AsideLine] = []
    bare = []
    printed = "\n".join(line.text for sheet in document.sheets for line in sheet.page.lines)
    sheets = without_small_edges(document.sheets) if document.measured else document.sheets
    heads = Counter(key for sheet in sheets for key in set[tuple[str, int]]().union(*map(_keys, _edges(sheet))))
    marks = {place_of(line) for sheet in sheets for line in sheet.body if landmarks.is_mark(line.text)}
    for whole, sheet in zip(document.sheets, sheets, strict=True):
        out = without(whole.body, sheet.body)
        out += _furniture(sheet, heads, marks | sheet.numbering, measured=document.measured)
        out += _repeated_letterhead(without(sheet.body, out), sheet, printed)
        out += [line for line in without(sheet.body, out) if IMPRINT.fullmatch(line.text.strip())]
        asides += [aside_of(line, "running-head") for line in out]
        asides += [aside_of(line, "sidebar") for line in sheet.side]
        bare.append(replace(sheet, body=tuple(without(sheet.body, out))))
    return document.with_sheets(bare, asides=asides)


def aside_of(line: Line, kind: str) -> AsideLine:
    """A line as an aside: a page number where it is one, else of the given kind."""
    return AsideLine("page-number" if is_page_number(line.text) else kind, line)


def _keys(line: Line) -> set[tuple[str, int]]:
    """The keys of a line, words with a height: two lines of two pages that share one may be the same head or foot.

    Their numbers are the same too, but for one that may count on with the pages. A number in front must do so, which
    that of a note does not.
    """
    height = round(line.y / 8)
    if line.spans[0].raised:
        return {(f"note {line.page}", height)}
    first = LEADING_NUMBER.match(line.text)
    pace, rest = (f"{_ahead(first, line)} ", line.text[first.end() :]) if first else ("", line.text)
    figures = FIGURES.finditer(rest) if len(rest) < LONGEST_HEAD else ()
    counting = {f"{pace}{rest[: found.start()]}#{_ahead(found, line)}#{rest[found.end() :]}" for found in figures}
    return {(text, height) for text in (pace + rest, *counting)}


def _ahead(number: re.Match[str], line: Line) -> int:
    """By how much a number in a line is larger than that of its page."""
    return int(number.group()) - line.page


def _edges(sheet: Sheet) -> list[Line]:
    """The lines of a page that may be its head or foot: those set off from the text at its top and bottom."""
    return [*_cluster(sheet.body, sheet), *_cluster(sheet.body[::-1], sheet)]


def _cluster(lines: Sequence[Line], sheet: Sheet) -> list[Line]:
    """The first of these lines, up to the blank that sets them off from the text; none where there is no such blank."""
    found: list[Line] = []
    rows = 0
    for line in lines:
        if found and abs(line.y - found[-1].y) > 1.55 * sheet.frame.leading:
            return found
        rows += not found or abs(line.y - found[-1].y) > 1
        found.append(line)
        if rows > 4:
            break
    return found if len(found) == len(lines) == 1 else []


def _furniture(sheet: Sheet, heads: Counter[tuple[str, int]], marks: Set[Place], *, measured: bool) -> list[Line]:
    """The heads and feet of a page, taken off from the outside.

    `heads` counts the pages that have each key, `marks` are the places of the marks of questions and answers.
    """
    found: list[Line] = []
    for side in (sheet.body, sheet.body[::-1]):
        rest = without(side, found)
        while cluster := _cluster(rest, sheet):
            out = cluster if measured and _far_below(cluster, sheet) else _outer(cluster, sheet, heads)
            if not out or not marks.isdisjoint(map(place_of, cluster)):
                break
            found += out
            rest = without(rest, out)
    return found


def _repeated_letterhead(body: Sequence[Line], sheet: Sheet, printed: str) -> list[Line]:
    """The small lines at the top of a page that repeat what the letterhead says: the ministry and the date.

    A letter of two pages has only one such head. `printed` is the text of all pages.
    """
    cluster = _cluster(body, sheet) if sheet.page.number > 1 else []
    small = all(line.size < 0.9 * sheet.frame.size for line in cluster)
    return cluster if small and all(printed.count(line.text.strip()) > 1 for line in cluster) else []


def _outer(cluster: list[Line], sheet: Sheet, heads: Counter[tuple[str, int]]) -> list[Line]:
    """The lines of a cluster that are a head or a foot, from the outside.

    All of them where they come back on other pages; else the row that numbers the page, with what comes back next to
    it. A note may stand right above the number of its page.
    """
    small = all(_other_size(line, sheet) for line in cluster)
    told = any(FIGURES.search(line.text) for line in cluster)
    if (small or told) and all(_comes_back(line, heads) for line in cluster):
        return cluster
    # the number of a page stands outermost; one further in is the number of a note, with its text below it
    row = [line for line in cluster if abs(line.y - cluster[0].y) < line.size]
    numbers = [line for line in row if _numbers_page(line, heads, alone=len(cluster) == 1)]
    if _starts_columns(row, without(cluster, row)) or all(_labels_note(line, row, heads) for line in numbers):
        return []
    return [*row, *takewhile(lambda line: _comes_back(line, heads), without(cluster, row))]


def _starts_columns(row: list[Line], others: list[Line]) -> bool:
    """Whether the texts of a row are the first lines of columns, as the cells of a table are: more stands under each.

    A number before them is then that of a row of the table. `others` are the other lines of the cluster.
    """
    texts = [line for line in row if not is_page_number(line.text)]
    return len(texts) > 1 and all(any(abs(line.x0 - other.x0) < 1 for other in others) for line in texts)


def _labels_note(number: Line, row: list[Line], heads: Counter[tuple[str, int]]) -> bool:
    """Whether a number stands right before text that no other page has in its place."""
    right = [other for other in row if 0 <= other.x0 - number.x1 < 2.5 * number.size]
    return number.text.strip().isdecimal() and any(not _comes_back(other, heads) for other in right)


def _comes_back(line: Line, heads: Counter[tuple[str, int]]) -> bool:
    return _is_repeated(line, heads) or is_page_number(line.text)


def _is_repeated(line: Line, heads: Counter[tuple[str, int]]) -> bool:
    return any(heads[key] > 1 for key in _keys(line))


def _numbers_page(line: Line, heads: Counter[tuple[str, int]], *, alone: bool) -> bool:
    """Whether a line is a page number.

    A bare number among other lines is one if it is the number of this sheet, or counts on with the pages.
    """
    text = line.text.strip()
    if not is_page_number(text):  # first, since no other number is short for sure
        return False
    return not text.isdecimal() or alone or int(text) == line.page or _is_repeated(line, heads)


def _other_size(line: Line, sheet: Sheet) -> bool:
    return abs(line.size - sheet.frame.size) > 0.05 * sheet.frame.size


def _far_below(cluster: list[Line], sheet: Sheet) -> bool:
    """Whether a line at the very foot of the page, far below everything else, is no sentence and no note.

    To be asked of measured pages only: in a text the name under a signature stands below everything too.
    """
    top = min(line.y for line in cluster)
    if top <= 0.9 * sheet.page.height:
        return False
    alone = len({round(line.y) for line in cluster}) == 1 and not cluster[0].text.rstrip().endswith((".", "?", ":"))
    alone = alone and any(FIGURES.search(line.text) or _other_size(line, sheet) for line in cluster)
    if any(line.spans[0].raised or LEADING_NUMBER.match(line.text) for line in cluster):
        return False
    rest = [line.y for line in without(sheet.body, cluster)]
    return alone and top - max(rest, default=top) > 4 * sheet.frame.leading
