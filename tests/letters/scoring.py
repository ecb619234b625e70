"""How much of a letter's truth a parse has: each figure between 0 and 1, and none where there is nothing to measure.

exchanges     F1 of exchanges found whole: question and answer letter for letter, but for spaces, hyphens, case and
              punctuation
words_placed  F1 of words in the right exchange and on the right side
factions, members, labels   share of the exchanges that have exactly these
footnotes, tables           F1 of those that stand in the right exchange
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

Json = dict[str, Any]
Pairs = list[tuple[Json, Json | None]]
"""Each true exchange with the one that was found for it."""


def score(truth: Json, parsed: Json) -> dict[str, float]:
    """All figures of a parse that apply to its letter."""
    true, found = exchanges_of(truth), exchanges_of(parsed)
    pairs = partners(true, found)
    figures = {
        "exchanges": _f1(sum(_whole(a, b) for a, b in pairs), len(true), len(found)),
        "words_placed": _words_placed(pairs, found),
        "factions": _same(pairs, lambda e: {_faction(f) for f in e.get("factions") or []}),
        "members": _same(pairs, lambda e: {squash(m) for m in e.get("members") or []}),
        "labels": _same(pairs, lambda e: [str(label) for label in e.get("labels") or []]),
        "footnotes": _items(pairs, found, _footnotes),
        "tables": _items(pairs, found, _tables),
    }
    return {name: figure for name, figure in figures.items() if figure is not None}


def exchanges_of(letter: Json) -> list[Json]:
    """All exchanges in order."""
    return [exchange for section in letter["sections"] for exchange in section["exchanges"]]


def squash(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def _faction(name: str) -> str:
    """A faction's name without "fractie", as canonical names are with and without it."""
    return squash(name).removeprefix("fractie").removeprefix("lid")


def text_of(exchange: Json, side: str) -> str:
    """The running text of a side; a truth has a list of paragraphs, an export an object with one."""
    part = exchange.get(side) or []
    return " ".join(part["paragraphs"] if isinstance(part, dict) else part)


def _words(exchange: Json, side: str) -> Counter[str]:
    """The words of a side; those without letter or digit do not count."""
    return Counter(filter(None, map(squash, text_of(exchange, side).replace("-", " ").split())))


def partners(true: list[Json], found: list[Json]) -> Pairs:
    """Each true exchange with the found one that stands for it: the best pairing that keeps the order."""
    bags = [[{s: _words(e, s) for s in ("question", "answer")} for e in side] for side in (true, found)]
    alike = [[_alike(a, b) for b in bags[1]] for a in bags[0]]
    best = [[0.0] * (len(found) + 1) for _ in range(len(true) + 1)]
    for i, row in enumerate(alike, 1):
        for j, value in enumerate(row, 1):
            best[i][j] = max(best[i - 1][j], best[i][j - 1], best[i - 1][j - 1] + value)
    return _traced(true, found, alike, best)


def _traced(true: list[Json], found: list[Json], alike: list[list[float]], best: list[list[float]]) -> Pairs:
    pairs: Pairs = [(e, None) for e in true]
    i, j = len(true), len(found)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            if alike[i][j] > 0.2:
                pairs[i] = (true[i], found[j])
    return pairs


def _alike(one: dict[str, Counter[str]], other: dict[str, Counter[str]]) -> float:
    """How many words two exchanges share, side by side: from 0 to 2."""
    return sum(_f1((one[s] & other[s]).total(), one[s].total(), other[s].total()) or 0.0 for s in one)


def _f1(hits: float, wanted: int, had: int) -> float | None:
    return 2 * hits / (wanted + had) if wanted + had else None


def _whole(true: Json, found: Json | None) -> bool:
    """Whether an exchange was found letter for letter."""
    return found is not None and all(
        squash(text_of(true, side)) == squash(text_of(found, side)) for side in ("question", "answer")
    )


def _words_placed(pairs: Pairs, found: list[Json]) -> float | None:
    sides = ("question", "answer")
    wanted = sum(_words(true, side).total() for true, _ in pairs for side in sides)
    had = sum(_words(e, side).total() for e in found for side in sides)
    hits = sum((_words(a, side) & _words(b, side)).total() for a, b in pairs if b for side in sides)
    return _f1(hits, wanted, had)


def _same(pairs: Pairs, pick: Callable[[Json], Any]) -> float | None:
    """The share of exchanges of which something is the same; none where no true exchange has it."""
    if not any(pick(true) for true, _ in pairs):
        return None
    hits = [found is not None and bool(pick(true) == pick(found)) for true, found in pairs]
    return sum(hits) / len(hits)


def _items(pairs: Pairs, found: list[Json], pick: Callable[[Json], Iterable[str]]) -> float | None:
    """F1 of things inside exchanges, each of which counts where its own exchange has it."""
    wanted = sum(len(list(pick(true))) for true, _ in pairs)
    if not wanted:
        return None
    had = sum(len(list(pick(e))) for e in found)
    hits = sum((Counter(pick(true)) & Counter(pick(e))).total() for true, e in pairs if e)
    return _f1(hits, wanted, had)


def _footnotes(exchange: Json) -> list[str]:
    return [squash(f"{n['marker']} {n['text']}") for n in exchange.get("footnotes") or [] if n.get("text")]


def _tables(exchange: Json) -> list[str]:
    """The tables of a truth's exchange, or of both sides of an exported one."""
    sides = [exchange.get(side) for side in ("question", "answer")]
    found = list(exchange.get("tables") or [])
    found += [table for side in sides if isinstance(side, dict) for table in side.get("tables") or []]
    return ["|".join(squash(str(cell)) or "_" for row in table["rows"] for cell in row) for table in found]
