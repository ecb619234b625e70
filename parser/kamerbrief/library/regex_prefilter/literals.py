"""What a text must hold for a regular expression to match in it: a formula of literals, never too strict.

It is read from the tree that `re` itself makes of an expression. What is not understood asks for nothing, so that
the worst that a new version of `re` can do is to make a search slower.
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
"""So many texts are kept apart at one place of the expression; more ask for nothing there."""


class Literal(msgspec.Struct, frozen=True):
    """This text, in any case."""

    text: str


class AllOf(msgspec.Struct, frozen=True):
    """Each of these; of none, anything."""

    parts: tuple[Formula, ...] = ()


class AnyOf(msgspec.Struct, frozen=True):
    """One of these at least."""

    parts: tuple[Formula, ...]


Formula = Literal | AllOf | AnyOf
ANYTHING = AllOf()


def required(regex: re.Pattern[str]) -> Formula:
    """What every text in which the expression matches must hold."""
    try:
        return _LiteralParser().sequence(syntax_tree(regex)).done()
    except (ImportError, AttributeError, TypeError, ValueError, LookupError, RecursionError, re.error):
        return ANYTHING


def everything(parts: Iterable[Formula]) -> Formula:
    """All of these formulas as one."""
    flat = tuple(dict.fromkeys(leaf for part in parts for leaf in (part.parts if isinstance(part, AllOf) else (part,))))
    return flat[0] if len(flat) == 1 else AllOf(flat)


def either(parts: Iterable[Formula]) -> Formula:
    """Any of these formulas as one; if one of them is met by anything, so is this."""
    found = tuple(dict.fromkeys(parts))
    if ANYTHING in found or not found:
        return ANYTHING
    return found[0] if len(found) == 1 else AnyOf(found)


class _LiteralParser:
    """An expression read from left to right: the texts that may stand just before, and all that is required."""

    def __init__(self) -> None:
        self.runs: tuple[str, ...] = ("",)
        self.found: list[Formula] = []

    def done(self) -> Formula:
        """What was required."""
        self.cut()
        return everything(self.found)

    def cut(self) -> None:
        """Anything may follow."""
        self.found.append(either(Literal(caseless(run)) if run else ANYTHING for run in self.runs))
        self.runs = ("",)

    def follow(self, texts: Iterable[str]) -> None:
        """One of these texts follows."""
        runs = tuple(dict.fromkeys(run + text for run, text in product(self.runs, texts)))
        if len(runs) > MOST:
            self.cut()
            runs = tuple(dict.fromkeys(texts))
        self.runs = runs

    def sequence(self, items: Iterable[tuple[Any, Any]]) -> _LiteralParser:
        """These items follow."""
        for op, value in items:
            self.item(str(op), value)
        return self

    def item(self, op: str, value: Any) -> None:
        """One item of the tree follows."""
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
        """One of these sequences follows: as texts where each is one, else whatever each requires."""
        readings = [_LiteralParser().sequence(branch) for branch in branches]
        texts = [run for reading in readings for run in reading.runs]
        if len(texts) <= MOST and not any(reading.found for reading in readings):
            self.follow(texts)
        else:
            self.cut()
            self.found.append(either(reading.done() for reading in readings))

    def repeat(self, least: int, most: Any, items: Iterable[tuple[Any, Any]]) -> None:
        """This sequence follows, so many times."""
        if least == 0 and most == 1:
            self.branch([[], items])
            return
        if least:
            self.sequence(items)
        if most != 1:
            self.cut()
