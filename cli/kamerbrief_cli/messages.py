"""Print messages to the user on standard error."""

from __future__ import annotations

import sys

from kamerbrief_cli.views.safe_text import clean


def complain(message: object) -> None:
    """Print `kamerbrief: message` on standard error, as one line without control characters."""
    line = " ".join(clean(str(message)).split())
    print(f"kamerbrief: {line}", file=sys.stderr, flush=True)
