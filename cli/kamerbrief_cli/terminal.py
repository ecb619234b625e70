"""Write output: to a terminal with its width, colours and pager, or to a pipe as plain text."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PIPE_WIDTH = 80
"""Columns of output that does not go to a terminal."""
NARROWEST = 20
"""The fewest columns that COLUMNS may set."""


def on_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout.isatty()


def is_plain() -> bool:
    """Tell whether output is plain text: it goes to a pipe, and no variable asks for colours."""
    return not on_terminal() and not any(os.environ.get(name) for name in ("FORCE_COLOR", "TTY_COMPATIBLE"))


def pipe_width() -> int:
    """Return COLUMNS if it is set, else 80; the width of a terminal does not matter for a pipe."""
    columns = os.environ.get("COLUMNS", "")  # a number, or runner.py would have removed it
    return max(int(columns), NARROWEST) if columns.isdecimal() and int(columns) else PIPE_WIDTH


def make_console() -> Console:
    """Return a Rich console on standard output that does not interpret markup in a letter's text."""
    from rich.console import Console

    width = None if on_terminal() else pipe_width()
    return Console(file=sys.stdout, width=width, markup=False, emoji=False, highlight=False)


def emit(view: RenderableType, *, pager: bool = False, whole_lines: bool = False) -> None:
    """Print a view; on a terminal through the pager, if asked for and if it does not fit on the screen.

    `whole_lines`: do not wrap or cut lines, however long they are.
    """
    console = make_console()
    with console.capture() as capture:
        console.print(view, soft_wrap=whole_lines, crop=on_terminal())  # a pipe has no edge to cut at
    text = capture.get()
    if not on_terminal():
        write(trimmed(text))
    elif pager and text.count("\n") >= console.height:
        page(text)
    else:
        write(text)


def trimmed(text: str) -> str:
    """Return the text without spaces at line ends."""
    return "\n".join(line.rstrip(" ") for line in text.split("\n"))


def write(text: str) -> None:
    """Write to standard output and flush it."""
    sys.stdout.write(text)
    sys.stdout.flush()


def page(text: str) -> None:
    """Show text in the user's pager, or write it if there is none."""
    from kamerbrief_cli.pager import show

    if not show(text):
        write(text)
