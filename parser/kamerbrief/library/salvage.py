"""Find the letters, paths and failures that are left on the pages of a damaged library."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kamerbrief.library.committed_pages import CommittedPages
from kamerbrief.library.page_rows import Cell, Value, cells, has_shape, values
from kamerbrief.library.records import Record, SavedFailure, SavedLetter, SavedPlace, letter_of, record

LETTER, LETTER_COLUMNS = "null text blob", 15
"""The first values of a letter's row, and how many it has: row number (kept elsewhere), hash, JSON, version, time..."""
HASH, PLACE, PATH, FAILURE = "text int", "text int text text?", "int text", "text text? text text text"
"""The rows of the index of hashes, the table of places, its index by letter, and the table of failures. (Those of
findings look like those of the index by letter.)"""
ID = re.compile(r"[0-9a-f]{64}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00")
UNKNOWN_PARSER = "?"
"""Stands for the version that parsed a letter, if that cannot be read."""


class LostLetter(NamedTuple):
    """A letter that was in the library and cannot be read any more."""

    sha256: str | None
    """None if that cannot be read either."""
    paths: tuple[str, ...]


@dataclass
class Remains:
    """What is left of a library. Letters have a row number, which their places refer to."""

    leaves: list[tuple[int, int]] = field(default_factory=list)
    """The pages with letters: the first row number on the page, and the number of the page."""
    rows: dict[str, int] = field(default_factory=dict)
    """The row number of each hash, from the index of hashes."""
    places: dict[int, dict[str, SavedPlace]] = field(default_factory=lambda: defaultdict(dict))
    """The places of each row number, by their path."""
    failures: list[SavedFailure] = field(default_factory=list)
    saved: dict[str, int] = field(default_factory=dict)
    """The hashes of the letters that `saved_letters` could read, with their row numbers."""
    damaged: dict[int, str | None] = field(default_factory=dict)
    """The row numbers of those that it could not read, with their hashes where these are legible."""


def look_for_remains(pages: CommittedPages) -> Remains:
    """Look at all pages that are in use for what is left of a library."""
    found, free = Remains(), pages.free()
    for number in range(2, pages.count + 1):
        page_cells = list(cells(pages.page(number))) if number not in free else []
        letters = [cell.row_id for cell in page_cells if _is_letter(cell)]
        found.leaves += [(min(letters), number)] if letters else []
        for cell in page_cells:
            if not cell.row_id:
                _note_index_row(found, cell.types, pages, cell)
    found.leaves.sort()
    return found


def saved_letters(pages: CommittedPages, found: Remains) -> Iterator[SavedLetter]:
    """Yield each letter that can be read, once, with its places, in the order of the library.

    A letter is whole if the checksum of its JSON is right. `found` gets to know which were saved and which were not.
    """
    for _, number in found.leaves:
        for cell in filter(_is_letter, cells(pages.page(number))):
            row = values(pages, cell)
            whole = _record(row)
            if whole is None:
                found.damaged[cell.row_id] = _text(row, 1, ID)
            elif whole.sha256 not in found.saved:
                row_id = found.saved[whole.sha256] = found.rows.get(whole.sha256, cell.row_id)
                places = tuple(found.places[row_id].values())
                yield SavedLetter(whole, _text(row, 3) or UNKNOWN_PARSER, _text(row, 4, TIME), places)


def lost_letters(found: Remains) -> list[LostLetter]:
    """Return the letters that were in a library and that `saved_letters`, which must have ended, could not read."""
    lost: dict[int, str | None] = {row: sha256 for sha256, row in found.rows.items() if sha256 not in found.saved}
    known, taken = {*found.rows, *found.saved}, {*lost, *found.saved.values()}
    lost |= {row: sha256 for row, sha256 in found.damaged.items() if sha256 not in known and row not in taken}
    lost |= {row: None for row in found.places if row not in taken and row not in lost}
    return [LostLetter(sha256, tuple(found.places.get(row, ()))) for row, sha256 in sorted(lost.items())]


def _is_letter(cell: Cell) -> bool:
    return len(cell.types) == LETTER_COLUMNS and has_shape(cell.types[:3], LETTER)


def _record(row: list[Value]) -> Record | None:
    """Return the letter in a row, or None if it is damaged."""
    try:
        return record(letter_of(row[2])) if len(row) > 2 and isinstance(row[2], bytes) else None
    except Exception:  # damaged data may raise anything
        return None


def _note_index_row(found: Remains, types: tuple[int, ...], pages: CommittedPages, cell: Cell) -> None:
    """Note a row that is not in a table with row numbers: of places, of failures, or of an index."""
    match [kind for kind in (HASH, PLACE, PATH, FAILURE) if has_shape(types, kind)], values(pages, cell):
        case [kind], [str(sha256), int(row)] if kind == HASH and ID.fullmatch(sha256):
            found.rows[sha256] = row
        case [kind], [str(path), int(row), str(seen), vanished] if kind == PLACE:
            found.places[row][path] = SavedPlace(path, _time(seen), _time(vanished))
        case [kind], [int(row), str(path)] if kind == PATH and ("/" in path or "\\" in path):  # else a finding
            found.places[row].setdefault(path, SavedPlace(path, None, None))
        case [kind], [str(path), sha256, str(reason), str(parser), str(seen)] if kind == FAILURE:
            found.failures.append(SavedFailure(path, sha256 if isinstance(sha256, str) else None, reason, parser, seen))


def _text(row: list[Value], at: int, pattern: re.Pattern[str] = re.compile(".+")) -> str | None:
    """Return the text at an index of a row if it matches; None if there is none."""
    found = row[at] if at < len(row) else None
    return found if isinstance(found, str) and pattern.fullmatch(found) else None


def _time(value: Value) -> str | None:
    return _text([value], 0, TIME)
