"""Parse and format numbers of exchanges: 3, 3-5, 1,4-6."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kamerbrief.errors import KamerbriefError

MAX_NUMBER = 100_000
"""Ranges end here at the latest; no letter has as many exchanges."""


class BadNumbers(KamerbriefError):
    """A value is not a number or a range; exit code USAGE."""


def parse_numbers(words: Sequence[str] | None, option: str = "--exchange") -> frozenset[int]:
    """Return all numbers in some values of an option. Raises BadNumbers."""
    return frozenset(number for word in words or () for part in word.split(",") for number in parse_range(part, option))


def parse_labels(words: Sequence[str] | None) -> frozenset[str]:
    """Return the printed numbers in some values of --label.

    A value that is not a plain number, such as 2a or 1.3, is kept as it is.
    """
    parts = [part.strip() for word in words or () for part in word.split(",")]
    plain = [part for part in parts if part.replace("–", "-").replace("-", "").isdecimal()]
    return frozenset(map(str, parse_numbers(plain, "--label"))) | (frozenset(parts) - frozenset(plain))


def parse_range(word: str, option: str) -> Iterator[int]:
    """Yield the numbers of one number or range. Raises BadNumbers."""
    first, dash, last = word.strip().replace("–", "-").partition("-")
    typed = f"{option} {word}"
    start, end = parse_number(first, typed), parse_number(last, typed) if dash else parse_number(first, typed)
    if end < start:
        raise BadNumbers(f"{typed}: the range runs backwards; write {end}-{start}")
    yield from range(start, min(end, MAX_NUMBER) + 1)


def parse_number(digits: str, typed: str) -> int:
    """Return a number from 1. Raises BadNumbers with what was typed."""
    text = digits.strip()
    if text.isascii() and text.isdecimal() and len(text) >= 10:
        raise BadNumbers(f"{typed}: no letter has so many questions; write 3 or 3-5")
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and int(text)):
        raise BadNumbers(f"{typed}: this is not a number or a range; write 3 or 3-5")
    return int(text)


def format_ranges(numbers: Sequence[int]) -> str:
    """Format rising numbers, with runs as ranges: 1–4, 9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)
