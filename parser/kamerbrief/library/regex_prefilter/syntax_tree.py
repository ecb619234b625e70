"""The syntax tree of a regular expression, as Python's own `re` parses it.

`re._parser` is private. It is used here and nowhere else, and whoever asks for a tree must do without one: where a
new Python has no such module, a search is slower and finds the same.
"""

from __future__ import annotations

import re
import warnings
from typing import Any


def syntax_tree(regex: re.Pattern[str]) -> Any:
    """The nodes of an expression, each an operation and its value.

    Raises ImportError or AttributeError where this Python has no such parser, and what the parser raises.
    """
    from re import _parser  # type: ignore[attr-defined]  # private

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that it may mean something else in a later Python
        return _parser.parse(regex.pattern, regex.flags)
