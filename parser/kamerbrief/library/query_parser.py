"""What a person types to search -> a query of the word index.

Words are looked for in all their forms; what stands in quotes, or ends in `*`, as it is written. `AND` (also between
words without it), `OR`, `NOT` and `NEAR(a b, 5)` are those of FTS5, in capitals; brackets group.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kamerbrief.errors import BadSearch
from kamerbrief.library.word_tokens import EXACT, WORD

TOKEN = re.compile(r'\s*(?:(?P<phrase>"[^"]*"\*?)|(?P<bracket>[(),])|(?P<word>[^\s"(),]+))')
BINARY = ("OR", "AND", "NOT")
DISTANCE = 10
"""Words between those of a NEAR, where it does not say how many."""


class ParsedQuery(NamedTuple):
    """A query, and the words in it that may be misspelt."""

    query: str
    words: tuple[str, ...]


def asked(text: str) -> ParsedQuery:
    """The query that a text means. Raises BadSearch where it means none.

    >>> asked('terugkeer OR "vrijwillige terugkeer"').query
    '("terugkeer" OR "=vrijwillige terugkeer")'
    """
    reading = _QueryReader(text)
    query = reading.either()
    if reading.left():
        raise reading.wrong(f"'{reading.next()}' stands where a word should")
    return ParsedQuery(query, tuple(reading.words))


class _QueryReader:
    """A text read token by token."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[str] = []
        self.words: list[str] = []
        at, text = 0, text.rstrip()
        while at < len(text):
            found = TOKEN.match(text, at)
            if found is None:
                raise self.wrong('a quote (") is never closed')
            at = found.end()
            if WORD.search(found.group()) or found["bracket"]:
                self.tokens.append(found.group().strip())
        if not self.tokens:
            raise self.wrong("there is no word in it")

    def wrong(self, why: str) -> BadSearch:
        """What is wrong with the text."""
        return BadSearch(f"'{self.text}' is no search: {why}")

    def left(self) -> bool:
        """Whether anything is left to read."""
        return bool(self.tokens)

    def next(self) -> str:
        """The next token, which stays."""
        return self.tokens[0] if self.tokens else ""

    def take(self, expected: str) -> None:
        """Read a token that must be there."""
        if self.next() != expected:
            raise self.wrong(f"a '{expected}' is missing")
        self.tokens.pop(0)

    def either(self) -> str:
        """One or more alternatives."""
        found = [self.all()]
        while self.next() == "OR":
            self.tokens.pop(0)
            found.append(self.all())
        return f"({' OR '.join(found)})" if len(found) > 1 else found[0]

    def all(self) -> str:
        """One or more that must all be there."""
        found = [self.without()]
        while self.left() and self.next() not in ("OR", ")", ","):
            if self.next() == "AND":
                self.tokens.pop(0)
            found.append(self.without())
        return f"({' AND '.join(found)})" if len(found) > 1 else found[0]

    def without(self) -> str:
        """One, without others."""
        found = self.one()
        while self.next() == "NOT":
            self.tokens.pop(0)
            found = f"({found} NOT {self.one()})"
        return found

    def one(self) -> str:
        """A word, a phrase, a NEAR, or anything in brackets."""
        token = self.next()
        if not token or token in (*BINARY, ")", ","):
            raise self.wrong(f"'{token}' has no word before it" if token else "a word is missing at its end")
        self.tokens.pop(0)
        if token == "(":
            found = self.either()
            self.take(")")
            return found
        if token == "NEAR" and self.next() == "(":
            return self.near()
        return self.term(token)

    def near(self) -> str:
        """Words that stand near each other."""
        self.take("(")
        terms, distance = [], DISTANCE
        while self.left() and self.next() not in (")", ","):
            terms.append(self.term(self.tokens.pop(0)))
        if self.next() == ",":
            self.take(",")
            distance = self.distance()
        self.take(")")
        if not terms:
            raise self.wrong("NEAR has no words")
        return f"NEAR({' '.join(terms)}, {distance})"

    def distance(self) -> int:
        """How many words may stand between."""
        number = self.tokens.pop(0) if self.left() else ""
        if not (number.isascii() and number.isdecimal() and len(number) < 6):
            raise self.wrong(f"'{number}' is no number of words")
        return int(number)

    def term(self, token: str) -> str:
        """A word or phrase as FTS5 has it."""
        if token in ("(", *BINARY):
            raise self.wrong(f"'{token}' cannot stand here")
        start = token.endswith("*")
        bare = token.rstrip("*").strip('"').replace('"', " ").lstrip(EXACT)
        exact = start or token.startswith('"')
        if not exact:
            self.words += WORD.findall(bare)
        return f'"{EXACT if exact else ""}{bare}"' + (" *" if start else "")
