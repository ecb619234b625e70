"""The bounds on how long a file of any kind may be. They are far above what a letter needs."""

from __future__ import annotations

from kamerbrief.errors import DamagedFile

MOST_LINES = 100_000
"""The most lines, or paragraphs of a Word file; a letter of 1,500 pages has 55,000."""
MOST_PAGES = 5_000
"""The most pages."""


def check_length(lines: int, pages: int = 0) -> None:
    """Raise DamagedFile where a file has more than MOST_LINES or MOST_PAGES."""
    for count, most, what in ((lines, MOST_LINES, "lines"), (pages, MOST_PAGES, "pages")):
        if count > most:
            raise DamagedFile(f"the file has more than {most:,} {what}, and no letter has (made to harm?)")
