"""Export a Letter to other formats: one function for each format, found by name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from kamerbrief.errors import KamerbriefError
from kamerbrief.model import Letter

Exporter = Callable[[Letter], str]
"""Turns a letter into the text of one format."""
FORMATS = {"md": "markdown", "json": "json", "csv": "csv"}
"""The module that writes each format. The name of a format is also the suffix of its files."""


def exporter(name: str) -> Exporter:
    """Return the function that writes a format. Raises KamerbriefError if there is no such format."""
    if name not in FORMATS:
        raise KamerbriefError(f"there is no export format '{name}'; the formats are {', '.join(FORMATS)}")
    found: Exporter = import_module(f"kamerbrief.export.{FORMATS[name]}").export
    return found
