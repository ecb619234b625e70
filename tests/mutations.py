"""Files changed at random, the way damage, other programs and people who mean harm change them."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable

Mutation = Callable[[random.Random, bytes], bytes]

NUMBERS = [b"0", b"1", b"-1", b"255", b"256", b"65535", b"65536", b"99999999", b"2147483648", b"1e9", b".", b"9" * 40]
TOKENS = (
    b"[ ] << >> ( ) < > / % obj endobj stream endstream R xref trailer startxref null true BT ET Tf Tj TJ Td Tm q Q Do "
    b"BI ID EI cm re f S /Type /Page /Pages /Kids /Count /Font /Length /Filter /FlateDecode /LZWDecode /ASCII85Decode "
    b"/RunLengthDecode /Predictor /Columns /DecodeParms /Contents /Resources /XObject /Subtype /Form /W /ToUnicode "
    b"<!DOCTYPE &e; <w:br/> <w:tab/> <w:footnoteReference &#0; ]]> "
    b"beginbfrange endbfrange Vraag \x0c \r \x1b \x00 \xe2\x80\xae \xff\xfe \xe2\x80\x90 1. - | * w:p w:tbl w:r"
).split(b" ")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.S)
OBJECT = re.compile(rb"\d+ 0 obj\b.*?endobj", re.S)


def flip(rng: random.Random, data: bytes) -> bytes:
    """Some bytes are others."""
    out = bytearray(data)
    for _ in range(rng.choice([1, 2, 5, 20])):
        out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def cut(rng: random.Random, data: bytes) -> bytes:
    """The end is missing, or a piece inside."""
    start = rng.randrange(len(data))
    end = len(data) if rng.random() < 0.5 else min(len(data), start + rng.choice([1, 10, 100, 5000]))
    return data[:start] + data[end:]


def double(rng: random.Random, data: bytes) -> bytes:
    """A piece stands there again, perhaps many times, perhaps elsewhere."""
    start = rng.randrange(len(data))
    piece = data[start : start + rng.choice([1, 10, 100, 5000])]
    at = rng.randrange(len(data))
    return data[:at] + piece * rng.choice([1, 1, 2, 50]) + data[at:]


def number(rng: random.Random, data: bytes) -> bytes:
    """Some numbers are others."""
    found = list(re.finditer(rb"\d+", data))
    for match in sorted(rng.sample(found, min(len(found), rng.choice([1, 1, 3, 10]))), key=lambda m: -m.start()):
        other = rng.choice(NUMBERS) if rng.random() < 0.6 else rng.choice(found).group()
        data = data[: match.start()] + other + data[match.end() :]
    return data


def token(rng: random.Random, data: bytes) -> bytes:
    """A word that means something stands where it should not."""
    for _ in range(rng.choice([1, 1, 3, 10])):
        at = rng.randrange(len(data) + 1)
        data = data[:at] + b" " + rng.choice(TOKENS) * rng.choice([1, 1, 1, 1, 300]) + b" " + data[at:]
    return data


def swap(rng: random.Random, data: bytes) -> bytes:
    """Two lines have changed places, or one takes the place of another."""
    lines = data.split(b"\n")
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one] if rng.random() < 0.5 else lines[other]
    return b"\n".join(lines)


def inside(rng: random.Random, data: bytes) -> bytes:
    """What a packed stream holds is changed, and packed again."""
    streams = list(STREAM.finditer(data))
    rng.shuffle(streams)
    for match in streams[:5]:
        try:
            content = zlib.decompress(match[1])
        except zlib.error:
            continue
        packed = zlib.compress(changed(rng, content, [flip, cut, double, number, number, token, token, swap]))
        if len(packed) <= len(match[1]):  # the places of objects stay as they are
            packed += b" " * (len(match[1]) - len(packed))
        else:
            data = data.replace(b"startxref", b"startxxxx")  # objects are looked for
        return data[: match.start(1)] + packed + data[match.end(1) :]
    return token(rng, data)


def objects(rng: random.Random, data: bytes) -> bytes:
    """An object stands in the place of another."""
    found = list(OBJECT.finditer(data))
    if len(found) < 2:
        return swap(rng, data)
    one, other = rng.sample(found, 2)
    head = one.group().split(b" ", 1)[0]
    body = head + b" " + other.group().split(b" ", 1)[1]
    if rng.random() < 0.5:
        data = data.replace(b"startxref", b"startxxxx")
    return data.replace(one.group(), body, 1)


def parts(rng: random.Random, data: bytes) -> bytes:
    """A part of a Word file is changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        likely = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
        chosen = "word/document.xml" if rng.random() < 0.5 else rng.choice(likely)
        for name in old.namelist():
            content = old.read(name)
            if name == chosen and content:
                content = changed(rng, content, [flip, cut, double, number, number, token, swap, element, element])
            new.writestr(name, content)
    return out.getvalue()


def element(rng: random.Random, data: bytes) -> bytes:
    """An element of XML stands there twice, or not at all, or in another one."""
    found = list(re.finditer(rb"<(\w+:\w+)\b[^<>]*(?:/>|>[^<>]*</\1>)", data))
    if not found:
        return token(rng, data)
    one, other = rng.choice(found), rng.choice(found)
    piece = rng.choice([b"", one.group() * 2, other.group(), b"<w:sdt>" * 3 + one.group() + b"</w:sdt>" * 3])
    return data[: one.start()] + piece + data[one.end() :]


def changed(rng: random.Random, data: bytes, ways: list[Mutation]) -> bytes:
    """The data after one to three changes."""
    for _ in range(rng.choice([1, 1, 2, 3])):
        if data:
            data = rng.choice(ways)(rng, data)
    return data


PLAIN: list[Mutation] = [flip, cut, double, number, token, swap]
PDF: list[Mutation] = [*PLAIN, inside, inside, inside, inside, objects, objects, number]


def mutated(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """A file changed in ways that suit it; now and then the start of one with the end of another."""
    if rng.random() < 0.05:
        return data[: rng.randrange(len(data))] + other[rng.randrange(len(other)) :]
    if data.startswith(b"PK"):
        return parts(rng, data) if rng.random() < 0.8 else changed(rng, data, PLAIN)
    return changed(rng, data, PDF if data.startswith(b"%PDF") else PLAIN)
