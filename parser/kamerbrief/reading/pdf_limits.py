"""The bounds on what reading one PDF may take, and the error for a file that goes over one.

Every bound is far above what a letter needs. They are there for files made to keep a program busy or to fill its
memory with a few bytes.
"""

from __future__ import annotations

LARGEST_STREAM = 64 * 2**20
"""The most bytes that one stream of a PDF may unpack to."""
LONGEST_ROW = 2**20
"""The most bytes in one row of a stream that a predictor stores by rows (ISO 32000-1, 7.4.4.4)."""
MOST_CODES = 2**16
"""The most character codes that one range of a font's tables may name."""
MOST_CODES_IN_ALL = 4 * MOST_CODES
"""The most character codes that all ranges of one table may name together."""
LARGEST_TABLE = 4 * 2**20
"""The most bytes of a font's table of codes; one that names every code has 1.5 MiB."""
LONGEST_TEXT = 256
"""The most characters that one code may stand for; a ligature has 2 or 3."""
LONGEST_CHAIN = 30
"""The most references that may point to each other in a row before one must give an object."""
LARGEST_CONTENT = 16 * 2**20
"""The most bytes of operators on one page, or in one form."""
LONG_CONTENT = 2**20
"""Bytes of operators; those of more are not kept as objects, which take 40 times as much."""
MOST_PAGES = 5_000
"""The most pages of one PDF."""
MOST_FORMS = 2_000
"""The most times that one page may paint a form; forms that paint forms that paint forms soon are billions."""
MOST_RUNS = 40_000
"""The most runs of glyphs on one page; a page full of single letters has about 6,000."""
MOST_RUNS_IN_ALL = 600_000
"""The most runs of glyphs of one PDF; a letter has 50 to 200 on a page."""
MOST_GLYPHS = 100_000
"""The most bytes in one run of glyphs."""
LONGEST_ARRAY = 2**20
"""The most bytes of the strings and numbers that one operator shows."""
MOST_CHARACTERS = 10_000_000
"""The most characters of text of one PDF; a letter of 1,500 pages has 3 million."""
MOST_SAVED = 20_000
"""The most graphics states that a page may have saved and not restored; 28 are usual (ISO 32000-1, annex C)."""
MOST_RULES = 20_000
"""The most rules on one page that are kept; a page with more is a drawing, and the rest of it is left out."""
MOST_RULES_IN_ALL = 400_000
"""The most rules of one PDF that are kept."""


class LimitExceeded(Exception):
    """A file goes over one of the bounds of this module."""
