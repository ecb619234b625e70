"""What a page is called on the screen."""

from __future__ import annotations


def page_name(page: int | None) -> str:
    """Such as `p. 6`; empty where the page is not known, which leaves its field in a line of grep empty."""
    return "" if page is None else f"p. {page}"
