"""The user's pager: PAGER, else less; colours pass through."""

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


def command() -> list[str] | None:
    """What to run, or None where the user wants no pager or has none."""
    try:
        words = shlex.split(os.environ.get("PAGER", DEFAULT))
    except ValueError:  # a quote that is never closed
        return None
    if not words or words == ["cat"] or shutil.which(words[0]) is None:
        return None
    # LESS may be set without R, and then colours would be shown as rubbish.
    return [*words, "-R"] if Path(words[0]).name == "less" and "-R" not in words else words


def show(text: str) -> bool:
    """Page the text; False where there is no pager to do it."""
    words = command()
    if words is None:
        return False
    with signals_left_to_pager(), suppress(BrokenPipeError):
        subprocess.run(words, input=text, encoding="utf-8", errors="replace", check=False)
    return True


@contextmanager
def signals_left_to_pager() -> Iterator[None]:
    """Ctrl-C belongs to the pager, and leaving it half-way is no failure."""
    names = [name for name in ("SIGINT", "SIGPIPE") if hasattr(signal, name)]
    # A handler that does nothing, since SIG_IGN would pass on to the pager.
    before = {name: signal.signal(getattr(signal, name), lambda *_: None) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
