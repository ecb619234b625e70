"""The operations of a PDF content stream: operators, each with its operands.

The common ones are matched whole, operands and all, by one expression. The others `content` reads object by object.
"""

from __future__ import annotations

import re
from binascii import unhexlify
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kamerbrief.reading.content import Name, Unusual, operation, unescaped

FORMS = {
    "SPACE": r"[\t\n\r ]",
    "NUMBER": r"[+-]?(?:\d{1,15}+(?:\.\d{0,15}+)?+|\.\d{1,15}+)",
    "STRING": r"\((?:[^()\\]++|\\[^\r\n])*+\)",
    "HEX": r"<(?:[0-9A-Fa-f]{2})*+>",
}


def _expression(pattern: str) -> re.Pattern[bytes]:
    """An expression in which FORMS go by their names."""
    for name, form in FORMS.items():
        pattern = pattern.replace(name, form)
    return re.compile(pattern.encode(), re.X)


OPERATION = _expression(
    r"""(?:SPACE++ | E(?:T|MC)(?=SPACE)){0,4}+                  # what ends, ends by itself
      (?: (?P<numbers>(?:NUMBER SPACE++)*+) (?P<operator>(?!BI\b)[A-Za-z][A-Za-z0-9*]*+)  # 1 0 0 1 56.7 700 Tm
        | (?P<string>STRING|HEX) SPACE*+ Tj                     # (Geachte voorzitter) Tj
        | \[(?P<array>(?:SPACE++|STRING|HEX|NUMBER(?=[\s(<\]]))*+)\] SPACE*+ TJ       # [(W)36.8(elzijn)] TJ
        | /(?P<name>[\w.+-]++) SPACE++ (?:(?P<size>NUMBER) SPACE++ Tf | (?P<named>[A-Za-z]++))  # /F1 9 Tf, /Im1 Do
        | /\w++ SPACE*+ <<(?:[^<>()%]++|STRING|HEX)*+>> SPACE*+ BDC                   # /P <</MCID 0>> BDC
        | \Z
      ) (?![\w*'"])"""
)
ITEM = _expression("(STRING)|(HEX)|(NUMBER)")

NUMERIC = frozenset({b"Tw", b"Td", b"TD", b"Tm", b"cm"})
"""Operators whose operands are carried out as they are, unchecked."""

MANY = 10**9
"""Operands of an operator that is not known: more than there are."""

Operation = tuple[bytes, Sequence[Any]]


def operations(data: bytes, known: Mapping[bytes, int]) -> Iterator[Operation]:
    """The operations that are known, each with as many operands as is known of it.

    Raises Unusual where `content` does, and where what should be a number is none.
    """
    at, match = 0, OPERATION.match
    operands: Sequence[Any]
    while at < len(data):
        if found := match(data, at):
            at, kind = found.end(), found.lastgroup
            if kind == "operator":
                operator, numbers = found.group("operator", "numbers")
                if operator not in known:
                    continue
                operands = [*map(float, numbers.split())] if numbers else ()
            elif kind:
                operator, operands = READERS[kind](found)
            else:
                continue
        else:
            operator, operands, at = operation(data, at)
            if operator in NUMERIC and not all(type(operand) in (int, float) for operand in operands):
                raise Unusual
        count = known.get(operator, MANY)
        if len(operands) == count:
            yield operator, operands
        elif len(operands) > count:
            yield operator, operands[len(operands) - count :]


def _string(found: re.Match[bytes]) -> Operation:
    return b"Tj", [_bytes(found["string"])]


def _array(found: re.Match[bytes]) -> Operation:
    items = ITEM.findall(found["array"])
    return b"TJ", [[float(number) if number else _bytes(string or digits) for string, digits, number in items]]


def _font(found: re.Match[bytes]) -> Operation:
    return b"Tf", [Name(found["name"].decode("ascii")), float(found["size"])]


def _named(found: re.Match[bytes]) -> Operation:
    return found["named"], [Name(found["name"].decode("ascii"))]


READERS = {"string": _string, "array": _array, "size": _font, "named": _named}


def _bytes(text: bytes) -> bytes:
    """What a string stands for, in its brackets."""
    if text.startswith(b"<"):
        return unhexlify(text[1:-1])
    return unescaped(text[1:-1]) if b"\\" in text else text[1:-1]
