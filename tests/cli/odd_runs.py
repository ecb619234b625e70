"""Run the program as a process in odd circumstances: closed streams, terminals, folders that may not be read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

SECONDS = 60
"""No command of a test may take longer."""
SETPRIV = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"]
"""Takes from root the right to read everything."""


def program() -> list[str]:
    """The installed command, or the package run as a program where it is not installed."""
    installed = Path(sys.executable).with_name("kamerbrief")
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "kamerbrief_cli"]


def environment(**more: str) -> dict[str, str]:
    """An environment in which nothing about terminals is set."""
    unset = ("FORCE_COLOR", "NO_COLOR", "COLUMNS", "LINES", "PAGER", "LESS")
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    return {**kept, "PYTHONPATH": os.pathsep.join(sys.path), "TERM": "xterm-256color", **more}


def run(*args: str | bytes, before: Sequence[str] = (), **options: Any) -> subprocess.CompletedProcess[Any]:
    """Run a command line; `options` are those of `subprocess.run`."""
    chosen = {"capture_output": True, "env": environment(), "timeout": SECONDS, **options}
    return subprocess.run([*before, *program(), *args], **chosen)


def as_a_user() -> list[str] | None:
    """What to put before a command so that permissions hold for it; None if that is not possible here."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid():
        return []
    return SETPRIV if shutil.which(SETPRIV[0]) else None


def on_terminal(*args: str | bytes, env: dict[str, str] | None = None, cwd: Path | None = None) -> str:
    """Return what a command line prints on a terminal of its own, from both its streams."""
    ours, theirs = os.openpty()
    with os.fdopen(ours, "rb", buffering=0) as screen:
        process = subprocess.Popen(
            [*program(), *args], stdin=theirs, stdout=theirs, stderr=theirs, env=env or environment(), cwd=cwd
        )
        os.close(theirs)
        shown = b""
        try:
            while piece := screen.read(4096):
                shown += piece
        except OSError:  # how Linux says that nobody holds the other end any more
            pass
        process.wait()
    return shown.decode(errors="surrogateescape").replace("\r\n", "\n")
