"""Turn a formula of literals into a query of the trigram index.

The index knows which trigrams a letter has, not where they are.
"""

from __future__ import annotations

from kamerbrief.library.regex_prefilter.literals import AllOf, AnyOf, Formula, Literal
from kamerbrief.sanitise import encodable

SIZE = 3
"""Characters in a trigram."""
MOST = 6
"""How many trigrams of one text are looked up: more of them cost more time than they save."""


def to_query(formula: Formula) -> str | None:
    """Return the formula as an FTS5 query, or None if it rules nothing out.

    >>> from kamerbrief.library.regex_prefilter.literals import Literal
    >>> to_query(Literal("brug"))
    '"bru" AND "rug"'
    """
    match formula:
        case Literal(text):
            grams = (gram for gram in trigrams(text) if gram == encodable(gram))  # SQLite stores no half characters
            return " AND ".join(map(_quoted, grams)) or None
        case AllOf(parts):
            return " AND ".join(f"({query})" for query in map(to_query, parts) if query) or None
        case AnyOf(parts):
            queries = [to_query(part) for part in parts]
            return None if None in queries else " OR ".join(f"({query})" for query in queries)


def trigrams(text: str) -> list[str]:
    """Return trigrams that together cover a text, or an even choice of those of a long one."""
    all_of_it = [text[n : n + SIZE] for n in range(len(text) - SIZE + 1)]
    if len(all_of_it) <= MOST:
        return list(dict.fromkeys(all_of_it))
    step = (len(all_of_it) - 1) / (MOST - 1)
    return list(dict.fromkeys(all_of_it[round(n * step)] for n in range(MOST)))


def _quoted(gram: str) -> str:
    return '"' + gram.replace('"', '""') + '"'
