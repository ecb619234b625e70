"""A Letter -> text in another form: one plain function a format, found by its name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from kamerbrief.errors import KamerbriefError
from kamerbrief.model import Letter

Exporter = Callable[[Letter], str]
FORMATS = {"md": "markdown", "json": "json", "csv": "csv"}
"""Each format's name, which is also its files' ending, and the module here that writes it."""


def exporter(name: str) -> Exporter:
    """The function that writes a format. Raises KamerbriefError where there is no such format."""
    if name not in FORMATS:
        raise KamerbriefError(f"no export is called '{name}'; there are {', '.join(FORMATS)}")
    found: Exporter = import_module(f"kamerbrief.export.{FORMATS[name]}").export
    return found
