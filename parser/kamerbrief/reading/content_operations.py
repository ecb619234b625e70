"""The operations of a PDF content stream: operators, each with its operands.

The common ones are matched whole, operands and all, by one expression. The others `content` reads object by object.
"""

from __future__ import annotations

from binascii import unhexlify
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kamerbrief.reading.content_stream import Name, UnusualStream, expression, operation, unescaped

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
"""The start of a text, an operation, and a text operator: each of them where it stands here in its common form."""
ITEM = expression("(STRING)|(HEX)|(NUMBER)")
NUMERIC = frozenset({b"Tw", b"Td", b"TD", b"Tm", b"cm"})
"""Operators whose operands are carried out as they are, unchecked."""

Operation = tuple[bytes, Sequence[Any]]


def operations(data: bytes, known: Mapping[bytes, int]) -> Iterator[Operation]:
    """The operations that are known, each with as many operands as is known of it.

    Raises Unusual where `content` does, and where operands are missing or no numbers.
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
                yield operator, _last([*map(float, numbers.split())], known[operator])
            elif named in known:
                operands = [Name(name.decode("latin-1")), *([float(size)] if size else ())]
                yield named, _last(_checked(named, operands), known[named])
            if string:
                yield b"Tj", (_bytes(string),)
            elif items is not None:
                yield b"TJ", (_items(items),)
        else:
            operator, operands, at = operation(data, at)
            if operator in known:
                yield operator, _last(_checked(operator, operands), known[operator])


def _checked(operator: bytes, operands: list[Any]) -> list[Any]:
    """The operands, of which none is anything but a number where the operator takes numbers."""
    if operator in NUMERIC and not all(type(operand) in (int, float) for operand in operands):
        raise UnusualStream
    return operands


def _last(operands: list[Any], count: int) -> Sequence[Any]:
    """The operands that an operator takes."""
    if len(operands) < count:
        raise UnusualStream
    return operands[len(operands) - count :]


def _items(array: bytes) -> list[bytes | float]:
    """The strings and numbers of an array."""
    found = ITEM.findall(array)
    return [float(number) if number else _bytes(string or digits) for string, digits, number in found]


def _bytes(text: bytes) -> bytes:
    """What a string stands for, in its brackets."""
    if text.startswith(b"<"):
        return unhexlify(text[1:-1])
    return unescaped(text[1:-1]) if b"\\" in text else text[1:-1]
