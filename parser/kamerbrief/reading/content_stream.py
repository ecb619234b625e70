"""Scan a PDF content stream (ISO 32000-1, 7.8.2) object by object, with one regular expression.

pdfminer.six's own scanner takes most of the time that a page costs. This one knows the common forms; a stream with
others (an inline image, a string with brackets in brackets) raises UnusualStream and is left to pdfminer.
"""

from __future__ import annotations

import re
from typing import Any

FORMS = {
    "SPACE": r"[\t\n\r ]",
    "NUMBER": r"[+-]?(?:\d{1,15}+(?:\.\d{0,15}+)?+|\.\d{1,15}+)",
    "STRING": r"\((?:[^()\\]++|\\[^\r\n]|\((?:[^()\\]++|\\[^\r\n])*+\))*+\)",
    "HEX": r"<(?:[0-9A-Fa-f]{2})*+>",
}
"""The common forms of spaces, numbers and strings, as regular expressions. A string may hold brackets, but these
hold none."""


def expression(pattern: str) -> re.Pattern[bytes]:
    """Compile a verbose expression in which the names of FORMS stand for them."""
    for name, form in FORMS.items():
        pattern = pattern.replace(name, form)
    return re.compile(pattern.encode(), re.X | re.S)


TOKEN = expression(
    r"""(?P<number>[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?![\w.+-]))
       | (?P<string>STRING)
       | (?P<hex><[0-9A-Fa-f\s]*>)
       | (?P<operator>[A-Za-z'"][A-Za-z0-9*'"]*)
       | (?P<name>/[^\x00\t\n\x0c\r ()<>\[\]{}/%]*)
       | (?P<open>\[) | (?P<close>\])
       | (?P<dict><<) | (?P<end>>>)
       | (?P<space>[\x00\t\n\x0c\r ]+|%[^\r\n]*)
       | (?P<other>.)"""
)
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(.))", re.S)
"""A character of a string that is written otherwise: by its code in octal, or behind a backslash."""
LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
LONGEST_NUMBER = 40
"""The most characters of a number; a longer one may be more than a float can hold."""
DEEPEST = 20
"""The most arrays and dictionaries that may stand within each other."""


class UnusualStream(Exception):
    """A content stream has a form that only pdfminer reads."""


class Name(str):
    """A name object (ISO 32000-1, 7.3.5), without its slash."""

    __slots__ = ()


def operation(data: bytes, at: int) -> tuple[bytes, list[Any], int]:
    """The first operator at or behind the place `at`, its operands, and the place behind it.

    Operands are numbers, bytes, Names, lists and dicts. Behind the last operator of the stream the operator is
    empty. Raises UnusualStream where the stream holds something else.
    """
    operands: list[Any] = []
    stack = [operands]
    for found in TOKEN.finditer(data, at):
        kind, text = found.lastgroup, found.group()
        if kind == "space":
            continue
        if kind == "operator" and len(stack) == 1 and text != b"BI":
            return text, operands, found.end()
        if kind in ("open", "dict"):
            if len(stack) > DEEPEST:
                raise UnusualStream
            stack.append([])
        elif kind in ("close", "end"):
            inner = stack.pop()
            if not stack:
                raise UnusualStream
            stack[-1].append(inner if kind == "close" else dict(zip(inner[::2], inner[1::2], strict=False)))
        else:
            stack[-1].append(_value(kind, text))
    if len(stack) > 1:
        raise UnusualStream
    return b"", operands, len(data)


def _value(kind: str | None, text: bytes) -> Any:
    """The value of a number, a string, a name or a constant."""
    match kind:
        case "number" if len(text) <= LONGEST_NUMBER:
            return float(text) if b"." in text else int(text)
        case "string":
            return unescaped(text[1:-1]) if b"\\" in text else text[1:-1]
        case "hex":
            return bytes.fromhex(_even(text[1:-1]).decode("ascii"))
        case "name":
            return Name(text[1:].decode("latin-1"))
        case "operator":
            return _constant(text)
    raise UnusualStream


def _constant(text: bytes) -> bool | None:
    """The value of true, false or null, which look like operators."""
    try:
        return {b"true": True, b"false": False, b"null": None}[text]
    except KeyError:
        raise UnusualStream from None


def unescaped(text: bytes) -> bytes:
    """The bytes of a string in which some are written with a backslash (ISO 32000-1, 7.3.4.2)."""
    return ESCAPE.sub(_unescaped, text)


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 0xFF])
    return LETTERS.get(found[2], found[2])


def _even(digits: bytes) -> bytes:
    """Hexadecimal digits without white space, with a 0 behind them where their number is odd (ISO 32000-1, 7.3.4.3)."""
    bare = b"".join(digits.split())
    return bare + b"0" if len(bare) % 2 else bare
