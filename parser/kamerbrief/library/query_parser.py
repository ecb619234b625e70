"""Parse what a user types in `search` into a query for the FTS5 word index.

Words are searched in all their forms; text in quotes, or a word that ends in `*`, as it is written. AND (implied
between words), OR, NOT and NEAR(a b, 5) work as in FTS5 and must be in capitals; brackets group.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from kamerbrief.errors import BadSearch
from kamerbrief.library.word_tokens import EXACT, WORD
from kamerbrief.sanitise import encodable

TOKEN = re.compile(r'\s*(?:(?P<phrase>"[^"]*"\*?)|(?P<bracket>[(),])|(?P<word>[^\s"(),]+))')
"""One token: a phrase in quotes, a bracket or comma, or a word."""
BINARY = ("OR", "AND", "NOT")
"""The operators that stand between two terms."""
DISTANCE = 10
"""How many words may stand between those of a NEAR that gives no number."""


MAX_WORDS = 2000
"""The most words of a query."""
MAX_DEPTH = 30
"""The most brackets in brackets; beyond that FTS5's own parser runs out of space."""
QUOTED = re.compile(r'"[^"]*"')
"""A term of an FTS5 query."""
TOO_DEEP = "it has too many brackets in brackets, or NOT and OR in each other; make it simpler"
SHOWN = 60
"""How many characters of a query are repeated in a message."""


class ParsedQuery(NamedTuple):
    """A query for FTS5, and the words in it that may be misspelt."""

    query: str
    words: tuple[str, ...]


def parse_query(text: str) -> ParsedQuery:
    """Parse a text into a query. Raises BadSearch if it is not a valid one.

    >>> parse_query('terugkeer OR "vrijwillige terugkeer"').query
    '("terugkeer" OR "=vrijwillige terugkeer")'
    """
    parser = _QueryParser(text)
    query = parser.alternatives()
    if parser.has_more():
        raise parser.error(f"'{parser.peek()[:SHOWN]}' is where a word should be")
    if depth(query) > MAX_DEPTH:
        raise parser.error(TOO_DEEP)
    return ParsedQuery(query, tuple(parser.words))


def joined(operator: str, terms: Sequence[str]) -> str:
    """Return terms with an operator between them, in brackets; a single one as it is."""
    return f"({f' {operator} '.join(terms)})" if len(terms) > 1 else terms[0]


def depth(query: str) -> int:
    """Count how deep the brackets of an FTS5 query stand in each other."""
    brackets = (bracket for bracket in QUOTED.sub("", query) if bracket in "()")
    return max(accumulate(1 if bracket == "(" else -1 for bracket in brackets), default=0)


class _QueryParser:
    """A recursive descent parser of one text. Each method reads a rule of the grammar and returns it as FTS5."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[str] = []
        self.words: list[str] = []
        self.open_brackets = 0
        self.check_text()
        at, text = 0, text.rstrip()
        while at < len(text):
            found = TOKEN.match(text, at)
            if found is None:
                raise self.error('a quote (") is never closed')
            at = found.end()
            if WORD.search(found.group()) or found["bracket"]:
                self.tokens.append(found.group().strip())
        if not self.tokens:
            raise self.error("it has no words")

    def check_text(self) -> None:
        """Raise BadSearch if the text cannot be a query, whatever its tokens are."""
        if self.text != encodable(self.text):
            raise self.error("it is not valid text (UTF-8)")
        if sum(1 for _ in islice(WORD.finditer(self.text), MAX_WORDS + 1)) > MAX_WORDS:
            raise self.error(f"it has more than {MAX_WORDS} words")

    def error(self, why: str) -> BadSearch:
        """Return the error to raise for a text that is not a valid query."""
        shown = self.text if len(self.text) <= SHOWN else f"{self.text[:SHOWN]}..."
        return BadSearch(f"'{shown}' is not a valid query: {why}")

    def has_more(self) -> bool:
        """Tell whether there are tokens left."""
        return bool(self.tokens)

    def peek(self) -> str:
        """Return the next token without reading it; empty at the end."""
        return self.tokens[0] if self.tokens else ""

    def expect(self, expected: str) -> None:
        """Read a token that must come next."""
        if self.peek() != expected:
            raise self.error(f"'{expected}' is missing")
        self.tokens.pop(0)

    def alternatives(self) -> str:
        """Read one or more terms with OR between them."""
        found = [self.conjunction()]
        while self.peek() == "OR":
            self.tokens.pop(0)
            found.append(self.conjunction())
        return joined("OR", found)

    def conjunction(self) -> str:
        """Read one or more terms with AND, or nothing, between them."""
        found = [self.exclusion()]
        while self.has_more() and self.peek() not in ("OR", ")", ","):
            if self.peek() == "AND":
                self.tokens.pop(0)
            found.append(self.exclusion())
        return joined("AND", found)

    def exclusion(self) -> str:
        """Read a term, and the terms after NOT that it excludes."""
        found, excluded = self.operand(), []
        while self.peek() == "NOT":
            self.tokens.pop(0)
            excluded.append(self.operand())
        return f"({found} NOT {joined('OR', excluded)})" if excluded else found

    def operand(self) -> str:
        """Read a word, a phrase, a NEAR, or a query in brackets."""
        token = self.peek()
        if not token or token in (*BINARY, ")", ","):
            raise self.error(f"'{token}' has no word before it" if token else "a word is missing at the end")
        self.tokens.pop(0)
        if token == "(":
            return self.bracketed()
        if token == "NEAR" and self.peek() == "(":
            return self.near()
        return self.term(token)

    def bracketed(self) -> str:
        """Read what follows an opening bracket, and the bracket that closes it."""
        self.open_brackets += 1
        if self.open_brackets > MAX_DEPTH:
            raise self.error(TOO_DEEP)
        found = self.alternatives()
        self.expect(")")
        self.open_brackets -= 1
        return found

    def near(self) -> str:
        """Read what follows NEAR: words in brackets, with a distance or without."""
        self.expect("(")
        terms, distance = [], DISTANCE
        while self.has_more() and self.peek() not in (")", ","):
            terms.append(self.term(self.tokens.pop(0)))
        if self.peek() == ",":
            self.expect(",")
            distance = self.distance()
        self.expect(")")
        if not terms:
            raise self.error("NEAR has no words")
        return f"NEAR({' '.join(terms)}, {distance})"

    def distance(self) -> int:
        """Read the number of words that may stand between."""
        number = self.tokens.pop(0) if self.has_more() else ""
        if not (number.isascii() and number.isdecimal() and len(number) < 6):
            raise self.error(f"'{number[:SHOWN]}' is not a number of words")
        return int(number)

    def term(self, token: str) -> str:
        """Return a word or phrase as FTS5 writes it."""
        if token in ("(", *BINARY):
            raise self.error(f"'{token}' cannot stand here")
        prefix = token.endswith("*")
        bare = token.rstrip("*").strip('"').replace('"', " ").lstrip(EXACT)
        exact = prefix or token.startswith('"')
        if not exact:
            self.words += WORD.findall(bare)
        return f'"{EXACT if exact else ""}{bare}"' + (" *" if prefix else "")
