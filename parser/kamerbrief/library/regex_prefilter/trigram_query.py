"""A formula of literals -> a query of the trigram index, which knows the letters of a trigram but no places."""

from __future__ import annotations

from kamerbrief.library.regex_prefilter.literals import AllOf, AnyOf, Formula, Literal

SIZE = 3
MOST = 6
"""Trigrams of one text that are looked up: more cost more than they rule out."""


def to_query(formula: Formula) -> str | None:
    """The formula as FTS5 has it; None where it rules nothing out.

    >>> from kamerbrief.library.regex_prefilter.literals import Literal
    >>> to_query(Literal("brug"))
    '"bru" AND "rug"'
    """
    match formula:
        case Literal(text):
            return " AND ".join(map(_quoted, trigrams(text))) or None
        case AllOf(parts):
            return " AND ".join(f"({query})" for query in map(to_query, parts) if query) or None
        case AnyOf(parts):
            queries = [to_query(part) for part in parts]
            return None if None in queries else " OR ".join(f"({query})" for query in queries)


def trigrams(text: str) -> list[str]:
    """Trigrams that together hold all of a text, or an even choice from a long one."""
    all_of_it = [text[n : n + SIZE] for n in range(len(text) - SIZE + 1)]
    if len(all_of_it) <= MOST:
        return list(dict.fromkeys(all_of_it))
    step = (len(all_of_it) - 1) / (MOST - 1)
    return list(dict.fromkeys(all_of_it[round(n * step)] for n in range(MOST)))


def _quoted(gram: str) -> str:
    return '"' + gram.replace('"', '""') + '"'
