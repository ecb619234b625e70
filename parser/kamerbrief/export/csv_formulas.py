"""Keep a spreadsheet from taking text for a formula, by an apostrophe before what would begin one.

A formula begins with = + - or @ at the start of a cell (OWASP, CSV injection). A program that takes another character
than the comma for the end of a cell sees cells start within ours: after a semicolon, a bar or a line end. (A tab is
written as a space.) There a dash before words and a plain number stay as they are, since letters have many of them.
"""

from __future__ import annotations

import re

CELL = re.compile(r"\s*[=+\-@＝＋－＠]")
"""How a cell begins that is a formula."""
INNER_CELL = re.compile(r"(?<=[;|\n])(?=(?P<inner>(?:[^\S\n]|\")*[=+\-@＝＋－＠]))")
"""Where one may begin within a cell, if the character before it ends a cell. A quotation mark may enclose a cell."""
DASH_OR_NUMBER = re.compile(r"[+\-＋－](?:\s|\d[\d.,]*+(?![\w+\-*/^&=<>(|!]))")
"""How a text with a dash begins, or a number: `- een brug`, `-2,5%`, `+3 procent`; but not `-A1` or `-2+3`."""
PIECE = re.compile(r"[^;\n]*")
"""What may belong to such a cell."""
CALL = re.compile(r"\w\(|\w\||![\w$'#]")
"""What such a text must not have: a function, a program that is called (`cmd|'/C calc'!A0`), another sheet's cell."""


def without_formulas(text: str) -> str:
    """Return a cell with an apostrophe before each formula that a spreadsheet might find in it.

    >>> without_formulas("=1+1"), without_formulas("Ja;-2+3+cmd|' /C calc'!A0"), without_formulas("Ja; - een brug")
    ("'=1+1", "Ja;'-2+3+cmd|' /C calc'!A0", 'Ja; - een brug')
    """
    inner = INNER_CELL.sub(lambda found: "" if _is_text(text, found.end("inner") - 1) else "'", text)
    return f"'{inner}" if CELL.match(text) else inner


def _is_text(text: str, start: int) -> bool:
    """Tell whether a cell that begins here is a text with a dash or a number, and no formula."""
    piece = PIECE.match(text, start)
    return piece is not None and bool(DASH_OR_NUMBER.match(piece[0])) and not CALL.search(piece[0])
