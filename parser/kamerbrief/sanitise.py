"""Characters that control a terminal or an editor instead of being shown, and what to write for them."""

from __future__ import annotations

import re

CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
"""The control characters C0, DEL and C1, which a terminal obeys."""
BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Marks that change the order in which characters are shown."""
SEPARATORS = (0x2028, 0x2029)
"""Characters that some programs take for line ends."""
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character that is unknown or cannot be written."""

_RAW = re.compile(f"[{''.join(map(chr, (*range(0x7F, 0xA0), *BIDI, *SEPARATORS)))}]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def in_json(text: str) -> str:
    """JSON text in which control, bidi and separator characters are written as escapes, such as \\u202e.

    It parses to the same value.
    """
    return _RAW.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def encodable(text: str) -> str:
    """A text with each lone surrogate, which UTF-8 cannot encode, replaced by REPLACEMENT."""
    return _SURROGATE.sub(REPLACEMENT, text)
