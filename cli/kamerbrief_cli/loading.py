"""Letters from paths: a password is asked for where a person can answer."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from kamerbrief.errors import PasswordNeeded

if TYPE_CHECKING:
    from kamerbrief.model import Letter

STDIN = "-"
TRIES = 3


def read(path: str, password: str | None = None, genre: str | None = None) -> Letter:
    """The letter at a path, or the one in the library with this id; KamerbriefError says why there is none."""
    if in_library(path):
        from kamerbrief_cli.library_actions import stored

        return stored(path, genre)
    from kamerbrief.cache import wanted
    from kamerbrief.parse import read_letter

    try:
        return read_letter(path, password=password, genre=genre, cached=wanted())
    except PasswordNeeded:
        if password is not None or path == STDIN or not can_ask():
            raise
    return read_asking(path, genre)


def in_library(path: str) -> bool:
    """Whether this is an id and no file, where there is a library."""
    from kamerbrief_cli.library_actions import may_be_id

    if not may_be_id(path) or os.path.lexists(path):
        return False
    from kamerbrief.library.location import library_file

    return library_file().is_file()


def can_ask() -> bool:
    """Whether a person sees the question and can type the answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def read_asking(path: str, genre: str | None = None) -> Letter:
    """Ask for the password until it is right, or the tries are up."""
    from kamerbrief.parse import read_letter

    for _ in range(TRIES - 1):
        try:
            return read_letter(path, password=ask(path), genre=genre)
        except PasswordNeeded as error:
            from kamerbrief_cli.messages import complain

            complain(error)
    return read_letter(path, password=ask(path), genre=genre)


def ask(path: str) -> str:
    """The password as typed, not shown; no answer is no password."""
    from getpass import getpass

    from kamerbrief_cli.views.safe_text import clean

    try:
        return getpass(f"Password for {clean(path)}: ", stream=sys.stderr)
    except EOFError:
        raise PasswordNeeded(f"{path}: encrypted, and no password was given; use --password") from None
