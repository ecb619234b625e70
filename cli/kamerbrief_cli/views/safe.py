"""Text of a file as text that a terminal may be given: no escape codes, no turned writing direction."""

from __future__ import annotations

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

BREAKS = (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0x2028, 0x2029)
"""What moves the cursor on by itself; a space says the same on one line."""

CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
"""C0, DEL and C1: a terminal obeys these instead of showing them."""

BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Marks that change the order in which characters are shown."""

SAFE = dict.fromkeys((*CONTROLS, *BIDI), REPLACEMENT) | dict.fromkeys(BREAKS, " ")
SAFE_LINES = {code: SAFE[code] for code in SAFE if chr(code) not in "\t\n\r"}


def clean(text: str) -> str:
    """The text on one line; as long as it was, so that offsets into it hold."""
    return text if text.isprintable() else text.translate(SAFE)  # all of SAFE is unprintable


def clean_lines(text: str) -> str:
    """The text with its own line ends and tabs kept."""
    return text.translate(SAFE_LINES)
