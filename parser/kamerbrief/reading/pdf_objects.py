"""The objects of a PDF file, in the forms that programs write, by one expression.

What has another form (comments, nested brackets in strings, a stream whose length stands elsewhere) is `Unusual`, and
left to pdfminer, which reads letter by letter.
"""

from __future__ import annotations

import re
from binascii import unhexlify
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfminer.psparser import LIT, PSLiteral

from kamerbrief.reading.content_stream import DEEPEST, UnusualStream, expression

START = re.compile(rb"\s*+(\d{1,9})\s++\d{1,5}\s++obj(?=[\s<\[/(])")
TOKEN = expression(
    r"""\s*+(?: /(?P<name>[\w.,*+-]++)(?=ENDED)
              | (?P<reference>\d{1,9})\s++\d{1,5}\s++R(?=ENDED)
              | (?P<number>NUMBER)(?=ENDED)
              | (?P<open><<|\[) | (?P<close>>>|\])
              | (?P<string>\([^()\\\r]*+\)) | (?P<hex>HEX)
              | (?P<constant>true|false|null)(?=ENDED)
              | (?P<end>endobj|stream\r?\n)
              | (?P<other>.|\Z) )"""
)
STREAM_END = re.compile(rb"\s*+endstream\s++endobj")
CONSTANTS = {b"true": True, b"false": False, b"null": None}


def object_at(document: PDFDocument, data: bytes, at: int, number: int) -> Any:
    """The object of this number, which starts here."""
    start = START.match(data, at) if at >= 0 else None
    if not start or int(start[1]) != number:
        raise UnusualStream
    stack: list[list[Any]] = [[]]
    for found in TOKEN.finditer(data, start.end()):
        kind = found.lastgroup or ""
        text = found[kind]
        if kind == "name":
            stack[-1].append(LIT(text.decode("ascii")))
        elif kind == "reference":
            stack[-1].append(PDFObjRef(document, int(text)))
        elif kind == "open" and len(stack) <= DEEPEST:
            stack.append([text])
        elif kind == "close" and len(stack) > 1:
            inner = stack.pop()
            stack[-1].append(_whole(inner, text))
        elif kind == "end" and len(stack) == 1 and len(stack[0]) == 1:
            value = stack[0][0]
            return value if text == b"endobj" else _stream(document, data, found.end(), value)
        else:
            stack[-1].append(_simple(kind, text))
    raise UnusualStream


def _whole(items: list[Any], end: bytes) -> Any:
    """An array or a dictionary, from its opening and what stands in it."""
    start, *values = items
    if (start, end) == (b"[", b"]"):
        return values
    names = values[::2]
    if (start, end) != (b"<<", b">>") or len(values) % 2 or any(type(name) is not PSLiteral for name in names):
        raise UnusualStream
    return {name.name: value for name, value in zip(names, values[1::2], strict=True) if value is not None}


def _simple(kind: str, text: bytes) -> Any:
    """What a token stands for that is no part of another."""
    match kind:
        case "number":
            return float(text) if b"." in text else int(text)
        case "string":
            return text[1:-1]
        case "hex":
            return unhexlify(text[1:-1])
        case "constant":
            return CONSTANTS[text]
    raise UnusualStream


def _stream(document: PDFDocument, data: bytes, at: int, attributes: Any) -> PDFStream:
    """A stream that is as long as it says."""
    length = attributes.get("Length") if isinstance(attributes, dict) else None
    if type(length) is not int or not STREAM_END.match(data, at + length) or length < 0:
        raise UnusualStream
    return PDFStream(attributes, data[at : at + length], document.decipher)
