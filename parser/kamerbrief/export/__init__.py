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


def to_markdown(letter: Letter) -> str:
    """Write a letter as Markdown, with its header as YAML front matter.

    >>> from kamerbrief import export, read_letter
    >>> export.to_markdown(read_letter("samples/fietspont.pdf")).splitlines()[2]
    'date: "2024-05-14"'
    """
    return exporter("md")(letter)


def to_json(letter: Letter) -> str:
    """Write a letter as JSON, in the shape of `letter.schema.json`; `from_json` reads it back.

    >>> from kamerbrief import export, read_letter
    >>> letter = read_letter("samples/fietspont.pdf")
    >>> export.from_json(export.to_json(letter)) == letter
    True
    """
    return exporter("json")(letter)


def to_csv(letter: Letter) -> str:
    """Write a letter as CSV, a row for each exchange under a row of names; safe to open in a spreadsheet.

    >>> from kamerbrief import export, read_letter
    >>> export.to_csv(read_letter("samples/fietspont.pdf")).partition(",")[0]
    'letter'
    """
    return exporter("csv")(letter)


def from_json(text: str | bytes) -> Letter:
    """Read a letter that `to_json` wrote. Raises DamagedFile where the text is no such letter."""
    from kamerbrief.export.json import from_json as read

    return read(text)
