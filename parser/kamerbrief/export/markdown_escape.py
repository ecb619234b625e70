"""Text that comes out of a Markdown parser as that text, with as few escapes as that takes.

Rules are those of CommonMark 0.31 and of GitHub's extensions (tables, strikethrough, footnotes, mathematics).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kamerbrief.sanitise import BIDI, CONTROLS, REPLACEMENT

PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
ALWAYS = frozenset("`*[~$")
"""What may open a code span, emphasis, a link or note, struck or mathematical text."""
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});")
TAG = re.compile(r"<[A-Za-z/!?]")
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
UNSAFE = {code: " " for code in CONTROLS if chr(code) not in "\t\n\v\f\r"} | dict.fromkeys(BIDI, REPLACEMENT)


def clean(text: str) -> str:
    """Text without control characters and marks that turn it; as long as it was."""
    return text.translate(UNSAFE)


def escaped(text: str, marks: Iterable[tuple[int, str]] = (), *, start: bool = True) -> str:
    """One line of Markdown that renders as the text, with footnote references put in at offsets.

    `marks` are (offset, label) pairs; `start` tells that the text begins a line, where more has a meaning.
    """
    text = clean(text)
    out = [_escaped(text, n) for n in range(len(text))]
    lead = len(text) - len(text.lstrip())
    if start and (block := BLOCK.match(text, lead)):
        at = block.start("dot") if block["dot"] else lead
        out[at] = f"\\{text[at]}"
    for offset, label in sorted(marks, reverse=True):
        _refer(out, min(offset, len(out)), label)
    return re.sub(r"\s+", " ", "".join(out)).strip()


def _escaped(text: str, n: int) -> str:
    """The character at an offset, with a backslash where it would mean something."""
    character = text[n]
    after = text[n + 1 : n + 2]
    if character == "\\":
        return "\\\\" if not after or after in PUNCTUATION or after.isspace() else character
    if character == "_":
        inside = n > 0 and text[n - 1].isalnum() and after.isalnum()
        return character if inside else "\\_"
    told = (
        character in ALWAYS
        or (character == "&" and ENTITY.match(text, n))
        or (character == "<" and (TAG.match(text, n) or ":" in text[n:] or "@" in text[n:]))
    )
    return f"\\{character}" if told else character


def _refer(out: list[str], offset: int, label: str) -> None:
    """Put a footnote reference in; what stands beside it must not turn it into an image, a link or a note."""
    if offset and out[offset - 1] in {"!", "^", "\\"}:
        out[offset - 1] = f"\\{out[offset - 1]}"
    if offset < len(out) and out[offset] in {"(", ":"}:
        out[offset] = f"\\{out[offset]}"
    out.insert(offset, f"[^{label}]")


def heading(text: str) -> str:
    """The text of a heading: number signs at its end would be taken for its closing."""
    line = escaped(text, start=False)
    bare = line.rstrip("#")
    return bare + "\\#" * (len(line) - len(bare))


def cell(text: str) -> str:
    """The text of a table's cell."""
    return re.sub(r"\\*\|", lambda found: "\\" * (len(found.group()) - 1) + "\\|", escaped(text, start=False))
