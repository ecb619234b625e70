"""Read the operations of a PDF content stream: each operator with its operands.

A common operation is matched as a whole by one regular expression; the others are scanned object by object, by
`content_stream`.
"""

from __future__ import annotations

from binascii import unhexlify
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kamerbrief.reading.content_stream import Name, UnusualStream, expression, operation, unescaped
from kamerbrief.reading.pdf_limits import LONGEST_ARRAY, LimitExceeded

OPERATION = expression(
    r"""(?:SPACE++ | E(?:T|MC)(?=SPACE)){0,4}+                  # what ends, ends by itself
        (?P<begin>BT SPACE++)?+
        (?:(?: (?P<numbers>(?:NUMBER SPACE++)*+) (?P<operator>(?!BI\b)[A-Za-z][A-Za-z0-9*]*+)  # 1 0 0 1 56.7 700 Tm
             | /(?P<name>[\w.+-]++) SPACE++ (?:(?P<size>NUMBER) SPACE++)?+ (?P<named>[A-Za-z]++)  # /F1 9 Tf, /Im1 Do
             | /\w++ SPACE*+ <<(?:[^<>()%]++|STRING|HEX)*+>> SPACE*+ BDC                          # /P <</MCID 0>> BDC
           ) (?![\w*'"]) )?+
        (?: SPACE*+ (?: (?P<string>STRING|HEX) SPACE*+ Tj                               # (Geachte voorzitter) Tj
                      | \[(?P<items>(?:SPACE++|STRING|HEX|NUMBER(?=[\s(<\]]))*+)\] SPACE*+ TJ  # [(W)36.8(elzijn)] TJ
           ) (?![\w*'"]) )?+"""
)
"""BT, an operation, and an operator that shows text: each of the three may be missing."""
ITEM = expression("(STRING)|(HEX)|(NUMBER)")
"""An item of the array of a TJ operator."""
NUMERIC = frozenset({b"Tw", b"Td", b"TD", b"Tm", b"cm"})
"""Operators whose operands must be numbers: the interpreter uses them unchecked."""
ENOUGH = 400
"""The last characters of a row of numbers: more than six of them take, which is what an operator may have."""

Operation = tuple[bytes, Sequence[Any]]
"""An operator and its operands."""


def operations(data: bytes, known: Mapping[bytes, int]) -> Iterator[Operation]:
    """The operations of a stream whose operators are in `known`, which gives the number of operands of each.

    Raises UnusualStream where `operation` does, where operands are missing, and where an operand of NUMERIC is not a
    number; LimitExceeded where an array of text is longer than LONGEST_ARRAY.
    """
    at, match = 0, OPERATION.match
    while at < len(data):
        found = match(data, at)
        if found and found.end() > at:
            at = found.end()
            begin, numbers, operator, name, size, named, string, items = found.groups()
            if begin:
                yield b"BT", ()
            if operator in known:
                yield operator, _last([*map(float, numbers[-ENOUGH:].split())], known[operator])
            elif named in known:
                operands = [Name(name.decode("latin-1")), *([float(size)] if size else ())]
                yield named, _last(_checked(named, operands), known[named])
            if string:
                yield b"Tj", (_bytes(string),)
            elif items is not None:
                if len(items) > LONGEST_ARRAY:
                    raise LimitExceeded
                yield b"TJ", (_items(items),)
        else:
            operator, operands, at = operation(data, at)
            if operator in known:
                yield operator, _last(_checked(operator, operands), known[operator])


def _checked(operator: bytes, operands: list[Any]) -> list[Any]:
    """The operands themselves; raises UnusualStream where the operator takes numbers and one of them is not."""
    if operator in NUMERIC and not all(type(operand) in (int, float) for operand in operands):
        raise UnusualStream
    return operands


def _last(operands: list[Any], count: int) -> Sequence[Any]:
    """The last `count` operands, which are those that an operator takes; raises UnusualStream where there are fewer."""
    if len(operands) < count:
        raise UnusualStream
    return operands[len(operands) - count :]


def _items(array: bytes) -> list[bytes | float]:
    """The strings and numbers of the array of a TJ operator."""
    found = ITEM.findall(array)
    return [float(number) if number else _bytes(string or digits) for string, digits, number in found]


def _bytes(text: bytes) -> bytes:
    """The bytes of a string that is written in its brackets, () or <>."""
    if text.startswith(b"<"):
        return unhexlify(text[1:-1])
    return unescaped(text[1:-1]) if b"\\" in text else text[1:-1]
