"""Where output goes: a terminal with its width, colours and pager, or a pipe with plain text."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PIPE_WIDTH = 80
NARROWEST = 20


def on_terminal() -> bool:
    """Whether a person is looking at standard output."""
    return sys.stdout.isatty()


def is_plain() -> bool:
    """Whether output is text and nothing else: a pipe, of which nobody says that it shows colours."""
    return not on_terminal() and not any(os.environ.get(name) for name in ("FORCE_COLOR", "TTY_COMPATIBLE"))


def pipe_width() -> int:
    """COLUMNS where it is set, else 80; the width of a terminal nearby says nothing about a pipe."""
    columns = os.environ.get("COLUMNS", "")
    return max(int(columns), NARROWEST) if columns.isdecimal() and int(columns) else PIPE_WIDTH


def make_console() -> Console:
    """A console on standard output that takes nothing in a letter's text for markup."""
    from rich.console import Console

    width = None if on_terminal() else pipe_width()
    return Console(file=sys.stdout, width=width, markup=False, emoji=False, highlight=False)


def emit(view: RenderableType, *, pager: bool = False, whole_lines: bool = False) -> None:
    """Print a view; on a terminal, through the pager where asked for and where it does not fit.

    With `whole_lines` nothing is wrapped or cut, however long.
    """
    console = make_console()
    with console.capture() as capture:
        console.print(view, soft_wrap=whole_lines, crop=on_terminal())  # in a pipe nothing stands beside it
    text = capture.get()
    if not on_terminal():
        write(trimmed(text))
    elif pager and text.count("\n") >= console.height:
        page(text)
    else:
        write(text)


def trimmed(text: str) -> str:
    """The text without spaces at line ends, which only a terminal's layout needs."""
    return "\n".join(line.rstrip(" ") for line in text.split("\n"))


def write(text: str) -> None:
    """Write to standard output now, so that whoever reads the pipe has it."""
    sys.stdout.write(text)
    sys.stdout.flush()


def page(text: str) -> None:
    """Show through the user's pager, or at once where there is none."""
    from kamerbrief_cli.pager import show

    if not show(text):
        write(text)
