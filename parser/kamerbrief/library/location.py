"""Where the library is: one file, the user's own unless they name another."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "KAMERBRIEF_LIBRARY"


def library_file() -> Path:
    """The file in KAMERBRIEF_LIBRARY, else `library.sqlite` in the user's data folder."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("kamerbrief", appauthor=False) / "library.sqlite"
