"""Several exports as one text on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from kamerbrief_cli.terminal import on_terminal
from kamerbrief_cli.views.safe_text import clean_lines, json_text


def join(texts: Sequence[str], form: str, *, several: bool) -> str:
    """The exports of letters after each other, in a way that their form can be read back."""
    if not several:
        return "".join(texts)
    if form == "json":
        return json_text([json.loads(text) for text in texts], indent=2) + "\n"
    if form == "csv":
        return "".join((*texts[:1], *(without_head(text) for text in texts[1:])))
    return "\n".join(texts)


def without_head(table: str) -> str:
    """A CSV table without its first line, which names the columns."""
    return table.partition("\n")[2]


def print_text(text: str) -> None:
    """To standard output as UTF-8, byte for byte; a terminal gets nothing that it would obey."""
    sys.stdout.flush()
    data = (clean_lines(text) if on_terminal() else text).encode("utf-8", errors="replace")
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
