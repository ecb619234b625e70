"""Take the page numbers out of a letter whose file does not show where its pages start, as most Word files."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from kamerbrief.model import Value, Warning

T = TypeVar("T")
PAGES = {"page", "pages"}
"""The fields that name a page, or pages."""


def without_pages(value: T) -> T:
    """A letter, or a value in one, in which every page is None; its warnings name no page."""
    if isinstance(value, tuple):
        return type(value)(map(without_pages, value))
    if not isinstance(value, Value):
        return value
    fields: dict[str, Any] = {name: without_pages(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, Warning):
        fields["message"] = value.message.removeprefix(f"page {value.page}: ")
    return msgspec.structs.replace(value, **fields | dict.fromkeys(fields.keys() & PAGES))
