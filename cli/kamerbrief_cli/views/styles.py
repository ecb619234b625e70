"""How things look, by what they are."""

from __future__ import annotations

MEASURE = 88
"""The widest that text is set: longer lines are hard to follow."""

HEADING = "bold"
LABEL = "bold cyan"
BAR = "cyan"
QUESTION = "italic"
ANSWER = ""
NOTE = "cyan"
PAGE = "dim"
QUIET = "dim"
CAUTION = "yellow"

PATH = "magenta"
NUMBER = "green"
FACTION = "cyan"
MATCH = "bold red"
