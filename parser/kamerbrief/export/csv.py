"""Export a Letter as CSV, one row for each exchange, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from kamerbrief.export.csv_formulas import without_formulas
from kamerbrief.export.json import plain
from kamerbrief.model import Exchange, Letter, Part, Section, Table
from kamerbrief.sanitise import BIDI, CONTROLS, REPLACEMENT

COLUMNS = (
    "letter date chamber reference subject genre number labels section factions members "
    "page_from page_to question answer footnotes"
).split()
"""The names of the columns, in order."""
UNSAFE = {code: " " for code in CONTROLS if chr(code) not in "\t\n"} | {9: " "} | dict.fromkeys(BIDI, REPLACEMENT)
"""What control characters and characters that change the writing direction are replaced by."""


def export(letter: Letter) -> str:
    """Return the letter as CSV with a header row. Rows end in CRLF (RFC 4180)."""
    return head() + rows(letter)


def head() -> str:
    """Return the header row."""
    return _written([COLUMNS])


def rows(letter: Letter) -> str:
    """Return the letter's rows without the header, so that several letters can go into one file."""
    return _written(
        [_safe(cell) for cell in _row(letter, section, exchange)]
        for section in letter.sections
        for exchange in section.exchanges
    )


def _written(lines: Iterable[Sequence[str]]) -> str:
    """Return rows of cells as CSV."""
    out = io.StringIO()
    csv.writer(out).writerows(lines)
    return out.getvalue()


def _row(letter: Letter, section: Section, exchange: Exchange) -> list[str]:
    """Return the cells of one exchange, in the order of COLUMNS."""
    return [
        letter.source.name,
        letter.date or "",
        letter.chamber or "",
        letter.reference or "",
        letter.subject or "",
        letter.genre,
        str(exchange.number),
        "; ".join(exchange.labels),
        section.heading,
        "; ".join(exchange.factions),
        "; ".join(exchange.members),
        *map(str, exchange.pages or ("", "")),
        _text(exchange.question),
        _text(exchange.answer),
        "\n".join(f"[{note.marker}] {note.text or ''}".rstrip() for note in exchange.footnotes),
    ]


def _text(part: Part) -> str:
    """Return the paragraphs and tables of a part, with blank lines between them."""
    rows_of = ["\n".join(" | ".join(row) for row in b.rows) for b in part.blocks if isinstance(b, Table)]
    return "\n\n".join([*plain(part), *rows_of])


def _safe(cell: str) -> str:
    """Return a cell without control characters and changes of direction, and with an apostrophe before a formula."""
    return without_formulas(cell.translate(UNSAFE))
