"""Text without what a search does not look at."""

from __future__ import annotations

import unicodedata

ODD = (("\u0130", "i"), ("\u0131", "i"), ("\0", "\x01"))
"""Turkish dotted and dotless i, which `re.IGNORECASE` takes for an i; NUL, which ends a text in SQLite."""


def caseless(text: str) -> str:
    """The text such that all characters which `re.IGNORECASE` takes for one another are one.

    >>> caseless("Één ſtraat")
    'één straat'
    """
    for char, plain_char in ODD:
        text = text.replace(char, plain_char)
    return text.casefold()


def plain(word: str) -> str:
    """A word in small letters, without accents.

    >>> plain("Coördinatie")
    'coordinatie'
    """
    folded = word.casefold()
    if folded.isascii():
        return folded
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
