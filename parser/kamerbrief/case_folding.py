"""Texts without the differences that a comparison or a search does not look at: case, accents, punctuation."""

from __future__ import annotations

import unicodedata

ODD = (("\u0130", "i"), ("\u0131", "i"), ("\0", "\x01"))
"""Characters that `str.casefold` leaves: Turkish dotted and dotless i, which `re.IGNORECASE` takes for an i, and NUL,
which ends a text in SQLite."""
DROPPED = ("M", "P", "Z")
"""Classes of characters that a name may have or not: accents, punctuation and spaces (Unicode general categories)."""


def caseless(text: str) -> str:
    """A text in which all characters that `re.IGNORECASE` takes for each other are the same; accents stay.

    >>> caseless("Één ſtraat")
    'één straat'
    """
    for char, plain_char in ODD:
        text = text.replace(char, plain_char)
    return text.casefold()


def plain(word: str) -> str:
    """A word in small letters, without accents.

    >>> plain("Coördinatie"), plain("Foto’s")
    ('coordinatie', 'foto’s')
    """
    folded = word.casefold()
    if folded.isascii():
        return folded
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))


def fold_name(name: str) -> str:
    """A name of a faction, a member, a minister or a chamber, so that all ways to write it are equal.

    Case, accents, spaces, hyphens and other punctuation go; letters, digits, `+` and control characters stay, which
    part the names of a list.

    >>> fold_name("Van Nispen"), fold_name("GroenLinks-PvdA"), fold_name("Çelik"), fold_name("50Plus+")
    ('vannispen', 'groenlinkspvda', 'celik', '50plus+')
    """
    return "".join(c for c in plain(name) if unicodedata.category(c)[0] not in DROPPED)
