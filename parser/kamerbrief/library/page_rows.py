"""Read the rows on the pages of an SQLite file, as far as they are whole.

A page of a table or an index has a list of cells; a cell has one row. What does not fit on its page goes on in a chain
of overflow pages.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kamerbrief.library.committed_pages import CommittedPages
from kamerbrief.library.connection import PAGE_SIZE

TABLE_LEAF, INDEX_LEAF, INDEX_INTERIOR = 0x0D, 0x0A, 0x02
"""The first byte of a page, for those that have rows."""
MIN_LOCAL = (PAGE_SIZE - 12) * 32 // 255 - 23
"""The fewest bytes of a row on its own page, where it goes on elsewhere."""
MAX_IN_INDEX = (PAGE_SIZE - 12) * 64 // 255 - 23
MAX_LOCAL = {TABLE_LEAF: PAGE_SIZE - 35, INDEX_LEAF: MAX_IN_INDEX, INDEX_INTERIOR: MAX_IN_INDEX}
"""The most bytes of a row on its own page."""
LONGEST_HEADER = 200
"""The most bytes that tell the types of a row's values; those of a library have at most 15 values."""
INTEGER_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of an integer, for each type of number that a row can have."""

Value = int | str | bytes | None


class Cell(NamedTuple):
    """A row as it is stored, not read yet."""

    row_id: int
    """The number of the row in its table; 0 in an index."""
    types: tuple[int, ...]
    """The serial type of each value: 0 null, up to 9 a number, from 12 bytes if even and text if odd."""
    header_size: int
    size: int
    """Bytes of the header and of all values."""
    local: bytes
    """The part that is on its own page."""
    overflow: int
    """The page on which it goes on, or 0."""


def cells(page: bytes) -> Iterator[Cell]:
    """Yield the cells of a page of rows; nothing for a page of another kind. Damaged cells are left out."""
    kind = page[0] if len(page) > 8 else 0
    if kind not in MAX_LOCAL:
        return
    (count,) = struct.unpack_from(">H", page, 3)
    start = 12 if kind == INDEX_INTERIOR else 8
    for at in range(start, min(start + 2 * count, len(page) - 1), 2):
        try:
            yield _cell(page, kind, struct.unpack_from(">H", page, at)[0])
        except (IndexError, struct.error):
            continue


def _cell(page: bytes, kind: int, at: int) -> Cell:
    """Read the cell at an offset. Raises IndexError or struct.error if it is not one of a library."""
    at += 4 if kind == INDEX_INTERIOR else 0
    size, at = _varint(page, at)
    row_id, at = _varint(page, at) if kind == TABLE_LEAF else (0, at)
    here = _local_size(size, MAX_LOCAL[kind])
    local = page[at : at + here]
    overflow = struct.unpack_from(">I", page, at + here)[0] if here < size else 0
    header_size, start = _varint(local, 0)
    if header_size > LONGEST_HEADER:
        raise IndexError(header_size)
    types = []
    while start < header_size:
        one, start = _varint(local, start)
        types.append(one)
    return Cell(row_id, tuple(types), header_size, size, local, overflow)


def _local_size(size: int, most: int) -> int:
    """Return how many bytes of a row are on its own page."""
    if size <= most:
        return size
    spread = MIN_LOCAL + (size - MIN_LOCAL) % (PAGE_SIZE - 4)
    return spread if spread <= most else MIN_LOCAL


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Read a number of one to nine bytes; return it and the offset after it. Raises IndexError."""
    value = 0
    for n in range(8):
        byte = data[at + n]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + n + 1
    return value << 8 | data[at + 8], at + 9


def values(pages: CommittedPages, cell: Cell) -> list[Value]:
    """Return the values of a row up to the first that is not whole."""
    data, at = _content(pages, cell), cell.header_size
    found: list[Value] = []
    for one in cell.types:
        end = at + _size_of(one)
        if end > len(data):
            break
        found.append(_value(one, data[at:end]))
        at = end
    return found


def _content(pages: CommittedPages, cell: Cell) -> bytes:
    """Return the bytes of a row, as far as its chain of overflow pages goes."""
    parts, left, number = [cell.local], cell.size - len(cell.local), cell.overflow
    seen: set[int] = set()
    while left > 0 and 1 < number <= pages.count and number not in seen:
        seen.add(number)
        page = pages.page(number)
        parts.append(page[4 : 4 + left])
        left -= len(parts[-1])
        number = int.from_bytes(page[:4], "big") if len(page) == PAGE_SIZE else 0
    return b"".join(parts)


def _size_of(serial_type: int) -> int:
    return (serial_type - 12) // 2 if serial_type >= 12 else INTEGER_SIZES.get(serial_type, 0)


def _value(serial_type: int, data: bytes) -> Value:
    """Decode a value. A text that is not UTF-8 is given as its bytes."""
    if serial_type in (8, 9):
        return serial_type - 8
    if serial_type in INTEGER_SIZES:
        return int.from_bytes(data, "big", signed=True)
    if serial_type < 12:
        return None
    if serial_type % 2 == 0:
        return data
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data


def has_shape(types: Sequence[int], shape: str) -> bool:
    """Tell whether the types of a row are these kinds: words such as text, int, blob, null, text? (text or null)."""
    kinds = shape.split()
    return len(types) == len(kinds) and all(map(_is_kind, types, kinds))


def _is_kind(serial_type: int, kind: str) -> bool:
    match kind:
        case "null":
            return serial_type == 0
        case "int":
            return serial_type in (*INTEGER_SIZES, 8, 9)
        case "blob":
            return serial_type >= 12 and serial_type % 2 == 0
        case "text?":
            return serial_type == 0 or _is_kind(serial_type, "text")
    return serial_type >= 13 and serial_type % 2 == 1
