"""Regular expressions that carry examples: real lines that they match, and near misses that they must not match.

    PAGE_NUMBER = pattern(
        r"pagina \\d+( van \\d+)?", re.I, how="fullmatch", hits=("Pagina 3 van 15",), misses=("Pagina 3 van het boek",)
    )

`tests/test_patterns.py` tries the examples of every pattern of the package; nothing tries them at run time.
"""

from __future__ import annotations

import re
import sys
from typing import Literal, NamedTuple

How = Literal["search", "match", "fullmatch"]


class PatternExamples(NamedTuple):
    """A pattern with what it is tried on."""

    module: str
    """Where it is defined."""
    regex: re.Pattern[str]
    how: How
    """The method of the pattern by which the parser uses it."""
    hits: tuple[str, ...]
    misses: tuple[str, ...]

    def finds(self, text: str) -> bool:
        """Whether the pattern matches a text, by the method by which the parser uses it."""
        return getattr(self.regex, self.how)(text) is not None


REGISTERED: list[PatternExamples] = []
"""Every pattern of the modules imported so far."""


def pattern(
    regex: str,
    flags: int | re.RegexFlag = 0,
    *,
    hits: tuple[str, ...],
    misses: tuple[str, ...],
    how: How = "search",
) -> re.Pattern[str]:
    """Compile a regular expression and remember its examples.

    `hits` are texts that it matches, best taken from real letters; `misses` are texts that look alike and that it
    must not match; `how` is the method by which both are tried.
    """
    compiled = re.compile(regex, flags)
    REGISTERED.append(PatternExamples(sys._getframe(1).f_globals["__name__"], compiled, how, hits, misses))
    return compiled
