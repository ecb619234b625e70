"""The Rich styles of everything that is shown."""

from __future__ import annotations

MEASURE = 88
"""The widest that text is shown, in columns; longer lines are hard to read."""

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
