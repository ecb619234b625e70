"""The tokens of the word index: each word as a stem and, in the same place, exactly as it is written.

An exact token starts with `=`, so that `"=vrijwillige terugkeer"` in a query asks for these words and no others,
and `vrijwillige terugkeer` for their stems.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from kamerbrief.case_folding import plain

if TYPE_CHECKING:
    import apsw

EXACT = "="
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
"""Letters and digits, with the apostrophe inside `foto’s`."""
LONGEST = 60
"""Characters of a word that count."""
DOUBLED = re.compile(r"(?<=[^aeiou])(aa|ee|oo|uu)(?=[^aeiou]$)")
"""A vowel doubled in a closed syllable: terugkeer beside terugkeren."""


@cache
def _stemmer() -> Callable[[str], str]:
    from Stemmer import Stemmer

    found: Callable[[str], str] = Stemmer("dutch", 0).stemWord
    return found


def stem(word: str) -> str:
    """What forms of a word share, by PyStemmer's Dutch; its doubled vowels are made single, which that leaves.

    >>> stem("terugkeer") == stem("terugkeren"), stem("wegen") == stem("weg"), stem("bruggen") == stem("brug")
    (True, True, True)
    """
    return DOUBLED.sub(lambda found: found[1][0], _stemmer()(plain(word)))


@lru_cache(maxsize=100_000)
def tokens(word: str) -> tuple[str, str]:
    """The stem of a word, and the word exactly."""
    short = word[:LONGEST].replace("’", "'")
    return stem(short), EXACT + plain(short)


def make_tokenizer(_db: apsw.Connection, _args: list[str]) -> Callable[[bytes, int, str | None], Iterator[Any]]:
    """What FTS5 calls for the tokens of a text, as apsw wants it."""
    import apsw

    asked = apsw.FTS5_TOKENIZE_QUERY

    def tokenize(utf8: bytes, flags: int, _locale: str | None) -> Iterator[Any]:
        text = utf8.decode("utf-8", "replace")
        if flags & asked:
            at = 1 if text.startswith(EXACT) else 0
            return ((start, end, pair[at]) for start, end, pair in _placed(text))
        return ((start, end, *pair) for start, end, pair in _placed(text))

    return tokenize


def _placed(text: str) -> Iterator[tuple[int, int, tuple[str, str]]]:
    """The tokens of each word with its place, in bytes of UTF-8."""
    if text.isascii():
        for found in WORD.finditer(text):
            yield found.start(), found.end(), tokens(found.group())
        return
    at = byte = 0
    for found in WORD.finditer(text):
        start, end = found.span()
        first = byte + len(text[at:start].encode())
        at, byte = end, first + len(text[start:end].encode())
        yield first, byte, tokens(found.group())
