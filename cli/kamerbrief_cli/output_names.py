"""Choose the names of the files that letters are exported to."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from kamerbrief_cli.loading import STDIN


def is_folder(output: str) -> bool:
    """Tell whether the value of -o is a folder: it exists as one, or ends with a slash."""
    separators = tuple(separator for separator in (os.sep, os.altsep) if separator)
    return output.endswith(separators) or Path(output).is_dir()


def file_names(paths: Sequence[str], suffix: str) -> list[str]:
    """Return a name for each letter; no two are alike, even if case is ignored.

    `a.pdf` gives `a.md`; beside `a.txt`, `a.pdf.md`; beside another `a.pdf`, `a.pdf.md` and `a.pdf-2.md`.
    """
    stems = [stem(path) for path in paths]
    counts = Counter(name.casefold() for name in stems)
    names = [name if counts[name.casefold()] == 1 else Path(path).name for path, name in zip(paths, stems, strict=True)]
    return [f"{name}.{suffix}" for name in with_numbers(names)]


def stem(path: str) -> str:
    """Return the name of a file without its last suffix."""
    return "stdin" if path == STDIN else Path(path).stem


def with_numbers(names: Sequence[str]) -> list[str]:
    """Return the names, with a number after each that was used before."""
    taken: set[str] = set()
    given = []
    for name in names:
        free = name
        number = 2
        while free.casefold() in taken:
            free = f"{name}-{number}"
            number += 1
        taken.add(free.casefold())
        given.append(free)
    return given
