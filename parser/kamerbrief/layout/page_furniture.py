"""Running heads, page numbers and feet: what stands above or below the body on page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kamerbrief.layout.columns import Sheet, without
from kamerbrief.reading.page_lines import Line

PAGE_NUMBER = re.compile(
    r"""
    (?: (?:\d{1,3}\s*)?p\s?agina\s*\d+(?:\s*(?:van|/)\s*\d+)?  # Pagina 3 van 15, P agina 3, 1Pagina1van2
      | [-–—]?\s*\d{1,4}\s*[-–—]?            # 3, - 3 -
      | \d+\s*(?:/|van)\s*\d+ )              # 3/15
    """,
    re.X | re.I,
)


IMPRINT = re.compile(
    r"""(?: (?: (?:ah|kv|kst|h|blg)-[\w-]*\d[\w-]* | ISSN\s[\d\s-]{9,} | [’']s-Gravenhage\s\d{4}
          | (?:Eerste|Tweede)\sKamer,\svergaderjaar\s\d{4}[–-]\d{2,4}\b[^.?!]{0,60} ) \s* )+""",
    re.X,
)
"""The foot of what parliament publishes: its id, the ISSN, place and year, the meeting year."""
FIGURES = re.compile(r"\d+")
LEADING_NUMBER = re.compile(r"\d{1,4}(?=\s*(?:[^\W\d]|$))")


@dataclass(frozen=True, slots=True)
class AsideLine:
    """A line out of the running text, with the reason."""

    kind: str
    line: Line


def is_page_number(text: str) -> bool:
    """Whether a line says nothing but which page it is on."""
    return PAGE_NUMBER.fullmatch(text.strip()) is not None


def strip_furniture(sheets: tuple[Sheet, ...], *, measured: bool = True) -> tuple[tuple[Sheet, ...], list[AsideLine]]:
    """Each sheet's body without heads and feet; these and the side lines are kept apart."""
    heads = Counter(key for sheet in sheets for key in {_key(line) for line in _edges(sheet)})
    kept: list[AsideLine] = []
    bare = []
    for sheet in sheets:
        out = _furniture(sheet, heads, measured=measured)
        out += [line for line in without(sheet.body, out) if IMPRINT.fullmatch(line.text.strip())]
        kept += [AsideLine("page-number" if is_page_number(line.text) else "running-head", line) for line in out]
        kept += [AsideLine("page-number" if is_page_number(line.text) else "sidebar", line) for line in sheet.side]
        bare.append(replace(sheet, body=tuple(without(sheet.body, out))))
    return tuple(bare), kept


def _key(line: Line) -> tuple[str, int]:
    """What makes two lines of two pages the same furniture: wording but for numbers, and height.

    A number in front counts on with the pages; a note's, which does not, makes it another line.
    """
    if line.spans[0].raised:
        return f"note {line.page}", round(line.y)
    first = LEADING_NUMBER.match(line.text)
    pace = f"{int(first.group()) - line.page} " if first else ""
    return pace + FIGURES.sub("#", line.text), round(line.y / 8)


def _edges(sheet: Sheet) -> list[Line]:
    return [*_cluster(sheet.body, sheet), *_cluster(sheet.body[::-1], sheet)]


def _cluster(lines: Sequence[Line], sheet: Sheet) -> list[Line]:
    """The outermost lines, up to the first gap that sets them off from the text; none without one."""
    found: list[Line] = []
    for line in lines:
        if found and abs(line.y - found[-1].y) > 1.55 * sheet.frame.leading:
            return found
        found.append(line)
        if len(found) > 4:
            break
    return found if len(found) == len(lines) == 1 else []


def _furniture(sheet: Sheet, heads: Counter[tuple[str, int]], *, measured: bool) -> list[Line]:
    found: list[Line] = []
    for side in (sheet.body, sheet.body[::-1]):
        rest = without(side, found)
        while cluster := _cluster(rest, sheet):
            if not (_is_furniture(cluster, sheet, heads) or (measured and _far_below(cluster, sheet))):
                break
            found += cluster
            rest = without(rest, cluster)
    return found


def _is_furniture(cluster: list[Line], sheet: Sheet, heads: Counter[tuple[str, int]]) -> bool:
    """Repeated at the same height with a number or in other type, or a page number among them."""
    if any(line.label for line in cluster):
        return False
    # the number of a page stands outermost; one further in is that of a note, with its text below it
    outer = [line for line in cluster if abs(line.y - cluster[0].y) < line.size]
    numbered = any(_numbers_page(line, heads, alone=len(cluster) == 1) for line in outer)
    small = all(_other_size(line, sheet) for line in cluster)
    told = any(FIGURES.search(line.text) for line in cluster)
    repeated = all(heads[_key(line)] > 1 or is_page_number(line.text) for line in cluster)
    return numbered or (repeated and (small or told))


def _numbers_page(line: Line, heads: Counter[tuple[str, int]], *, alone: bool) -> bool:
    """A page number; a bare number among other lines is one where it is the page's, or counts on with the pages."""
    text = line.text.strip()
    bare = text.isdigit() and not alone and int(text) != line.page and heads[_key(line)] < 2
    return is_page_number(text) and not bare


def _other_size(line: Line, sheet: Sheet) -> bool:
    return abs(line.size - sheet.frame.size) > 0.05 * sheet.frame.size


def _far_below(cluster: list[Line], sheet: Sheet) -> bool:
    """One line at the very foot of the page, far below everything, that is no sentence and no note.

    Only a measured page has a foot: in a text the name under a signature stands below everything too.
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
