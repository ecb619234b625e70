"""Format the number of a page for the screen."""

from __future__ import annotations


def page_name(page: int | None) -> str:
    """Return a page as `p. 6`; empty if the page is not known, which leaves its field in a line of grep empty."""
    return "" if page is None else f"p. {page}"
