"""Keep a copy of a library's file and its log beside them."""

from __future__ import annotations

import filecmp
import shutil
from itertools import chain, count
from pathlib import Path

from kamerbrief.library.file_header import log_of


def copy_beside(path: Path) -> Path:
    """Copy a file and its log to a name that is not taken yet; return the copy."""
    numbered = (f"-{n}" for n in count(2))
    names = (path.with_name(f"{path.name}.damaged{end}") for end in chain([""], numbered))
    copy = next(name for name in names if not name.exists() and not log_of(name).exists())
    try:
        for source, target in ((path, copy), (log_of(path), log_of(copy))):
            if _size(source):
                shutil.copy2(source, target)
    except BaseException:
        remove_copy(copy)
        raise
    return copy


def is_copy(copy: Path, path: Path) -> bool:
    """Tell whether a library and its log are byte by byte as they were copied."""
    pairs = ((path, copy), (log_of(path), log_of(copy)))
    return all(_content_is_equal(one, other) for one, other in pairs)


def _content_is_equal(one: Path, other: Path) -> bool:
    if not one.exists() or not other.exists():
        return not _size(one) and not _size(other)
    filecmp.clear_cache()
    return filecmp.cmp(one, other, shallow=False)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def remove_copy(copy: Path) -> None:
    """Delete a copy and its log."""
    for file in (copy, log_of(copy)):
        file.unlink(missing_ok=True)
