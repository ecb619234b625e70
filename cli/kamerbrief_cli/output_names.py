"""Names of the files that letters are exported to."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from kamerbrief_cli.loading import STDIN


def is_folder(output: str) -> bool:
    """Whether what is given with -o is a folder: it is there as one, or ends like one."""
    separators = tuple(separator for separator in (os.sep, os.altsep) if separator)
    return output.endswith(separators) or Path(output).is_dir()


def file_names(paths: Sequence[str], form: str) -> list[str]:
    """A name for each letter, no two alike even where capitals are not told apart.

    `a.pdf` gives `a.md`; beside `a.txt`, `a.pdf.md`; beside another `a.pdf`, `a.pdf.md` and `a.pdf-2.md`.
    """
    stems = [stem(path) for path in paths]
    counts = Counter(name.casefold() for name in stems)
    names = [name if counts[name.casefold()] == 1 else Path(path).name for path, name in zip(paths, stems, strict=True)]
    return [f"{name}.{form}" for name in numbered(names)]


def stem(path: str) -> str:
    """The name of the file without its last suffix."""
    return "stdin" if path == STDIN else Path(path).stem


def numbered(names: Sequence[str]) -> list[str]:
    """The names, with a number behind each that was there before."""
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
