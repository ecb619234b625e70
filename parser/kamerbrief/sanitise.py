"""Characters that do something instead of saying something; a file from a stranger may hold any of them."""

from __future__ import annotations

import re

CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
"""C0, DEL and C1: a terminal obeys these instead of showing them."""
BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Marks that change the order in which characters are shown."""
SEPARATORS = (0x2028, 0x2029)
"""Line ends, to some programs."""
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_RAW = re.compile(f"[{''.join(map(chr, (*range(0x7F, 0xA0), *BIDI, *SEPARATORS)))}]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def in_json(text: str) -> str:
    """JSON that says the same, with what JSON itself leaves as it is written as \\u202e."""
    return _RAW.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def encodable(text: str) -> str:
    """Text without half characters, which no encoding can say."""
    return _SURROGATE.sub(REPLACEMENT, text)
