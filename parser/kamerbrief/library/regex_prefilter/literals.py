"""Find the literal texts that every match of a regular expression must contain, as a formula.

The formula is read from the parse tree of `re`. It may require too little, never too much: a node that is not known
requires nothing, so that a new version of `re` can at worst make a search slower.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from typing import Any

import msgspec

from kamerbrief.case_folding import caseless
from kamerbrief.library.regex_prefilter.syntax_tree import syntax_tree

MOST = 16
"""How many alternative texts are kept at one place of the expression; beyond that the place requires nothing."""


class Literal(msgspec.Struct, frozen=True):
    """The text must contain this, in any case."""

    text: str


class AllOf(msgspec.Struct, frozen=True):
    """The text must meet every part. With no parts, any text will do."""

    parts: tuple[Formula, ...] = ()


class AnyOf(msgspec.Struct, frozen=True):
    """The text must meet at least one part."""

    parts: tuple[Formula, ...]


Formula = Literal | AllOf | AnyOf
"""What a text must contain."""
ANYTHING = AllOf()
"""The formula that every text meets."""


def required(regex: re.Pattern[str]) -> Formula:
    """Return what every text in which the expression matches must contain."""
    try:
        return _LiteralParser().sequence(syntax_tree(regex)).done()
    except (ImportError, AttributeError, TypeError, ValueError, LookupError, RecursionError, re.error):
        return ANYTHING


def everything(parts: Iterable[Formula]) -> Formula:
    """Combine formulas into one that requires all of them."""
    flat = tuple(dict.fromkeys(leaf for part in parts for leaf in (part.parts if isinstance(part, AllOf) else (part,))))
    return flat[0] if len(flat) == 1 else AllOf(flat)


def either(parts: Iterable[Formula]) -> Formula:
    """Combine formulas into one that requires any of them; if one is ANYTHING, so is the result."""
    found = tuple(dict.fromkeys(parts))
    if ANYTHING in found or not found:
        return ANYTHING
    return found[0] if len(found) == 1 else AnyOf(found)


class _LiteralParser:
    """Reads a parse tree from left to right.

    `runs` are the texts that may stand just before the current node; `found` is what is required so far.
    """

    def __init__(self) -> None:
        self.runs: tuple[str, ...] = ("",)
        self.found: list[Formula] = []

    def done(self) -> Formula:
        """Return the formula of all that was read."""
        self.cut()
        return everything(self.found)

    def cut(self) -> None:
        """End the current texts, because anything may follow."""
        self.found.append(either(Literal(caseless(run)) if run else ANYTHING for run in self.runs))
        self.runs = ("",)

    def follow(self, texts: Iterable[str]) -> None:
        """Extend the current texts with each of these texts."""
        runs = tuple(dict.fromkeys(run + text for run, text in product(self.runs, texts)))
        if len(runs) > MOST:
            self.cut()
            runs = tuple(dict.fromkeys(texts))
        self.runs = runs

    def sequence(self, items: Iterable[tuple[Any, Any]]) -> _LiteralParser:
        """Read the nodes of a sequence; return self."""
        for op, value in items:
            self.item(str(op), value)
        return self

    def item(self, op: str, value: Any) -> None:
        """Read one node."""
        match op:
            case "LITERAL":
                self.follow([chr(value)])
            case "IN" if 0 < len(value) <= MOST and all(str(kind) == "LITERAL" for kind, _ in value):
                self.follow([chr(code) for _, code in value])
            case "SUBPATTERN":
                self.sequence(value[-1])
            case "ATOMIC_GROUP":
                self.sequence(value)
            case "BRANCH":
                self.branch(value[1])
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                self.repeat(*value)
            case "ASSERT":
                self.found.append(_LiteralParser().sequence(value[1]).done())
            case "AT" | "ASSERT_NOT":
                pass
            case _:
                self.cut()

    def branch(self, branches: Iterable[Iterable[tuple[Any, Any]]]) -> None:
        """Read alternatives: as texts if each is a plain text, else as a formula."""
        readings = [_LiteralParser().sequence(branch) for branch in branches]
        texts = [run for reading in readings for run in reading.runs]
        if len(texts) <= MOST and not any(reading.found for reading in readings):
            self.follow(texts)
        else:
            self.cut()
            self.found.append(either(reading.done() for reading in readings))

    def repeat(self, least: int, most: Any, items: Iterable[tuple[Any, Any]]) -> None:
        """Read a repeated sequence."""
        if least == 0 and most == 1:
            self.branch([[], items])
            return
        if least:
            self.sequence(items)
        if most != 1:
            self.cut()
