"""Numbers of exchanges as a user types them: 3, 3-5, 1,4-6."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kamerbrief.errors import KamerbriefError

MOST = 100_000
"""No letter has as many exchanges; a range beyond it is a slip, and is cut."""


class BadNumbers(KamerbriefError):
    """What was typed is no number or range; exit code USAGE."""


def chosen(words: Sequence[str] | None) -> frozenset[int]:
    """All numbers that the words name; BadNumbers where one names none."""
    return frozenset(number for word in words or () for part in word.split(",") for number in span(part))


def span(word: str) -> Iterator[int]:
    """The numbers of one number or range."""
    first, dash, last = word.strip().replace("–", "-").partition("-")
    start, end = whole(first, word), whole(last, word) if dash else whole(first, word)
    if end < start:
        raise BadNumbers(f"--exchange {word}: the range runs backwards; write {end}-{start}")
    yield from range(start, min(end, MOST) + 1)


def whole(digits: str, word: str) -> int:
    """A number from 1; BadNumbers names the word it came from."""
    text = digits.strip()
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and int(text)):
        raise BadNumbers(f"--exchange {word}: not a number or a range; write 3 or 3-5")
    return int(text)


def spans(numbers: Sequence[int]) -> str:
    """Numbers in rising order, runs drawn together: 1–4, 9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)
