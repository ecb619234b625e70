"""Read letters from paths and from the library; ask for a password if one is needed and a person is there."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.errors import KamerbriefError, PasswordNeeded, unexpected
from kamerbrief_cli.options import Genre, LetterPath, Password

if TYPE_CHECKING:
    from kamerbrief.model import Letter

STDIN = "-"
"""The path that stands for standard input."""
MAX_TRIES = 3
"""How often a password is asked for."""


class LetterSource(NamedTuple):
    """The argument and options that name a letter and say how to read it."""

    letter: LetterPath
    genre: Genre = None
    password: Password = None

    def read(self) -> Letter:
        """Read the letter. Raises a KamerbriefError if that is not possible."""
        return read(self.letter, self.password, self.genre)


def read(path: str, password: str | None = None, genre: str | None = None) -> Letter:
    """Return the letter at a path, or the one in the library with this id.

    Raises a KamerbriefError that says why there is none.
    """
    if is_library_id(path):
        from kamerbrief_cli.library_actions import letter_by_id

        return letter_by_id(path, genre)
    from kamerbrief.cache import wanted
    from kamerbrief.parse import read_letter

    try:
        return read_letter(path, password=password, genre=genre, cached=wanted())
    except PasswordNeeded:
        if password is not None or path == STDIN or not can_ask():
            raise
    except (KamerbriefError, OSError):
        raise
    except Exception as error:  # a fault of kamerbrief, which must not stop the other letters
        raise unexpected(error, path) from error
    return read_with_password(path, genre)


def is_library_id(path: str) -> bool:
    """Tell whether a word is the id of a letter: it may be one, no file has this path, and there is a library."""
    from kamerbrief_cli.library_actions import may_be_id

    if not may_be_id(path) or os.path.lexists(path):
        return False
    from kamerbrief.library.location import library_file

    return library_file().is_file()


def can_ask() -> bool:
    """Tell whether a person can see a question and type an answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def read_with_password(path: str, genre: str | None = None) -> Letter:
    """Ask for the password until it is right, at most MAX_TRIES times."""
    from kamerbrief.parse import read_letter

    for _ in range(MAX_TRIES - 1):
        try:
            return read_letter(path, password=ask_password(path), genre=genre)
        except PasswordNeeded as error:
            from kamerbrief_cli.messages import complain

            complain(error)
    return read_letter(path, password=ask_password(path), genre=genre)


def ask_password(path: str) -> str:
    """Ask for a password, which is not shown. Raises PasswordNeeded if nothing is typed."""
    from getpass import getpass

    from kamerbrief_cli.views.safe_text import clean

    try:
        return getpass(f"Password for {clean(path)}: ", stream=sys.stderr)
    except EOFError:
        raise PasswordNeeded(f"{path}: the file is encrypted and no password was given; use --password") from None
