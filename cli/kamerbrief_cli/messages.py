"""Print messages to the user on standard error."""

from __future__ import annotations

import re
import sys
from contextlib import suppress

from kamerbrief_cli.views.safe_text import clean

LONGEST = 1000
"""Characters of a message; of a longer one, as with a very long argument, the middle is left out."""
END = 300
"""How many characters at the end are kept: they say what to do."""
LONE_BYTE = re.compile("[\udc80-\udcff]")
"""A byte of an argument that is no UTF-8, as Python keeps it."""


def complain(message: object) -> None:
    """Print `kamerbrief: message` on standard error, as one line without control characters.

    Does nothing if standard error cannot be written, so that the work goes on and the exit code is right.
    """
    with suppress(OSError):
        print(f"kamerbrief: {one_line(str(message))}", file=sys.stderr, flush=True)


def one_line(message: str) -> str:
    """Return a message as one line of limited length, in which lone bytes are written as \\xff."""
    shown = LONE_BYTE.sub(lambda found: f"\\x{ord(found.group()) - 0xDC00:02x}", message)
    line = " ".join(clean(shown).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - END]} ... {line[-END:]}"
