"""Join the exports of several letters into one text for standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from kamerbrief_cli.terminal import on_terminal
from kamerbrief_cli.views.safe_text import clean_lines, json_text


def join(texts: Sequence[str], format_name: str, *, several: bool) -> str:
    """Return the exports of several letters as one text that is valid in the format: one JSON array, one CSV table."""
    if not several:
        return "".join(texts)
    if format_name == "json":
        return json_text([json.loads(text) for text in texts], indent=2) + "\n"
    if format_name == "csv":
        return "".join((*texts[:1], *(without_head(text) for text in texts[1:])))
    return "\n".join(texts)


def without_head(table: str) -> str:
    """Return a CSV table without its header row."""
    return table.partition("\n")[2]


def print_text(text: str) -> None:
    """Write a text to standard output as UTF-8, unchanged; on a terminal without control characters."""
    sys.stdout.flush()
    data = (clean_lines(text) if on_terminal() else text).encode("utf-8", errors="replace")
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
