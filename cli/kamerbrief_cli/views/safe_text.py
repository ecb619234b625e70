"""Make text from a file safe for a terminal: no escape codes, no change of writing direction."""

from __future__ import annotations

from kamerbrief.sanitise import BIDI, CONTROLS, REPLACEMENT, in_json

BREAKS = (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0x2028, 0x2029)
"""Characters that move the cursor to a new place; they are replaced by a space."""

SAFE = dict.fromkeys((*CONTROLS, *BIDI), REPLACEMENT) | dict.fromkeys(BREAKS, " ")
"""What unsafe characters are replaced by in text of one line."""
SAFE_LINES = {code: SAFE[code] for code in SAFE if chr(code) not in "\t\n\r"}
"""What unsafe characters are replaced by in text that keeps its line ends and tabs."""


def clean(text: str) -> str:
    """Return the text on one line without unsafe characters; as long as before, so that offsets stay valid."""
    return text if text.isprintable() else text.translate(SAFE)  # fast: printable text has no unsafe characters


def clean_lines(text: str) -> str:
    """Return the text without unsafe characters, with its line ends and tabs."""
    return text.translate(SAFE_LINES)


def json_text(value: object, *, indent: int | None = None) -> str:
    """Return a value as JSON that is safe for a terminal: unsafe characters are written as \u009b."""
    import json

    return in_json(json.dumps(value, ensure_ascii=False, indent=indent))
