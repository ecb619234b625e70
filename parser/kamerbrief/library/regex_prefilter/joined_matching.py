"""Tell whether an expression may be run over all passages of a letter at once, joined by line ends.

It may if every match in a passage alone also matches in the joined text. Anchors, lookarounds and possessive
repeats could make a difference; an unbounded repeat that crosses line ends would be slow. Whatever this module
does not know is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from kamerbrief.library.regex_prefilter.syntax_tree import syntax_tree

BOUNDED = 100
"""The largest count up to which anything may be repeated."""
HARD = {"MAX_REPEAT", "MIN_REPEAT", "SUBPATTERN", "BRANCH"}
"""Nodes that may take exponential time when they are repeated."""
PLAIN = {"CATEGORY_WORD", "CATEGORY_DIGIT"}
"""Character classes that never match a line end."""


def joinable(regex: re.Pattern[str]) -> bool:
    """Tell whether an expression may be run over joined passages; one that matches the empty text (`x*`) may not.

    >>> joinable(re.compile("zwem(bad|les)s?")), joinable(re.compile("^zwem"))
    (True, False)
    """
    try:
        tree = syntax_tree(regex)
        return not regex.flags & (re.DOTALL | re.MULTILINE) and tree.getwidth()[0] > 0 and _all(tree)
    except (ImportError, AttributeError, TypeError, ValueError, LookupError, RecursionError, re.error):
        return False


def _all(items: Iterable[tuple[Any, Any]]) -> bool:
    """Tell whether all nodes of a sequence are allowed."""
    return all(_one(str(op), value) for op, value in items)


def _one(op: str, value: Any) -> bool:
    """Tell whether one node of the parse tree is allowed."""
    match op:
        case "LITERAL" | "NOT_LITERAL" | "ANY" | "IN":
            return True
        case "SUBPATTERN":
            return not value[1] and not value[2] and _all(value[3])  # no flags of its own
        case "BRANCH":
            return all(map(_all, value[1]))
        case "MAX_REPEAT" | "MIN_REPEAT":
            _, most, items = value
            if most > BOUNDED:
                return len(items) == 1 and all(_stays(str(op), inner) for op, inner in items)
            return _all(items) and (most == 1 or not any(str(op) in HARD for op, _ in items))
        case "ASSERT_NOT":
            return len(value[1]) == 1 and all(_stays(str(op), inner) for op, inner in value[1])
        case "AT":
            return str(value) == "AT_BOUNDARY"
    return False


def _stays(op: str, value: Any) -> bool:
    """Tell whether a node matches exactly one character, and never a line end."""
    match op:
        case "LITERAL":
            return chr(value) != "\n"
        case "ANY":
            return True
        case "IN":
            return all(_stays(str(kind), inner) for kind, inner in value)
        case "CATEGORY":
            return str(value) in PLAIN
        case "RANGE":
            return not value[0] <= ord("\n") <= value[1]
        case "SUBPATTERN":
            return len(value[3]) == 1 and all(_stays(str(kind), inner) for kind, inner in value[3])
    return False
