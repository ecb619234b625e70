"""Show text in the user's pager: PAGER, else less. Colours are kept."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

DEFAULT = "less -R"
"""The pager if PAGER is not set."""


def command() -> list[str] | None:
    """Return the command of the pager, or None if the user wants no pager or has none."""
    try:
        words = shlex.split(os.environ.get("PAGER", DEFAULT))
    except ValueError:  # a quote is not closed
        return None
    if not words or words == ["cat"] or shutil.which(words[0]) is None:
        return None
    # If LESS is set without R, less shows the codes of colours.
    return [*words, "-R"] if Path(words[0]).name == "less" and "-R" not in words else words


def show(text: str) -> bool:
    """Show text in the pager; return False if there is none."""
    words = command()
    if words is None:
        return False
    with signals_left_to_pager(), suppress(BrokenPipeError):
        subprocess.run(words, input=text, encoding="utf-8", errors="replace", check=False)
    return True


@contextmanager
def signals_left_to_pager() -> Iterator[None]:
    """Leave Ctrl-C to the pager; a pager that is closed early is not an error."""
    names = [name for name in ("SIGINT", "SIGPIPE") if hasattr(signal, name)]
    # A handler that does nothing: SIG_IGN would be inherited by the pager.
    before = {name: signal.signal(getattr(signal, name), lambda *_: None) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
