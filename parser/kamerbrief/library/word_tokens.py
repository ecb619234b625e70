"""Split text into the tokens of the word index: for each word its stem and, at the same place, its exact form.

An exact token starts with `=`: the query `"=vrijwillige terugkeer"` finds exactly these words, and
`vrijwillige terugkeer` finds their stems.
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
"""The first character of an exact token."""
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
"""Letters and digits, with an apostrophe inside as in `foto’s`."""
MAX_LENGTH = 60
"""How many characters of a word are indexed."""
DOUBLED = re.compile(r"(?<=[^aeiou])(aa|ee|oo|uu)(?=[^aeiou]$)")
"""A doubled vowel in a closed last syllable, as in terugkeer, which is single in terugkeren."""


@cache
def _stemmer() -> Callable[[str], str]:
    from Stemmer import Stemmer

    found: Callable[[str], str] = Stemmer("dutch", 0).stemWord
    return found


def stem(word: str) -> str:
    """Return what all forms of a word share: PyStemmer's Dutch stem, with a doubled last vowel made single.

    >>> stem("terugkeer") == stem("terugkeren"), stem("wegen") == stem("weg"), stem("bruggen") == stem("brug")
    (True, True, True)
    """
    return DOUBLED.sub(lambda found: found[1][0], _stemmer()(plain(word)))


@lru_cache(maxsize=100_000)
def tokens(word: str) -> tuple[str, str]:
    """Return the stem of a word and its exact form."""
    cut = word[:MAX_LENGTH].replace("’", "'")
    return stem(cut), EXACT + plain(cut)


def make_tokenizer(_db: apsw.Connection, _args: list[str]) -> Callable[[bytes, int, str | None], Iterator[Any]]:
    """Make the tokenizer that FTS5 calls, in the form that apsw prescribes."""
    import apsw

    is_query = apsw.FTS5_TOKENIZE_QUERY

    def tokenize(utf8: bytes, flags: int, _locale: str | None) -> Iterator[Any]:
        text = _decoded(utf8)
        if flags & is_query:
            at = 1 if text.startswith(EXACT) else 0
            return ((start, end, pair[at]) for start, end, pair in _token_spans(text))
        return ((start, end, *pair) for start, end, pair in _token_spans(text))

    return tokenize


def _decoded(utf8: bytes) -> str:
    """Decode a text. One that is damaged keeps its length in bytes: what is not ASCII becomes a question mark."""
    try:
        return utf8.decode("utf-8")
    except UnicodeDecodeError:
        return bytes(byte if byte < 0x80 else ord("?") for byte in utf8).decode("ascii")


def _token_spans(text: str) -> Iterator[tuple[int, int, tuple[str, str]]]:
    """Yield the tokens of each word with its start and end, in bytes of UTF-8."""
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
