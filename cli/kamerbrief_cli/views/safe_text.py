"""Text of a file as text that a terminal may be given: no escape codes, no turned writing direction."""

from __future__ import annotations

from kamerbrief.sanitise import BIDI, CONTROLS, REPLACEMENT, in_json

BREAKS = (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0x2028, 0x2029)
"""What moves the cursor on by itself; a space says the same on one line."""

SAFE = dict.fromkeys((*CONTROLS, *BIDI), REPLACEMENT) | dict.fromkeys(BREAKS, " ")
SAFE_LINES = {code: SAFE[code] for code in SAFE if chr(code) not in "\t\n\r"}


def clean(text: str) -> str:
    """The text on one line; as long as it was, so that offsets into it hold."""
    return text if text.isprintable() else text.translate(SAFE)  # printable: none of them, and soon said


def clean_lines(text: str) -> str:
    """The text with its own line ends and tabs kept."""
    return text.translate(SAFE_LINES)


def json_text(value: object, *, indent: int | None = None) -> str:
    """A value as JSON that may be shown on a terminal: what a terminal would obey is written as \\u009b."""
    import json

    return in_json(json.dumps(value, ensure_ascii=False, indent=indent))
