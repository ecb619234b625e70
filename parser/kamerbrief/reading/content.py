"""The operators of a PDF content stream, told apart by one regular expression.

pdfminer's own scanner takes most of the time that a page costs; this one takes the common forms of ISO 32000-1,
7.8.2, and gives up on a stream that has others (an inline image, brackets inside strings), which pdfminer then reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

TOKEN = re.compile(
    rb"""(?P<number>[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?![\w.+-]))
       | (?P<string>\((?:[^()\\]++|\\[^\r\n])*+\))
       | (?P<hex><[0-9A-Fa-f\s]*>)
       | (?P<operator>[A-Za-z'"][A-Za-z0-9*'"]*)
       | (?P<name>/[^\x00\t\n\x0c\r ()<>\[\]{}/%]*)
       | (?P<open>\[) | (?P<close>\])
       | (?P<dict><<) | (?P<end>>>)
       | (?P<space>[\x00\t\n\x0c\r ]+|%[^\r\n]*)
       | (?P<other>.)""",
    re.X | re.S,
)
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(.))", re.S)
LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
DEEPEST = 20
"""How deep arrays and dictionaries may stand within each other."""


class Unusual(Exception):
    """The stream has a form that is left to pdfminer."""


class Name(str):
    """A name object, without its slash."""

    __slots__ = ()


class Operator(bytes):
    """An operator: what stands before it are its operands."""

    __slots__ = ()


def objects(data: bytes) -> Iterator[Any]:
    """The numbers, bytes, names, lists, dicts and operators of a content stream, in order.

    Raises Unusual where it holds something else.
    """
    stack: list[list[Any]] = []
    for found in TOKEN.finditer(data):
        kind, text = found.lastgroup, found.group()
        if kind == "space":
            continue
        value: Any
        if kind == "operator":
            if stack or text == b"BI":
                value = _constant(text)
            else:
                yield Operator(text)
                continue
        elif kind == "number":
            value = float(text) if b"." in text else int(text)
        elif kind == "string":
            value = ESCAPE.sub(_unescaped, text[1:-1]) if b"\\" in text else text[1:-1]
        elif kind == "hex":
            value = bytes.fromhex(_even(text[1:-1]).decode("ascii"))
        elif kind == "name":
            value = Name(text[1:].decode("latin-1"))
        elif kind in ("open", "dict"):
            if len(stack) >= DEEPEST:
                raise Unusual
            stack.append([])
            continue
        elif kind in ("close", "end") and stack:
            inner = stack.pop()
            value = inner if kind == "close" else dict(zip(inner[::2], inner[1::2], strict=False))
        else:
            raise Unusual
        if stack:
            stack[-1].append(value)
        else:
            yield value
    if stack:
        raise Unusual


def _constant(text: bytes) -> bool | None:
    """true, false and null, which look like operators."""
    try:
        return {b"true": True, b"false": False, b"null": None}[text]
    except KeyError:
        raise Unusual from None


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 0xFF])
    return LETTERS.get(found[2], found[2])


def _even(digits: bytes) -> bytes:
    """Hexadecimal digits without white space; a last one alone has a 0 behind it."""
    bare = b"".join(digits.split())
    return bare + b"0" if len(bare) % 2 else bare
