"""Find the library file: the user's own, unless another is named."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "KAMERBRIEF_LIBRARY"
"""The environment variable that names another file."""


def library_file() -> Path:
    """Return the path in KAMERBRIEF_LIBRARY, else `library.sqlite` in the user's data folder."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("kamerbrief", appauthor=False) / "library.sqlite"
