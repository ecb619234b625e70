"""Numbers of exchanges as a user types them: 3, 3-5, 1,4-6."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kamerbrief.errors import KamerbriefError

MOST = 100_000
"""No letter has as many exchanges; a range beyond it is a slip, and is cut."""


class BadNumbers(KamerbriefError):
    """What was typed is no number or range; exit code USAGE."""


def chosen(words: Sequence[str] | None, option: str = "--exchange") -> frozenset[int]:
    """All numbers that the words name; BadNumbers where one names none."""
    return frozenset(number for word in words or () for part in word.split(",") for number in span(part, option))


def labels(words: Sequence[str] | None) -> frozenset[str]:
    """The printed numbers that the words name; one that is no plain number is taken as it is: 2a, 1.3."""
    parts = [part.strip() for word in words or () for part in word.split(",")]
    plain = [part for part in parts if part.replace("–", "-").replace("-", "").isdecimal()]
    return frozenset(map(str, chosen(plain, "--label"))) | (frozenset(parts) - frozenset(plain))


def span(word: str, option: str) -> Iterator[int]:
    """The numbers of one number or range."""
    first, dash, last = word.strip().replace("–", "-").partition("-")
    said = f"{option} {word}"
    start, end = whole(first, said), whole(last, said) if dash else whole(first, said)
    if end < start:
        raise BadNumbers(f"{said}: the range runs backwards; write {end}-{start}")
    yield from range(start, min(end, MOST) + 1)


def whole(digits: str, said: str) -> int:
    """A number from 1; BadNumbers names what was said."""
    text = digits.strip()
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and int(text)):
        raise BadNumbers(f"{said}: not a number or a range; write 3 or 3-5")
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
