"""Escape text so that Markdown shows it unchanged, with as few backslashes as possible.

Rules: CommonMark 0.31 and GitHub's extensions (tables, strikethrough, footnotes, mathematics).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from kamerbrief.sanitise import BIDI, CONTROLS, REPLACEMENT

PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
"""The characters that a backslash can escape."""
ALWAYS = frozenset("`*[~$")
"""Characters that may open a code span, emphasis, a link, a footnote, strikethrough or mathematics."""
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});")
"""A character written as an HTML entity."""
TAG = re.compile(r"<[A-Za-z/!?]")
"""The start of an HTML tag."""
BLOCK = re.compile(
    r"""(?: \#{1,6}(?=\s|$)               # a heading
          | >                             # a quotation
          | [-+](?=\s|$)                  # an item
          | \d{1,9}(?P<dot>[.)])(?=\s|$)  # a numbered item
          | [-_](?=[-_\s]+$)              # a rule
          | =(?==*\s*$)                   # the line under a heading
          | \|                            # a table's row
        )""",
    re.X,
)
"""What at the start of a line would begin a block that is not a paragraph."""
UNSAFE = {code: " " for code in CONTROLS if chr(code) not in "\t\n\v\f\r"} | dict.fromkeys(BIDI, REPLACEMENT)
"""What control characters and characters that change the writing direction are replaced by."""


class Link(NamedTuple):
    """A stretch of a text that is a link."""

    start: int
    end: int
    address: str
    """Without spaces and brackets."""


def clean(text: str) -> str:
    """Replace control characters and changes of direction, one character by one, so that offsets stay the same."""
    return text.translate(UNSAFE)


def escaped(text: str, marks: Iterable[tuple[int, str]] = (), links: Iterable[Link] = (), *, start: bool = True) -> str:
    """Return one line of Markdown that shows this text, with footnote references at some offsets, and with links.

    `marks` are pairs of offset and label; a link around one of them is left out. `start`: whether the text is at the
    start of a line, where more is escaped.
    """
    text = clean(text)
    out = [_escaped(text, n) for n in range(len(text))]
    lead = len(text) - len(text.lstrip())
    if start and (block := BLOCK.match(text, lead)):
        at = block.start("dot") if block["dot"] else lead
        out[at] = f"\\{text[at]}"
    placed = sorted(marks, reverse=True)
    for link in links:
        if not any(link.start < offset < link.end for offset, _ in placed):
            _insert_link(out, link)
    for offset, label in placed:
        _insert_reference(out, min(offset, len(out)), label)
    return re.sub(r"\s+", " ", "".join(out)).strip()


def _escaped(text: str, n: int) -> str:
    """Return the character at an offset, with a backslash if it would have a meaning there."""
    character = text[n]
    after = text[n + 1 : n + 2]
    if character == "\\":
        return "\\\\" if not after or after in PUNCTUATION or after.isspace() else character
    if character == "_":
        inside = n > 0 and text[n - 1].isalnum() and after.isalnum()
        return character if inside else "\\_"
    has_meaning = (
        character in ALWAYS
        or (character == "&" and ENTITY.match(text, n))
        or (character == "<" and (TAG.match(text, n) or ":" in text[n:] or "@" in text[n:]))
    )
    return f"\\{character}" if has_meaning else character


def _insert_link(out: list[str], link: Link) -> None:
    """Make a link of some characters; an exclamation mark before it would make it an image."""
    if link.start and out[link.start - 1] == "!":
        out[link.start - 1] = "\\!"
    out[link.start] = f"[{out[link.start]}"
    out[link.end - 1] += f"]({link.address})"


def _insert_reference(out: list[str], offset: int, label: str) -> None:
    """Insert a footnote reference, and escape its neighbours if they would make it something else."""
    if offset and out[offset - 1] in {"!", "^", "\\"}:
        out[offset - 1] = f"\\{out[offset - 1]}"
    if offset < len(out) and out[offset] in {"(", ":"}:
        out[offset] = f"\\{out[offset]}"
    out.insert(offset, f"[^{label}]")


def heading(text: str) -> str:
    """Return the text of a heading. Number signs at its end are escaped: they would be taken as its closing."""
    line = escaped(text, start=False)
    bare = line.rstrip("#")
    return bare + "\\#" * (len(line) - len(bare))


def cell(text: str) -> str:
    """Return the text of a table cell."""
    return re.sub(r"\\*\|", lambda found: "\\" * (len(found.group()) - 1) + "\\|", escaped(text, start=False))
