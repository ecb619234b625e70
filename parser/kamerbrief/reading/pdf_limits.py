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
LONGEST_CHAIN = 30
"""The most references that may point to each other in a row before one must give an object."""
LARGEST_CONTENT = 16 * 2**20
"""The most bytes of operators on one page, or in one form."""
MOST_PAGES = 5_000
"""The most pages of one PDF."""
MOST_FORMS = 2_000
"""The most times that one page may paint a form; forms that paint forms that paint forms soon are billions."""
MOST_RUNS = 40_000
"""The most runs of glyphs on one page; a page full of single letters has about 6,000."""
MOST_GLYPHS = 100_000
"""The most bytes in one run of glyphs."""
MOST_RULES = 20_000
"""The most rules on one page that are kept; a page with more is a drawing, and the rest of it is left out."""


class LimitExceeded(Exception):
    """A file goes over one of the bounds of this module."""
