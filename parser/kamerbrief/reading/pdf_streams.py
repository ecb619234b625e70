"""The streams of a PDF, unpacked with a bound on how large they may become.

pdfminer.six unpacks whatever a stream says it holds: a few kilobytes can become gigabytes. `BoundedStream` unpacks
the same filters (ISO 32000-1, 7.4) and raises LimitExceeded instead.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Mapping

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfexceptions import PDFNotImplementedError
from pdfminer.pdftypes import PDFStream, int_value
from pdfminer.psparser import literal_name
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from kamerbrief.reading.pdf_limits import LARGEST_STREAM, LONGEST_ROW, LimitExceeded


class BoundedStream(PDFStream):
    """A stream that unpacks to at most LARGEST_STREAM bytes."""

    @classmethod
    def of(cls, stream: PDFStream) -> BoundedStream:
        """A stream of pdfminer with a bound; it must not be unpacked yet."""
        return cls(stream.attrs, stream.rawdata or b"", stream.decipher)

    def decode(self) -> None:
        """Decrypt and unpack the stream into `data`.

        Raises LimitExceeded where it unpacks to too much, and PDFNotImplementedError for a filter that only
        pictures have.
        """
        data = self.rawdata or b""
        if self.decipher:
            data = self.decipher(self.objid or 0, self.genno or 0, data, self.attrs)
        for name, parameters in self.get_filters():
            data = _unpacked(literal_name(name), data)
            if parameters and "Predictor" in parameters:
                data = _unpredicted(parameters, data)
        self.data, self.rawdata = data, None


def inflated(data: bytes) -> bytes:
    """What zlib data unpacks to, whether its checksum is right or not; nothing where it stops before its end."""
    for bits, start in ((zlib.MAX_WBITS, 0), (-zlib.MAX_WBITS, 2)):
        inflate = zlib.decompressobj(bits)
        try:
            out = inflate.decompress(data[start:], LARGEST_STREAM)
        except zlib.error:
            continue
        if inflate.unconsumed_tail:
            raise LimitExceeded
        if inflate.eof:
            return out
    return b""


def lzw_decoded(data: bytes) -> bytes:
    """What LZW data unpacks to (ISO 32000-1, 7.4.4)."""
    found = bytearray()
    for piece in LZWDecoder(io.BytesIO(data)).run():
        found += piece
        _check_size(found)
    return bytes(found)


def run_length_decoded(data: bytes) -> bytes:
    """What run-length data unpacks to (ISO 32000-1, 7.4.5)."""
    found = bytearray()
    at = 0
    while at < len(data) and data[at] != 128:
        length = data[at]
        if length < 128:
            found += data[at + 1 : at + length + 2]
            at += length + 2
        else:
            found += data[at + 1 : at + 2] * (257 - length)
            at += 2
        _check_size(found)
    return bytes(found)


def _check_size(found: bytearray) -> None:
    if len(found) > LARGEST_STREAM:
        raise LimitExceeded


FILTERS: dict[str, Callable[[bytes], bytes]] = {
    **dict.fromkeys(("FlateDecode", "Fl"), inflated),
    **dict.fromkeys(("LZWDecode", "LZW"), lzw_decoded),
    **dict.fromkeys(("RunLengthDecode", "RL"), run_length_decoded),
    **dict.fromkeys(("ASCII85Decode", "A85"), ascii85decode),
    **dict.fromkeys(("ASCIIHexDecode", "AHx"), asciihexdecode),
}
"""What unpacks each filter, by its name and its short name. Pictures have others, and nobody here reads pictures."""


def _unpacked(name: str, data: bytes) -> bytes:
    if name not in FILTERS:
        raise PDFNotImplementedError(f"the filter {name} is not read")
    return FILTERS[name](data)


def _unpredicted(parameters: Mapping[str, object], data: bytes) -> bytes:
    """Data in which each row was stored as its difference from the row or the sample before (ISO 32000-1, 7.4.4.4)."""
    predictor = int_value(parameters["Predictor"])
    colors, columns, bits = (
        int_value(parameters.get(name, usual))
        for name, usual in (("Colors", 1), ("Columns", 1), ("BitsPerComponent", 8))
    )
    if predictor == 1:
        return data
    if colors < 1 or columns < 1:
        raise ValueError("a row of the stream has no columns")
    if colors * columns > LONGEST_ROW:
        raise LimitExceeded
    if predictor == 2:
        return apply_tiff_predictor(colors, columns, bits, data)
    return apply_png_predictor(predictor, colors, columns, bits, data)
