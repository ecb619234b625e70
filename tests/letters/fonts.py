"""Where the fonts are: core fonts of PDF need no file, others come with a package."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def folders() -> list[Path]:
    """The folders of the installed font packages."""
    found = [find_spec(name) for name in ("font_source_sans_pro", "font_roboto")]
    return [Path(spec.origin).parent / "files" for spec in found if spec and spec.origin]
